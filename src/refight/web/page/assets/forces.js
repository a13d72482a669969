import{d as e,i as t,l as n,p as r}from"./store.js";import{V as i,c as a}from"./index.js";import{n as o,t as s}from"./symbols.js";function c(e){let t=e.map(e=>e.name.split(`, `)),r=e=>t.filter(t=>t.includes(e)).length,i=e=>/^[a-z]/.test(e),a=t.map(e=>e.toReversed().toSorted((e,t)=>r(t)-r(e)||Number(i(e))-Number(i(t)))[0]),o=[...new Set(a)];return o.length>3?`${o.slice(0,2).join(`, `)} ${n.chart.more(o.length-2)}`:o.join(`, `)}var l=[`men`,`tanks`,`carriers`,`guns`];async function u(n,r){let i=await t(`api/about`),a=i.acts.includes(r.parts[0]??``)?r.parts[0]:i.acts[0],[o,c]=await Promise.all([t(`api/forces/${a}`),t(`api/act/${a}`),s()]),l=r.query.get(`unit`)??``;return e(d(i,c,o,l),n),g(n),l&&n.querySelector(`#u-${CSS.escape(l)}`)?.scrollIntoView({block:`center`}),{}}function d(e,t,a,o){return r`<div class="page forces">
    <h1>${n.forces.title(n.acts[t.act]??a.title)}</h1>
    <p class="acts">${e.acts.filter(e=>e!==t.act).map(e=>r`<a href=${i(`forces`,[e])}>${n.acts[e]??e}</a>`)}</p>
    <p class="lead">${n.forces.lead}</p>
    <div class="two">${a.sides.map((e,i)=>r`<section class="side-${i}">
      <h2><span class="dot side-${i}"></span>${t.sides.find(t=>t.id===e.side)?.name??e.side}</h2>
      <p>${n.forces.units(e.units)}: ${p(e.strength)}</p>
      <p class="small">${n.forces.men} ${Object.entries(e.components).map(([e,t])=>`${n.component[e]??e.replaceAll(`-`,` `)} ${m(t)}`).join(` · `)}</p>
      ${e.groups.map(e=>r`<details ?open=${e.units.some(e=>e.id===o)}>
        <summary>${c(e.units)} <span class="small">${n.forces.units(e.units.length)} · ${p(e.strength)} · ${n.forces.group(e.group.replaceAll(/[-_]/g,` `))}</span></summary>
        <ul class="units">${e.units.map(e=>f(t,e,i,e.id===o))}</ul></details>`)}
    </section>`)}</div>
    ${h(a)}
  </div>`}function f(e,t,a,o){let s=Object.entries(t.composition).map(([e,t])=>`${e.replaceAll(`_`,` `)}: ${String(t)}`).join(` · `);return r`<li id="u-${t.id}" class=${o?`chosen`:``}>
    <canvas class="sign" data-sidc=${t.sidc} data-side=${a} width="44" height="36" role="img" aria-label=${t.symbol}></canvas>
    <div><b>${t.name}</b> <a class="small" href=${i(`watch`,[e.act],{unit:t.id})}>${n.forces.onMap}</a><br>
      <span class="small">${p(t.strength)} · ${n.component[t.component]??t.component.replaceAll(`-`,` `)}${s?` · ${s}`:``}</span></div></li>`}function p(e){return l.filter(t=>e[t]&&e[t][1]>0).map(t=>`${m(e[t])} ${n.arms[t].toLowerCase()}`).join(`, `)}function m([e,t]){return e===t?a(e):`${a(e)}–${a(t)}`}function h(e){let t=Object.entries(e.left_out);return t.length?r`<details><summary>${n.forces.leftOut(t.length)}</summary><ul>${t.map(([e,t])=>r`<li>${e}: <span class="small">${typeof t==`string`?t:JSON.stringify(t)}</span></li>`)}</ul></details>`:``}function g(e){e.querySelectorAll(`canvas.sign`).forEach(e=>{let t=o(e.dataset.sidc??``,Number(e.dataset.side),18);e.getContext(`2d`).drawImage(t.canvas,Math.round((e.width-t.width)/2),Math.round((e.height-t.height)/2))})}export{u as forces};