import{a as e,f as t,g as n,m as r}from"./store.js";import{f as i,l as a,m as o,u as s,z as c}from"./index.js";import{t as l}from"./slow.js";import{t as u}from"./effect.js";async function d(i){let a=await e(`api/about`),o=n`<div class="page-head"><h1>${t.swap.title}</h1><p class="lead">${t.swap.lead}</p></div>`,s=await l(i,o,`swap`,t.swap.working),c=await Promise.all(a.acts.map(t=>e(`api/act/${t}`)));r(n`<div class="page">
    <h1>${t.swap.title}</h1>
    <p class="lead">${t.swap.lead}</p>
    ${s.available?f(s,c):n`<p class="problem">${s.reason||t.swap.absent}</p>`}
    <p class="small">${a.closing}</p>
  </div>`,i)}function f(e,r){return n`${e.rows.map((t,n)=>p(e,t,n,r[n]))}
  <p class="lead">${c(e.words)}</p>
  <p class="small">${t.swap.read(e.pairs)}</p>
  ${e.policies.map((r,i)=>n`<h2>${t.swap.policy(e.rows[i]??``)}</h2>
    <ul>${Object.entries(r).map(([e,r])=>n`<li><b>${e.replaceAll(`-`,` `)}</b>: <i>${r.swapped.replaceAll(`-`,` `)}</i> ${t.whatif.insteadOf} <i>${r.factual.replaceAll(`-`,` `)}</i>. <span class="small">${r.words}</span></li>`)}</ul>`)}`}function p(e,r,i,a){let o=e.columns.map((t,n)=>e.cells.find(e=>e.row===i&&e.column===n)),s=e.differences.find(e=>e.row===i)?.outcomes??[];return n`<h2>${r}</h2><div class="scroll" tabindex="0" role="region" aria-label=${r}><table class="swap tall-rows">
    <thead><tr><th scope="col">${t.whatif.outcome}</th>${e.columns.map(e=>n`<th scope="col">${e}</th>`)}<th scope="col">${t.whatif.difference}</th></tr></thead>
    <tbody>${(o[0]?.outcomes??[]).map(t=>n`<tr><th scope="row">${t.title}</th>
      ${o.map((r,i)=>n`<td data-of=${e.columns[i]??``}>${m(a,r?.outcomes.find(e=>e.id===t.id))}</td>`)}
      <td class="whole-row">${h(s.find(e=>e.id===t.id))}</td></tr>`)}</tbody>
  </table></div>`}function m(e,t){return t?g({kind:t.kind,unit:t.unit,start:e?.start??``},t):``}function h(e){return e?n`${u(e.kind,e.unit,e,e.low>0||e.high<0)}<span class="small">${a(e.kind,e.unit,e)}<br>${c(e.word)}</span>`:``}function g(e,r){if(r.kind===`event`)return n`<b>${i(r.value)}</b> <span class="small">[${i(r.low)} ${t.to} ${i(r.high)}]</span>`;let a=r.low90===null?``:r.high90===null?t.fromOn(s(e,r.low90)):o(e,r.low90,r.high90);return n`<b>${s(e,r.value)}</b> <span class="small">[${o(e,r.low,r.high,!0)}]<br>${a}</span>`}export{d as swap};