import{d as e,g as t,m as n,o as r,r as i}from"./index.js";import{f as a}from"./format.js";import{n as o}from"./claim.js";async function s(e,t){let[i,a]=await Promise.all([r(`api/places`),r(`api/sources`)]),o={places:i.places,sources:a,sought:``,chosen:void 0},s=()=>void n(c(o,s),e),l=e=>{let t=e.parts.join(`/`);o.chosen=o.places.find(e=>e.place===t),s()};return l(t),{update:e=>(l(e),scrollTo(0,0),!0)}}function c(n,r){let a=n.sought.toLowerCase(),o=n.places.filter(e=>[e.name,e.name_fa,...e.aliases].some(e=>e.toLowerCase().includes(a)));return t`<div class="page cards">
    <h1>${i.places.title}</h1>
    ${n.chosen?l(n.chosen,n.sources):t`<p class="lead">${i.places.lead}</p>`}
    <label>${i.places.seek} <input type="search" .value=${n.sought} @input=${e=>{n.sought=e.target.value,r()}}></label>
    <ul class="index">${o.map(n=>t`<li><a href=${e(`places`,n.place.split(`/`))}>${n.name}</a>
      <span lang="fa" dir="rtl">${n.name_fa}</span> <span class="small">${n.kind} · ${i.places.year(n.place)} · ${i.voices(n.claims.length,0)}</span></li>`)}</ul>
  </div>`}function l(e,n){let r=e.claims.flatMap(e=>n.claims[e]??[]);return t`<article class="card">
    <h2>${e.name} <span lang="fa" dir="rtl">${e.name_fa}</span></h2>
    <p class="small">${e.kind} · ${i.places.year(e.place)}${e.aliases.length?` · ${i.places.also(e.aliases.join(`, `))}`:``}</p>
    <p>${i.places.where(e.lat,e.lon,e.accuracy_m)} <span class="small">${e.access}${e.note?` · ${e.note}`:``}</span></p>
    ${e.events.length?t`<h3>${i.places.events}</h3><ul>${e.events.map(e=>t`<li><b>${a(e.date)}</b> ${e.what} <span class="small">${e.confidence}</span></li>`)}</ul>`:``}
    ${r.length?t`<h3>${i.places.claims(r.length)}</h3><ul class="claims">${r.map(e=>o(e))}</ul>`:``}
    ${e.formations.length?t`<h3>${i.places.formations}</h3><p>${e.formations.join(`; `)}</p>`:``}
    <p><a href="#/places">${i.places.all}</a></p>
  </article>`}export{s as places};