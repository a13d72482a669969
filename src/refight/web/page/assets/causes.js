import{_ as e,f as t,h as n,i as r,r as i,s as a,y as o}from"./index.js";import{t as s}from"./record.js";import{c,n as l}from"./format.js";import{n as u,t as d}from"./tidy.js";import{t as f}from"./effect.js";import{r as p}from"./save.js";import{i as m,n as h}from"./colours.js";import{t as g}from"./claim.js";import{t as _}from"./levers.js";var v=760,y=250,b=34;function x(e,t){let n=e.flatMap(e=>[e.before,e.after]).flatMap(e=>e?[e.low,e.high,0]:[]),[r,i]=[Math.min(0,...n),Math.max(.01,...n)],a=e=>y+(e-r)/(i-r)*490,s=e.length*b+26;return o`<svg class="chart" viewBox="0 0 ${v} ${s}" role="img" aria-label=${`${t}. ${e.map(w).join(` `)}`}>
    ${c(r,i,5).map(e=>o`<line x1=${a(e)} x2=${a(e)} y1="2" y2=${s-22} stroke="#e6dfd1"></line>
      <text x=${a(e)} y=${s-8} font-size="11.5" fill=${m} text-anchor="middle">${e.toLocaleString(`en-GB`)}</text>`)}
    ${e.map((e,t)=>S(e,18+t*b,a))}
  </svg>`}function S(e,t,n){return o`<text x=${240} y=${t+4} font-size="12" text-anchor="end" fill=${h}>${e.title.length>38?`${e.title.slice(0,37)}…`:e.title}<title>${e.title}</title></text>
    ${C(e.before,t-5,n,m,!1)} ${C(e.after,t+6,n,`#1d4e79`,!0)}`}function C(e,t,n,r,i){return e?o`<line x1=${n(e.low)} x2=${n(e.high)} y1=${t} y2=${t} stroke=${r} stroke-width="3"></line>
    <circle cx=${n(e.value)} cy=${t} r="4.500" fill=${i?r:`#fffdf8`} stroke=${r} stroke-width="1.800"></circle>`:``}function w(e){let t=e=>e?`${e.value.toFixed(2)} (${e.low.toFixed(2)} ${r.to} ${e.high.toFixed(2)})`:``;return`${e.title}: ${[t(e.before),t(e.after)].filter(Boolean).join(`; `)}.`}async function T(t,o){let s=await a(`api/about`);n(e`<div class="page"><h1>${r.causes.title}</h1><p class="lead">${r.causes.lead}</p>${i(r.causes.working)}</div>`,t);let[c,l]=await Promise.all([a(`api/causes`),a(`api/account`)]),u=e=>{let[r,i]=[e.parts.at(-2),e.parts.at(-1)],a=c.causes.find(e=>e.id===i&&(r===void 0||e.act===r));n(a?j(a,s,l):E(c,s),t)};return u(o),{update:e=>(u(e),scrollTo(0,0),!0)}}function E(t,n){return e`<div class="page">
    <h1>${r.causes.title}</h1>
    <p class="lead">${r.causes.lead}</p>
    <p><a href="#/swap">${r.nav.swap}</a></p>
    ${t.available?``:e`<p class="problem">${t.reason||r.causes.absent}</p>`}
    ${n.acts.map(n=>{let i=t.causes.filter(e=>e.act===n);return i.length?e`<h2>${r.acts[n]??n}</h2><div class="cause-list">${i.map(e=>k(e,O(i)))}</div>`:``})}
    ${t.shares.map(t=>e`<figure><figcaption><h2>${r.causes.shares(r.acts[t.act]??t.act)}</h2></figcaption>
      ${x(t.bars,r.causes.shares(r.acts[t.act]??t.act))}<p class="small">${r.causes.shareKey} ${p(`shares-${t.act}`)}</p></figure>`)}
    ${t.shares_reason?e`<p class="small">${r.causes.sharesBy} <code>${t.shares_reason}</code></p>`:``}
    <p class="small">${n.closing}</p>
  </div>`}function D(e){return t(`causes`,[e.act,e.id])}function O(e){return Math.max(...e.flatMap(({effect:e})=>e?[Math.abs(e.low),Math.abs(e.high)]:[0]))}function k(t,n){return e`<article class="cause">
    <h3><a href=${D(t)}>${t.title}</a></h3>
    <p class="chips">${s(`record`,t.record.word)} ${s(`arithmetic`,t.arithmetic.word)} ${s(`model`,t.model.word)}</p>
    ${t.effect?e`<p class="small">${r.causes.effect[t.effect.outcome]??``}</p>${A(t.effect,n)}`:``}
    <p class="small">${_(t.sentences)}</p>
  </article>`}function A(t,n){let r=t.low>0||t.high<0;return e`<div>${f(t.kind,t.unit,t,r,n)} <span class="small">${l(t.kind,t.unit,t)}</span></div>`}function j(n,i,a){return e`<div class="page verdict">
    <p class="steps no-print"><a href="#/causes">${r.causes.all}</a> <button @click=${()=>print()}>${r.print}</button></p>
    <h1>${n.title}</h1>
    <p class="small">${r.acts[n.act]??n.act} · ${r.whatif.serves} ${_(n.sentences)}</p>
    ${M(n,a).map(t=>e`<blockquote>${t.paraphrase} <span class="small">(${t.speaker})</span></blockquote>`)}
    <table class="axes"><tbody>
      ${[[`record`,n.record],[`arithmetic`,n.arithmetic],[`model`,n.model]].map(([t,n])=>e`<tr>
        <th scope="row">${r.axes[t]}</th><td><b>${u(t,n.word)}</b>${n.reason?e`<br>${d(n.reason)}`:``}</td></tr>`)}
    </tbody></table>
    ${n.taken_away.length?P(n):``}
    ${n.levers.length&&n.absent?e`<p class="no-print"><a class="button main" href=${t(`whatif`,[n.act],{lever:`${n.levers[0]}=${n.absent}`})}>${r.causes.refight}</a></p>`:``}
    <details class="whole"><summary><h2>${r.causes.whole}</h2></summary>
      <pre class="verdict-text" tabindex="0" role="region" aria-label=${r.causes.whole}>${n.text.join(`
`)}</pre></details>
    ${N(n,a)}
    <p class="small">${i.closing}</p>
  </div>`}function M(e,t){return t.sentences.filter(t=>e.sentences.includes(t.id))}function N(n,i){let a=[...new Map(M(n,i).flatMap(e=>e.recorded.map(e=>[e.claim,e.relation])))].flatMap(([e,t])=>i.claims[e]?[{claim:i.claims[e],relation:t}]:[]);return a.length?e`<section class="footnotes"><h2>${r.causes.footnotes(a.length)}</h2><ol>${a.map(({claim:n,relation:i})=>e`<li>
    ${r.relation[i]??i}: ${n.statement} <a href=${t(`sources`,n.source.split(`/`))}>${g(n)}</a></li>`)}</ol></section>`:``}function P(t){return e`<h2>${r.causes.taken}</h2>
    ${t.absent_words?e`<p class="small">${r.causes.absentMeans} ${t.absent_words}</p>`:``}
    <div class="scroll" tabindex="0" role="region" aria-label=${r.causes.taken}><table class="tall-rows">
      <thead><tr><th scope="col">${r.whatif.outcome}</th><th scope="col">${r.causes.withLess}</th><td></td></tr></thead>
      <tbody>${t.taken_away.map(t=>e`<tr><th scope="row">${t.title}</th><td class="whole-row">${A(t)}</td><td class="small whole-row">${d(t.word)}</td></tr>`)}</tbody></table></div>`}export{T as causes};