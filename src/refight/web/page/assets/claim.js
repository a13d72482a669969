import{i as e,p as t,v as n}from"./index.js";import{f as r,s as i}from"./format.js";function a(r,i=!1){return n`<li class="claim">
    <span class="claim-when">${s(r)}</span> ${r.statement} ${c(r)}
    ${i?n`<span class="small">${r.locator?e.at(r.locator):``}</span>`:n`<cite><a href=${t(`sources`,r.source.split(`/`))}>${o(r)}</a>
      <span class="small">${[e.stance[r.stance]??r.stance,r.seen,r.locator?e.at(r.locator):``].filter(Boolean).join(` · `)}</span></cite>`}
    ${r.note?n`<span class="small note">${r.note}</span>`:``}
  </li>`}function o(t){return[t.author,t.title,t.publisher,t.year??e.noYear].filter(Boolean).join(`, `)}function s({first:t,last:n}){return t?n&&n!==t?`${r(t)} ${e.to} ${r(n)}:`:`${r(t)}:`:``}function c(e){return e.low===null&&e.high===null?``:`[${i({kind:`number`,unit:e.unit,start:``},e.low,e.high)}]`}export{a as n,o as t};