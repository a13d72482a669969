import{a as e,f as t,g as n,m as r,n as i}from"./store.js";import{H as a,I as o,s}from"./index.js";async function c(t,n){let[a,o]=await Promise.all([e(`api/places`),e(`api/sources`)]),s={places:a.places.toSorted((e,t)=>u(t)-u(e)||e.name.localeCompare(t.name)),sources:o,sought:``,chosen:void 0},c=()=>void r(d(s,c),t),l=e=>{let t=e.parts.join(`/`);if(s.chosen=s.places.find(e=>e.place===t),t&&!s.chosen)throw i(t);c()};return l(n),{update:e=>(l(e),scrollTo(0,0),!0)}}function l(e){return e.kind.replaceAll(`-`,` `)}function u(e){return e.claims.length+e.events.length}function d(e,r){let i=e.sought.toLowerCase(),o=e.places.filter(e=>[e.name,e.name_fa,...e.aliases].some(e=>e.toLowerCase().includes(i)));return n`<div class="page cards">
    <h1>${t.places.title}</h1>
    ${e.chosen?f(e.chosen,e.sources):n`<p class="lead">${t.places.lead} <span class="small">${t.places.order}</span></p>`}
    <label>${t.places.seek} <input type="search" .value=${e.sought} @input=${t=>{e.sought=t.target.value,r()}}></label>
    <ul class="index">${o.map(e=>n`<li><a href=${a(`places`,e.place.split(`/`))}>${e.name}</a>
      <span lang="fa" dir="rtl">${e.name_fa}</span> <span class="small">${l(e)} · ${t.places.year(e.place)}${e.claims.length?` · ${t.voices(e.claims.length,0)}`:``}</span></li>`)}</ul>
  </div>`}function f(e,r){let i=e.claims.flatMap(e=>r.claims[e]??[]);return n`<article class="card">
    <h2>${e.name} <span lang="fa" dir="rtl">${e.name_fa}</span></h2>
    <p class="small">${l(e)} · ${t.places.year(e.place)}${e.aliases.length?` · ${t.places.also(e.aliases.join(`, `))}`:``}</p>
    <p>${t.places.where(e.lat,e.lon,e.accuracy_m)} <span class="small">${e.access}${e.note?` · ${e.note}`:``}</span>
      <a href=${a(`watch`,[t.places.year(e.place)===`1982`?`liberation`:`fall`],{at:`${e.lon},${e.lat}`})}>${t.places.onMap}</a></p>
    ${e.events.length?n`<h3>${t.places.events}</h3><ul>${e.events.map(e=>n`<li><b>${o(e.date)}</b> ${e.what} <span class="small">${t.places.confidence(e.confidence)}</span></li>`)}</ul>`:``}
    ${i.length?n`<h3>${t.places.claims(i.length)}</h3><ul class="claims">${i.map(e=>s(e))}</ul>`:``}
    ${e.formations.length?n`<h3>${t.places.formations}</h3><p>${e.formations.join(`; `)}</p>`:``}
    <p><a href="#/places">${t.places.all}</a></p>
  </article>`}export{c as places};