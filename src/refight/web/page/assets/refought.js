import{_ as e,f as t,i as n,l as r,s as i,y as a}from"./index.js";import{a as o,c as s,i as c,r as l,s as u}from"./format.js";import{n as d,t as f}from"./tidy.js";import{i as p,n as m}from"./colours.js";var h=520,g=8,_=504,v=96,y=18,b=26,x=`#8aa4b8`,S=`#1f5f8b`;function C(e){let t=new Map;for(let n of e){let e=n.low??n.high,r=n.high??n.low;if(e===null||r===null)continue;let i=`${e}/${r}`,a=t.get(i)??{low:e,high:r,rivals:[]};a.rivals.push(n),t.set(i,a)}return[...t.values()].sort((e,t)=>e.low-t.low||e.high-t.high)}function w(e){let t=[e.record?.low,e.record?.high,e.record?.best,...e.scale??[]].filter(e=>typeof e==`number`&&Number.isFinite(e));if(!t.length)return[0,1];let[n,r]=[Math.min(...t),Math.max(...t)];return n===r?[n-1,r+1]:[n,r]}function T(e,t,n=!0){let r={kind:e.kind,unit:e.unit,start:t},[i,o]=w(e),s=e=>g+(Math.max(i,Math.min(o,e))-i)/(o-i)*_,c=n?C(e.rivals):[],l=n?12:b,u=106+l+(c.length?14:0)+c.length*y;return a`<svg class="chart" viewBox="0 0 ${h} ${u}" role="img" aria-label=${E(e,r)}>
    ${D(e,s,u)}
    ${O(e,s)}
    ${A(r,i,o,s,l)}
    ${k(e,s)}
    ${c.map((e,t)=>M(e,136+t*y,s,r,i,o))}
  </svg>`}function E(e,t){let{refought:r,record:i}=e,a=e.kind===`event`&&r.yes?n.chart.share(o(r.yes.share)):r.interval90?n.chart.refought(l(t,r.median),c(t,r.interval90)):n.chart.none,s=i&&i.low!==null?n.chart.record(u(t,i.low,i.high)):``;return`${e.title}. ${a} ${s}`}function D({record:e},t,n){if(!e||e.low===null||e.high===null)return``;let[r,i]=[t(e.low),t(e.high)];return a`<rect x=${r-1.5} y="6" width=${Math.max(3,i-r+3)} height=${n-8} fill=${S} opacity="0.13"></rect>
    ${e.best===null?``:a`<line x1=${t(e.best)} x2=${t(e.best)} y1="6" y2=${n-2} stroke=${S} stroke-width="2"></line>`}`}function O({counts:e,scale:t},n){if(!t||!e.length)return``;let r=Math.max(1,...e),i=(t[1]-t[0])/e.length;return e.map((e,o)=>{let[s,c]=[n(t[0]+o*i),n(t[0]+(o+1)*i)],l=e/r*82;return a`<rect x=${s+.5} y=${v-l} width=${Math.max(.5,c-s-1)} height=${l} fill=${x}></rect>`})}function k({refought:e},t){if(e.median===null)return``;let n=t(e.median);return a`<path d="M${n-5} ${104}h10l-5 -8z" fill=${m}></path>`}function A(e,t,n,r,i){let o=s(t,n,i>12?3:5);return a`<line x1=${g} x2=${512} y1=${v} y2=${v} stroke="#8d8577"></line>
    ${o.map(t=>a`<line x1=${r(t)} x2=${r(t)} y1=${v} y2=${100} stroke="#8d8577"></line>
      <text x=${r(t)} y=${102+i} font-size=${i} fill=${p} text-anchor=${j(r(t),i)}>${l(e,t,!0)}</text>`)}`}function j(e,t){return e<2*t?`start`:e>h-2*t?`end`:`middle`}function M(e,t,n,r,i,o){let[s,c]=[n(e.low),n(e.high)],l=e.low>o?` →`:e.high<i?`← `:``,d=`${l===`← `?l:``}${u(r,e.low,e.high,!0)}${l===` →`?l:``}`,f=h-c>=s,g=N(`${d} · ${P(e.rivals)}`,(f?h-c:s)-12);return a`<g>
    <title>${e.rivals.map(e=>e.label).join(`; `)}</title>
    <line x1=${s} x2=${c} y1=${t-4} y2=${t-4} stroke=${p} stroke-width="2"></line>
    <circle cx=${s} cy=${t-4} r="3.2" fill=${p}></circle>
    ${c>s?a`<circle cx=${c} cy=${t-4} r="3.2" fill=${p}></circle>`:``}
    <text x=${f?c+8:s-8} y=${t} font-size="11.5" fill=${m} text-anchor=${f?`start`:`end`}
      stroke="#fffdf8" stroke-width="3" paint-order="stroke">${g}</text>
  </g>`}function N(e,t){let n=Math.max(14,Math.floor(t/6));return e.length<=n?e:`${e.slice(0,n-1)}…`}function P(e){let t=[...new Set(e.map(e=>e.label))],r=t.slice(0,2).join(`, `);return t.length>2?`${r} ${n.chart.more(t.length-2)}`:r}var F=new Map;function I(e){let t=F.get(e.id);if(t)return t;let n=L(e);return F.set(e.id,n),n.catch(()=>F.delete(e.id)),n}async function L(t){let{word:r,reason:i}=t.verdicts.model,a=await R(t.refought.map(e=>e.outcome)),o=await Promise.all(a.map(([e,t])=>z(e,t)));return e`
    ${t.simulated===`no`?e`<p><b>${n.sentence.notSimulated}</b> ${t.reason}</p>`:``}
    ${t.simulated===`partly`?e`<p>${n.sentence.partly} ${t.reason}</p>`:``}
    ${r===`open`?e`<p class="small">${n.sentence.open}</p>`:e`<p><b>${d(`model`,r)}</b>${i&&i!==t.reason?`: ${f(i)}`:``}</p>`}
    ${o}
    ${await V(t)}`}async function R(e){let t=await i(`api/about`),n=e.length?await Promise.all(t.acts.map(e=>i(`api/act/${e}`))):[];return e.flatMap(e=>n.flatMap(t=>{let n=t.outcomes.find(t=>t.id===e||t.record?.key===e);return n?[[t.act,n.id]]:[]}))}async function z(n,a){let[o,s]=await Promise.all([i(`api/act/${n}`),r(`api/act/${n}/ensemble`)]),c=s.head.outcomes.find(e=>e.id===a);return c?e`<figure class="mini">
    <figcaption><a href=${t(`refights`,[n],{outcome:a})}>${c.title}</a></figcaption>
    ${T(c,o.start,!1)}
    <p class="small">${B(c,o.start)}</p>
  </figure>`:``}function B(e,t){let r={kind:e.kind,unit:e.unit,start:t},{median:i,interval90:a,never:s,yes:d}=e.refought;return`${e.kind===`event`&&d?n.chart.share(o(d.share)):a?n.chart.refought(l(r,i),c(r,a)):n.chart.none}${s?` ${n.chart.never(o(s))}`:``}${e.record&&e.record.low!==null?` ${n.chart.record(u(r,e.record.low,e.record.high))}`:``}`}async function V(r){let a=(await Promise.all(r.levers.map(async({act:e,lever:t})=>({act:e,lever:(await i(`api/act/${e}`)).levers.find(e=>e.id===t)})))).flatMap(({act:e,lever:t})=>t?[{act:e,lever:t}]:[]);return a.length?e`<h3>${n.sentence.change}</h3><ul>${a.map(({act:n,lever:r})=>e`<li>
    <a href=${t(`whatif`,[n],{lever:`${r.id}=${r.absent}`})}>${r.title}</a>
    <span class="small">${r.levels[r.absent]?.words??``}</span></li>`)}</ul>`:``}export{B as n,T as r,I as t};