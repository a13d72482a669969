import{d as e,i as t,l as n,p as r}from"./store.js";import{V as i,o as a,s as o}from"./index.js";async function s(n,r){let i={all:await t(`api/sources`),sought:``,stance:``,chosen:void 0},a=()=>void e(c(i,a),n),o=e=>{i.chosen=i.all.sources[e.parts.join(`/`)],a()};return o(r),{update:e=>(o(e),scrollTo(0,0),!0)}}function c(e,t){let o=e.sought.toLowerCase(),s=Object.values(e.all.sources).filter(t=>(!e.stance||t.stance===e.stance)&&a(t).toLowerCase().includes(o)).sort((e,t)=>t.claims.length-e.claims.length);return r`<div class="page cards">
    <h1>${n.sources.title}</h1>
    ${e.chosen?u(e.chosen,e.all):r`<p class="lead">${n.sources.lead}</p>${l(e,t)}`}
    <label>${n.sources.seek} <input type="search" .value=${e.sought} @input=${n=>{e.sought=n.target.value,t()}}></label>
    <p class="small" role="status">${n.sources.found(s.length)}</p>
    <ul class="index">${s.slice(0,150).map(e=>r`<li><a href=${i(`sources`,e.source.split(`/`))}>${a(e)}</a>
      <span class="small">${n.stance[e.stance]??e.stance} · ${e.seen} · ${n.voices(e.claims.length,0)}</span></li>`)}</ul>
  </div>`}function l(e,t){return r`<div class="scroll" tabindex="0" role="region" aria-label=${n.table}><table>
    <thead><tr><th scope="col">${n.sources.stance}</th><th scope="col" class="number">${n.sources.sources}</th><th scope="col" class="number">${n.sources.voices}</th><th scope="col" class="number">${n.sources.claims}</th></tr></thead>
    <tbody>${e.all.stances.map(i=>r`<tr><th scope="row"><button aria-pressed=${e.stance===i.stance?`true`:`false`}
      @click=${()=>{e.stance=e.stance===i.stance?``:i.stance,t()}}>${n.stance[i.stance]??i.stance}</button></th>
      <td class="number">${i.sources}</td><td class="number">${i.voices}</td><td class="number">${i.claims}</td></tr>`)}</tbody></table></div>
    <p class="small">${n.sources.note}</p>`}function u(e,t){let a=e.claims.flatMap(e=>t.claims[e]??[]),s=e.shares_root_with.flatMap(e=>t.sources[e]??[]);return r`<article class="card">
    <h2>${e.title}</h2>
    <p>${[e.author,e.publisher,e.year??n.noYear].filter(Boolean).join(`, `)}</p>
    <p class="small">${[e.kind,n.stance[e.stance]??e.stance,e.seen,e.reliability?n.sources.reliability(e.reliability):``].filter(Boolean).join(` · `)}</p>
    ${e.note?r`<p>${e.note}</p>`:``}
    ${e.url?r`<p class="small">${n.sources.address} ${/^https?:/.test(e.url)?r`<a href=${e.url} rel="noreferrer noopener" target="_blank">${e.url}</a>`:e.url}</p>`:``}
    ${s.length?r`<p>${n.sources.family} ${s.map(e=>r`<a href=${i(`sources`,e.source.split(`/`))}>${e.title}</a>; `)}</p>`:``}
    <h3>${n.sources.says(a.length)}</h3><ul class="claims">${a.map(e=>o(e,!0))}</ul>
    <p><a href="#/sources">${n.sources.all}</a></p>
  </article>`}export{s as sources};