import{d as e,h as t,i as n,l as r,p as i}from"./store.js";import{B as a,C as o,L as s,R as c,V as l,h as u,l as d,o as f,p,r as m,v as h,x as g,z as _}from"./index.js";import{t as v}from"./slow.js";import{t as y}from"./effect.js";import{t as b}from"./levers.js";var x=760,S=250,C=34;function w(e,n,r=1){let i=e.map(e=>({...e,before:T(e.before,r),after:T(e.after,r)})),a=i.flatMap(e=>[e.before,e.after]).flatMap(e=>e?[e.low,e.high,0]:[]),[s,c]=[Math.min(0,...a),Math.max(.01,...a)],l=e=>S+(e-s)/(c-s)*490,d=i.length*C+26;return t`<svg class="chart" viewBox="0 0 ${x} ${d}" role="img" aria-label=${`${n}. ${i.map(O).join(` `)}`}>
    ${u(s,c,5).map(e=>t`<line x1=${l(e)} x2=${l(e)} y1="2" y2=${d-22} stroke="#e6dfd1"></line>
      <text x=${l(e)} y=${d-8} font-size="11.5" fill=${o} text-anchor="middle">${e.toLocaleString(`en-GB`)}</text>`)}
    ${i.map((e,t)=>E(e,18+t*C,l))}
  </svg>`}function T(e,t){return e&&{value:e.value*t,low:e.low*t,high:e.high*t}}function E(e,n,r){return t`<text x=${240} y=${n+4} font-size="12" text-anchor="end" fill=${g}>${e.title.length>38?`${e.title.slice(0,37)}…`:e.title}<title>${e.title}</title></text>
    ${D(e.before,n-5,r,o,!1)} ${D(e.after,n+6,r,`#1d4e79`,!0)}`}function D(e,n,r,i,a){return e?t`<line x1=${r(e.low)} x2=${r(e.high)} y1=${n} y2=${n} stroke=${i} stroke-width="3"></line>
    <circle cx=${r(e.value)} cy=${n} r="4.500" fill=${a?i:`#fffdf8`} stroke=${i} stroke-width="1.800"></circle>`:``}function O(e){let t=e=>e?`${p(e.value)} (${p(e.low)} ${r.to} ${p(e.high)})`:``;return`${e.title}: ${[t(e.before),t(e.after)].filter(Boolean).join(`; `)}.`}async function k(e){let t=await n(`api/shares`),[a,...o]=t.shares.filter(t=>t.act===e),s=r.acts[e]??e;return i`<section class="shares"><h3>${r.causes.shares(s)}</h3>
    ${t.acts.filter(t=>t.act===e).map(j)}
    ${t.acts.filter(t=>t.act===e&&t.made&&a).map(e=>i`<p class="small">${e.made}</p>`)}
    ${a?i`<p class="small">${r.causes.shareKey}</p>${A(a)}`:``}
    ${o.length?i`<details><summary>${r.causes.otherScales(o.length)}</summary>${o.map(A)}</details>`:``}
  </section>`}function A(e){return i`<figure><figcaption><b>${e.title}</b> <span class="small">${e.kind===`event`?r.points:e.kind===`date`?r.days:e.unit}</span></figcaption>
    <div class="scroll wide" tabindex="0" role="region" aria-label=${e.title}>${w(e.bars,e.title,e.kind===`event`?100:1)}</div> ${h(`shares-${e.act}-${e.outcome}`)}</figure>`}function j({before:e,after:t,commands:n}){let[a,o]=[i`<code>${n[0]}</code>`,i`<code>${n[1]}</code>`];return e&&t?i``:e?i`<p class="small">${r.causes.noAfter} ${o}</p>`:t?i`<p class="small">${r.causes.noBefore} ${a}</p>`:i`<p class="small">${r.causes.noShares} ${a} ${r.causes.thenAfter} ${o}</p>`}async function M(t,a){let o=await n(`api/about`),s=i`<div class="page-head"><h1>${r.causes.title}</h1><p class="lead">${r.causes.lead}</p></div>`,c=await v(t,s,`causes`,r.causes.working),l=await n(`api/account`),u=n=>{let[r,i]=[n.parts.at(-2),n.parts.at(-1)],a=c.causes.find(e=>e.id===i&&(r===void 0||e.act===r));e(a?R(a,o,l):N(c,o),t)};return u(a),{update:e=>(u(e),scrollTo(0,0),!0)}}function N(e,t){return i`<div class="page">
    <h1>${r.causes.title}</h1>
    <p class="lead">${r.causes.lead}</p>
    <p><a href="#/swap">${r.nav.swap}</a></p>
    ${e.available?``:i`<p class="problem">${e.reason||r.causes.absent}</p>`}
    ${t.acts.map(t=>{let n=e.causes.filter(e=>e.act===t);return n.length?i`<h2>${r.acts[t]??t}</h2><div class="cause-list">${n.map(e=>I(e,F(n)))}</div>
        ${s(k(t),m())}`:``})}
    <p class="small">${t.closing}</p>
  </div>`}function P(e){return l(`causes`,[e.act,e.id])}function F(e){return Math.max(...e.flatMap(({effect:e})=>e?[Math.abs(e.low),Math.abs(e.high)]:[0]))}function I(e,t){return i`<article class="cause">
    <h3><a href=${P(e)}>${e.title}</a></h3>
    <p class="chips">${c(`record`,e.record.word)} ${c(`arithmetic`,e.arithmetic.word)} ${c(`model`,e.model.word)}</p>
    ${e.effect?i`<p class="small">${r.causes.effect[e.effect.outcome]??``}</p>${L(e.effect,t)}`:``}
    <p class="small">${b(e.sentences)}</p>
  </article>`}function L(e,t){let n=e.low>0||e.high<0;return i`<div>${y(e.kind,e.unit,e,n,t)} <span class="small">${d(e.kind,e.unit,e)}</span></div>`}function R(e,t,n){return i`<div class="page verdict">
    <p class="steps no-print"><a href="#/causes">${r.causes.all}</a> <button @click=${()=>print()}>${r.print}</button></p>
    <h1>${e.title}</h1>
    <p class="small">${r.acts[e.act]??e.act} · ${r.whatif.serves} ${b(e.sentences)}</p>
    ${z(e,n).map(e=>i`<blockquote>${e.paraphrase} <span class="small">(${e.speaker})</span></blockquote>`)}
    <table class="axes"><tbody>
      ${[[`record`,e.record],[`arithmetic`,e.arithmetic],[`model`,e.model]].map(([e,t])=>i`<tr>
        <th scope="row">${r.axes[e]}</th><td><b>${a(e,t.word)}</b>${t.reason?i`<br>${_(t.reason)}`:``}</td></tr>`)}
    </tbody></table>
    ${e.taken_away.length?V(e):``}
    ${e.pairs?i`<p class="small">${r.whatif.read(e.pairs)} ${e.made}</p>`:``}
    ${e.levers.length&&e.absent?i`<p class="no-print"><a class="button main" href=${l(`whatif`,[e.act],{lever:`${e.levers[0]}=${e.absent}`})}>${r.causes.refight}</a></p>`:``}
    <details class="whole"><summary><h2>${r.causes.whole}</h2></summary>
      <pre class="verdict-text" tabindex="0" role="region" aria-label=${r.causes.whole}>${e.text.join(`
`)}</pre></details>
    ${B(e,n)}
    <p class="small">${t.closing}</p>
  </div>`}function z(e,t){return t.sentences.filter(t=>e.sentences.includes(t.id))}function B(e,t){let n=[...new Map(z(e,t).flatMap(e=>e.recorded.map(e=>[e.claim,e.relation])))].flatMap(([e,n])=>t.claims[e]?[{claim:t.claims[e],relation:n}]:[]);return n.length?i`<section class="footnotes"><h2>${r.causes.footnotes(n.length)}</h2><ol>${n.map(({claim:e,relation:t})=>i`<li>
    ${r.relation[t]??t}: ${e.statement} <a href=${l(`sources`,e.source.split(`/`))}>${f(e)}</a></li>`)}</ol></section>`:``}function V(e){return i`<h2>${r.causes.taken}</h2>
    ${e.absent_words?i`<p class="small">${r.causes.absentMeans} ${e.absent_words}</p>`:``}
    <div class="scroll" tabindex="0" role="region" aria-label=${r.causes.taken}><table class="tall-rows">
      <thead><tr><th scope="col">${r.whatif.outcome}</th><th scope="col">${r.causes.withLess}</th><td></td></tr></thead>
      <tbody>${e.taken_away.map(e=>i`<tr><th scope="row">${e.title}</th><td class="whole-row">${L(e)}</td><td class="small whole-row">${_(e.word)}</td></tr>`)}</tbody></table></div>`}export{M as causes};