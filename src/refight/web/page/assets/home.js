import{_ as e,f as t,h as n,i as r,m as i,s as a,y as o}from"./index.js";import{i as s,n as c,r as l,t as u}from"./record.js";import{t as d}from"./until.js";import{f,p as ee,s as p,u as m}from"./format.js";import{i as h,n as g}from"./colours.js";import{r as _}from"./save.js";import{n as v}from"./claim.js";import{n as y,t as b}from"./tidy.js";import{t as te}from"./refought.js";var x=k(64),ne=x.map(e=>O(Math.cbrt(e))),S=x.slice(0,8).map(e=>O(Math.sqrt(e)));function C(e){let t=w(new TextEncoder().encode(e)),n=[...S];for(let e=0;e<t.length;e+=16)T(t.subarray(e,e+16),n);return n.map(e=>(e>>>0).toString(16).padStart(8,`0`)).join(``)}function w(e){let t=new Uint32Array(((e.length+8>>6)+1)*16);return e.forEach((e,n)=>{t[n>>2]|=e<<24-8*(n&3)}),t[e.length>>2]|=128<<24-8*(e.length&3),t[t.length-2]=Math.floor(e.length*8/2**32),t[t.length-1]=e.length*8,t}function T(e,t){let n=E(e),[r,i,a,o,s,c,l,u]=t;for(let e=0;e<64;e++){let t=D(s,6)^D(s,11)^D(s,25),d=u+t+(s&c^~s&l)+ne[e]+n[e]|0,f=(D(r,2)^D(r,13)^D(r,22))+(r&i^r&a^i&a)|0;[u,l,c,s,o,a,i,r]=[l,c,s,o+d|0,a,i,r,d+f|0]}[r,i,a,o,s,c,l,u].forEach((e,n)=>t[n]=t[n]+e|0)}function E(e){let t=new Uint32Array(64);t.set(e);for(let e=16;e<64;e++){let[n,r]=[t[e-15],t[e-2]],i=D(n,7)^D(n,18)^n>>>3,a=D(r,17)^D(r,19)^r>>>10;t[e]=t[e-16]+i+t[e-7]+a}return t}function D(e,t){return e>>>t|e<<32-t}function O(e){return(e-Math.floor(e))*2**32|0}function k(e){let t=[];for(let n=2;t.length<e;n++)t.every(e=>n%e)&&t.push(n);return t}var A=/(?:(?<=[.?!])|(?<=[.?!]["'\u2019\u201d]))\s+(?=["'\u2018\u201c]?[A-Z])/u,j=/\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/;function M(e){return e.normalize(`NFKC`).replace(/[\u2018\u2019\u201a\u201b]/g,`'`).replace(/[\u201c\u201d\u201e\u201f]/g,`"`).replace(/[\s\x1c-\x1f\x85]+/g,` `).trim()}function N(e){return e.split(j).flatMap(e=>e.split(A)).map(M).filter(e=>e!==``)}function P(e,t){let n=new Map(N(e).map(e=>[C(e),e])),r=new Map;for(let{id:e,sha256:i}of t){let t=n.get(i);t!==void 0&&r.set(e,t)}return r}var F=720,I=12,L=34,R=34,z={consistent:`#1f5f8b`,inconsistent:`#a63d1c`},B=`#7a5a00`;function V(e){let t=new Map;for(let n of e){let e=`${n.from}/${n.to}/${n.days}`,r=t.get(e);r?(r.times++,r.sentences=[...new Set([...r.sentences,...n.sentences])]):t.set(e,{...n,sentences:[...n.sentences],times:1})}return[...t.values()].sort((e,t)=>t.days-e.days||e.from.localeCompare(t.from))}function H(e,t,n){let r=Math.max(1,m(t,n));return I+m(t,e)/r*696}function U(e){let t=V(e),n=t.flatMap(e=>[e.from,e.to]).sort(),[i,a]=[n[0]??`1980-09-22`,n.at(-1)??`1982-05-24`],s=R+t.length*L+8;return o`<svg class="chart" viewBox="0 0 ${F} ${s}" role="img" aria-label=${r.dateline.label(t.length)}>
    ${W(i,a,s)}
    ${t.map((e,t)=>G(e,R+t*L,i,a))}
  </svg>`}function W(e,t,n){return re(e,t).map(r=>{let i=H(r,e,t);return o`<line x1=${i} x2=${i} y1="18" y2=${n} stroke="#ddd5c6"></line>
      <text x=${i+3} y="14" font-size="11" fill=${h}>${K(r)}</text>`})}function G(e,t,n,i){let[a,s]=[H(e.from,n,i),H(e.to,n,i)],c=z[e.verdict]??B,l=`${r.dateline.days(e.days,e.inclusive)} · ${f(e.from)} ${r.to} ${f(e.to)} · ${e.verdict}`,u=708-a>l.length*6.2;return o`<g>
    <title>${l}</title>
    <text x=${u?a:Math.max(I,s)} y=${t+10} font-size="11.5" fill=${g} text-anchor=${u?`start`:`end`}>${l}</text>
    <rect x=${a} y=${t+15} width=${Math.max(2,s-a)} height="7" fill=${c} opacity="0.85"></rect>
    <line x1=${a} x2=${a} y1=${t+13} y2=${t+24} stroke=${c} stroke-width="2"></line>
    <line x1=${s} x2=${s} y1=${t+13} y2=${t+24} stroke=${c} stroke-width="2"></line>
  </g>`}function re(e,t){let n=m(e,t),r=n>400?4:n>150?2:1,i=[],a=new Date(ee(`${e.slice(0,8)}01`));for(;a.toISOString().slice(0,10)<=t;a.setUTCMonth(a.getUTCMonth()+1)){let n=a.toISOString().slice(0,10);n>=e&&H(n,e,t)<670&&a.getUTCMonth()%r===0&&i.push(n)}return i}function K(e){return f(e).replace(/^\d+ /,``).replace(/^([A-Z][a-z]{2})[a-z]*/,`$1`)}function q(t,n,i,a,o,s){return e`<article class="sentence-page">
    ${J(t,n,i,a)}
    <div class="three">
      <section><h2>${r.sentence.told}</h2>${Y(n,i)}</section>
      <section><h2>${r.sentence.recorded}</h2>${ae(t,n)}</section>
      <section><h2>${r.sentence.refought}</h2>${d(te(n),e`<p class="waiting">${r.waiting}</p>`)}</section>
    </div>
    ${oe(t,n)}
    ${se(t,n)}
  </article>`}function J(n,i,a,o){let s=n.sections.find(e=>e.id===i.section);return e`<header>
    <p class="steps no-print">
      <a class="back" href="#/account">${r.sentence.all}</a>
      ${o.before?e`<a href=${t(`account`,[o.before])} rel="prev">${r.sentence.before}</a>`:``}
      ${o.after?e`<a href=${t(`account`,[o.after])} rel="next">${r.sentence.after}</a>`:``}
      <button @click=${()=>print()}>${r.print}</button>
    </p>
    <p class="small">${s?.title??``} · ${r.sentence.number(i.id)}</p>
    <h1 class="said">${l(i.record)} ${a??i.paraphrase}</h1>
    ${a?e`<p class="small">${r.sentence.original}</p>`:``}
    <p class="chips">
      ${u(`record`,i.verdicts.record.word)}
      ${u(`arithmetic`,i.verdicts.arithmetic.word)}
      ${u(`model`,i.verdicts.model.word)}
    </p>
  </header>`}function Y(t,n){return e`
    ${n?e`<p>${t.paraphrase}</p>`:``}
    <p class="small">${r.sentence.by(t.speaker,t.how,t.role)}</p>
    ${t.label?e`<p class="small">${t.label}</p>`:``}
    ${t.told.length?e`<h3>${r.sentence.figures}</h3><ul>${t.told.map(t=>e`<li>${X(t)}</li>`)}</ul>`:``}
    ${t.missing.length?e`<h3>${r.sentence.missing}</h3><ul class="small">${t.missing.map(t=>e`<li>${t.needed}</li>`)}</ul>`:``}`}function X(t){let n=t.date?f(t.date):p({kind:`number`,unit:t.unit,start:``},t.low,t.high);return e`<b>${n}</b> <span class="small">${t.quantity.replaceAll(`-`,` `)}${t.reading?`, ${t.reading}`:``}</span>`}var ie=[`corroborating`,`contradicting`,`qualifying`];function ae(t,n){let{word:i,reason:a}=n.verdicts.record,o=ie.map(e=>({relation:e,claims:n.recorded.filter(t=>t.relation===e).map(e=>t.claims[e.claim]).filter(Boolean)}));return e`<p><b>${i}</b>${a?`: ${b(a)}`:``}</p>
    ${o.map(({relation:t,claims:i})=>i.length===0?``:e`<details ?open=${i.length<=4}>
      <summary>${r.relation[t]??t}: ${r.voices(n.voices[t]?.claims??i.length,n.voices[t]?.voices??0)}</summary>
      <ul class="claims">${i.map(e=>v(e))}</ul>
    </details>`)}
    ${n.recorded.length?``:e`<p class="small">${r.sentence.nothing}</p>`}`}function oe(t,n){let i=n.arithmetic.map(e=>t.checks[e]).filter(e=>e!==void 0),a=t.dateline.filter(e=>e.sentences.includes(n.id));if(!i.length&&!n.tests.length&&!a.length)return``;let{word:o,reason:s}=n.verdicts.arithmetic;return e`<section class="arithmetic">
    <h2>${r.sentence.arithmetic}</h2>
    <p><b>${y(`arithmetic`,o)}</b>${s?`: ${b(s)}`:``}</p>
    ${a.length?e`<figure><div class="scroll wide" tabindex="0" role="region" aria-label=${r.dateline.region}>${U(a)}</div><figcaption class="small">${r.dateline.caption} ${_(`dates-${n.id}`)}</figcaption></figure>`:``}
    ${n.tests.map(t=>e`<p><b>${t.title}</b> <span class="chip">${t.verdict}</span><br>${t.shows}</p>`)}
    ${i.length?e`<details><summary>${r.sentence.checks(i.length)}</summary>
      <ul>${i.map(t=>e`<li>${b(t.line)} ${t.note?e`<span class="small">${t.note}</span>`:``}</li>`)}</ul></details>`:``}
  </section>`}function se(t,n){let i=n.rows.map(e=>t.rows[String(e)]).filter(e=>e!==void 0);return i.length?e`<section><h2>${r.sentence.elements}</h2>
    <ul class="rows">${i.map(t=>e`<li>${l(t.record)} ${t.element} <span class="small">${t.record}${t.layer.length?` · ${t.layer.join(`, `)}`:``}</span></li>`)}</ul>
  </section>`:``}function ce(){return e`<div class="welcome">
    <h2>${r.welcome.title}</h2>
    <p>${r.welcome.what}</p>
    <p>${r.welcome.how}</p>
    <ol class="doors">
      ${r.welcome.doors.map(t=>e`<li><a href=${t.href}><b>${t.title}</b><span>${t.words}</span></a></li>`)}
    </ol>
    <p class="small">${r.welcome.not}</p>
  </div>`}var le=new Map;async function ue(e,t){let r={account:await a(`api/account`),chosen:t.parts[0]??``,wording:le,notice:``},i=()=>void n(de(r,i,e),e);return i(),$(e,r.chosen),{update(t){return r.chosen=t.parts[0]??``,i(),$(e,r.chosen),!0}}}function de(t,n,i){let{account:a,chosen:o}=t,s=a.sentences.find(e=>e.id===o);return e`<div class="home ${s?`has-chosen`:``}" @dragover=${Z} @drop=${e=>void ge(e,t,n)}>
    <section class="account" aria-labelledby="account-title">
      <h1 id="account-title">${r.home.title}</h1>
      <p class="lead">${r.home.lead(a.document.author,a.document.outlet)}</p>
      ${fe(a)}
      ${a.sections.map(e=>pe(e,t))}
      ${he(t,n)}
    </section>
    <section class="detail" id="detail" aria-label=${r.home.detail}>
      <p class="hidden" role="status">${s?r.home.beside(s.id):``}</p>
      ${s?q(a,s,t.wording.get(s.id),ve(a,s),()=>n(),i):ce()}
    </section>
  </div>`}function fe(t){let n=new Map;return t.sentences.forEach(e=>n.set(e.record,(n.get(e.record)??0)+1)),e`<p class="marks">${t.legend.map(t=>e`<span>${l(t.word)} <span class=${c(t.word)}>${t.word}</span>
      <span class="small">${n.get(t.word)??0}</span></span> `)}</p>
    <details class="legend"><summary>${r.home.legend}</summary>
      <dl>${t.legend.map(t=>e`<dt>${l(t.word)} ${t.word}</dt><dd class="small">${t.meaning}</dd>`)}</dl>
    </details>`}function pe(t,n){let r=t.sentences.map(e=>n.account.sentences.find(t=>t.id===e)).filter(e=>e!==void 0&&e.unit!==`heading`);return e`<h2>${t.title}</h2>
    <p class="sentences">${r.map(e=>me(e,n))}</p>`}function me(n,{chosen:a,wording:o}){let l=o.get(n.id)??n.paraphrase,u=n.id===a;return e`<a class="sentence ${c(n.record)} ${o.has(n.id)?`original`:``}"
    id="in-${n.id}" href=${t(`account`,[n.id])} aria-current=${u?`true`:i}
    ><span class="hidden">${r.home.spoken(n.record)} </span>${l}<span class="mark" aria-hidden="true"> ${s(n.record)}</span></a> `}function he(t,n){return e`<div class="own">
    <h2>${r.home.own.title}</h2>
    <p>${r.home.own.words}</p>
    <label class="button">${r.home.own.choose}
      <input class="hidden" type="file" accept=".txt,text/plain" @change=${e=>void _e(e,t,n)}></label>
    ${t.wording.size?e`<button @click=${()=>{t.wording.clear(),t.notice=``,n()}}>${r.home.own.forget}</button>`:``}
    <p role="status">${t.notice}</p>
  </div>`}function Z(e){e.preventDefault()}async function ge(e,t,n){e.preventDefault();let r=e.dataTransfer?.files[0];r&&await Q(r,t,n)}async function _e(e,t,n){let r=e.target.files?.[0];r&&await Q(r,t,n)}async function Q(e,t,n){e.size>2e5?t.notice=r.home.own.large:(t.wording.clear(),P(await e.text(),t.account.sentences).forEach((e,n)=>t.wording.set(n,e)),t.notice=r.home.own.matched(t.wording.size,t.account.sentences.length)),n()}function ve(e,t){let n=e.sections.flatMap(e=>e.sentences).filter(t=>e.sentences.some(e=>e.id===t&&e.unit!==`heading`)),r=n.indexOf(t.id);return{before:n[r-1]??null,after:n[r+1]??null}}function $(e,t){t&&(matchMedia(`(max-width: 860px)`).matches?e.querySelector(`#detail`)?.scrollIntoView({block:`start`}):(e.querySelector(`#in-${CSS.escape(t)}`)?.scrollIntoView({block:`nearest`}),e.querySelector(`#detail`)?.scrollTo(0,0)))}export{ue as home};