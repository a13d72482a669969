import{c as e,g as t,i as n,p as r,v as i}from"./index.js";import{n as a,t as o}from"./claim.js";async function s(n,r){let i={all:await e(`api/sources`),sought:``,stance:``,chosen:void 0},a=()=>void t(c(i,a),n),o=e=>{i.chosen=i.all.sources[e.parts.join(`/`)],a()};return o(r),{update:e=>(o(e),scrollTo(0,0),!0)}}function c(e,t){let a=e.sought.toLowerCase(),s=Object.values(e.all.sources).filter(t=>(!e.stance||t.stance===e.stance)&&o(t).toLowerCase().includes(a)).sort((e,t)=>t.claims.length-e.claims.length);return i`<div class="page cards">
    <h1>${n.sources.title}</h1>
    ${e.chosen?u(e.chosen,e.all):i`<p class="lead">${n.sources.lead}</p>${l(e,t)}`}
    <label>${n.sources.seek} <input type="search" .value=${e.sought} @input=${n=>{e.sought=n.target.value,t()}}></label>
    <p class="small" role="status">${n.sources.found(s.length)}</p>
    <ul class="index">${s.slice(0,150).map(e=>i`<li><a href=${r(`sources`,e.source.split(`/`))}>${o(e)}</a>
      <span class="small">${n.stance[e.stance]??e.stance} · ${e.seen} · ${n.voices(e.claims.length,0)}</span></li>`)}</ul>
  </div>`}function l(e,t){return i`<div class="scroll" tabindex="0" role="region" aria-label=${n.table}><table>
    <thead><tr><th scope="col">${n.sources.stance}</th><th scope="col" class="number">${n.sources.sources}</th><th scope="col" class="number">${n.sources.voices}</th><th scope="col" class="number">${n.sources.claims}</th></tr></thead>
    <tbody>${e.all.stances.map(r=>i`<tr><th scope="row"><button aria-pressed=${e.stance===r.stance?`true`:`false`}
      @click=${()=>{e.stance=e.stance===r.stance?``:r.stance,t()}}>${n.stance[r.stance]??r.stance}</button></th>
      <td class="number">${r.sources}</td><td class="number">${r.voices}</td><td class="number">${r.claims}</td></tr>`)}</tbody></table></div>
    <p class="small">${n.sources.note}</p>`}function u(e,t){let o=e.claims.flatMap(e=>t.claims[e]??[]),s=e.shares_root_with.flatMap(e=>t.sources[e]??[]);return i`<article class="card">
    <h2>${e.title}</h2>
    <p>${[e.author,e.publisher,e.year??n.noYear].filter(Boolean).join(`, `)}</p>
    <p class="small">${[e.kind,n.stance[e.stance]??e.stance,e.seen,e.reliability?n.sources.reliability(e.reliability):``].filter(Boolean).join(` · `)}</p>
    ${e.note?i`<p>${e.note}</p>`:``}
    ${e.url?i`<p class="small">${n.sources.address} ${/^https?:/.test(e.url)?i`<a href=${e.url} rel="noreferrer noopener" target="_blank">${e.url}</a>`:e.url}</p>`:``}
    ${s.length?i`<p>${n.sources.family} ${s.map(e=>i`<a href=${r(`sources`,e.source.split(`/`))}>${e.title}</a>; `)}</p>`:``}
    <h3>${n.sources.says(o.length)}</h3><ul class="claims">${o.map(e=>a(e,!0))}</ul>
    <p><a href="#/sources">${n.sources.all}</a></p>
  </article>`}export{s as sources};