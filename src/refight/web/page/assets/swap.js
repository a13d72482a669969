import{d as e,i as t,l as n,p as r}from"./store.js";import{f as i,l as a,m as o,u as s,z as c}from"./index.js";import{t as l}from"./slow.js";import{t as u}from"./effect.js";async function d(i){let a=await t(`api/about`),o=r`<div class="page-head"><h1>${n.swap.title}</h1><p class="lead">${n.swap.lead}</p></div>`,s=await l(i,o,`swap`,n.swap.working),c=await Promise.all(a.acts.map(e=>t(`api/act/${e}`)));e(r`<div class="page">
    <h1>${n.swap.title}</h1>
    <p class="lead">${n.swap.lead}</p>
    ${s.available?f(s,c):r`<p class="problem">${s.reason||n.swap.absent}</p>`}
    <p class="small">${a.closing}</p>
  </div>`,i)}function f(e,t){return r`${e.rows.map((n,r)=>p(e,n,r,t[r]))}
  <p class="lead">${e.words}</p>
  <p class="small">${n.swap.read(e.pairs)}</p>
  ${e.policies.map((t,i)=>r`<h2>${n.swap.policy(e.rows[i]??``)}</h2>
    <ul>${Object.entries(t).map(([e,t])=>r`<li><b>${e.replaceAll(`-`,` `)}</b>: <i>${t.swapped}</i> ${n.whatif.insteadOf} <i>${t.factual}</i>. <span class="small">${t.words}</span></li>`)}</ul>`)}`}function p(e,t,i,a){let o=e.columns.map((t,n)=>e.cells.find(e=>e.row===i&&e.column===n)),s=e.differences.find(e=>e.row===i)?.outcomes??[];return r`<h2>${t}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t}><table class="swap tall-rows">
    <thead><tr><th scope="col">${n.whatif.outcome}</th>${e.columns.map(e=>r`<th scope="col">${e}</th>`)}<th scope="col">${n.whatif.difference}</th></tr></thead>
    <tbody>${(o[0]?.outcomes??[]).map(t=>r`<tr><th scope="row">${t.title}</th>
      ${o.map((n,i)=>r`<td data-of=${e.columns[i]??``}>${m(a,n?.outcomes.find(e=>e.id===t.id))}</td>`)}
      <td class="whole-row">${h(s.find(e=>e.id===t.id))}</td></tr>`)}</tbody>
  </table></div>`}function m(e,t){return t?g({kind:t.kind,unit:t.unit,start:e?.start??``},t):``}function h(e){return e?r`${u(e.kind,e.unit,e,e.low>0||e.high<0)}<span class="small">${a(e.kind,e.unit,e)}<br>${c(e.word)}</span>`:``}function g(e,t){if(t.kind===`event`)return r`<b>${i(t.value)}</b> <span class="small">[${i(t.low)} ${n.to} ${i(t.high)}]</span>`;let a=t.low90===null?``:t.high90===null?n.fromOn(s(e,t.low90)):o(e,t.low90,t.high90);return r`<b>${s(e,t.value)}</b> <span class="small">[${o(e,t.low,t.high,!0)}]<br>${a}</span>`}export{d as swap};