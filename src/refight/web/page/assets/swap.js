import{_ as e,h as t,i as n,s as r}from"./index.js";import{r as i,s as a}from"./format.js";async function o(i){let[a,o]=await Promise.all([r(`api/swap`),r(`api/about`)]),c=await Promise.all(o.acts.map(e=>r(`api/act/${e}`)));t(e`<div class="page">
    <h1>${n.swap.title}</h1>
    <p class="lead">${n.swap.lead}</p>
    ${a.available?s(a,c):e`<p class="problem">${a.reason||n.swap.absent}</p>`}
    <p class="small">${o.closing}</p>
  </div>`,i)}function s(t,r){return e`<div class="scroll" tabindex="0" role="region" aria-label=${n.table}><table class="swap">
    <thead><tr><td></td>${t.columns.map(t=>e`<th scope="col">${t}</th>`)}</tr></thead>
    <tbody>${t.rows.map((n,i)=>e`<tr><th scope="row">${n}</th>
      ${t.columns.map((n,a)=>e`<td>${c(t,i,a,r[i])}</td>`)}</tr>`)}</tbody>
  </table></div>
  <p>${t.words}</p>`}function c(t,n,r,o){let s=t.cells.find(e=>e.row===n&&e.column===r);return s?e`<p><b>${s.title}</b></p><dl>${s.outcomes.map(t=>{let n={kind:t.kind,unit:t.unit,start:o?.start??``};return e`<dt class="small">${t.title}</dt><dd>${i(n,t.value)} <span class="small">[${a(n,t.low,t.high)}]</span></dd>`})}</dl>`:``}export{o as swap};