import{_ as e,h as t,i as n,r,s as i}from"./index.js";import{a,n as o,r as s,s as c}from"./format.js";import{t as l}from"./tidy.js";import{t as u}from"./effect.js";async function d(a){let o=await i(`api/about`);t(e`<div class="page"><h1>${n.swap.title}</h1><p class="lead">${n.swap.lead}</p>${r(n.causes.working)}</div>`,a);let[s,...c]=await Promise.all([i(`api/swap`),...o.acts.map(e=>i(`api/act/${e}`))]);t(e`<div class="page">
    <h1>${n.swap.title}</h1>
    <p class="lead">${n.swap.lead}</p>
    ${s.available?f(s,c):e`<p class="problem">${s.reason||n.swap.absent}</p>`}
    <p class="small">${o.closing}</p>
  </div>`,a)}function f(t,r){return e`${t.rows.map((e,n)=>p(t,e,n,r[n]))}
  <p class="lead">${t.words}</p>
  <p class="small">${n.swap.read(t.pairs)}</p>
  ${t.policies.map((r,i)=>e`<h2>${n.swap.policy(t.rows[i]??``)}</h2>
    <ul>${Object.entries(r).map(([t,r])=>e`<li><b>${t.replaceAll(`-`,` `)}</b>: <i>${r.swapped}</i> ${n.whatif.insteadOf} <i>${r.factual}</i>. <span class="small">${r.words}</span></li>`)}</ul>`)}`}function p(t,r,i,a){let o=t.columns.map((e,n)=>t.cells.find(e=>e.row===i&&e.column===n)),s=t.differences.find(e=>e.row===i)?.outcomes??[];return e`<h2>${r}</h2><div class="scroll" tabindex="0" role="region" aria-label=${r}><table class="swap tall-rows">
    <thead><tr><th scope="col">${n.whatif.outcome}</th>${t.columns.map(t=>e`<th scope="col">${t}</th>`)}<th scope="col">${n.whatif.difference}</th></tr></thead>
    <tbody>${(o[0]?.outcomes??[]).map(n=>e`<tr><th scope="row">${n.title}</th>
      ${o.map((r,i)=>e`<td data-of=${t.columns[i]??``}>${m(a,r?.outcomes.find(e=>e.id===n.id))}</td>`)}
      <td class="whole-row">${h(s.find(e=>e.id===n.id))}</td></tr>`)}</tbody>
  </table></div>`}function m(e,t){return t?g({kind:t.kind,unit:t.unit,start:e?.start??``},t):``}function h(t){return t?e`${u(t.kind,t.unit,t,t.low>0||t.high<0)}<span class="small">${o(t.kind,t.unit,t)}<br>${l(t.word)}</span>`:``}function g(t,r){if(r.kind===`event`)return e`<b>${a(r.value)}</b> <span class="small">[${a(r.low)} ${n.to} ${a(r.high)}]</span>`;let i=r.low90===null?``:r.high90===null?n.fromOn(s(t,r.low90)):c(t,r.low90,r.high90);return e`<b>${s(t,r.value)}</b> <span class="small">[${c(t,r.low,r.high,!0)}]<br>${i}</span>`}export{d as swap};