import{a as e,f as t,g as n,m as r,n as i,v as a}from"./store.js";import{B as o,C as s,H as c,L as l,R as u,h as d,l as f,o as p,p as m,r as h,v as g,x as _,z as v}from"./index.js";import{t as y}from"./slow.js";import{t as b}from"./effect.js";import{t as x}from"./levers.js";var S=760,C=250,w=34;function T(e,t,n=1){let r=e.map(e=>({...e,before:E(e.before,n),after:E(e.after,n)})),i=r.flatMap(e=>[e.before,e.after]).flatMap(e=>e?[e.low,e.high,0]:[]),[o,c]=[Math.min(0,...i),Math.max(.01,...i)],l=e=>C+(e-o)/(c-o)*490,u=r.length*w+26;return a`<svg class="chart" viewBox="0 0 ${S} ${u}" role="img" aria-label=${`${t}. ${r.map(k).join(` `)}`}>
    ${d(o,c,5).map(e=>a`<line x1=${l(e)} x2=${l(e)} y1="2" y2=${u-22} stroke="#e6dfd1"></line>
      <text x=${l(e)} y=${u-8} font-size="11.5" fill=${s} text-anchor="middle">${e.toLocaleString(`en-GB`)}</text>`)}
    ${r.map((e,t)=>D(e,18+t*w,l))}
  </svg>`}function E(e,t){return e&&{value:e.value*t,low:e.low*t,high:e.high*t}}function D(e,t,n){return a`<text x=${240} y=${t+4} font-size="12" text-anchor="end" fill=${_}>${e.title.length>38?`${e.title.slice(0,37)}…`:e.title}<title>${e.title}</title></text>
    ${O(e.before,t-5,n,s,!1)} ${O(e.after,t+6,n,`#1d4e79`,!0)}`}function O(e,t,n,r,i){return e?a`<line x1=${n(e.low)} x2=${n(e.high)} y1=${t} y2=${t} stroke=${r} stroke-width="3"></line>
    <circle cx=${n(e.value)} cy=${t} r="4.500" fill=${i?r:`#fffdf8`} stroke=${r} stroke-width="1.800"></circle>`:``}function k(e){let n=e=>e?`${m(e.value)} (${m(e.low)} ${t.to} ${m(e.high)})`:``;return`${e.title}: ${[n(e.before),n(e.after)].filter(Boolean).join(`; `)}.`}async function A(r){let i=await e(`api/shares`),[a,...o]=i.shares.filter(e=>e.act===r),s=t.acts[r]??r;return n`<section class="shares"><h3>${t.causes.shares(s)}</h3>
    ${i.acts.filter(e=>e.act===r).map(M)}
    ${i.acts.filter(e=>e.act===r&&e.made&&a).map(e=>n`<p class="small">${e.made}</p>`)}
    ${a?n`<p class="small">${t.causes.shareKey}</p>${j(a)}`:``}
    ${o.length?n`<details><summary>${t.causes.otherScales(o.length)}</summary>${o.map(j)}</details>`:``}
  </section>`}function j(e){return n`<figure><figcaption><b>${e.title}</b> <span class="small">${e.kind===`event`?t.points:e.kind===`date`?t.days:e.unit}</span></figcaption>
    <div class="scroll wide" tabindex="0" role="region" aria-label=${e.title}>${T(e.bars,e.title,e.kind===`event`?100:1)}</div> ${g(`shares-${e.act}-${e.outcome}`)}</figure>`}function M({before:e,after:r,commands:i}){let[a,o]=[n`<code>${i[0]}</code>`,n`<code>${i[1]}</code>`];return e&&r?n``:e?n`<p class="small">${t.causes.noAfter} ${o}</p>`:r?n`<p class="small">${t.causes.noBefore} ${a}</p>`:n`<p class="small">${t.causes.noShares} ${a} ${t.causes.thenAfter} ${o}</p>`}async function N(a,o){let s=await e(`api/about`),c=n`<div class="page-head"><h1>${t.causes.title}</h1><p class="lead">${t.causes.lead}</p></div>`,l=await y(a,c,`causes`,t.causes.working),u=await e(`api/account`),d=e=>{let[t,n]=[e.parts.at(-2),e.parts.at(-1)],o=l.causes.find(e=>e.id===n&&(t===void 0||e.act===t));if(n&&!o)throw i(e.parts.join(`/`));r(o?z(o,s,u):P(l,s),a)};return d(o),{update:e=>(d(e),scrollTo(0,0),!0)}}function P(e,r){return n`<div class="page">
    <h1>${t.causes.title}</h1>
    <p class="lead">${t.causes.lead}</p>
    <p><a href="#/swap">${t.nav.swap}</a></p>
    ${e.available?``:n`<p class="problem">${e.reason||t.causes.absent}</p>`}
    ${r.acts.map(r=>{let i=e.causes.filter(e=>e.act===r);return i.length?n`<h2>${t.acts[r]??r}</h2><div class="cause-list">${i.map(e=>L(e,I(i)))}</div>
        ${l(A(r),h())}`:``})}
    <p class="small">${r.closing}</p>
  </div>`}function F(e){return c(`causes`,[e.act,e.id])}function I(e){return Math.max(...e.flatMap(({effect:e})=>e?[Math.abs(e.low),Math.abs(e.high)]:[0]))}function L(e,r){return n`<article class="cause">
    <h3><a href=${F(e)}>${e.title}</a></h3>
    <p class="chips">${u(`record`,e.record.word)} ${u(`arithmetic`,e.arithmetic.word)} ${u(`model`,e.model.word)}</p>
    ${e.effect?n`<p class="small">${t.causes.effect[e.effect.outcome]??``}</p>${R(e.effect,r)}`:``}
    <p class="small">${x(e.sentences)}</p>
  </article>`}function R(e,t){let r=e.low>0||e.high<0;return n`<div>${b(e.kind,e.unit,e,r,t)} <span class="small">${f(e.kind,e.unit,e)}</span></div>`}function z(e,r,i){return n`<div class="page verdict">
    <p class="steps no-print"><a href="#/causes">${t.causes.all}</a> <button @click=${()=>print()}>${t.print}</button></p>
    <h1>${e.title}</h1>
    <p class="small">${t.acts[e.act]??e.act} · ${t.whatif.serves} ${x(e.sentences)}</p>
    ${B(e,i).map(e=>n`<blockquote>${e.paraphrase} <span class="small">(${e.speaker})</span></blockquote>`)}
    <table class="axes"><tbody>
      ${[[`record`,e.record],[`arithmetic`,e.arithmetic],[`model`,e.model]].map(([e,r])=>n`<tr>
        <th scope="row">${t.axes[e]}</th><td><b>${o(e,r.word)}</b>${r.reason?n`<br>${v(r.reason)}`:``}</td></tr>`)}
    </tbody></table>
    ${e.taken_away.length?H(e):``}
    ${e.pairs?n`<p class="small">${t.whatif.read(e.pairs)} ${e.made}</p>`:``}
    ${e.levers.length&&e.absent?n`<p class="no-print"><a class="button main" href=${c(`whatif`,[e.act],{lever:`${e.levers[0]}=${e.absent}`})}>${t.causes.refight}</a></p>`:``}
    <details class="whole"><summary><h2>${t.causes.whole}</h2></summary>
      <pre class="verdict-text" tabindex="0" role="region" aria-label=${t.causes.whole}>${e.text.join(`
`)}</pre></details>
    ${V(e,i)}
    <p class="small">${r.closing}</p>
  </div>`}function B(e,t){return t.sentences.filter(t=>e.sentences.includes(t.id))}function V(e,r){let i=Object.keys(t.relation),a=[...new Map(B(e,r).flatMap(e=>e.recorded.map(e=>[e.claim,e.relation])))].flatMap(([e,t])=>r.claims[e]?[{claim:r.claims[e],relation:t}]:[]).sort((e,t)=>i.indexOf(e.relation)-i.indexOf(t.relation));return a.length?n`<section class="footnotes"><h2>${t.causes.footnotes(a.length)}</h2><ol>${a.map(({claim:e,relation:r})=>n`<li>
    ${t.relation[r]??r}: ${e.statement} <a href=${c(`sources`,e.source.split(`/`))}>${p(e)}</a></li>`)}</ol></section>`:``}function H(e){return n`<h2>${t.causes.taken}</h2>
    ${e.absent_words?n`<p class="small">${t.causes.absentMeans} ${e.absent_words}</p>`:``}
    <div class="scroll" tabindex="0" role="region" aria-label=${t.causes.taken}><table class="tall-rows">
      <thead><tr><th scope="col">${t.whatif.outcome}</th><th scope="col">${t.causes.withLess}</th><td></td></tr></thead>
      <tbody>${e.taken_away.map(e=>n`<tr><th scope="row">${e.title}</th><td class="whole-row">${R(e)}</td><td class="small whole-row">${v(e.word)}</td></tr>`)}</tbody></table></div>`}export{N as causes};