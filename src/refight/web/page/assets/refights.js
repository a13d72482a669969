import{a as e,c as t,d as n,f as r,g as i,m as a,o,r as s,s as c,u as l,v as u}from"./index.js";import{a as d,c as f,f as p,l as m,s as h,t as g}from"./format.js";import{i as _,n as v,u as y}from"./colours.js";import{n as b,t as x}from"./save.js";import{c as S,l as C,u as w}from"./stage.js";import{t as T}from"./chance.js";import{i as E,n as D,r as O}from"./refought.js";import{n as k}from"./claim.js";var A=420,j=170,M=46,N=8;function P(e,t,n,r=null){let i=e[0]?.rows[0]?.length??1,a=Math.max(1,...e.flatMap(e=>e.rows.at(-1)??[]).filter(Number.isFinite)),o=e=>M+e/Math.max(1,i-1)*364,s=e=>N+(1-e/a)*138;return u`<svg class="chart" viewBox="0 0 ${A} ${j}" role="img" aria-label=${n}>
    ${f(0,a,4).map(e=>u`<line x1=${M} x2=${410} y1=${s(e)} y2=${s(e)} stroke="#e6dfd1"></line>
      <text x=${41} y=${s(e)+4} font-size="10.5" text-anchor="end" fill=${_}>${g(e)}</text>`)}
    ${f(0,i-1,4).map(e=>u`<text x=${o(e)} y=${163} font-size="10.5" text-anchor="middle" fill=${_}>${p(m(t,e),!0)}</text>`)}
    ${e.map(e=>F(e,o,s))}
    ${r===null?``:u`<line x1=${o(r)} x2=${o(r)} y1=${N} y2=${146} stroke=${v} stroke-dasharray="3 3"></line>`}
  </svg>`}function F({side:e,rows:t},n,r){let i=y[e],[a,o,s,c,l]=t;return u`<path d=${L(a,l,n,r)} fill=${i} opacity="0.16"></path>
    <path d=${L(o,c,n,r)} fill=${i} opacity="0.28"></path>
    <path d=${I(s,n,r)} fill="none" stroke=${i} stroke-width="2" stroke-dasharray=${e===1?`5 3`:`none`}></path>`}function I(e,t,n){return e.map((e,r)=>`${r?`L`:`M`}${t(r).toFixed(1)} ${n(e).toFixed(1)}`).join(``)}function L(e,t,n,r){let i=e.map((e,t)=>`L${n(t).toFixed(1)} ${r(e).toFixed(1)}`).reverse();return`${I(t,n,r)}${i.join(``)}Z`}var R=[`killed`,`wounded`,`captured`];function z(e,t){let n=Math.max(1,...Object.values(t.losses).flatMap(e=>Object.values(e.by_cause).map(V)));return i`<div class="losses-by-cause">${e.sides.map((e,r)=>{let i=t.losses[e.id];return i?B(e.name,r,i,t.cause_words,n):``})}</div>
  <p class="small">${s.refights.lossNote}</p>`}function B(e,t,n,r,a){return i`<div class="scroll"><table class="side-${t}">
    <caption><span class="dot side-${t}"></span>${e}</caption>
    <thead><tr><th scope="col">${s.refights.cause}</th>${R.map(e=>i`<th scope="col" class="number">${s.fates[e]}</th>`)}<td></td></tr></thead>
    <tbody>${Object.entries(n.by_cause).map(([e,t])=>i`<tr>
      <th scope="row">${r[e]??e}</th>
      ${R.map(e=>i`<td class="number">${g(t[e]??0)}</td>`)}
      <td><svg width="120" height="12" aria-hidden="true"><rect width=${120*V(t)/a} height="12" fill="var(--side)" opacity="0.7"></rect></svg></td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">${s.refights.total}</th>${R.map(e=>i`<td class="number"><b>${g(n.total[e]??0)}</b><br><span class="small">${H(n,e)}</span></td>`)}<td></td></tr>
      <tr><td colspan="5" class="small">${U(n)}</td></tr></tfoot>
  </table></div>`}function V(e){return R.reduce((t,n)=>t+(e[n]??0),0)}function H(e,t){let n=e.range?.[t];return n?h({kind:`number`,unit:null,start:``},Math.round(n[0]),Math.round(n[1])):``}function U(e){return Object.entries(e.vehicles).map(([e,t])=>s.refights.vehicle(s.arms[e]??e,t.destroyed??0,t.captured??0)).join(` · `)}function W(e,t,n,r,a){let o=t.outcomes.filter(e=>n||e.scored);return i`<section>
    <h2>${s.refights.outcomes}</h2>
    <p class="small">${s.chart.key}</p>
    <div class="outcomes">${o.map(t=>G(e,t,t.id===r))}</div>
    <p><button @click=${a} aria-expanded=${n?`true`:`false`}>${n?s.refights.fewer:s.refights.more(t.outcomes.length-o.length)}</button></p>
  </section>`}function G(e,t,r){return i`<figure id="o-${t.id}" class="outcome ${r?`chosen`:``}">
    <figcaption><b>${t.title}</b> ${K(t)}</figcaption>
    ${E(t,e.start)}
    <p class="small">${D(t,e.start)} ${t.refought.monte_carlo_error!==null&&t.kind!==`event`?s.refights.error(t.refought.monte_carlo_error,t.kind===`date`?s.days:t.unit):``}</p>
    <p class="small buttons no-print">
      <button @click=${e=>q(e,t)}>${s.chart.save}</button>
      ${e.marks.some(e=>e.outcome===t.id)?i`<a href=${n(`watch`,[e.act])}>${s.refights.watch}</a>`:``}</p>
    ${t.rivals.length?i`<details class="small" @toggle=${e=>J(e,t)}><summary>${s.refights.who(t.rivals.length)}</summary><div class="who"></div></details>`:``}
  </figure>`}function K(e){return e.input?i`<span class="chip">${s.refights.input}</span>`:e.meets===null?``:i`<span class="chip">${e.meets?s.refights.meets:s.refights.misses}</span>`}function q(e,t){let n=e.target.closest(`figure`)?.querySelector(`svg`);n&&b(n,`refight-${t.id}`)}function J(e,t){let n=e.target.querySelector(`.who`),r=t.rivals.map(e=>e.claim);a(i`${O(Y(r),i`<p class="waiting">${s.waiting}</p>`)}`,n)}async function Y(e){let t=await o(`api/sources`),n=e.flatMap(e=>t.claims[e]??[]);return i`<ul class="claims">${n.map(e=>k(e))}</ul>`}async function X(e,n){let i=await o(`api/about`),s=S(n,i.acts),c=w(s),[l,u]=await Promise.all([o(`api/act/${s.act}`,c),t(`api/act/${s.act}/ensemble`,c)]),d={about:i,choice:s,act:l,data:u,day:Number(n.query.get(`day`)??Math.floor(l.days/2)),all:!1,chosen:n.query.get(`outcome`)??``};d.chosen&&!u.head.outcomes.find(e=>e.id===d.chosen)?.scored&&(d.all=!0);let f=null,p=0,m=e=>{d.day=Math.max(0,Math.min(l.days-1,e)),f?.at(d.day),g(),r(C(`refights`,s,{day:d.day,outcome:d.chosen||null}))},h=()=>{p?(clearInterval(p),p=0,g()):(d.day>=l.days-1&&(d.day=0),p=window.setInterval(()=>{d.day>=l.days-1?h():m(d.day+1)},300),g())},g=()=>void a(Z(d,{go:m,toggle:h,playing:p!==0,map:()=>f,draw:g}),e);return g(),f=new T(e.querySelector(`.map`),l,u),f.at(d.day),d.chosen&&e.querySelector(`#o-${CSS.escape(d.chosen)}`)?.scrollIntoView(),{dispose:()=>{clearInterval(p),f?.dispose()}}}function Z(e,t){let{act:r,data:a,choice:o,about:c}=e,{head:l}=a;return i`<div class="page refights">
    <header class="view-head">
      <h1>${s.refights.title(s.acts[r.act]??r.title,l.refights)}</h1>
      <p class="acts">${c.acts.filter(e=>e!==r.act).map(e=>i`<a href=${n(`refights`,[e])}>${s.acts[e]??e}</a>`)}
        ${Q(o)} <a href=${C(`watch`,o)}>${s.refights.watch}</a></p>
      <p class="lead">${$(e)}</p>
      ${o.levers.length?i`<p><b>${s.watch.changed(o.levers)}</b></p>`:``}
    </header>
    <section class="chance" aria-label=${s.refights.chance}>
      <h2>${s.refights.chance}</h2>
      <div class="stage"><div class="map"></div>
        <div class="over"><div class="moment"><b>${s.watch.day(e.day,p(m(r.start,e.day)))}</b></div>
          <div class="map-buttons">
            <button @click=${()=>t.map()?.stage.zoom(1)} aria-label=${s.map.zoomIn}>+</button>
            <button @click=${()=>t.map()?.stage.zoom(-1)} aria-label=${s.map.zoomOut}>−</button>
            <button @click=${()=>t.map()?.stage.city()}>${s.map.city}</button>
            <button @click=${()=>t.map()?.stage.home()}>${s.map.whole}</button>
            <button @click=${t=>x(t.target.closest(`.stage`),`refight-${r.act}-day-${e.day}`)}>${s.map.save}</button>
          </div></div></div>
      <div class="controls">
        <button class="play" @click=${t.toggle}>${t.playing?s.watch.pause:s.watch.play}</button>
        <input class="slider" type="range" min="0" max=${r.days-1} .value=${String(e.day)} aria-label=${s.refights.dayOf}
          aria-valuetext=${p(m(r.start,e.day))} @input=${e=>t.go(Number(e.target.value))}>
      </div>
      ${ee(r)}
    </section>
    <section><h2>${s.refights.fans}</h2><p class="small">${s.refights.fanKey}</p>${te(e)}</section>
    ${W(r,l,e.all,e.chosen,()=>{e.all=!e.all,t.draw()})}
    <section><h2>${s.refights.losses}</h2>${z(r,l)}</section>
    <footer class="small">
      <p>${l.rests_on.words}</p>
      <p>${s.refights.again} <code>${l.command}</code></p>
      <p>${c.closing}</p>
    </footer>
  </div>`}function Q(t){let n={...t,as:t.as===`told`?`recorded`:`told`};return c&&!e(`api/act/${t.act}/ensemble`,w(n))?``:i`<a href=${C(`refights`,n)}>${n.as===`told`?s.refights.asTold:s.refights.asRecorded}</a>`}function $({act:e,data:t}){let{decision:n,refights:r,scored:i}=t.head,a=t=>t===null?s.never:p(m(e.start,t));return s.refights.decision({act:e.act,share:d(n.happened.share),n:r,fought:a(n.fought_day),recorded:a(n.recorded_day),byRecord:n.by_record?d(n.by_record.share):``,meet:i.meet,of:i.of})}function ee(e){return i`<p class="small chance-key"><span>${s.refights.holds(e.sides[0]?.name??``)}</span><span class="ramp" aria-hidden="true"></span>
    <span>${s.refights.holds(e.sides[1]?.name??``)}</span><span>${s.refights.bridges}</span></p>`}function te({act:e,data:t,day:n}){let r=l(t,`fans`),[,a,o,c]=r.shape,u=(e,t)=>[...Array(o).keys()].map(n=>{let i=((e*a+t)*o+n)*c;return[...r.data.subarray(i,i+c)]});return i`<div class="fans">${t.head.fan_measures.map((t,r)=>i`<figure>
    <figcaption>${s.measures[t]??t}</figcaption>
    ${P([0,1].map(e=>({side:e,rows:u(e,r)})),e.start,s.refights.fanLabel(s.measures[t]??t),n)}
  </figure>`)}</div>`}export{X as refights};