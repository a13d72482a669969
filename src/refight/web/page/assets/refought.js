import{b as e,c as t,i as n,p as r,u as i,v as a}from"./index.js";import{a as o,c as s,i as c,r as l,s as u}from"./format.js";import{n as d,t as f}from"./tidy.js";import{i as p,n as m}from"./colours.js";var h=520,g=8,_=504,v=96,y=18,b=26,x=130,S=`#8aa4b8`,C=`#1f5f8b`;function w(e){let t=new Map;for(let n of e){let e=n.low??n.high,r=n.high??n.low;if(e===null||r===null)continue;let i=`${e}/${r}`,a=t.get(i)??{low:e,high:r,rivals:[]};a.rivals.push(n),t.set(i,a)}return[...t.values()].sort((e,t)=>e.low-t.low||e.high-t.high)}function T(e){let t=[e.record?.low,e.record?.high,e.record?.best,...e.scale??[]].filter(e=>typeof e==`number`&&Number.isFinite(e));if(!t.length)return[0,1];let[n,r]=[Math.min(...t),Math.max(...t)];return n===r?[n-1,r+1]:[n,r]}function E(t,n,r=!0){let i={kind:t.kind,unit:t.unit,start:n},[a,o]=T(t),s=e=>g+(Math.max(a,Math.min(o,e))-a)/(o-a)*_,c=r?w(t.rivals):[],l=r?12:b,u=106+l+(c.length?14:0)+c.length*y;return e`<svg class="chart" viewBox="0 0 ${h} ${u}" role="img" aria-label=${D(t,i)}>
    ${O(t,s,u)}
    ${k(t,s)}
    ${j(i,a,o,s,l)}
    ${A(t,s)}
    ${c.map((e,t)=>N(e,136+t*y,s,i,a,o))}
  </svg>`}function D(e,t){let{refought:r,record:i}=e,a=e.kind===`event`&&r.yes?n.chart.share(o(r.yes.share)):r.interval90?n.chart.refought(l(t,r.median),c(t,r.interval90)):n.chart.none,s=i&&i.low!==null?n.chart.record(u(t,i.low,i.high)):``;return`${e.title}. ${a} ${s}`}function O({record:t},n,r){if(!t||t.low===null||t.high===null)return``;let[i,a]=[n(t.low),n(t.high)];return e`<rect x=${i-1.5} y="6" width=${Math.max(3,a-i+3)} height=${r-8} fill=${C} opacity="0.13"></rect>
    ${t.best===null?``:e`<line x1=${n(t.best)} x2=${n(t.best)} y1="6" y2=${r-2} stroke=${C} stroke-width="2"></line>`}`}function k({counts:t,scale:n},r){if(!n||!t.length)return``;let i=Math.max(1,...t),a=(n[1]-n[0])/t.length;return t.map((t,o)=>{let[s,c]=[r(n[0]+o*a),r(n[0]+(o+1)*a)],l=t/i*82;return e`<rect x=${s+.5} y=${v-l} width=${Math.max(.5,c-s-1)} height=${l} fill=${S}></rect>`})}function A({refought:t},n){if(t.median===null)return``;let r=n(t.median);return e`<path d="M${r-5} ${104}h10l-5 -8z" fill=${m}></path>`}function j(t,n,r,i,a){let o=s(n,r,a>12?3:5);return e`<line x1=${g} x2=${512} y1=${v} y2=${v} stroke="#8d8577"></line>
    ${o.map(n=>e`<line x1=${i(n)} x2=${i(n)} y1=${v} y2=${100} stroke="#8d8577"></line>
      <text x=${i(n)} y=${102+a} font-size=${a} fill=${p} text-anchor=${M(i(n),a)}>${l(t,n,!0)}</text>`)}`}function M(e,t){return e<2*t?`start`:e>h-2*t?`end`:`middle`}function N(t,n,r,i,a,o){let[s,c]=[r(t.low),r(t.high)],l=t.low>o?` →`:t.high<a?`← `:``,d=`${l===`← `?l:``}${u(i,t.low,t.high,!0)}${l===` →`?l:``}`,f=h-c>=s,g=`${d} · ${F(t.rivals)}`,_=(f?h-c:s)-12,v=_<x&&c-s>x,y=v?(s+c)/2:f?c+8:s-8;return e`<g>
    <title>${t.rivals.map(e=>e.label).join(`; `)}</title>
    <line x1=${s} x2=${c} y1=${n-4} y2=${n-4} stroke=${p} stroke-width="2"></line>
    <circle cx=${s} cy=${n-4} r="3.2" fill=${p}></circle>
    ${c>s?e`<circle cx=${c} cy=${n-4} r="3.2" fill=${p}></circle>`:``}
    <text x=${y} y=${n} font-size="11.5" fill=${m} text-anchor=${v?`middle`:f?`start`:`end`}
      stroke="#fffdf8" stroke-width="4" paint-order="stroke">${P(g,v?c-s-24:_)}</text>
  </g>`}function P(e,t){let n=Math.max(14,Math.floor(t/6));return e.length<=n?e:`${e.slice(0,n-1)}…`}function F(e){let t=[...new Set(e.map(e=>e.label))],r=t.slice(0,2).join(`, `);return t.length>2?`${r} ${n.chart.more(t.length-2)}`:r}var I=new Map;function L(e){let t=I.get(e.id);if(t)return t;let n=R(e);return I.set(e.id,n),n.catch(()=>I.delete(e.id)),n}async function R(e){let{word:t,reason:r}=e.verdicts.model,i=await z(e.refought.map(e=>e.outcome)),o=await Promise.all(i.map(([e,t])=>B(e,t)));return a`
    ${e.simulated===`no`?a`<p><b>${n.sentence.notSimulated}</b> ${e.reason}</p>`:``}
    ${e.simulated===`partly`?a`<p>${n.sentence.partly} ${e.reason}</p>`:``}
    ${t===`open`?a`<p class="small">${n.sentence.open}</p>`:a`<p><b>${d(`model`,t)}</b>${r&&r!==e.reason?`: ${f(r)}`:``}</p>`}
    ${o}
    ${await H(e)}`}async function z(e){let n=await t(`api/about`),r=e.length?await Promise.all(n.acts.map(e=>t(`api/act/${e}`))):[];return e.flatMap(e=>r.flatMap(t=>{let n=t.outcomes.find(t=>t.id===e||t.record?.key===e);return n?[[t.act,n.id]]:[]}))}async function B(e,n){let[o,s]=await Promise.all([t(`api/act/${e}`),i(`api/act/${e}/ensemble`)]),c=s.head.outcomes.find(e=>e.id===n);return c?a`<figure class="mini">
    <figcaption><a href=${r(`refights`,[e],{outcome:n})}>${c.title}</a></figcaption>
    ${E(c,o.start,!1)}
    <p class="small">${V(c,o.start)}</p>
  </figure>`:``}function V(e,t){let r={kind:e.kind,unit:e.unit,start:t},{median:i,interval90:a,never:s,yes:d}=e.refought;return`${e.kind===`event`&&d?n.chart.share(o(d.share)):a?n.chart.refought(l(r,i),c(r,a)):n.chart.none}${s?` ${n.chart.never(o(s))}`:``}${e.record&&e.record.low!==null?` ${n.chart.record(u(r,e.record.low,e.record.high))}`:``}`}async function H(e){let i=(await Promise.all(e.levers.map(async({act:e,lever:n})=>({act:e,lever:(await t(`api/act/${e}`)).levers.find(e=>e.id===n)})))).flatMap(({act:e,lever:t})=>t?[{act:e,lever:t}]:[]);return i.length?a`<h3>${n.sentence.change}</h3><ul>${i.map(({act:e,lever:t})=>a`<li>
    <a href=${r(`whatif`,[e],{lever:`${t.id}=${t.absent}`})}>${t.title}</a>
    <span class="small">${t.levels[t.absent]?.words??``}</span></li>`)}</ul>`:``}export{V as n,E as r,L as t};