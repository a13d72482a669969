import{_ as e,f as t,i as n}from"./index.js";import{f as r,s as i}from"./format.js";function a(r){return e`<li class="claim">
    <span class="claim-when">${s(r)}</span> ${r.statement} ${c(r)}
    <cite><a href=${t(`sources`,r.source.split(`/`))}>${o(r)}</a>
      <span class="small">${[n.stance[r.stance]??r.stance,r.seen,r.locator?n.at(r.locator):``].filter(Boolean).join(` · `)}</span></cite>
    ${r.note?e`<span class="small note">${r.note}</span>`:``}
  </li>`}function o(e){return[e.author,e.title,e.publisher,e.year??n.noYear].filter(Boolean).join(`, `)}function s({first:e,last:t}){return e?t&&t!==e?`${r(e)} ${n.to} ${r(t)}:`:`${r(e)}:`:``}function c(e){return e.low===null&&e.high===null?``:`[${i({kind:`number`,unit:e.unit,start:``},e.low,e.high)}]`}export{a as n,o as t};