import{v as e}from"./store.js";import{C as t,l as n,p as r,x as i}from"./index.js";var a=240,o=34;function s(s,l,u,d,f){let p=Math.max(f??0,Math.abs(u.low),Math.abs(u.high),1e-9)*1.15,m=e=>a/2+e/p*(a/2-12),h=d?`#1d4e79`:t,g=s===`event`?100:1;return e`<svg class="effect" viewBox="0 0 ${a} ${o}" width=${a} height=${o} role="img" aria-label=${n(s,l,u)}>
    <line x1=${a/2} x2=${a/2} y1="2" y2="21" stroke="#98907f"></line>
    <text x=${a/2} y="32" font-size="10.5" text-anchor="middle" fill=${t}>0</text>
    <line x1=${m(u.low)} x2=${m(u.high)} y1="12" y2="12" stroke=${h} stroke-width="4" stroke-linecap="round"></line>
    <circle cx=${m(u.value)} cy="12" r="5" fill=${d?h:`#fffdf8`} stroke=${h} stroke-width="2"></circle>
    <text x=${m(u.low)} y="32" font-size="10.5" text-anchor="middle" fill=${i}>${c(u.low,u.high,p,m)?``:r(u.low*g)}</text>
    <text x=${m(u.high)} y="32" font-size="10.5" text-anchor="middle" fill=${i}>${c(u.low,u.high,p,m)?``:r(u.high*g)}</text>
  </svg>`}function c(e,t,n,r){return r(t)-r(e)<44||Math.abs(r(e)-a/2)<20||Math.abs(r(t)-a/2)<20}export{s as t};