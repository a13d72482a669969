import{_ as e,f as t,h as n,i as r,s as i,y as a}from"./index.js";import{t as o}from"./record.js";import{c as s,n as c}from"./format.js";import{n as l,t as u}from"./levers.js";import{i as d,n as f}from"./colours.js";var p=760,m=250,h=34;function g(e,t){let n=e.flatMap(e=>[e.before,e.after]).flatMap(e=>e?[e.low,e.high,0]:[]),[r,i]=[Math.min(0,...n),Math.max(.01,...n)],o=e=>m+(e-r)/(i-r)*490,c=e.length*h+26;return a`<svg class="chart" viewBox="0 0 ${p} ${c}" role="img" aria-label=${`${t}. ${e.map(y).join(` `)}`}>
    ${s(r,i,5).map(e=>a`<line x1=${o(e)} x2=${o(e)} y1="2" y2=${c-22} stroke="#e6dfd1"></line>
      <text x=${o(e)} y=${c-8} font-size="11.5" fill=${d} text-anchor="middle">${e.toLocaleString(`en-GB`)}</text>`)}
    ${e.map((e,t)=>_(e,18+t*h,o))}
  </svg>`}function _(e,t,n){return a`<text x=${240} y=${t+4} font-size="12" text-anchor="end" fill=${f}>${e.title.length>38?`${e.title.slice(0,37)}…`:e.title}<title>${e.title}</title></text>
    ${v(e.before,t-5,n,d,!1)} ${v(e.after,t+6,n,`#1d4e79`,!0)}`}function v(e,t,n,r,i){return e?a`<line x1=${n(e.low)} x2=${n(e.high)} y1=${t} y2=${t} stroke=${r} stroke-width="3"></line>
    <circle cx=${n(e.value)} cy=${t} r="4.500" fill=${i?r:`#fffdf8`} stroke=${r} stroke-width="1.800"></circle>`:``}function y(e){let t=e=>e?`${e.value.toFixed(2)} (${e.low.toFixed(2)} ${r.to} ${e.high.toFixed(2)})`:``;return`${e.title}: ${[t(e.before),t(e.after)].filter(Boolean).join(`; `)}.`}async function b(e,t){let[r,a]=await Promise.all([i(`api/causes`),i(`api/about`)]),o=t=>{let i=r.causes.find(e=>e.id===t.parts[0]);n(i?w(i,a):x(r,a),e)};return o(t),{update:e=>(o(e),scrollTo(0,0),!0)}}function x(t,n){return e`<div class="page">
    <h1>${r.causes.title}</h1>
    <p class="lead">${r.causes.lead}</p>
    <p><a href="#/swap">${r.nav.swap}</a></p>
    ${t.available?``:e`<p class="problem">${t.reason||r.causes.absent}</p>`}
    ${n.acts.map(n=>{let i=t.causes.filter(e=>e.act===n);return i.length?e`<h2>${r.acts[n]??n}</h2><div class="cause-list">${i.map(S)}</div>`:``})}
    ${t.shares.map(t=>e`<figure><figcaption><h2>${r.causes.shares(r.acts[t.act]??t.act)}</h2></figcaption>
      ${g(t.bars,r.causes.shares(r.acts[t.act]??t.act))}<p class="small">${r.causes.shareKey}</p></figure>`)}
    <p class="small">${n.closing}</p>
  </div>`}function S(n){return e`<article class="cause">
    <h3><a href=${t(`causes`,[n.id])}>${n.title}</a></h3>
    <p class="chips">${o(r.axes.record,n.record.word)} ${o(r.axes.arithmetic,n.arithmetic.word)} ${o(r.axes.model,n.model.word)}</p>
    ${C(n)}
    <p class="small">${u(n.sentences)}</p>
  </article>`}function C({effect:t}){if(!t)return``;let n=t.low>0||t.high<0;return e`<p>${l(t.kind??`number`,t.unit,t,n)} <span class="small">${c(t.kind??`number`,t.unit,t)}</span></p>`}function w(n,i){return e`<div class="page verdict">
    <p class="steps no-print"><a href="#/causes">${r.causes.all}</a> <button @click=${()=>print()}>${r.print}</button></p>
    <h1>${n.title}</h1>
    <p class="small">${r.acts[n.act]??n.act} · ${u(n.sentences)}</p>
    <table><tbody>
      ${[[`record`,n.record],[`arithmetic`,n.arithmetic],[`model`,n.model]].map(([t,n])=>e`<tr>
        <th scope="row">${r.axes[t]}</th><td><b>${n.word}</b>${n.reason?e`<br>${n.reason}`:``}</td></tr>`)}
    </tbody></table>
    ${C(n)}
    ${n.levers.length?e`<p class="no-print">${n.levers.map(i=>e`<a class="button" href=${t(`whatif`,[n.act],{lever:i.includes(`=`)?i:null})}>${r.causes.refight}</a> `)}</p>`:``}
    <div class="verdict-text">${n.text.map(T)}</div>
    <p class="small">${i.closing}</p>
  </div>`}function T(t,n,r){return/^[-=]{3,}$/.test(t)?``:/^[-=]{3,}$/.test(r[n+1]??``)?e`<h2>${t}</h2>`:t===``?e`<div class="gap"></div>`:e`<div class="line">${t}</div>`}export{b as causes};