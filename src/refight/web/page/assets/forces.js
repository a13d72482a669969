import{d as e,g as t,m as n,o as r,r as i}from"./index.js";import{t as a}from"./format.js";import{n as o,t as s}from"./symbols.js";var c=[`men`,`tanks`,`carriers`,`guns`];async function l(e,t){let i=await r(`api/about`),a=i.acts.includes(t.parts[0]??``)?t.parts[0]:i.acts[0],[o,c]=await Promise.all([r(`api/forces/${a}`),r(`api/act/${a}`),s()]),l=t.query.get(`unit`)??``;return n(u(i,c,o,l),e),h(e),l&&e.querySelector(`#u-${CSS.escape(l)}`)?.scrollIntoView({block:`center`}),{}}function u(n,r,a,o){return t`<div class="page forces">
    <h1>${i.forces.title(i.acts[r.act]??a.title)}</h1>
    <p class="acts">${n.acts.filter(e=>e!==r.act).map(n=>t`<a href=${e(`forces`,[n])}>${i.acts[n]??n}</a>`)}</p>
    <p class="lead">${i.forces.lead}</p>
    <div class="two">${a.sides.map((e,n)=>t`<section class="side-${n}">
      <h2><span class="dot side-${n}"></span>${r.sides.find(t=>t.id===e.side)?.name??e.side}</h2>
      <p>${i.forces.units(e.units)}: ${f(e.strength)}</p>
      <p class="small">${i.forces.men} ${Object.entries(e.components).map(([e,t])=>`${e.replaceAll(`-`,` `)} ${p(t)}`).join(` · `)}</p>
      ${e.groups.map(e=>t`<details ?open=${e.units.some(e=>e.id===o)}>
        <summary>${e.group.replaceAll(`-`,` `).replaceAll(`_`,` `)} <span class="small">${i.forces.units(e.units.length)} · ${f(e.strength)}</span></summary>
        <ul class="units">${e.units.map(e=>d(r,e,n,e.id===o))}</ul></details>`)}
    </section>`)}</div>
    ${m(a)}
  </div>`}function d(n,r,a,o){let s=Object.entries(r.composition).map(([e,t])=>`${e.replaceAll(`_`,` `)}: ${String(t)}`).join(` · `);return t`<li id="u-${r.id}" class=${o?`chosen`:``}>
    <canvas class="sign" data-sidc=${r.sidc} data-side=${a} width="44" height="36" role="img" aria-label=${r.symbol}></canvas>
    <div><b>${r.name}</b> <a class="small" href=${e(`watch`,[n.act],{unit:r.id})}>${i.forces.onMap}</a><br>
      <span class="small">${f(r.strength)} · ${r.component}${s?` · ${s}`:``}</span></div></li>`}function f(e){return c.filter(t=>e[t]&&e[t][1]>0).map(t=>`${p(e[t])} ${i.arms[t].toLowerCase()}`).join(`, `)}function p([e,t]){return e===t?a(e):`${a(e)}–${a(t)}`}function m(e){let n=Object.entries(e.left_out);return n.length?t`<details><summary>${i.forces.leftOut(n.length)}</summary><ul>${n.map(([e,n])=>t`<li>${e}: <span class="small">${typeof n==`string`?n:JSON.stringify(n)}</span></li>`)}</ul></details>`:``}function h(e){e.querySelectorAll(`canvas.sign`).forEach(e=>{let t=o(e.dataset.sidc??``,Number(e.dataset.side),18);e.getContext(`2d`).drawImage(t.canvas,Math.round((e.width-t.width)/2),Math.round((e.height-t.height)/2))})}export{l as forces};