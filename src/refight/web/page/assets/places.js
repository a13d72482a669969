import{d as e,i as t,l as n,p as r}from"./store.js";import{I as i,V as a,s as o}from"./index.js";async function s(n,r){let[i,a]=await Promise.all([t(`api/places`),t(`api/sources`)]),o={places:i.places.toSorted((e,t)=>c(t)-c(e)||e.name.localeCompare(t.name)),sources:a,sought:``,chosen:void 0},s=()=>void e(l(o,s),n),u=e=>{let t=e.parts.join(`/`);o.chosen=o.places.find(e=>e.place===t),s()};return u(r),{update:e=>(u(e),scrollTo(0,0),!0)}}function c(e){return e.claims.length+e.events.length}function l(e,t){let i=e.sought.toLowerCase(),o=e.places.filter(e=>[e.name,e.name_fa,...e.aliases].some(e=>e.toLowerCase().includes(i)));return r`<div class="page cards">
    <h1>${n.places.title}</h1>
    ${e.chosen?u(e.chosen,e.sources):r`<p class="lead">${n.places.lead} <span class="small">${n.places.order}</span></p>`}
    <label>${n.places.seek} <input type="search" .value=${e.sought} @input=${n=>{e.sought=n.target.value,t()}}></label>
    <ul class="index">${o.map(e=>r`<li><a href=${a(`places`,e.place.split(`/`))}>${e.name}</a>
      <span lang="fa" dir="rtl">${e.name_fa}</span> <span class="small">${e.kind} · ${n.places.year(e.place)} · ${n.voices(e.claims.length,0)}</span></li>`)}</ul>
  </div>`}function u(e,t){let s=e.claims.flatMap(e=>t.claims[e]??[]);return r`<article class="card">
    <h2>${e.name} <span lang="fa" dir="rtl">${e.name_fa}</span></h2>
    <p class="small">${e.kind} · ${n.places.year(e.place)}${e.aliases.length?` · ${n.places.also(e.aliases.join(`, `))}`:``}</p>
    <p>${n.places.where(e.lat,e.lon,e.accuracy_m)} <span class="small">${e.access}${e.note?` · ${e.note}`:``}</span>
      <a href=${a(`watch`,[n.places.year(e.place)===`1982`?`liberation`:`fall`],{at:`${e.lon},${e.lat}`})}>${n.places.onMap}</a></p>
    ${e.events.length?r`<h3>${n.places.events}</h3><ul>${e.events.map(e=>r`<li><b>${i(e.date)}</b> ${e.what} <span class="small">${n.places.confidence(e.confidence)}</span></li>`)}</ul>`:``}
    ${s.length?r`<h3>${n.places.claims(s.length)}</h3><ul class="claims">${s.map(e=>o(e))}</ul>`:``}
    ${e.formations.length?r`<h3>${n.places.formations}</h3><p>${e.formations.join(`; `)}</p>`:``}
    <p><a href="#/places">${n.places.all}</a></p>
  </article>`}export{s as places};