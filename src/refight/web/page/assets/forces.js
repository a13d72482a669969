import{a as e,f as t,g as n,m as r}from"./store.js";import{H as i,c as a}from"./index.js";import{t as o}from"./version.js";import{n as s,t as c}from"./symbols.js";function l(e){let n=e.map(e=>e.name.split(`, `)),r=e=>n.filter(t=>t.includes(e)).length,i=e=>/^[a-z]/.test(e),a=n.map(e=>e.toReversed().toSorted((e,t)=>r(t)-r(e)||Number(i(e))-Number(i(t)))[0]),o=[...new Set(a)];return o.length>3?`${o.slice(0,2).join(`, `)} ${t.chart.more(o.length-2)}`:o.join(`, `)}var u=[`men`,`tanks`,`carriers`,`guns`];async function d(t,n){let i=await e(`api/about`),a=o(n,i.acts),[s,l]=await Promise.all([e(`api/forces/${a}`),e(`api/act/${a}`),c()]),u=n.query.get(`unit`)??``;return r(f(i,l,s,u),t),_(t),u&&t.querySelector(`#u-${CSS.escape(u)}`)?.scrollIntoView({block:`center`}),{}}function f(e,r,a,o){return n`<div class="page forces">
    <h1>${t.forces.title(t.acts[r.act]??a.title)}</h1>
    <p class="acts">${e.acts.filter(e=>e!==r.act).map(e=>n`<a href=${i(`forces`,[e])}>${t.acts[e]??e}</a>`)}</p>
    <p class="lead">${t.forces.lead}</p>
    <div class="two">${a.sides.map((e,i)=>n`<section class="side-${i}">
      <h2><span class="dot side-${i}"></span>${r.sides.find(t=>t.id===e.side)?.name??e.side}</h2>
      <p>${t.forces.units(e.units)}: ${m(e.strength)}</p>
      <p class="small">${t.forces.men} ${Object.entries(e.components).map(([e,n])=>`${t.component[e]??e.replaceAll(`-`,` `)} ${h(n)}`).join(` · `)}</p>
      ${e.groups.map(e=>n`<details ?open=${e.units.some(e=>e.id===o)}>
        <summary>${l(e.units)} <span class="small">${t.forces.units(e.units.length)} · ${m(e.strength)} · ${t.forces.group(e.group.replaceAll(/[-_]/g,` `))}</span></summary>
        <ul class="units">${e.units.map(e=>p(r,e,i,e.id===o))}</ul></details>`)}
    </section>`)}</div>
    ${g(a)}
  </div>`}function p(e,r,a,o){let s=Object.entries(r.composition).map(([e,t])=>`${e.replaceAll(`_`,` `)}: ${String(t)}`).join(` · `);return n`<li id="u-${r.id}" class=${o?`chosen`:``}>
    <canvas class="sign" data-sidc=${r.sidc} data-side=${a} width="44" height="36" role="img" aria-label=${r.symbol}></canvas>
    <div><b>${r.name}</b> <a class="small" href=${i(`watch`,[e.act],{unit:r.id})}>${t.forces.onMap}</a><br>
      <span class="small">${m(r.strength)} · ${t.component[r.component]??r.component.replaceAll(`-`,` `)}${s?` · ${s}`:``}</span></div></li>`}function m(e){return u.filter(t=>e[t]&&e[t][1]>0).map(n=>`${h(e[n])} ${t.arms[n].toLowerCase()}`).join(`, `)}function h([e,t]){return e===t?a(e):`${a(e)}–${a(t)}`}function g(e){let r=Object.entries(e.left_out);return r.length?n`<details><summary>${t.forces.leftOut(r.length)}</summary><ul>${r.map(([e,t])=>n`<li>${e}: <span class="small">${typeof t==`string`?t:JSON.stringify(t)}</span></li>`)}</ul></details>`:``}function _(e){e.querySelectorAll(`canvas.sign`).forEach(e=>{let t=s(e.dataset.sidc??``,Number(e.dataset.side),18);e.getContext(`2d`).drawImage(t.canvas,Math.round((e.width-t.width)/2),Math.round((e.height-t.height)/2))})}export{d as forces};