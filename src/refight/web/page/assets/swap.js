import{_ as e,h as t,i as n,r,s as i}from"./index.js";import{a,n as o,o as s,r as c,s as l}from"./format.js";import{t as u}from"./effect.js";async function d(a){let o=await i(`api/about`);t(e`<div class="page"><h1>${n.swap.title}</h1><p class="lead">${n.swap.lead}</p>${r(n.causes.working)}</div>`,a);let[s,...c]=await Promise.all([i(`api/swap`),...o.acts.map(e=>i(`api/act/${e}`))]);t(e`<div class="page">
    <h1>${n.swap.title}</h1>
    <p class="lead">${n.swap.lead}</p>
    ${s.available?f(s,c):e`<p class="problem">${s.reason||n.swap.absent}</p>`}
    <p class="small">${o.closing}</p>
  </div>`,a)}function f(t,r){return e`<div class="scroll" tabindex="0" role="region" aria-label=${n.swap.title}><table class="swap">
    <thead><tr><td></td>${t.columns.map(t=>e`<th scope="col">${t}</th>`)}<th scope="col">${n.whatif.difference}</th></tr></thead>
    <tbody>${t.rows.map((n,i)=>e`<tr><th scope="row">${n}</th>
      ${t.columns.map((n,a)=>e`<td>${p(t,i,a,r[i])}</td>`)}
      <td>${h(t,i)}</td></tr>`)}</tbody>
  </table></div>
  <p class="lead">${t.words}</p>
  <p class="small">${n.swap.read(t.pairs)}</p>
  ${t.policies.map((r,i)=>e`<h2>${n.swap.policy(t.rows[i]??``)}</h2>
    <ul>${Object.entries(r).map(([t,r])=>e`<li><b>${t.replaceAll(`-`,` `)}</b>: <i>${r.swapped}</i> ${n.whatif.insteadOf} <i>${r.factual}</i>. <span class="small">${r.words}</span></li>`)}</ul>`)}`}function p(t,n,r,i){let a=t.cells.find(e=>e.row===n&&e.column===r);return a?e`<p class="small">${a.title}</p><dl>${a.outcomes.map(t=>{let n={kind:t.kind,unit:t.unit,start:i?.start??``};return e`<dt class="small">${t.title}</dt><dd>${m(n,t)}</dd>`})}</dl>`:``}function m(t,r){if(r.kind===`event`)return e`<b>${a(r.value)}</b> <span class="small">[${a(r.low)} ${n.to} ${a(r.high)}]</span>`;let i=r.low90===null?``:r.high90===null?n.fromOn(c(t,r.low90)):l(t,r.low90,r.high90);return e`<b>${c(t,r.value)}</b> <span class="small">[${l(t,r.low,r.high,!0)}]<br>${i}</span>`}function h(t,n){let r=t.differences.find(e=>e.row===n);return r?e`${r.outcomes.map(t=>e`${u(t.kind,t.unit,t,t.low>0||t.high<0)}
    <span class="small" title=${s(t.value)}>${o(t.kind,t.unit,t)}<br>${t.word}</span>`)}`:``}export{d as swap};