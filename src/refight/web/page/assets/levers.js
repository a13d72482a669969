import{_ as e,f as t,y as n}from"./index.js";import{n as r,o as i}from"./format.js";import{i as a,n as o}from"./colours.js";var s=240,c=34;function l(e,t,l,d){let f=Math.max(Math.abs(l.low),Math.abs(l.high),1e-9)*1.15,p=e=>s/2+e/f*(s/2-12),m=d?`#1d4e79`:a,h=e===`event`?100:1;return n`<svg class="effect" viewBox="0 0 ${s} ${c}" width=${s} height=${c} role="img" aria-label=${r(e,t,l)}>
    <line x1=${s/2} x2=${s/2} y1="2" y2="21" stroke="#98907f"></line>
    <text x=${s/2} y="32" font-size="10.5" text-anchor="middle" fill=${a}>0</text>
    <line x1=${p(l.low)} x2=${p(l.high)} y1="12" y2="12" stroke=${m} stroke-width="4" stroke-linecap="round"></line>
    <circle cx=${p(l.value)} cy="12" r="5" fill=${d?m:`#fffdf8`} stroke=${m} stroke-width="2"></circle>
    <text x=${p(l.low)} y="32" font-size="10.5" text-anchor="middle" fill=${o}>${u(l.low,l.high,f,p)?``:i(l.low*h)}</text>
    <text x=${p(l.high)} y="32" font-size="10.5" text-anchor="middle" fill=${o}>${u(l.low,l.high,f,p)?``:i(l.high*h)}</text>
  </svg>`}function u(e,t,n,r){return r(t)-r(e)<44||Math.abs(r(e)-s/2)<20||Math.abs(r(t)-s/2)<20}function d(n){return n.map(n=>e`<a class="chip" href=${t(`account`,[n])}>${n}</a> `)}export{l as n,d as t};