import{a as e,c as t,d as n,h as r,i,l as a,o,p as s,r as c}from"./store.js";import{C as l,H as u,I as d,L as f,P as p,V as m,a as h,c as g,f as _,h as v,i as y,k as b,m as x,s as S,v as C,x as w,y as T}from"./index.js";import{d as E,f as D,u as O}from"./stage.js";import{t as k}from"./chance.js";var A=420,j=170,M=46,N=8;function P(e,t,n,i=null){let a=e[0]?.rows[0]?.length??1,o=Math.max(1,...e.flatMap(e=>e.rows.at(-1)??[]).filter(Number.isFinite)),s=e=>M+e/Math.max(1,a-1)*364,c=e=>N+(1-e/o)*138;return r`<svg class="chart" viewBox="0 0 ${A} ${j}" role="img" aria-label=${n}>
    ${v(0,o,4).map(e=>r`<line x1=${M} x2=${410} y1=${c(e)} y2=${c(e)} stroke="#e6dfd1"></line>
      <text x=${41} y=${c(e)+4} font-size="10.5" text-anchor="end" fill=${l}>${g(e)}</text>`)}
    ${v(0,a-1,4).map(e=>r`<text x=${s(e)} y=${163} font-size="10.5" text-anchor="middle" fill=${l}>${d(p(t,e),!0)}</text>`)}
    ${e.map(e=>F(e,s,c))}
    ${i===null?``:r`<line x1=${s(i)} x2=${s(i)} y1=${N} y2=${146} stroke=${w} stroke-dasharray="3 3"></line>`}
  </svg>`}function F({side:e,rows:t},n,i){let a=b[e],[o,s,c,l,u]=t;return r`<path d=${L(o,u,n,i)} fill=${a} opacity="0.16"></path>
    <path d=${L(s,l,n,i)} fill=${a} opacity="0.28"></path>
    <path d=${I(c,n,i)} fill="none" stroke=${a} stroke-width="2" stroke-dasharray=${e===1?`5 3`:`none`}></path>`}function I(e,t,n){return e.map((e,r)=>`${r?`L`:`M`}${t(r).toFixed(1)} ${n(e).toFixed(1)}`).join(``)}function L(e,t,n,r){let i=e.map((e,t)=>`L${n(t).toFixed(1)} ${r(e).toFixed(1)}`).reverse();return`${I(t,n,r)}${i.join(``)}Z`}var R=[`killed`,`wounded`,`captured`];function z(e,t){let n=Math.max(1,...Object.values(t.losses).flatMap(e=>Object.values(e.by_cause).map(V)));return s`<div class="losses-by-cause">${e.sides.map((e,r)=>{let i=t.losses[e.id];return i?B(e.name,r,i,t.cause_words,n):``})}</div>
  <p class="small">${a.refights.lossNote}</p>`}function B(e,t,n,r,i){return s`<div class="scroll" tabindex="0" role="region" aria-label=${a.refights.lossesOf(e)}><table class="side-${t}">
    <caption><span class="dot side-${t}"></span>${e}</caption>
    <thead><tr><th scope="col">${a.refights.cause}</th>${R.map(e=>s`<th scope="col" class="number">${a.fates[e]}</th>`)}<td></td></tr></thead>
    <tbody>${Object.entries(n.by_cause).map(([e,t])=>s`<tr>
      <th scope="row">${r[e]??e}</th>
      ${R.map(e=>s`<td class="number">${g(t[e]??0)}</td>`)}
      <td><svg width="120" height="12" aria-hidden="true"><rect width=${120*V(t)/i} height="12" fill="var(--side)" opacity="0.7"></rect></svg></td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">${a.refights.total}</th>${R.map(e=>s`<td class="number"><b>${g(n.total[e]??0)}</b><br><span class="small">${H(n,e)}</span></td>`)}<td></td></tr>
      <tr><td colspan="5" class="small">${U(n)}</td></tr></tfoot>
  </table></div>`}function V(e){return R.reduce((t,n)=>t+(e[n]??0),0)}function H(e,t){let n=e.range?.[t];return n?x({kind:`number`,unit:null,start:``},Math.round(n[0]),Math.round(n[1])):``}function U(e){return Object.entries(e.vehicles).map(([e,t])=>a.refights.vehicle(a.arms[e]??e,t.destroyed??0,t.captured??0)).join(` · `)}function W(e,t,n,r,i){let o=t.outcomes.filter(e=>n||e.scored);return s`<section>
    <h2>${a.refights.outcomes}</h2>
    <p class="small">${a.chart.key}</p>
    <div class="outcomes">${o.map(t=>G(e,t,t.id===r))}</div>
    <p><button @click=${i} aria-expanded=${n?`true`:`false`}>${n?a.refights.fewer:a.refights.more(t.outcomes.length-o.length)}</button></p>
  </section>`}function G(e,t,n){return s`<figure id="o-${t.id}" class="outcome ${n?`chosen`:``}">
    <figcaption><b>${t.title}</b> ${K(t)}</figcaption>
    ${h(t,e.start)}
    <p class="small">${y(t,e.start)} ${t.refought.monte_carlo_error!==null&&t.kind!==`event`?a.refights.error(t.refought.monte_carlo_error,t.kind===`date`?a.days:t.unit):``}</p>
    <p class="small buttons no-print">
      ${C(t.id)}
      ${e.marks.some(e=>e.outcome===t.id)?s`<a href=${m(`watch`,[e.act])}>${a.refights.watch}</a>`:``}</p>
    ${t.rivals.length?s`<details class="small" @toggle=${e=>q(e,t)}><summary>${a.refights.who(t.rivals.length)}</summary><div class="who"></div></details>`:``}
  </figure>`}function K(e){return e.input?s`<span class="chip">${a.refights.input}</span>`:e.meets===null?``:s`<span class="chip">${e.meets?a.refights.meets:a.refights.misses}</span>`}function q(e,t){let r=e.target.querySelector(`.who`),i=t.rivals.map(e=>e.claim);n(s`${f(J(i),s`<p class="waiting">${a.waiting}</p>`)}`,r)}async function J(e){let t=await i(`api/sources`),n=e.flatMap(e=>t.claims[e]??[]);return s`<ul class="claims">${n.map(e=>S(e))}</ul>`}async function Y(e,t){let r=await i(`api/about`),a=O(t,r.acts),s=D(a),[c,l]=await Promise.all([i(`api/act/${a.act}`,s),o(`api/act/${a.act}/ensemble`,s)]),d={about:r,choice:a,act:c,data:l,day:Number(t.query.get(`day`)??Math.floor(c.days/2)),all:!1,chosen:t.query.get(`outcome`)??``};d.chosen&&!l.head.outcomes.find(e=>e.id===d.chosen)?.scored&&(d.all=!0);let f=null,p=0,m=e=>{d.day=Math.max(0,Math.min(c.days-1,e)),f?.at(d.day),g(),u(E(`refights`,a,{day:d.day,outcome:d.chosen||null}))},h=()=>{p?(clearInterval(p),p=0,g()):(d.day>=c.days-1&&(d.day=0),p=window.setInterval(()=>{d.day>=c.days-1?h():m(d.day+1)},300),g())},g=()=>void n(X(d,{go:m,toggle:h,playing:p!==0,map:()=>f,draw:g}),e);return g(),f=new k(e.querySelector(`.map`),c,l),f.at(d.day),d.chosen&&e.querySelector(`#o-${CSS.escape(d.chosen)}`)?.scrollIntoView(),{dispose:()=>{clearInterval(p),f?.dispose()}}}function X(e,t){let{act:n,data:r,choice:i,about:o}=e,{head:c}=r;return s`<div class="page refights">
    <header class="view-head">
      <h1>${a.refights.title(a.acts[n.act]??n.title,c.refights)}</h1>
      <p class="acts">${o.acts.filter(e=>e!==n.act).map(e=>s`<a href=${m(`refights`,[e])}>${a.acts[e]??e}</a>`)}
        ${Z(i)} <a href=${E(`watch`,i)}>${a.refights.watch}</a></p>
      <p class="lead">${Q(e)}</p>
      ${i.levers.length?s`<p><b>${a.watch.changed(i.levers)}</b></p>`:``}
    </header>
    <section class="chance" aria-label=${a.refights.chance}>
      <h2>${a.refights.chance}</h2>
      <div class="stage"><div class="map"></div>
        <div class="over"><div class="moment"><b>${a.watch.day(e.day,d(p(n.start,e.day)))}</b></div>
          <div class="map-buttons">
            <button @click=${()=>t.map()?.stage.zoom(1)} aria-label=${a.map.zoomIn}>+</button>
            <button @click=${()=>t.map()?.stage.zoom(-1)} aria-label=${a.map.zoomOut}>−</button>
            <button @click=${()=>t.map()?.stage.city()}>${a.map.city}</button>
            <button @click=${()=>t.map()?.stage.home()}>${a.map.whole}</button>
            <button class="save" @click=${t=>T(t.target.closest(`.stage`),`refight-${n.act}-day-${e.day}`)}>${a.map.save}</button>
          </div></div></div>
      <div class="controls">
        <button class="play" @click=${t.toggle}>${t.playing?a.watch.pause:a.watch.play}</button>
        <input class="slider" type="range" min="0" max=${n.days-1} .value=${String(e.day)} aria-label=${a.refights.dayOf}
          aria-valuetext=${d(p(n.start,e.day))} @input=${e=>t.go(Number(e.target.value))}>
      </div>
      ${$(n)}
    </section>
    <section><h2>${a.refights.fans}</h2><p class="small">${n.sides.map((e,t)=>s`<span class="dot side-${t}"></span>${e.name} `)} · ${a.refights.fanKey}</p>${ee(e)}</section>
    ${W(n,c,e.all,e.chosen,()=>{e.all=!e.all,t.draw()})}
    <section><h2>${a.refights.losses}</h2>${z(n,c)}</section>
    <footer class="small">
      <p>${c.rests_on.words}</p>
      <p>${a.refights.again} <code>${c.command}</code></p>
      <p>${o.closing}</p>
    </footer>
  </div>`}function Z(t){let n={...t,as:t.as===`told`?`recorded`:`told`};return e&&!c(`api/act/${t.act}/ensemble`,D(n))?``:s`<a href=${E(`refights`,n)}>${n.as===`told`?a.refights.asTold:a.refights.asRecorded}</a>`}function Q({act:e,data:t}){let{decision:n,refights:r,scored:i}=t.head,o=t=>t===null?a.never:d(p(e.start,t));return a.refights.decision({act:e.act,share:_(n.happened.share),n:r,fought:o(n.fought_day),recorded:o(n.recorded_day),range:` (${a.refights.between(_(n.happened.low),_(n.happened.high))})`,byRecord:n.by_record?`${_(n.by_record.share)} (${a.refights.between(_(n.by_record.low),_(n.by_record.high))})`:``,meet:i.meet,of:i.of})}function $(e){return s`<p class="small chance-key"><span>${a.refights.holds(e.sides[0]?.name??``)}</span><span class="ramp" aria-hidden="true"></span>
    <span>${a.refights.holds(e.sides[1]?.name??``)}</span><span>${a.refights.bridges}</span></p>`}function ee({act:e,data:n,day:r}){let i=t(n,`fans`),[,o,c,l]=i.shape,u=(e,t)=>[...Array(c).keys()].map(n=>{let r=((e*o+t)*c+n)*l;return[...i.data.subarray(r,r+l)]});return s`<div class="fans">${n.head.fan_measures.map((t,n)=>s`<figure>
    <figcaption>${a.measures[t]??t}</figcaption>
    ${P([0,1].map(e=>({side:e,rows:u(e,n)})),e.start,a.refights.fanLabel(a.measures[t]??t),r)} ${C(`${e.act}-${t}`)}
  </figure>`)}</div>`}export{Y as refights};