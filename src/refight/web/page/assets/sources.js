import{a as e,f as t,g as n,m as r,n as i}from"./store.js";import{H as a,o,s}from"./index.js";async function c(t,n){let a={all:await e(`api/sources`),sought:``,stance:``,chosen:void 0},o=()=>void r(l(a,o),t),s=e=>{let t=e.parts.join(`/`);if(a.chosen=a.all.sources[t],t&&!a.chosen)throw i(t);o()};return s(n),{update:e=>(s(e),scrollTo(0,0),!0)}}function l(e,r){let i=e.sought.toLowerCase(),s=Object.values(e.all.sources).filter(t=>(!e.stance||t.stance===e.stance)&&o(t).toLowerCase().includes(i)).sort((e,t)=>t.claims.length-e.claims.length);return n`<div class="page cards">
    <h1>${t.sources.title}</h1>
    ${e.chosen?d(e.chosen,e.all):n`<p class="lead">${t.sources.lead}</p>${u(e,r)}`}
    <label>${t.sources.seek} <input type="search" .value=${e.sought} @input=${t=>{e.sought=t.target.value,r()}}></label>
    <p class="small" role="status">${t.sources.found(s.length)}</p>
    <ul class="index">${s.slice(0,150).map(e=>n`<li><a href=${a(`sources`,e.source.split(`/`))}>${o(e)}</a>
      <span class="small">${t.stance[e.stance]??e.stance} · ${e.seen} · ${t.voices(e.claims.length,0)}</span></li>`)}</ul>
  </div>`}function u(e,r){return n`<div class="scroll" tabindex="0" role="region" aria-label=${t.table}><table>
    <thead><tr><th scope="col">${t.sources.stance}</th><th scope="col" class="number">${t.sources.sources}</th><th scope="col" class="number">${t.sources.voices}</th><th scope="col" class="number">${t.sources.claims}</th></tr></thead>
    <tbody>${e.all.stances.map(i=>n`<tr><th scope="row"><button aria-pressed=${e.stance===i.stance?`true`:`false`}
      @click=${()=>{e.stance=e.stance===i.stance?``:i.stance,r()}}>${t.stance[i.stance]??i.stance}</button></th>
      <td class="number">${i.sources}</td><td class="number">${i.voices}</td><td class="number">${i.claims}</td></tr>`)}</tbody></table></div>
    <p class="small">${t.sources.note}</p>`}function d(e,r){let i=e.claims.flatMap(e=>r.claims[e]??[]),o=e.shares_root_with.flatMap(e=>r.sources[e]??[]);return n`<article class="card">
    <h2>${e.title}</h2>
    <p>${[e.author,e.publisher,e.year??t.noYear].filter(Boolean).join(`, `)}</p>
    <p class="small">${[e.kind,t.stance[e.stance]??e.stance,e.seen,e.reliability?t.sources.reliability(e.reliability):``].filter(Boolean).join(` · `)}</p>
    ${e.note?n`<p>${e.note}</p>`:``}
    ${e.url?n`<p class="small">${t.sources.address} ${/^https?:/.test(e.url)?n`<a href=${e.url} rel="noreferrer noopener" target="_blank">${e.url}</a>`:e.url}</p>`:``}
    ${o.length?n`<p>${t.sources.family} ${o.map(e=>n`<a href=${a(`sources`,e.source.split(`/`))}>${e.title}</a>; `)}</p>`:``}
    <h3>${t.sources.says(i.length)}</h3><ul class="claims">${i.map(e=>s(e,!0))}</ul>
    <p><a href="#/sources">${t.sources.all}</a></p>
  </article>`}export{c as sources};