import{_ as e,f as t,h as n,i as r,s as i}from"./index.js";import{t as a}from"./format.js";import{n as o,t as s}from"./symbols.js";function c(e){let t=e.map(e=>e.name.split(`, `)),n=e=>t.filter(t=>t.includes(e)).length,i=e=>/^[a-z]/.test(e),a=t.map(e=>e.toReversed().toSorted((e,t)=>n(t)-n(e)||Number(i(e))-Number(i(t)))[0]),o=[...new Set(a)];return o.length>3?`${o.slice(0,2).join(`, `)} ${r.chart.more(o.length-2)}`:o.join(`, `)}var l=[`men`,`tanks`,`carriers`,`guns`];async function u(e,t){let r=await i(`api/about`),a=r.acts.includes(t.parts[0]??``)?t.parts[0]:r.acts[0],[o,c]=await Promise.all([i(`api/forces/${a}`),i(`api/act/${a}`),s()]),l=t.query.get(`unit`)??``;return n(d(r,c,o,l),e),g(e),l&&e.querySelector(`#u-${CSS.escape(l)}`)?.scrollIntoView({block:`center`}),{}}function d(n,i,a,o){return e`<div class="page forces">
    <h1>${r.forces.title(r.acts[i.act]??a.title)}</h1>
    <p class="acts">${n.acts.filter(e=>e!==i.act).map(n=>e`<a href=${t(`forces`,[n])}>${r.acts[n]??n}</a>`)}</p>
    <p class="lead">${r.forces.lead}</p>
    <div class="two">${a.sides.map((t,n)=>e`<section class="side-${n}">
      <h2><span class="dot side-${n}"></span>${i.sides.find(e=>e.id===t.side)?.name??t.side}</h2>
      <p>${r.forces.units(t.units)}: ${p(t.strength)}</p>
      <p class="small">${r.forces.men} ${Object.entries(t.components).map(([e,t])=>`${r.component[e]??e.replaceAll(`-`,` `)} ${m(t)}`).join(` · `)}</p>
      ${t.groups.map(t=>e`<details ?open=${t.units.some(e=>e.id===o)}>
        <summary>${c(t.units)} <span class="small">${r.forces.units(t.units.length)} · ${p(t.strength)} · ${r.forces.group(t.group.replaceAll(/[-_]/g,` `))}</span></summary>
        <ul class="units">${t.units.map(e=>f(i,e,n,e.id===o))}</ul></details>`)}
    </section>`)}</div>
    ${h(a)}
  </div>`}function f(n,i,a,o){let s=Object.entries(i.composition).map(([e,t])=>`${e.replaceAll(`_`,` `)}: ${String(t)}`).join(` · `);return e`<li id="u-${i.id}" class=${o?`chosen`:``}>
    <canvas class="sign" data-sidc=${i.sidc} data-side=${a} width="44" height="36" role="img" aria-label=${i.symbol}></canvas>
    <div><b>${i.name}</b> <a class="small" href=${t(`watch`,[n.act],{unit:i.id})}>${r.forces.onMap}</a><br>
      <span class="small">${p(i.strength)} · ${r.component[i.component]??i.component.replaceAll(`-`,` `)}${s?` · ${s}`:``}</span></div></li>`}function p(e){return l.filter(t=>e[t]&&e[t][1]>0).map(t=>`${m(e[t])} ${r.arms[t].toLowerCase()}`).join(`, `)}function m([e,t]){return e===t?a(e):`${a(e)}–${a(t)}`}function h(t){let n=Object.entries(t.left_out);return n.length?e`<details><summary>${r.forces.leftOut(n.length)}</summary><ul>${n.map(([t,n])=>e`<li>${t}: <span class="small">${typeof n==`string`?n:JSON.stringify(n)}</span></li>`)}</ul></details>`:``}function g(e){e.querySelectorAll(`canvas.sign`).forEach(e=>{let t=o(e.dataset.sidc??``,Number(e.dataset.side),18);e.getContext(`2d`).drawImage(t.canvas,Math.round((e.width-t.width)/2),Math.round((e.height-t.height)/2))})}export{u as forces};