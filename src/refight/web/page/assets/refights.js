import{a as e,c as t,d as n,f as r,g as i,i as a,m as o,s,v as c}from"./store.js";import{C as l,H as u,I as d,L as f,P as p,U as m,V as h,a as g,c as _,f as v,h as y,i as b,k as x,m as S,s as C,v as w,x as T,y as E}from"./index.js";import{i as D,n as O,r as k}from"./version.js";import{t as A}from"./chance.js";var j=420,M=170,N=46,P=8;function F(e,t,n,r=null){let i=e[0]?.rows[0]?.length??1,a=Math.max(1,...e.flatMap(e=>e.rows.at(-1)??[]).filter(Number.isFinite)),o=e=>N+e/Math.max(1,i-1)*364,s=e=>P+(1-e/a)*138;return c`<svg class="chart" viewBox="0 0 ${j} ${M}" role="img" aria-label=${n}>
    ${y(0,a,4).map(e=>c`<line x1=${N} x2=${410} y1=${s(e)} y2=${s(e)} stroke="#e6dfd1"></line>
      <text x=${41} y=${s(e)+4} font-size="10.5" text-anchor="end" fill=${l}>${_(e)}</text>`)}
    ${y(0,i-1,4).map(e=>c`<text x=${o(e)} y=${163} font-size="10.5" text-anchor="middle" fill=${l}>${d(p(t,e),!0)}</text>`)}
    ${e.map(e=>I(e,o,s))}
    ${r===null?``:c`<line x1=${o(r)} x2=${o(r)} y1=${P} y2=${146} stroke=${T} stroke-dasharray="3 3"></line>`}
  </svg>`}function I({side:e,rows:t},n,r){let i=x[e],[a,o,s,l,u]=t;return c`<path d=${R(a,u,n,r)} fill=${i} opacity="0.16"></path>
    <path d=${R(o,l,n,r)} fill=${i} opacity="0.28"></path>
    <path d=${L(s,n,r)} fill="none" stroke=${i} stroke-width="2" stroke-dasharray=${e===1?`5 3`:`none`}></path>`}function L(e,t,n){return e.map((e,r)=>`${r?`L`:`M`}${t(r).toFixed(1)} ${n(e).toFixed(1)}`).join(``)}function R(e,t,n,r){let i=e.map((e,t)=>`L${n(t).toFixed(1)} ${r(e).toFixed(1)}`).reverse();return`${L(t,n,r)}${i.join(``)}Z`}var z=[`killed`,`wounded`,`captured`];function B(e,t){let n=Math.max(1,...Object.values(t.losses).flatMap(e=>Object.values(e.by_cause).map(H)));return i`<div class="losses-by-cause">${e.sides.map((e,r)=>{let i=t.losses[e.id];return i?V(e.name,r,i,t.cause_words,n):``})}</div>
  <p class="small">${r.refights.lossNote}</p>`}function V(e,t,n,a,o){return i`<div class="scroll" tabindex="0" role="region" aria-label=${r.refights.lossesOf(e)}><table class="side-${t}">
    <caption><span class="dot side-${t}"></span>${e}</caption>
    <thead><tr><th scope="col">${r.refights.cause}</th>${z.map(e=>i`<th scope="col" class="number">${r.fates[e]}</th>`)}<td></td></tr></thead>
    <tbody>${Object.entries(n.by_cause).map(([e,t])=>i`<tr>
      <th scope="row">${a[e]??e}</th>
      ${z.map(e=>i`<td class="number">${_(t[e]??0)}</td>`)}
      <td><svg width="120" height="12" aria-hidden="true"><rect width=${120*H(t)/o} height="12" fill="var(--side)" opacity="0.7"></rect></svg></td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">${r.refights.total}</th>${z.map(e=>i`<td class="number"><b>${_(n.total[e]??0)}</b><br><span class="small">${U(n,e)}</span></td>`)}<td></td></tr>
      <tr><td colspan="5" class="small">${W(n)}</td></tr></tfoot>
  </table></div>`}function H(e){return z.reduce((t,n)=>t+(e[n]??0),0)}function U(e,t){let n=e.range?.[t];return n?S({kind:`number`,unit:null,start:``},Math.round(n[0]),Math.round(n[1])):``}function W(e){return Object.entries(e.vehicles).map(([e,t])=>r.refights.vehicle(r.arms[e]??e,t.destroyed??0,t.captured??0)).join(` · `)}function G(e,t,n,a,o){let s=t.outcomes.filter(e=>n||e.scored);return i`<section>
    <h2>${r.refights.outcomes}</h2>
    <p class="small">${r.chart.key}</p>
    <div class="outcomes">${s.map(t=>K(e,t,t.id===a))}</div>
    <p><button @click=${o} aria-expanded=${n?`true`:`false`}>${n?r.refights.fewer:r.refights.more(t.outcomes.length-s.length)}</button></p>
  </section>`}function K(e,t,n){return i`<figure id="o-${t.id}" class="outcome ${n?`chosen`:``}">
    <figcaption><b>${t.title}</b> ${q(t)}</figcaption>
    ${g(t,e.start)}
    <p class="small">${b(t,e.start)} ${t.refought.monte_carlo_error!==null&&t.kind!==`event`?r.refights.error(t.refought.monte_carlo_error,t.kind===`date`?r.days:t.unit):``}</p>
    <p class="small buttons no-print">
      ${w(t.id)}
      ${e.marks.some(e=>e.outcome===t.id)?i`<a href=${u(`watch`,[e.act])}>${r.refights.watch}</a>`:``}</p>
    ${t.rivals.length?i`<details class="small" @toggle=${e=>J(e,t)}><summary>${r.refights.who(t.rivals.length)}</summary><div class="who"></div></details>`:``}
  </figure>`}function q(e){return e.input?i`<span class="chip">${r.refights.input}</span>`:e.meets===null?``:i`<span class="chip">${e.meets?r.refights.meets:r.refights.misses}</span>`}function J(e,t){let n=e.target.querySelector(`.who`),a=t.rivals.map(e=>e.claim);o(i`${f(Y(a),i`<p class="waiting">${r.waiting}</p>`)}`,n)}async function Y(t){let n=await e(`api/sources`),r=t.flatMap(e=>n.claims[e]??[]);return i`<ul class="claims">${r.map(e=>C(e))}</ul>`}async function X(n,r){let i=await e(`api/about`),a=O(r,i.acts),s=D(a),[c,l]=await Promise.all([e(`api/act/${a.act}`,s),t(`api/act/${a.act}/ensemble`,s)]),u={about:i,choice:a,act:c,data:l,day:h(r.query.get(`day`),0,c.days-1,Math.floor(c.days/2)),all:!1,chosen:r.query.get(`outcome`)??``};u.chosen&&!l.head.outcomes.find(e=>e.id===u.chosen)?.scored&&(u.all=!0);let d=null,f=0,p=e=>{u.day=Math.max(0,Math.min(c.days-1,e)),d?.at(u.day),_(),m(k(`refights`,a,{day:u.day,outcome:u.chosen||null}))},g=()=>{f?(clearInterval(f),f=0,_()):(u.day>=c.days-1&&(u.day=0),f=window.setInterval(()=>{u.day>=c.days-1?g():p(u.day+1)},300),_())},_=()=>void o(Z(u,{go:p,toggle:g,playing:f!==0,map:()=>d,draw:_}),n);return _(),d=new A(n.querySelector(`.map`),c,l),d.at(u.day),u.chosen&&n.querySelector(`#o-${CSS.escape(u.chosen)}`)?.scrollIntoView(),{dispose:()=>{clearInterval(f),d?.dispose()}}}function Z(e,t){let{act:n,data:a,choice:o,about:s}=e,{head:c}=a;return i`<div class="page refights">
    <header class="view-head">
      <h1>${r.refights.title(r.acts[n.act]??n.title,c.refights)}</h1>
      <p class="acts">${s.acts.filter(e=>e!==n.act).map(e=>i`<a href=${u(`refights`,[e])}>${r.acts[e]??e}</a>`)}
        ${Q(o)} <a href=${k(`watch`,o)}>${r.refights.watch}</a></p>
      <p class="lead">${$(e)}</p>
      ${o.levers.length?i`<p><b>${r.watch.changed(o.levers)}</b></p>`:``}
    </header>
    <section class="chance" aria-label=${r.refights.chance}>
      <h2>${r.refights.chance}</h2>
      <div class="stage"><div class="map"></div>
        <div class="over"><div class="moment"><b>${r.watch.day(e.day,d(p(n.start,e.day)))}</b></div>
          <div class="map-buttons">
            <button @click=${()=>t.map()?.stage.zoom(1)} aria-label=${r.map.zoomIn}>+</button>
            <button @click=${()=>t.map()?.stage.zoom(-1)} aria-label=${r.map.zoomOut}>−</button>
            <button @click=${()=>t.map()?.stage.city()}>${r.map.city}</button>
            <button @click=${()=>t.map()?.stage.home()}>${r.map.whole}</button>
            <button class="save" @click=${t=>E(t.target.closest(`.stage`),`refight-${n.act}-day-${e.day}`)}>${r.map.save}</button>
          </div></div></div>
      <div class="controls">
        <button class="play" @click=${t.toggle}>${t.playing?r.watch.pause:r.watch.play}</button>
        <input class="slider" type="range" min="0" max=${n.days-1} .value=${String(e.day)} aria-label=${r.refights.dayOf}
          aria-valuetext=${d(p(n.start,e.day))} @input=${e=>t.go(Number(e.target.value))}>
      </div>
      ${ee(n)}
    </section>
    <section><h2>${r.refights.fans}</h2><p class="small">${n.sides.map((e,t)=>i`<span class="dot side-${t}"></span>${e.name} `)} · ${r.refights.fanKey}</p>${te(e)}</section>
    ${G(n,c,e.all,e.chosen,()=>{e.all=!e.all,t.draw()})}
    <section><h2>${r.refights.losses}</h2>${B(n,c)}</section>
    <footer class="small">
      <p>${c.rests_on.words}</p>
      <p>${r.refights.again} <code>${c.command}</code></p>
      <p>${s.closing}</p>
    </footer>
  </div>`}function Q(e){let t={...e,as:e.as===`told`?`recorded`:`told`};return s&&!a(`api/act/${e.act}/ensemble`,D(t))?``:i`<a href=${k(`refights`,t)}>${t.as===`told`?r.refights.asTold:r.refights.asRecorded}</a>`}function $({act:e,data:t}){let{decision:n,refights:i,scored:a}=t.head,o=t=>t===null?r.never:d(p(e.start,t));return r.refights.decision({act:e.act,share:v(n.happened.share),n:i,fought:o(n.fought_day),recorded:o(n.recorded_day),range:` (${r.refights.between(v(n.happened.low),v(n.happened.high))})`,byRecord:n.by_record?`${v(n.by_record.share)} (${r.refights.between(v(n.by_record.low),v(n.by_record.high))})`:``,meet:a.meet,of:a.of})}function ee(e){return i`<p class="small chance-key"><span>${r.refights.holds(e.sides[0]?.name??``)}</span><span class="ramp" aria-hidden="true"></span>
    <span>${r.refights.holds(e.sides[1]?.name??``)}</span><span>${r.refights.bridges}</span></p>`}function te({act:e,data:t,day:a}){let o=n(t,`fans`),[,s,c,l]=o.shape,u=(e,t)=>[...Array(c).keys()].map(n=>{let r=((e*s+t)*c+n)*l;return[...o.data.subarray(r,r+l)]});return i`<div class="fans">${t.head.fan_measures.map((t,n)=>i`<figure>
    <figcaption>${r.measures[t]??t}</figcaption>
    ${F([0,1].map(e=>({side:e,rows:u(e,n)})),e.start,r.refights.fanLabel(r.measures[t]??t),a)} ${w(`${e.act}-${t}`)}
  </figure>`)}</div>`}export{X as refights};