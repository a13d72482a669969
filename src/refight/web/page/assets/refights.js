import{_ as e,c as t,d as n,f as r,h as i,i as a,l as o,o as s,p as c,s as l,y as u}from"./index.js";import{a as d,c as f,f as p,l as m,s as h,t as g}from"./format.js";import{i as _,n as v,u as y}from"./colours.js";import{i as b,r as x}from"./save.js";import{d as S,f as C,u as w}from"./stage.js";import{t as T}from"./chance.js";import{n as E,r as D}from"./refought.js";import{n as O}from"./claim.js";import{t as k}from"./until.js";var A=420,j=170,M=46,N=8;function P(e,t,n,r=null){let i=e[0]?.rows[0]?.length??1,a=Math.max(1,...e.flatMap(e=>e.rows.at(-1)??[]).filter(Number.isFinite)),o=e=>M+e/Math.max(1,i-1)*364,s=e=>N+(1-e/a)*138;return u`<svg class="chart" viewBox="0 0 ${A} ${j}" role="img" aria-label=${n}>
    ${f(0,a,4).map(e=>u`<line x1=${M} x2=${410} y1=${s(e)} y2=${s(e)} stroke="#e6dfd1"></line>
      <text x=${41} y=${s(e)+4} font-size="10.5" text-anchor="end" fill=${_}>${g(e)}</text>`)}
    ${f(0,i-1,4).map(e=>u`<text x=${o(e)} y=${163} font-size="10.5" text-anchor="middle" fill=${_}>${p(m(t,e),!0)}</text>`)}
    ${e.map(e=>F(e,o,s))}
    ${r===null?``:u`<line x1=${o(r)} x2=${o(r)} y1=${N} y2=${146} stroke=${v} stroke-dasharray="3 3"></line>`}
  </svg>`}function F({side:e,rows:t},n,r){let i=y[e],[a,o,s,c,l]=t;return u`<path d=${L(a,l,n,r)} fill=${i} opacity="0.16"></path>
    <path d=${L(o,c,n,r)} fill=${i} opacity="0.28"></path>
    <path d=${I(s,n,r)} fill="none" stroke=${i} stroke-width="2" stroke-dasharray=${e===1?`5 3`:`none`}></path>`}function I(e,t,n){return e.map((e,r)=>`${r?`L`:`M`}${t(r).toFixed(1)} ${n(e).toFixed(1)}`).join(``)}function L(e,t,n,r){let i=e.map((e,t)=>`L${n(t).toFixed(1)} ${r(e).toFixed(1)}`).reverse();return`${I(t,n,r)}${i.join(``)}Z`}var R=[`killed`,`wounded`,`captured`];function z(t,n){let r=Math.max(1,...Object.values(n.losses).flatMap(e=>Object.values(e.by_cause).map(V)));return e`<div class="losses-by-cause">${t.sides.map((e,t)=>{let i=n.losses[e.id];return i?B(e.name,t,i,n.cause_words,r):``})}</div>
  <p class="small">${a.refights.lossNote}</p>`}function B(t,n,r,i,o){return e`<div class="scroll" tabindex="0" role="region" aria-label=${a.refights.lossesOf(t)}><table class="side-${n}">
    <caption><span class="dot side-${n}"></span>${t}</caption>
    <thead><tr><th scope="col">${a.refights.cause}</th>${R.map(t=>e`<th scope="col" class="number">${a.fates[t]}</th>`)}<td></td></tr></thead>
    <tbody>${Object.entries(r.by_cause).map(([t,n])=>e`<tr>
      <th scope="row">${i[t]??t}</th>
      ${R.map(t=>e`<td class="number">${g(n[t]??0)}</td>`)}
      <td><svg width="120" height="12" aria-hidden="true"><rect width=${120*V(n)/o} height="12" fill="var(--side)" opacity="0.7"></rect></svg></td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">${a.refights.total}</th>${R.map(t=>e`<td class="number"><b>${g(r.total[t]??0)}</b><br><span class="small">${H(r,t)}</span></td>`)}<td></td></tr>
      <tr><td colspan="5" class="small">${U(r)}</td></tr></tfoot>
  </table></div>`}function V(e){return R.reduce((t,n)=>t+(e[n]??0),0)}function H(e,t){let n=e.range?.[t];return n?h({kind:`number`,unit:null,start:``},Math.round(n[0]),Math.round(n[1])):``}function U(e){return Object.entries(e.vehicles).map(([e,t])=>a.refights.vehicle(a.arms[e]??e,t.destroyed??0,t.captured??0)).join(` · `)}function W(t,n,r,i,o){let s=n.outcomes.filter(e=>r||e.scored);return e`<section>
    <h2>${a.refights.outcomes}</h2>
    <p class="small">${a.chart.key}</p>
    <div class="outcomes">${s.map(e=>G(t,e,e.id===i))}</div>
    <p><button @click=${o} aria-expanded=${r?`true`:`false`}>${r?a.refights.fewer:a.refights.more(n.outcomes.length-s.length)}</button></p>
  </section>`}function G(t,n,i){return e`<figure id="o-${n.id}" class="outcome ${i?`chosen`:``}">
    <figcaption><b>${n.title}</b> ${K(n)}</figcaption>
    ${D(n,t.start)}
    <p class="small">${E(n,t.start)} ${n.refought.monte_carlo_error!==null&&n.kind!==`event`?a.refights.error(n.refought.monte_carlo_error,n.kind===`date`?a.days:n.unit):``}</p>
    <p class="small buttons no-print">
      ${x(n.id)}
      ${t.marks.some(e=>e.outcome===n.id)?e`<a href=${r(`watch`,[t.act])}>${a.refights.watch}</a>`:``}</p>
    ${n.rivals.length?e`<details class="small" @toggle=${e=>q(e,n)}><summary>${a.refights.who(n.rivals.length)}</summary><div class="who"></div></details>`:``}
  </figure>`}function K(t){return t.input?e`<span class="chip">${a.refights.input}</span>`:t.meets===null?``:e`<span class="chip">${t.meets?a.refights.meets:a.refights.misses}</span>`}function q(t,n){let r=t.target.querySelector(`.who`),o=n.rivals.map(e=>e.claim);i(e`${k(J(o),e`<p class="waiting">${a.waiting}</p>`)}`,r)}async function J(t){let n=await l(`api/sources`),r=t.flatMap(e=>n.claims[e]??[]);return e`<ul class="claims">${r.map(e=>O(e))}</ul>`}async function Y(e,t){let n=await l(`api/about`),r=w(t,n.acts),a=C(r),[s,u]=await Promise.all([l(`api/act/${r.act}`,a),o(`api/act/${r.act}/ensemble`,a)]),d={about:n,choice:r,act:s,data:u,day:Number(t.query.get(`day`)??Math.floor(s.days/2)),all:!1,chosen:t.query.get(`outcome`)??``};d.chosen&&!u.head.outcomes.find(e=>e.id===d.chosen)?.scored&&(d.all=!0);let f=null,p=0,m=e=>{d.day=Math.max(0,Math.min(s.days-1,e)),f?.at(d.day),g(),c(S(`refights`,r,{day:d.day,outcome:d.chosen||null}))},h=()=>{p?(clearInterval(p),p=0,g()):(d.day>=s.days-1&&(d.day=0),p=window.setInterval(()=>{d.day>=s.days-1?h():m(d.day+1)},300),g())},g=()=>void i(X(d,{go:m,toggle:h,playing:p!==0,map:()=>f,draw:g}),e);return g(),f=new T(e.querySelector(`.map`),s,u),f.at(d.day),d.chosen&&e.querySelector(`#o-${CSS.escape(d.chosen)}`)?.scrollIntoView(),{dispose:()=>{clearInterval(p),f?.dispose()}}}function X(t,n){let{act:i,data:o,choice:s,about:c}=t,{head:l}=o;return e`<div class="page refights">
    <header class="view-head">
      <h1>${a.refights.title(a.acts[i.act]??i.title,l.refights)}</h1>
      <p class="acts">${c.acts.filter(e=>e!==i.act).map(t=>e`<a href=${r(`refights`,[t])}>${a.acts[t]??t}</a>`)}
        ${Z(s)} <a href=${S(`watch`,s)}>${a.refights.watch}</a></p>
      <p class="lead">${Q(t)}</p>
      ${s.levers.length?e`<p><b>${a.watch.changed(s.levers)}</b></p>`:``}
    </header>
    <section class="chance" aria-label=${a.refights.chance}>
      <h2>${a.refights.chance}</h2>
      <div class="stage"><div class="map"></div>
        <div class="over"><div class="moment"><b>${a.watch.day(t.day,p(m(i.start,t.day)))}</b></div>
          <div class="map-buttons">
            <button @click=${()=>n.map()?.stage.zoom(1)} aria-label=${a.map.zoomIn}>+</button>
            <button @click=${()=>n.map()?.stage.zoom(-1)} aria-label=${a.map.zoomOut}>−</button>
            <button @click=${()=>n.map()?.stage.city()}>${a.map.city}</button>
            <button @click=${()=>n.map()?.stage.home()}>${a.map.whole}</button>
            <button class="save" @click=${e=>b(e.target.closest(`.stage`),`refight-${i.act}-day-${t.day}`)}>${a.map.save}</button>
          </div></div></div>
      <div class="controls">
        <button class="play" @click=${n.toggle}>${n.playing?a.watch.pause:a.watch.play}</button>
        <input class="slider" type="range" min="0" max=${i.days-1} .value=${String(t.day)} aria-label=${a.refights.dayOf}
          aria-valuetext=${p(m(i.start,t.day))} @input=${e=>n.go(Number(e.target.value))}>
      </div>
      ${$(i)}
    </section>
    <section><h2>${a.refights.fans}</h2><p class="small">${a.refights.fanKey}</p>${ee(t)}</section>
    ${W(i,l,t.all,t.chosen,()=>{t.all=!t.all,n.draw()})}
    <section><h2>${a.refights.losses}</h2>${z(i,l)}</section>
    <footer class="small">
      <p>${l.rests_on.words}</p>
      <p>${a.refights.again} <code>${l.command}</code></p>
      <p>${c.closing}</p>
    </footer>
  </div>`}function Z(n){let r={...n,as:n.as===`told`?`recorded`:`told`};return t&&!s(`api/act/${n.act}/ensemble`,C(r))?``:e`<a href=${S(`refights`,r)}>${r.as===`told`?a.refights.asTold:a.refights.asRecorded}</a>`}function Q({act:e,data:t}){let{decision:n,refights:r,scored:i}=t.head,o=t=>t===null?a.never:p(m(e.start,t));return a.refights.decision({act:e.act,share:d(n.happened.share),n:r,fought:o(n.fought_day),recorded:o(n.recorded_day),range:` (${a.refights.between(d(n.happened.low),d(n.happened.high))})`,byRecord:n.by_record?`${d(n.by_record.share)} (${a.refights.between(d(n.by_record.low),d(n.by_record.high))})`:``,meet:i.meet,of:i.of})}function $(t){return e`<p class="small chance-key"><span>${a.refights.holds(t.sides[0]?.name??``)}</span><span class="ramp" aria-hidden="true"></span>
    <span>${a.refights.holds(t.sides[1]?.name??``)}</span><span>${a.refights.bridges}</span></p>`}function ee({act:t,data:r,day:i}){let o=n(r,`fans`),[,s,c,l]=o.shape,u=(e,t)=>[...Array(c).keys()].map(n=>{let r=((e*s+t)*c+n)*l;return[...o.data.subarray(r,r+l)]});return e`<div class="fans">${r.head.fan_measures.map((n,r)=>e`<figure>
    <figcaption>${a.measures[n]??n}</figcaption>
    ${P([0,1].map(e=>({side:e,rows:u(e,r)})),t.start,a.refights.fanLabel(a.measures[n]??n),i)} ${x(`${t.act}-${n}`)}
  </figure>`)}</div>`}export{Y as refights};