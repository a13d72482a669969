import{b as e,c as t,f as n,g as r,i,l as a,m as o,p as s,s as c,u as l,v as u}from"./index.js";import{a as d,c as f,f as p,l as m,s as h,t as g}from"./format.js";import{i as _,n as v,u as y}from"./colours.js";import{a as b,i as x,t as S}from"./until.js";import{d as C,f as w,u as T}from"./stage.js";import{t as E}from"./chance.js";import{n as D,r as O}from"./refought.js";import{n as k}from"./claim.js";var A=420,j=170,M=46,N=8;function P(t,n,r,i=null){let a=t[0]?.rows[0]?.length??1,o=Math.max(1,...t.flatMap(e=>e.rows.at(-1)??[]).filter(Number.isFinite)),s=e=>M+e/Math.max(1,a-1)*364,c=e=>N+(1-e/o)*138;return e`<svg class="chart" viewBox="0 0 ${A} ${j}" role="img" aria-label=${r}>
    ${f(0,o,4).map(t=>e`<line x1=${M} x2=${410} y1=${c(t)} y2=${c(t)} stroke="#e6dfd1"></line>
      <text x=${41} y=${c(t)+4} font-size="10.5" text-anchor="end" fill=${_}>${g(t)}</text>`)}
    ${f(0,a-1,4).map(t=>e`<text x=${s(t)} y=${163} font-size="10.5" text-anchor="middle" fill=${_}>${p(m(n,t),!0)}</text>`)}
    ${t.map(e=>F(e,s,c))}
    ${i===null?``:e`<line x1=${s(i)} x2=${s(i)} y1=${N} y2=${146} stroke=${v} stroke-dasharray="3 3"></line>`}
  </svg>`}function F({side:t,rows:n},r,i){let a=y[t],[o,s,c,l,u]=n;return e`<path d=${L(o,u,r,i)} fill=${a} opacity="0.16"></path>
    <path d=${L(s,l,r,i)} fill=${a} opacity="0.28"></path>
    <path d=${I(c,r,i)} fill="none" stroke=${a} stroke-width="2" stroke-dasharray=${t===1?`5 3`:`none`}></path>`}function I(e,t,n){return e.map((e,r)=>`${r?`L`:`M`}${t(r).toFixed(1)} ${n(e).toFixed(1)}`).join(``)}function L(e,t,n,r){let i=e.map((e,t)=>`L${n(t).toFixed(1)} ${r(e).toFixed(1)}`).reverse();return`${I(t,n,r)}${i.join(``)}Z`}var R=[`killed`,`wounded`,`captured`];function z(e,t){let n=Math.max(1,...Object.values(t.losses).flatMap(e=>Object.values(e.by_cause).map(V)));return u`<div class="losses-by-cause">${e.sides.map((e,r)=>{let i=t.losses[e.id];return i?B(e.name,r,i,t.cause_words,n):``})}</div>
  <p class="small">${i.refights.lossNote}</p>`}function B(e,t,n,r,a){return u`<div class="scroll" tabindex="0" role="region" aria-label=${i.refights.lossesOf(e)}><table class="side-${t}">
    <caption><span class="dot side-${t}"></span>${e}</caption>
    <thead><tr><th scope="col">${i.refights.cause}</th>${R.map(e=>u`<th scope="col" class="number">${i.fates[e]}</th>`)}<td></td></tr></thead>
    <tbody>${Object.entries(n.by_cause).map(([e,t])=>u`<tr>
      <th scope="row">${r[e]??e}</th>
      ${R.map(e=>u`<td class="number">${g(t[e]??0)}</td>`)}
      <td><svg width="120" height="12" aria-hidden="true"><rect width=${120*V(t)/a} height="12" fill="var(--side)" opacity="0.7"></rect></svg></td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">${i.refights.total}</th>${R.map(e=>u`<td class="number"><b>${g(n.total[e]??0)}</b><br><span class="small">${H(n,e)}</span></td>`)}<td></td></tr>
      <tr><td colspan="5" class="small">${U(n)}</td></tr></tfoot>
  </table></div>`}function V(e){return R.reduce((t,n)=>t+(e[n]??0),0)}function H(e,t){let n=e.range?.[t];return n?h({kind:`number`,unit:null,start:``},Math.round(n[0]),Math.round(n[1])):``}function U(e){return Object.entries(e.vehicles).map(([e,t])=>i.refights.vehicle(i.arms[e]??e,t.destroyed??0,t.captured??0)).join(` · `)}function W(e,t,n,r,a){let o=t.outcomes.filter(e=>n||e.scored);return u`<section>
    <h2>${i.refights.outcomes}</h2>
    <p class="small">${i.chart.key}</p>
    <div class="outcomes">${o.map(t=>G(e,t,t.id===r))}</div>
    <p><button @click=${a} aria-expanded=${n?`true`:`false`}>${n?i.refights.fewer:i.refights.more(t.outcomes.length-o.length)}</button></p>
  </section>`}function G(e,t,n){return u`<figure id="o-${t.id}" class="outcome ${n?`chosen`:``}">
    <figcaption><b>${t.title}</b> ${K(t)}</figcaption>
    ${O(t,e.start)}
    <p class="small">${D(t,e.start)} ${t.refought.monte_carlo_error!==null&&t.kind!==`event`?i.refights.error(t.refought.monte_carlo_error,t.kind===`date`?i.days:t.unit):``}</p>
    <p class="small buttons no-print">
      ${x(t.id)}
      ${e.marks.some(e=>e.outcome===t.id)?u`<a href=${s(`watch`,[e.act])}>${i.refights.watch}</a>`:``}</p>
    ${t.rivals.length?u`<details class="small" @toggle=${e=>q(e,t)}><summary>${i.refights.who(t.rivals.length)}</summary><div class="who"></div></details>`:``}
  </figure>`}function K(e){return e.input?u`<span class="chip">${i.refights.input}</span>`:e.meets===null?``:u`<span class="chip">${e.meets?i.refights.meets:i.refights.misses}</span>`}function q(e,t){let n=e.target.querySelector(`.who`),a=t.rivals.map(e=>e.claim);r(u`${S(J(a),u`<p class="waiting">${i.waiting}</p>`)}`,n)}async function J(e){let n=await t(`api/sources`),r=e.flatMap(e=>n.claims[e]??[]);return u`<ul class="claims">${r.map(e=>k(e))}</ul>`}async function Y(e,n){let i=await t(`api/about`),a=T(n,i.acts),s=w(a),[c,u]=await Promise.all([t(`api/act/${a.act}`,s),l(`api/act/${a.act}/ensemble`,s)]),d={about:i,choice:a,act:c,data:u,day:Number(n.query.get(`day`)??Math.floor(c.days/2)),all:!1,chosen:n.query.get(`outcome`)??``};d.chosen&&!u.head.outcomes.find(e=>e.id===d.chosen)?.scored&&(d.all=!0);let f=null,p=0,m=e=>{d.day=Math.max(0,Math.min(c.days-1,e)),f?.at(d.day),g(),o(C(`refights`,a,{day:d.day,outcome:d.chosen||null}))},h=()=>{p?(clearInterval(p),p=0,g()):(d.day>=c.days-1&&(d.day=0),p=window.setInterval(()=>{d.day>=c.days-1?h():m(d.day+1)},300),g())},g=()=>void r(X(d,{go:m,toggle:h,playing:p!==0,map:()=>f,draw:g}),e);return g(),f=new E(e.querySelector(`.map`),c,u),f.at(d.day),d.chosen&&e.querySelector(`#o-${CSS.escape(d.chosen)}`)?.scrollIntoView(),{dispose:()=>{clearInterval(p),f?.dispose()}}}function X(e,t){let{act:n,data:r,choice:a,about:o}=e,{head:c}=r;return u`<div class="page refights">
    <header class="view-head">
      <h1>${i.refights.title(i.acts[n.act]??n.title,c.refights)}</h1>
      <p class="acts">${o.acts.filter(e=>e!==n.act).map(e=>u`<a href=${s(`refights`,[e])}>${i.acts[e]??e}</a>`)}
        ${Z(a)} <a href=${C(`watch`,a)}>${i.refights.watch}</a></p>
      <p class="lead">${Q(e)}</p>
      ${a.levers.length?u`<p><b>${i.watch.changed(a.levers)}</b></p>`:``}
    </header>
    <section class="chance" aria-label=${i.refights.chance}>
      <h2>${i.refights.chance}</h2>
      <div class="stage"><div class="map"></div>
        <div class="over"><div class="moment"><b>${i.watch.day(e.day,p(m(n.start,e.day)))}</b></div>
          <div class="map-buttons">
            <button @click=${()=>t.map()?.stage.zoom(1)} aria-label=${i.map.zoomIn}>+</button>
            <button @click=${()=>t.map()?.stage.zoom(-1)} aria-label=${i.map.zoomOut}>−</button>
            <button @click=${()=>t.map()?.stage.city()}>${i.map.city}</button>
            <button @click=${()=>t.map()?.stage.home()}>${i.map.whole}</button>
            <button class="save" @click=${t=>b(t.target.closest(`.stage`),`refight-${n.act}-day-${e.day}`)}>${i.map.save}</button>
          </div></div></div>
      <div class="controls">
        <button class="play" @click=${t.toggle}>${t.playing?i.watch.pause:i.watch.play}</button>
        <input class="slider" type="range" min="0" max=${n.days-1} .value=${String(e.day)} aria-label=${i.refights.dayOf}
          aria-valuetext=${p(m(n.start,e.day))} @input=${e=>t.go(Number(e.target.value))}>
      </div>
      ${$(n)}
    </section>
    <section><h2>${i.refights.fans}</h2><p class="small">${n.sides.map((e,t)=>u`<span class="dot side-${t}"></span>${e.name} `)} · ${i.refights.fanKey}</p>${ee(e)}</section>
    ${W(n,c,e.all,e.chosen,()=>{e.all=!e.all,t.draw()})}
    <section><h2>${i.refights.losses}</h2>${z(n,c)}</section>
    <footer class="small">
      <p>${c.rests_on.words}</p>
      <p>${i.refights.again} <code>${c.command}</code></p>
      <p>${o.closing}</p>
    </footer>
  </div>`}function Z(e){let t={...e,as:e.as===`told`?`recorded`:`told`};return a&&!c(`api/act/${e.act}/ensemble`,w(t))?``:u`<a href=${C(`refights`,t)}>${t.as===`told`?i.refights.asTold:i.refights.asRecorded}</a>`}function Q({act:e,data:t}){let{decision:n,refights:r,scored:a}=t.head,o=t=>t===null?i.never:p(m(e.start,t));return i.refights.decision({act:e.act,share:d(n.happened.share),n:r,fought:o(n.fought_day),recorded:o(n.recorded_day),range:` (${i.refights.between(d(n.happened.low),d(n.happened.high))})`,byRecord:n.by_record?`${d(n.by_record.share)} (${i.refights.between(d(n.by_record.low),d(n.by_record.high))})`:``,meet:a.meet,of:a.of})}function $(e){return u`<p class="small chance-key"><span>${i.refights.holds(e.sides[0]?.name??``)}</span><span class="ramp" aria-hidden="true"></span>
    <span>${i.refights.holds(e.sides[1]?.name??``)}</span><span>${i.refights.bridges}</span></p>`}function ee({act:e,data:t,day:r}){let a=n(t,`fans`),[,o,s,c]=a.shape,l=(e,t)=>[...Array(s).keys()].map(n=>{let r=((e*o+t)*s+n)*c;return[...a.data.subarray(r,r+c)]});return u`<div class="fans">${t.head.fan_measures.map((t,n)=>u`<figure>
    <figcaption>${i.measures[t]??t}</figcaption>
    ${P([0,1].map(e=>({side:e,rows:l(e,n)})),e.start,i.refights.fanLabel(i.measures[t]??t),r)} ${x(`${e.act}-${t}`)}
  </figure>`)}</div>`}export{Y as refights};