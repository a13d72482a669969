import{_ as e,f as t,h as n,i as r,s as i}from"./index.js";import{n as a,t as o}from"./claim.js";async function s(e,t){let r={all:await i(`api/sources`),sought:``,stance:``,chosen:void 0},a=()=>void n(c(r,a),e),o=e=>{r.chosen=r.all.sources[e.parts.join(`/`)],a()};return o(t),{update:e=>(o(e),scrollTo(0,0),!0)}}function c(n,i){let a=n.sought.toLowerCase(),s=Object.values(n.all.sources).filter(e=>(!n.stance||e.stance===n.stance)&&o(e).toLowerCase().includes(a)).sort((e,t)=>t.claims.length-e.claims.length);return e`<div class="page cards">
    <h1>${r.sources.title}</h1>
    ${n.chosen?u(n.chosen,n.all):e`<p class="lead">${r.sources.lead}</p>${l(n,i)}`}
    <label>${r.sources.seek} <input type="search" .value=${n.sought} @input=${e=>{n.sought=e.target.value,i()}}></label>
    <p class="small" role="status">${r.sources.found(s.length)}</p>
    <ul class="index">${s.slice(0,150).map(n=>e`<li><a href=${t(`sources`,n.source.split(`/`))}>${o(n)}</a>
      <span class="small">${r.stance[n.stance]??n.stance} · ${n.seen} · ${r.voices(n.claims.length,0)}</span></li>`)}</ul>
  </div>`}function l(t,n){return e`<div class="scroll" tabindex="0" role="region" aria-label=${r.table}><table>
    <thead><tr><th scope="col">${r.sources.stance}</th><th scope="col" class="number">${r.sources.sources}</th><th scope="col" class="number">${r.sources.voices}</th><th scope="col" class="number">${r.sources.claims}</th></tr></thead>
    <tbody>${t.all.stances.map(i=>e`<tr><th scope="row"><button aria-pressed=${t.stance===i.stance?`true`:`false`}
      @click=${()=>{t.stance=t.stance===i.stance?``:i.stance,n()}}>${r.stance[i.stance]??i.stance}</button></th>
      <td class="number">${i.sources}</td><td class="number">${i.voices}</td><td class="number">${i.claims}</td></tr>`)}</tbody></table></div>
    <p class="small">${r.sources.note}</p>`}function u(n,i){let o=n.claims.flatMap(e=>i.claims[e]??[]),s=n.shares_root_with.flatMap(e=>i.sources[e]??[]);return e`<article class="card">
    <h2>${n.title}</h2>
    <p>${[n.author,n.publisher,n.year??r.noYear].filter(Boolean).join(`, `)}</p>
    <p class="small">${[n.kind,r.stance[n.stance]??n.stance,n.seen,n.reliability?r.sources.reliability(n.reliability):``].filter(Boolean).join(` · `)}</p>
    ${n.note?e`<p>${n.note}</p>`:``}
    ${n.url?e`<p class="small">${r.sources.address} ${/^https?:/.test(n.url)?e`<a href=${n.url} rel="noreferrer noopener" target="_blank">${n.url}</a>`:n.url}</p>`:``}
    ${s.length?e`<p>${r.sources.family} ${s.map(n=>e`<a href=${t(`sources`,n.source.split(`/`))}>${n.title}</a>; `)}</p>`:``}
    <h3>${r.sources.says(o.length)}</h3><ul class="claims">${o.map(e=>a(e))}</ul>
    <p><a href="#/sources">${r.sources.all}</a></p>
  </article>`}export{s as sources};