import{d as e,g as t,m as n,o as r,r as i,v as a}from"./index.js";import{t as o}from"./record.js";import{c as s,n as c}from"./format.js";import{n as l,t as u}from"./levers.js";import{i as d,n as f}from"./colours.js";var p=760,m=250,h=34;function g(e,t){let n=e.flatMap(e=>[e.before,e.after]).flatMap(e=>e?[e.low,e.high,0]:[]),[r,i]=[Math.min(0,...n),Math.max(.01,...n)],o=e=>m+(e-r)/(i-r)*490,c=e.length*h+26;return a`<svg class="chart" viewBox="0 0 ${p} ${c}" role="img" aria-label=${`${t}. ${e.map(y).join(` `)}`}>
    ${s(r,i,5).map(e=>a`<line x1=${o(e)} x2=${o(e)} y1="2" y2=${c-22} stroke="#e6dfd1"></line>
      <text x=${o(e)} y=${c-8} font-size="11.5" fill=${d} text-anchor="middle">${e.toLocaleString(`en-GB`)}</text>`)}
    ${e.map((e,t)=>_(e,18+t*h,o))}
  </svg>`}function _(e,t,n){return a`<text x=${240} y=${t+4} font-size="12" text-anchor="end" fill=${f}>${e.title.length>38?`${e.title.slice(0,37)}…`:e.title}<title>${e.title}</title></text>
    ${v(e.before,t-5,n,d,!1)} ${v(e.after,t+6,n,`#1d4e79`,!0)}`}function v(e,t,n,r,i){return e?a`<line x1=${n(e.low)} x2=${n(e.high)} y1=${t} y2=${t} stroke=${r} stroke-width="3"></line>
    <circle cx=${n(e.value)} cy=${t} r="4.500" fill=${i?r:`#fffdf8`} stroke=${r} stroke-width="1.800"></circle>`:``}function y(e){let t=e=>e?`${e.value.toFixed(2)} (${e.low.toFixed(2)} ${i.to} ${e.high.toFixed(2)})`:``;return`${e.title}: ${[t(e.before),t(e.after)].filter(Boolean).join(`; `)}.`}async function b(e,t){let[i,a]=await Promise.all([r(`api/causes`),r(`api/about`)]),o=t=>{let r=i.causes.find(e=>e.id===t.parts[0]);n(r?w(r,a):x(i,a),e)};return o(t),{update:e=>(o(e),scrollTo(0,0),!0)}}function x(e,n){return t`<div class="page">
    <h1>${i.causes.title}</h1>
    <p class="lead">${i.causes.lead}</p>
    <p><a href="#/swap">${i.nav.swap}</a></p>
    ${e.available?``:t`<p class="problem">${e.reason||i.causes.absent}</p>`}
    ${n.acts.map(n=>{let r=e.causes.filter(e=>e.act===n);return r.length?t`<h2>${i.acts[n]??n}</h2><div class="cause-list">${r.map(S)}</div>`:``})}
    ${e.shares.map(e=>t`<figure><figcaption><h2>${i.causes.shares(i.acts[e.act]??e.act)}</h2></figcaption>
      ${g(e.bars,i.causes.shares(i.acts[e.act]??e.act))}<p class="small">${i.causes.shareKey}</p></figure>`)}
    <p class="small">${n.closing}</p>
  </div>`}function S(n){return t`<article class="cause">
    <h3><a href=${e(`causes`,[n.id])}>${n.title}</a></h3>
    <p class="chips">${o(i.axes.record,n.record.word)} ${o(i.axes.arithmetic,n.arithmetic.word)} ${o(i.axes.model,n.model.word)}</p>
    ${C(n)}
    <p class="small">${u(n.sentences)}</p>
  </article>`}function C({effect:e}){if(!e)return``;let n=e.low>0||e.high<0;return t`<p>${l(e.kind??`number`,e.unit,e,n)} <span class="small">${c(e.kind??`number`,e.unit,e)}</span></p>`}function w(n,r){return t`<div class="page verdict">
    <p class="steps no-print"><a href="#/causes">${i.causes.all}</a> <button @click=${()=>print()}>${i.print}</button></p>
    <h1>${n.title}</h1>
    <p class="small">${i.acts[n.act]??n.act} · ${u(n.sentences)}</p>
    <table><tbody>
      ${[[`record`,n.record],[`arithmetic`,n.arithmetic],[`model`,n.model]].map(([e,n])=>t`<tr>
        <th scope="row">${i.axes[e]}</th><td><b>${n.word}</b>${n.reason?t`<br>${n.reason}`:``}</td></tr>`)}
    </tbody></table>
    ${C(n)}
    ${n.levers.length?t`<p class="no-print">${n.levers.map(r=>t`<a class="button" href=${e(`whatif`,[n.act],{lever:r.includes(`=`)?r:null})}>${i.causes.refight}</a> `)}</p>`:``}
    <div class="verdict-text">${n.text.map(T)}</div>
    <p class="small">${r.closing}</p>
  </div>`}function T(e,n,r){return/^[-=]{3,}$/.test(e)?``:/^[-=]{3,}$/.test(r[n+1]??``)?t`<h2>${e}</h2>`:e===``?t`<div class="gap"></div>`:t`<div class="line">${e}</div>`}export{b as causes};