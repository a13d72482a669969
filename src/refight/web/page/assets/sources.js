import{d as e,g as t,m as n,o as r,r as i}from"./index.js";import{n as a,t as o}from"./claim.js";async function s(e,t){let i={all:await r(`api/sources`),sought:``,stance:``,chosen:void 0},a=()=>void n(c(i,a),e),o=e=>{i.chosen=i.all.sources[e.parts.join(`/`)],a()};return o(t),{update:e=>(o(e),scrollTo(0,0),!0)}}function c(n,r){let a=n.sought.toLowerCase(),s=Object.values(n.all.sources).filter(e=>(!n.stance||e.stance===n.stance)&&o(e).toLowerCase().includes(a)).sort((e,t)=>t.claims.length-e.claims.length);return t`<div class="page cards">
    <h1>${i.sources.title}</h1>
    ${n.chosen?u(n.chosen,n.all):t`<p class="lead">${i.sources.lead}</p>${l(n,r)}`}
    <label>${i.sources.seek} <input type="search" .value=${n.sought} @input=${e=>{n.sought=e.target.value,r()}}></label>
    <p class="small" role="status">${i.sources.found(s.length)}</p>
    <ul class="index">${s.slice(0,150).map(n=>t`<li><a href=${e(`sources`,n.source.split(`/`))}>${o(n)}</a>
      <span class="small">${i.stance[n.stance]??n.stance} · ${n.seen} · ${i.voices(n.claims.length,0)}</span></li>`)}</ul>
  </div>`}function l(e,n){return t`<div class="scroll"><table>
    <thead><tr><th scope="col">${i.sources.stance}</th><th scope="col" class="number">${i.sources.sources}</th><th scope="col" class="number">${i.sources.voices}</th><th scope="col" class="number">${i.sources.claims}</th></tr></thead>
    <tbody>${e.all.stances.map(r=>t`<tr><th scope="row"><button aria-pressed=${e.stance===r.stance?`true`:`false`}
      @click=${()=>{e.stance=e.stance===r.stance?``:r.stance,n()}}>${i.stance[r.stance]??r.stance}</button></th>
      <td class="number">${r.sources}</td><td class="number">${r.voices}</td><td class="number">${r.claims}</td></tr>`)}</tbody></table></div>
    <p class="small">${i.sources.note}</p>`}function u(n,r){let o=n.claims.flatMap(e=>r.claims[e]??[]),s=n.shares_root_with.flatMap(e=>r.sources[e]??[]);return t`<article class="card">
    <h2>${n.title}</h2>
    <p>${[n.author,n.publisher,n.year??i.noYear].filter(Boolean).join(`, `)}</p>
    <p class="small">${[n.kind,i.stance[n.stance]??n.stance,n.seen,n.reliability?i.sources.reliability(n.reliability):``].filter(Boolean).join(` · `)}</p>
    ${n.note?t`<p>${n.note}</p>`:``}
    ${n.url?t`<p class="small">${i.sources.address} ${/^https?:/.test(n.url)?t`<a href=${n.url} rel="noreferrer noopener" target="_blank">${n.url}</a>`:n.url}</p>`:``}
    ${s.length?t`<p>${i.sources.family} ${s.map(n=>t`<a href=${e(`sources`,n.source.split(`/`))}>${n.title}</a>; `)}</p>`:``}
    <h3>${i.sources.says(o.length)}</h3><ul class="claims">${o.map(e=>a(e))}</ul>
    <p><a href="#/sources">${i.sources.all}</a></p>
  </article>`}export{s as sources};