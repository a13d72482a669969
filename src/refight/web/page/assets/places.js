import{_ as e,f as t,h as n,i as r,s as i}from"./index.js";import{f as a}from"./format.js";import{n as o}from"./claim.js";async function s(e,t){let[r,a]=await Promise.all([i(`api/places`),i(`api/sources`)]),o={places:r.places.toSorted((e,t)=>c(t)-c(e)||e.name.localeCompare(t.name)),sources:a,sought:``,chosen:void 0},s=()=>void n(l(o,s),e),u=e=>{let t=e.parts.join(`/`);o.chosen=o.places.find(e=>e.place===t),s()};return u(t),{update:e=>(u(e),scrollTo(0,0),!0)}}function c(e){return e.claims.length+e.events.length}function l(n,i){let a=n.sought.toLowerCase(),o=n.places.filter(e=>[e.name,e.name_fa,...e.aliases].some(e=>e.toLowerCase().includes(a)));return e`<div class="page cards">
    <h1>${r.places.title}</h1>
    ${n.chosen?u(n.chosen,n.sources):e`<p class="lead">${r.places.lead} <span class="small">${r.places.order}</span></p>`}
    <label>${r.places.seek} <input type="search" .value=${n.sought} @input=${e=>{n.sought=e.target.value,i()}}></label>
    <ul class="index">${o.map(n=>e`<li><a href=${t(`places`,n.place.split(`/`))}>${n.name}</a>
      <span lang="fa" dir="rtl">${n.name_fa}</span> <span class="small">${n.kind} · ${r.places.year(n.place)} · ${r.voices(n.claims.length,0)}</span></li>`)}</ul>
  </div>`}function u(n,i){let s=n.claims.flatMap(e=>i.claims[e]??[]);return e`<article class="card">
    <h2>${n.name} <span lang="fa" dir="rtl">${n.name_fa}</span></h2>
    <p class="small">${n.kind} · ${r.places.year(n.place)}${n.aliases.length?` · ${r.places.also(n.aliases.join(`, `))}`:``}</p>
    <p>${r.places.where(n.lat,n.lon,n.accuracy_m)} <span class="small">${n.access}${n.note?` · ${n.note}`:``}</span>
      <a href=${t(`watch`,[r.places.year(n.place)===`1982`?`liberation`:`fall`],{at:`${n.lon},${n.lat}`})}>${r.places.onMap}</a></p>
    ${n.events.length?e`<h3>${r.places.events}</h3><ul>${n.events.map(t=>e`<li><b>${a(t.date)}</b> ${t.what} <span class="small">${t.confidence}</span></li>`)}</ul>`:``}
    ${s.length?e`<h3>${r.places.claims(s.length)}</h3><ul class="claims">${s.map(e=>o(e))}</ul>`:``}
    ${n.formations.length?e`<h3>${r.places.formations}</h3><p>${n.formations.join(`; `)}</p>`:``}
    <p><a href="#/places">${r.places.all}</a></p>
  </article>`}export{s as places};