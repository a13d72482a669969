import{b as e,c as t,g as n,h as r,i,p as a,v as o}from"./index.js";import{i as s,n as c,r as l,t as u}from"./record.js";import{i as d,t as f}from"./until.js";import{f as p,p as ee,s as m,u as h}from"./format.js";import{i as g,n as _}from"./colours.js";import{n as v}from"./claim.js";import{n as y,t as b}from"./tidy.js";import{t as x}from"./refought.js";var S=k(64),te=S.map(e=>O(Math.cbrt(e))),ne=S.slice(0,8).map(e=>O(Math.sqrt(e)));function C(e){let t=w(new TextEncoder().encode(e)),n=[...ne];for(let e=0;e<t.length;e+=16)T(t.subarray(e,e+16),n);return n.map(e=>(e>>>0).toString(16).padStart(8,`0`)).join(``)}function w(e){let t=new Uint32Array(((e.length+8>>6)+1)*16);return e.forEach((e,n)=>{t[n>>2]|=e<<24-8*(n&3)}),t[e.length>>2]|=128<<24-8*(e.length&3),t[t.length-2]=Math.floor(e.length*8/2**32),t[t.length-1]=e.length*8,t}function T(e,t){let n=E(e),[r,i,a,o,s,c,l,u]=t;for(let e=0;e<64;e++){let t=D(s,6)^D(s,11)^D(s,25),d=u+t+(s&c^~s&l)+te[e]+n[e]|0,f=(D(r,2)^D(r,13)^D(r,22))+(r&i^r&a^i&a)|0;[u,l,c,s,o,a,i,r]=[l,c,s,o+d|0,a,i,r,d+f|0]}[r,i,a,o,s,c,l,u].forEach((e,n)=>t[n]=t[n]+e|0)}function E(e){let t=new Uint32Array(64);t.set(e);for(let e=16;e<64;e++){let[n,r]=[t[e-15],t[e-2]],i=D(n,7)^D(n,18)^n>>>3,a=D(r,17)^D(r,19)^r>>>10;t[e]=t[e-16]+i+t[e-7]+a}return t}function D(e,t){return e>>>t|e<<32-t}function O(e){return(e-Math.floor(e))*2**32|0}function k(e){let t=[];for(let n=2;t.length<e;n++)t.every(e=>n%e)&&t.push(n);return t}var A=/(?:(?<=[.?!])|(?<=[.?!]["'\u2019\u201d]))\s+(?=["'\u2018\u201c]?[A-Z])/u,j=/\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/;function M(e){return e.normalize(`NFKC`).replace(/[\u2018\u2019\u201a\u201b]/g,`'`).replace(/[\u201c\u201d\u201e\u201f]/g,`"`).replace(/[\s\x1c-\x1f\x85]+/g,` `).trim()}function N(e){return e.split(j).flatMap(e=>e.split(A)).map(M).filter(e=>e!==``)}function P(e,t){let n=new Map(N(e).map(e=>[C(e),e])),r=new Map;for(let{id:e,sha256:i}of t){let t=n.get(i);t!==void 0&&r.set(e,t)}return r}var F=720,I=12,L=34,R=34,z={consistent:`#1f5f8b`,inconsistent:`#a63d1c`},B=`#7a5a00`;function V(e){let t=new Map;for(let n of e){let e=`${n.from}/${n.to}/${n.days}`,r=t.get(e);r?(r.times++,r.sentences=[...new Set([...r.sentences,...n.sentences])]):t.set(e,{...n,sentences:[...n.sentences],times:1})}return[...t.values()].sort((e,t)=>t.days-e.days||e.from.localeCompare(t.from))}function H(e,t,n){let r=Math.max(1,h(t,n));return I+h(t,e)/r*696}function re(t){let n=V(t),r=n.flatMap(e=>[e.from,e.to]).sort(),[a,o]=[r[0]??`1980-09-22`,r.at(-1)??`1982-05-24`],s=R+n.length*L+8;return e`<svg class="chart" viewBox="0 0 ${F} ${s}" role="img" aria-label=${i.dateline.label(n.length)}>
    ${U(a,o,s)}
    ${n.map((e,t)=>W(e,R+t*L,a,o))}
  </svg>`}function U(t,n,r){return G(t,n).map(i=>{let a=H(i,t,n);return e`<line x1=${a} x2=${a} y1="18" y2=${r} stroke="#ddd5c6"></line>
      <text x=${a+3} y="14" font-size="11" fill=${g}>${K(i)}</text>`})}function W(t,n,r,a){let[o,s]=[H(t.from,r,a),H(t.to,r,a)],c=z[t.verdict]??B,l=`${i.dateline.days(t.days,t.inclusive)} · ${p(t.from)} ${i.to} ${p(t.to)} · ${t.verdict}`,u=708-o>l.length*6.2;return e`<g>
    <title>${l}</title>
    <text x=${u?o:Math.max(I,s)} y=${n+10} font-size="11.5" fill=${_} text-anchor=${u?`start`:`end`}>${l}</text>
    <rect x=${o} y=${n+15} width=${Math.max(2,s-o)} height="7" fill=${c} opacity="0.85"></rect>
    <line x1=${o} x2=${o} y1=${n+13} y2=${n+24} stroke=${c} stroke-width="2"></line>
    <line x1=${s} x2=${s} y1=${n+13} y2=${n+24} stroke=${c} stroke-width="2"></line>
  </g>`}function G(e,t){let n=h(e,t),r=n>400?4:n>150?2:1,i=[],a=new Date(ee(`${e.slice(0,8)}01`));for(;a.toISOString().slice(0,10)<=t;a.setUTCMonth(a.getUTCMonth()+1)){let n=a.toISOString().slice(0,10);n>=e&&H(n,e,t)<670&&a.getUTCMonth()%r===0&&i.push(n)}return i}function K(e){return p(e).replace(/^\d+ /,``).replace(/^([A-Z][a-z]{2})[a-z]*/,`$1`)}function q(e,t,n,r,a,s){return o`<article class="sentence-page">
    ${J(e,t,n,r)}
    <div class="three">
      <section><h2>${i.sentence.told}</h2>${Y(t,n)}</section>
      <section><h2>${i.sentence.recorded}</h2>${ae(e,t)}</section>
      <section><h2>${i.sentence.refought}</h2>${f(x(t),o`<p class="waiting">${i.waiting}</p>`)}</section>
    </div>
    ${oe(e,t)}
    ${se(e,t)}
  </article>`}function J(e,t,n,r){let s=e.sections.find(e=>e.id===t.section);return o`<header>
    <p class="steps no-print">
      <a class="back" href="#/account">${i.sentence.all}</a>
      ${r.before?o`<a href=${a(`account`,[r.before])} rel="prev">${i.sentence.before}</a>`:``}
      ${r.after?o`<a href=${a(`account`,[r.after])} rel="next">${i.sentence.after}</a>`:``}
      <button @click=${()=>print()}>${i.print}</button>
    </p>
    <p class="small">${s?.title??``} · ${i.sentence.number(t.id)}</p>
    <h1 class="said">${l(t.record)} ${n??t.paraphrase}</h1>
    ${n?o`<p class="small">${i.sentence.original}</p>`:``}
    <p class="chips">
      ${u(`record`,t.verdicts.record.word)}
      ${u(`arithmetic`,t.verdicts.arithmetic.word)}
      ${u(`model`,t.verdicts.model.word)}
    </p>
  </header>`}function Y(e,t){return o`
    ${t?o`<p>${e.paraphrase}</p>`:``}
    <p class="small">${i.sentence.by(e.speaker,e.how,e.role)}</p>
    ${e.label?o`<p class="small">${e.label}</p>`:``}
    ${e.told.length?o`<h3>${i.sentence.figures}</h3><ul>${e.told.map(e=>o`<li>${X(e)}</li>`)}</ul>`:``}
    ${e.missing.length?o`<h3>${i.sentence.missing}</h3><ul class="small">${e.missing.map(e=>o`<li>${e.needed}</li>`)}</ul>`:``}`}function X(e){let t=e.date?p(e.date):m({kind:`number`,unit:e.unit,start:``},e.low,e.high);return o`<b>${t}</b> <span class="small">${e.quantity.replaceAll(`-`,` `)}${e.reading?`, ${e.reading}`:``}</span>`}var ie=[`corroborating`,`contradicting`,`qualifying`];function ae(e,t){let{word:n,reason:r}=t.verdicts.record,a=ie.map(n=>({relation:n,claims:t.recorded.filter(e=>e.relation===n).map(t=>e.claims[t.claim]).filter(Boolean)}));return o`<p><b>${n}</b>${r?`: ${b(r)}`:``}</p>
    ${a.map(({relation:e,claims:n})=>n.length===0?``:o`<details ?open=${n.length<=4}>
      <summary>${i.relation[e]??e}: ${i.voices(t.voices[e]?.claims??n.length,t.voices[e]?.voices??0)}</summary>
      <ul class="claims">${n.map(e=>v(e))}</ul>
    </details>`)}
    ${t.recorded.length?``:o`<p class="small">${i.sentence.nothing}</p>`}`}function oe(e,t){let n=t.arithmetic.map(t=>e.checks[t]).filter(e=>e!==void 0),r=e.dateline.filter(e=>e.sentences.includes(t.id));if(!n.length&&!t.tests.length&&!r.length)return``;let{word:a,reason:s}=t.verdicts.arithmetic;return o`<section class="arithmetic">
    <h2>${i.sentence.arithmetic}</h2>
    <p><b>${y(`arithmetic`,a)}</b>${s?`: ${b(s)}`:``}</p>
    ${r.length?o`<figure><div class="scroll wide" tabindex="0" role="region" aria-label=${i.dateline.region}>${re(r)}</div><figcaption class="small">${i.dateline.caption} ${d(`dates-${t.id}`)}</figcaption></figure>`:``}
    ${t.tests.map(e=>o`<p><b>${e.title}</b> <span class="chip">${e.verdict}</span><br>${e.shows}</p>`)}
    ${n.length?o`<details><summary>${i.sentence.checks(n.length)}</summary>
      <ul>${n.map(e=>o`<li>${b(e.line)} ${e.note?o`<span class="small">${e.note}</span>`:``}</li>`)}</ul></details>`:``}
  </section>`}function se(e,t){let n=t.rows.map(t=>e.rows[String(t)]).filter(e=>e!==void 0);return n.length?o`<section><h2>${i.sentence.elements}</h2>
    <ul class="rows">${n.map(e=>o`<li>${l(e.record)} ${e.element} <span class="small">${e.record}${e.layer.length?` · ${e.layer.map(e=>i.layer[e]??e).join(`, `)}`:``}</span></li>`)}</ul>
  </section>`:``}function ce(){return o`<div class="welcome">
    <h2>${i.welcome.title}</h2>
    <p>${i.welcome.what}</p>
    <p>${i.welcome.how}</p>
    <ol class="doors">
      ${i.welcome.doors.map(e=>o`<li><a href=${e.href}><b>${e.title}</b><span>${e.words}</span></a></li>`)}
    </ol>
    <p class="small">${i.welcome.not}</p>
  </div>`}var le=new Map;async function ue(e,r){let i={account:await t(`api/account`),chosen:r.parts[0]??``,wording:le,notice:``},a=()=>void n(de(i,a,e),e);return a(),$(e,i.chosen),{update(t){return i.chosen=t.parts[0]??``,a(),$(e,i.chosen),!0}}}function de(e,t,n){let{account:r,chosen:a}=e,s=r.sentences.find(e=>e.id===a);return o`<div class="home ${s?`has-chosen`:``}" @dragover=${Z} @drop=${n=>void ge(n,e,t)}>
    <section class="account" aria-labelledby="account-title">
      <h1 id="account-title">${i.home.title}</h1>
      <p class="lead">${i.home.lead(r.document.author,r.document.outlet)}</p>
      ${fe(r)}
      ${r.sections.map(t=>pe(t,e))}
      ${he(e,t)}
    </section>
    <section class="detail" id="detail" aria-label=${i.home.detail}>
      <p class="hidden" role="status">${s?i.home.beside(s.id):``}</p>
      ${s?q(r,s,e.wording.get(s.id),ve(r,s),()=>t(),n):ce()}
    </section>
  </div>`}function fe(e){let t=new Map;return e.sentences.forEach(e=>t.set(e.record,(t.get(e.record)??0)+1)),o`<p class="marks">${e.legend.map(e=>o`<span>${l(e.word)} <span class=${c(e.word)}>${e.word}</span>
      <span class="small">${t.get(e.word)??0}</span></span> `)}</p>
    <details class="legend"><summary>${i.home.legend}</summary>
      <dl>${e.legend.map(e=>o`<dt>${l(e.word)} ${e.word}</dt><dd class="small">${e.meaning}</dd>`)}</dl>
    </details>`}function pe(e,t){let n=e.sentences.map(e=>t.account.sentences.find(t=>t.id===e)).filter(e=>e!==void 0&&e.unit!==`heading`);return o`<h2>${e.title}</h2>
    <p class="sentences">${n.map(e=>me(e,t))}</p>`}function me(e,{chosen:t,wording:n}){let l=n.get(e.id)??e.paraphrase,u=e.id===t;return o`<a class="sentence ${c(e.record)} ${n.has(e.id)?`original`:``}"
    id="in-${e.id}" href=${a(`account`,[e.id])} aria-current=${u?`true`:r}
    ><span class="hidden">${i.home.spoken(e.record)} </span>${l}<span class="mark" aria-hidden="true"> ${s(e.record)}</span></a> `}function he(e,t){return o`<div class="own">
    <h2>${i.home.own.title}</h2>
    <p>${i.home.own.words}</p>
    <label class="button">${i.home.own.choose}
      <input class="hidden" type="file" accept=".txt,text/plain" @change=${n=>void _e(n,e,t)}></label>
    ${e.wording.size?o`<button @click=${()=>{e.wording.clear(),e.notice=``,t()}}>${i.home.own.forget}</button>`:``}
    <p role="status">${e.notice}</p>
  </div>`}function Z(e){e.preventDefault()}async function ge(e,t,n){e.preventDefault();let r=e.dataTransfer?.files[0];r&&await Q(r,t,n)}async function _e(e,t,n){let r=e.target.files?.[0];r&&await Q(r,t,n)}async function Q(e,t,n){e.size>2e5?t.notice=i.home.own.large:(t.wording.clear(),P(await e.text(),t.account.sentences).forEach((e,n)=>t.wording.set(n,e)),t.notice=i.home.own.matched(t.wording.size,t.account.sentences.length)),n()}function ve(e,t){let n=e.sections.flatMap(e=>e.sentences).filter(t=>e.sentences.some(e=>e.id===t&&e.unit!==`heading`)),r=n.indexOf(t.id);return{before:n[r-1]??null,after:n[r+1]??null}}function $(e,t){t&&(matchMedia(`(max-width: 860px)`).matches?e.querySelector(`#detail`)?.scrollIntoView({block:`start`}):(e.querySelector(`#in-${CSS.escape(t)}`)?.scrollIntoView({block:`nearest`}),e.querySelector(`#detail`)?.scrollTo(0,0)))}export{ue as home};