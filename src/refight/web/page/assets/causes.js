import{b as e,c as t,g as n,i as r,p as i,r as a,v as o}from"./index.js";import{i as s,t as c}from"./until.js";import{t as l}from"./record.js";import{c as u,n as d,o as f}from"./format.js";import{n as p,t as m}from"./tidy.js";import{t as h}from"./slow.js";import{t as g}from"./effect.js";import{t as _}from"./claim.js";import{t as v}from"./levers.js";import{i as y,n as b}from"./colours.js";var x=760,S=250,C=34;function w(t,n,r=1){let i=t.map(e=>({...e,before:T(e.before,r),after:T(e.after,r)})),a=i.flatMap(e=>[e.before,e.after]).flatMap(e=>e?[e.low,e.high,0]:[]),[o,s]=[Math.min(0,...a),Math.max(.01,...a)],c=e=>S+(e-o)/(s-o)*490,l=i.length*C+26;return e`<svg class="chart" viewBox="0 0 ${x} ${l}" role="img" aria-label=${`${n}. ${i.map(O).join(` `)}`}>
    ${u(o,s,5).map(t=>e`<line x1=${c(t)} x2=${c(t)} y1="2" y2=${l-22} stroke="#e6dfd1"></line>
      <text x=${c(t)} y=${l-8} font-size="11.5" fill=${y} text-anchor="middle">${t.toLocaleString(`en-GB`)}</text>`)}
    ${i.map((e,t)=>E(e,18+t*C,c))}
  </svg>`}function T(e,t){return e&&{value:e.value*t,low:e.low*t,high:e.high*t}}function E(t,n,r){return e`<text x=${240} y=${n+4} font-size="12" text-anchor="end" fill=${b}>${t.title.length>38?`${t.title.slice(0,37)}…`:t.title}<title>${t.title}</title></text>
    ${D(t.before,n-5,r,y,!1)} ${D(t.after,n+6,r,`#1d4e79`,!0)}`}function D(t,n,r,i,a){return t?e`<line x1=${r(t.low)} x2=${r(t.high)} y1=${n} y2=${n} stroke=${i} stroke-width="3"></line>
    <circle cx=${r(t.value)} cy=${n} r="4.500" fill=${a?i:`#fffdf8`} stroke=${i} stroke-width="1.800"></circle>`:``}function O(e){let t=e=>e?`${f(e.value)} (${f(e.low)} ${r.to} ${f(e.high)})`:``;return`${e.title}: ${[t(e.before),t(e.after)].filter(Boolean).join(`; `)}.`}async function k(e){let n=await t(`api/shares`),[i,...a]=n.shares.filter(t=>t.act===e),s=r.acts[e]??e;return o`<section class="shares"><h3>${r.causes.shares(s)}</h3>
    ${n.acts.filter(t=>t.act===e).map(j)}
    ${n.acts.filter(t=>t.act===e&&t.made&&i).map(e=>o`<p class="small">${e.made}</p>`)}
    ${i?o`<p class="small">${r.causes.shareKey}</p>${A(i)}`:``}
    ${a.length?o`<details><summary>${r.causes.otherScales(a.length)}</summary>${a.map(A)}</details>`:``}
  </section>`}function A(e){return o`<figure><figcaption><b>${e.title}</b> <span class="small">${e.kind===`event`?r.points:e.kind===`date`?r.days:e.unit}</span></figcaption>
    <div class="scroll wide" tabindex="0" role="region" aria-label=${e.title}>${w(e.bars,e.title,e.kind===`event`?100:1)}</div> ${s(`shares-${e.act}-${e.outcome}`)}</figure>`}function j({before:e,after:t,commands:n}){let[i,a]=[o`<code>${n[0]}</code>`,o`<code>${n[1]}</code>`];return e&&t?o``:e?o`<p class="small">${r.causes.noAfter} ${a}</p>`:t?o`<p class="small">${r.causes.noBefore} ${i}</p>`:o`<p class="small">${r.causes.noShares} ${i} ${r.causes.thenAfter} ${a}</p>`}async function M(e,i){let a=await t(`api/about`),s=o`<div class="page-head"><h1>${r.causes.title}</h1><p class="lead">${r.causes.lead}</p></div>`,c=await h(e,s,`causes`,r.causes.working),l=await t(`api/account`),u=t=>{let[r,i]=[t.parts.at(-2),t.parts.at(-1)],o=c.causes.find(e=>e.id===i&&(r===void 0||e.act===r));n(o?R(o,a,l):N(c,a),e)};return u(i),{update:e=>(u(e),scrollTo(0,0),!0)}}function N(e,t){return o`<div class="page">
    <h1>${r.causes.title}</h1>
    <p class="lead">${r.causes.lead}</p>
    <p><a href="#/swap">${r.nav.swap}</a></p>
    ${e.available?``:o`<p class="problem">${e.reason||r.causes.absent}</p>`}
    ${t.acts.map(t=>{let n=e.causes.filter(e=>e.act===t);return n.length?o`<h2>${r.acts[t]??t}</h2><div class="cause-list">${n.map(e=>I(e,F(n)))}</div>
        ${c(k(t),a())}`:``})}
    <p class="small">${t.closing}</p>
  </div>`}function P(e){return i(`causes`,[e.act,e.id])}function F(e){return Math.max(...e.flatMap(({effect:e})=>e?[Math.abs(e.low),Math.abs(e.high)]:[0]))}function I(e,t){return o`<article class="cause">
    <h3><a href=${P(e)}>${e.title}</a></h3>
    <p class="chips">${l(`record`,e.record.word)} ${l(`arithmetic`,e.arithmetic.word)} ${l(`model`,e.model.word)}</p>
    ${e.effect?o`<p class="small">${r.causes.effect[e.effect.outcome]??``}</p>${L(e.effect,t)}`:``}
    <p class="small">${v(e.sentences)}</p>
  </article>`}function L(e,t){let n=e.low>0||e.high<0;return o`<div>${g(e.kind,e.unit,e,n,t)} <span class="small">${d(e.kind,e.unit,e)}</span></div>`}function R(e,t,n){return o`<div class="page verdict">
    <p class="steps no-print"><a href="#/causes">${r.causes.all}</a> <button @click=${()=>print()}>${r.print}</button></p>
    <h1>${e.title}</h1>
    <p class="small">${r.acts[e.act]??e.act} · ${r.whatif.serves} ${v(e.sentences)}</p>
    ${z(e,n).map(e=>o`<blockquote>${e.paraphrase} <span class="small">(${e.speaker})</span></blockquote>`)}
    <table class="axes"><tbody>
      ${[[`record`,e.record],[`arithmetic`,e.arithmetic],[`model`,e.model]].map(([e,t])=>o`<tr>
        <th scope="row">${r.axes[e]}</th><td><b>${p(e,t.word)}</b>${t.reason?o`<br>${m(t.reason)}`:``}</td></tr>`)}
    </tbody></table>
    ${e.taken_away.length?V(e):``}
    ${e.pairs?o`<p class="small">${r.whatif.read(e.pairs)} ${e.made}</p>`:``}
    ${e.levers.length&&e.absent?o`<p class="no-print"><a class="button main" href=${i(`whatif`,[e.act],{lever:`${e.levers[0]}=${e.absent}`})}>${r.causes.refight}</a></p>`:``}
    <details class="whole"><summary><h2>${r.causes.whole}</h2></summary>
      <pre class="verdict-text" tabindex="0" role="region" aria-label=${r.causes.whole}>${e.text.join(`
`)}</pre></details>
    ${B(e,n)}
    <p class="small">${t.closing}</p>
  </div>`}function z(e,t){return t.sentences.filter(t=>e.sentences.includes(t.id))}function B(e,t){let n=[...new Map(z(e,t).flatMap(e=>e.recorded.map(e=>[e.claim,e.relation])))].flatMap(([e,n])=>t.claims[e]?[{claim:t.claims[e],relation:n}]:[]);return n.length?o`<section class="footnotes"><h2>${r.causes.footnotes(n.length)}</h2><ol>${n.map(({claim:e,relation:t})=>o`<li>
    ${r.relation[t]??t}: ${e.statement} <a href=${i(`sources`,e.source.split(`/`))}>${_(e)}</a></li>`)}</ol></section>`:``}function V(e){return o`<h2>${r.causes.taken}</h2>
    ${e.absent_words?o`<p class="small">${r.causes.absentMeans} ${e.absent_words}</p>`:``}
    <div class="scroll" tabindex="0" role="region" aria-label=${r.causes.taken}><table class="tall-rows">
      <thead><tr><th scope="col">${r.whatif.outcome}</th><th scope="col">${r.causes.withLess}</th><td></td></tr></thead>
      <tbody>${e.taken_away.map(e=>o`<tr><th scope="row">${e.title}</th><td class="whole-row">${L(e)}</td><td class="small whole-row">${m(e.word)}</td></tr>`)}</tbody></table></div>`}export{M as causes};