import{d as e,g as t,m as n,o as r,p as i,r as a,v as o}from"./index.js";import{i as s,n as c,r as l,t as u}from"./record.js";import{r as d,t as f}from"./refought.js";import{f as p,p as m,s as h,u as g}from"./format.js";import{i as _,n as v}from"./colours.js";import{n as y}from"./claim.js";var b=E(64),x=b.map(e=>T(Math.cbrt(e))),ee=b.slice(0,8).map(e=>T(Math.sqrt(e)));function te(e){let t=ne(new TextEncoder().encode(e)),n=[...ee];for(let e=0;e<t.length;e+=16)S(t.subarray(e,e+16),n);return n.map(e=>(e>>>0).toString(16).padStart(8,`0`)).join(``)}function ne(e){let t=new Uint32Array(((e.length+8>>6)+1)*16);return e.forEach((e,n)=>{t[n>>2]|=e<<24-8*(n&3)}),t[e.length>>2]|=128<<24-8*(e.length&3),t[t.length-2]=Math.floor(e.length*8/2**32),t[t.length-1]=e.length*8,t}function S(e,t){let n=C(e),[r,i,a,o,s,c,l,u]=t;for(let e=0;e<64;e++){let t=w(s,6)^w(s,11)^w(s,25),d=u+t+(s&c^~s&l)+x[e]+n[e]|0,f=(w(r,2)^w(r,13)^w(r,22))+(r&i^r&a^i&a)|0;[u,l,c,s,o,a,i,r]=[l,c,s,o+d|0,a,i,r,d+f|0]}[r,i,a,o,s,c,l,u].forEach((e,n)=>t[n]=t[n]+e|0)}function C(e){let t=new Uint32Array(64);t.set(e);for(let e=16;e<64;e++){let[n,r]=[t[e-15],t[e-2]],i=w(n,7)^w(n,18)^n>>>3,a=w(r,17)^w(r,19)^r>>>10;t[e]=t[e-16]+i+t[e-7]+a}return t}function w(e,t){return e>>>t|e<<32-t}function T(e){return(e-Math.floor(e))*2**32|0}function E(e){let t=[];for(let n=2;t.length<e;n++)t.every(e=>n%e)&&t.push(n);return t}var D=/(?:(?<=[.?!])|(?<=[.?!]["'\u2019\u201d]))\s+(?=["'\u2018\u201c]?[A-Z])/u,O=/\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/;function k(e){return e.normalize(`NFKC`).replace(/[\u2018\u2019\u201a\u201b]/g,`'`).replace(/[\u201c\u201d\u201e\u201f]/g,`"`).replace(/[\s\x1c-\x1f\x85]+/g,` `).trim()}function A(e){return e.split(O).flatMap(e=>e.split(D)).map(k).filter(e=>e!==``)}function j(e,t){let n=new Map(A(e).map(e=>[te(e),e])),r=new Map;for(let{id:e,sha256:i}of t){let t=n.get(i);t!==void 0&&r.set(e,t)}return r}var M=720,N=12,P=34,F=34,I={consistent:`#1f5f8b`,inconsistent:`#a63d1c`},L=`#7a5a00`;function R(e){let t=new Map;for(let n of e){let e=`${n.from}/${n.to}/${n.days}`,r=t.get(e);r?(r.times++,r.sentences=[...new Set([...r.sentences,...n.sentences])]):t.set(e,{...n,sentences:[...n.sentences],times:1})}return[...t.values()].sort((e,t)=>t.days-e.days||e.from.localeCompare(t.from))}function z(e,t,n){let r=Math.max(1,g(t,n));return N+g(t,e)/r*696}function B(e){let t=R(e),n=t.flatMap(e=>[e.from,e.to]).sort(),[r,i]=[n[0]??`1980-09-22`,n.at(-1)??`1982-05-24`],s=F+t.length*P+8;return o`<svg class="chart" viewBox="0 0 ${M} ${s}" role="img" aria-label=${a.dateline.label(t.length)}>
    ${V(r,i,s)}
    ${t.map((e,t)=>re(e,F+t*P,r,i))}
  </svg>`}function V(e,t,n){return H(e,t).map(r=>{let i=z(r,e,t);return o`<line x1=${i} x2=${i} y1="18" y2=${n} stroke="#ddd5c6"></line>
      <text x=${i+3} y="14" font-size="11" fill=${_}>${U(r)}</text>`})}function re(e,t,n,r){let[i,s]=[z(e.from,n,r),z(e.to,n,r)],c=I[e.verdict]??L,l=`${a.dateline.days(e.days,e.inclusive)} · ${p(e.from)} ${a.to} ${p(e.to)} · ${e.verdict}`,u=708-i>l.length*6.2;return o`<g>
    <title>${l}</title>
    <text x=${u?i:Math.max(N,s)} y=${t+10} font-size="11.5" fill=${v} text-anchor=${u?`start`:`end`}>${l}</text>
    <rect x=${i} y=${t+15} width=${Math.max(2,s-i)} height="7" fill=${c} opacity="0.85"></rect>
    <line x1=${i} x2=${i} y1=${t+13} y2=${t+24} stroke=${c} stroke-width="2"></line>
    <line x1=${s} x2=${s} y1=${t+13} y2=${t+24} stroke=${c} stroke-width="2"></line>
  </g>`}function H(e,t){let n=g(e,t),r=n>400?4:n>150?2:1,i=[],a=new Date(m(`${e.slice(0,8)}01`));for(;a.toISOString().slice(0,10)<=t;a.setUTCMonth(a.getUTCMonth()+1)){let n=a.toISOString().slice(0,10);n>=e&&z(n,e,t)<670&&a.getUTCMonth()%r===0&&i.push(n)}return i}function U(e){return p(e).replace(/^\d+ /,``).replace(/^([A-Z][a-z]{2})[a-z]*/,`$1`)}function W(e,n,r,i,o,s){return t`<article class="sentence-page">
    ${G(e,n,r,i)}
    <div class="three">
      <section><h3>${a.sentence.told}</h3>${K(n,r)}</section>
      <section><h3>${a.sentence.recorded}</h3>${Y(e,n)}</section>
      <section><h3>${a.sentence.refought}</h3>${d(f(n),t`<p class="waiting">${a.waiting}</p>`)}</section>
    </div>
    ${X(e,n)}
    ${ie(e,n)}
  </article>`}function G(n,r,i,o){let s=n.sections.find(e=>e.id===r.section);return t`<header>
    <p class="steps no-print">
      <a class="back" href="#/account">${a.sentence.all}</a>
      ${o.before?t`<a href=${e(`account`,[o.before])} rel="prev">${a.sentence.before}</a>`:``}
      ${o.after?t`<a href=${e(`account`,[o.after])} rel="next">${a.sentence.after}</a>`:``}
      <button @click=${()=>print()}>${a.print}</button>
    </p>
    <p class="small">${s?.title??``} · ${r.id}</p>
    <h2 class="said">${l(r.record)} ${i??r.paraphrase}</h2>
    ${i?t`<p class="small">${a.sentence.original}</p>`:``}
    <p class="chips">
      ${u(a.axes.record,r.verdicts.record.word)}
      ${u(a.axes.arithmetic,r.verdicts.arithmetic.word)}
      ${u(a.axes.model,r.verdicts.model.word)}
    </p>
  </header>`}function K(e,n){return t`
    ${n?t`<p>${e.paraphrase}</p>`:``}
    <p class="small">${a.sentence.by(e.speaker,e.how,e.role)}</p>
    ${e.label?t`<p class="small">${e.label}</p>`:``}
    ${e.told.length?t`<h4>${a.sentence.figures}</h4><ul>${e.told.map(e=>t`<li>${q(e)}</li>`)}</ul>`:``}
    ${e.missing.length?t`<h4>${a.sentence.missing}</h4><ul class="small">${e.missing.map(e=>t`<li>${e.needed}</li>`)}</ul>`:``}`}function q(e){let n=e.date?p(e.date):h({kind:`number`,unit:e.unit,start:``},e.low,e.high);return t`<b>${n}</b> <span class="small">${e.quantity.replaceAll(`-`,` `)}${e.reading?`, ${e.reading}`:``}</span>`}var J=[`corroborating`,`contradicting`,`qualifying`];function Y(e,n){let{word:r,reason:i}=n.verdicts.record,o=J.map(t=>({relation:t,claims:n.recorded.filter(e=>e.relation===t).map(t=>e.claims[t.claim]).filter(Boolean)}));return t`<p><b>${r}</b>${i?`: ${i}`:``}</p>
    ${o.map(({relation:e,claims:r})=>r.length===0?``:t`<details ?open=${r.length<=4}>
      <summary>${a.relation[e]??e}: ${a.voices(n.voices[e]?.claims??r.length,n.voices[e]?.voices??0)}</summary>
      <ul class="claims">${r.map(e=>y(e))}</ul>
    </details>`)}
    ${n.recorded.length?``:t`<p class="small">${a.sentence.nothing}</p>`}`}function X(e,n){let r=n.arithmetic.map(t=>e.checks[t]).filter(e=>e!==void 0),i=e.dateline.filter(e=>e.sentences.includes(n.id));if(!r.length&&!n.tests.length&&!i.length)return``;let{word:o,reason:s}=n.verdicts.arithmetic;return t`<section class="arithmetic">
    <h3>${a.sentence.arithmetic}</h3>
    <p><b>${o}</b>${s?`: ${s}`:``}</p>
    ${i.length?t`<figure>${B(i)}<figcaption class="small">${a.dateline.caption}</figcaption></figure>`:``}
    ${n.tests.map(e=>t`<p><b>${e.title}</b> <span class="chip">${e.verdict}</span><br>${e.shows}</p>`)}
    ${r.length?t`<details><summary>${a.sentence.checks(r.length)}</summary>
      <ul>${r.map(e=>t`<li>${e.line}${e.verdict,``} ${e.note?t`<span class="small">${e.note}</span>`:``}</li>`)}</ul></details>`:``}
  </section>`}function ie(e,n){let r=n.rows.map(t=>e.rows[String(t)]).filter(e=>e!==void 0);return r.length?t`<section><h3>${a.sentence.elements}</h3>
    <ul class="rows">${r.map(e=>t`<li>${l(e.record)} ${e.element} <span class="small">${e.record}${e.layer.length?` · ${e.layer.join(`, `)}`:``}</span></li>`)}</ul>
  </section>`:``}function ae(){return t`<div class="welcome">
    <h2>${a.welcome.title}</h2>
    <p>${a.welcome.what}</p>
    <p>${a.welcome.how}</p>
    <ol class="doors">
      ${a.welcome.doors.map(e=>t`<li><a href=${e.href}><b>${e.title}</b><span>${e.words}</span></a></li>`)}
    </ol>
    <p class="small">${a.welcome.not}</p>
  </div>`}var oe=new Map;async function se(e,t){let i={account:await r(`api/account`),chosen:t.parts[0]??``,wording:oe,notice:``},a=()=>void n(ce(i,a,e),e);return a(),$(e,i.chosen),{update(t){return i.chosen=t.parts[0]??``,a(),$(e,i.chosen),!0}}}function ce(e,n,r){let{account:i,chosen:o}=e,s=i.sentences.find(e=>e.id===o);return t`<div class="home ${s?`has-chosen`:``}" @dragover=${fe} @drop=${t=>void pe(t,e,n)}>
    <section class="account" aria-labelledby="account-title">
      <h1 id="account-title">${a.home.title}</h1>
      <p class="lead">${a.home.lead(i.document.author,i.document.outlet)}</p>
      ${Z(i)}
      ${i.sections.map(t=>le(t,e))}
      ${de(e,n)}
    </section>
    <section class="detail" id="detail" aria-live="polite" aria-label=${a.home.detail}>
      ${s?W(i,s,e.wording.get(s.id),he(i,s),()=>n(),r):ae()}
    </section>
  </div>`}function Z(e){let n=new Map;return e.sentences.forEach(e=>n.set(e.record,(n.get(e.record)??0)+1)),t`<details class="legend" open>
    <summary>${a.home.legend}</summary>
    <ul>
      ${e.legend.map(e=>t`<li>${l(e.word)} <b class=${c(e.word)}>${e.word}</b>
        <span class="small">(${n.get(e.word)??0}) ${e.meaning}</span></li>`)}
    </ul>
  </details>`}function le(e,n){let r=e.sentences.map(e=>n.account.sentences.find(t=>t.id===e)).filter(e=>e!==void 0&&e.unit!==`heading`);return t`<h2>${e.title}</h2>
    <p class="sentences">${r.map(e=>ue(e,n))}</p>`}function ue(n,{chosen:r,wording:o}){let l=o.get(n.id)??n.paraphrase,u=n.id===r;return t`<a class="sentence ${c(n.record)} ${o.has(n.id)?`original`:``}"
    id="in-${n.id}" href=${e(`account`,[n.id])} aria-current=${u?`true`:i}
    ><span class="hidden">${a.home.spoken(n.record)} </span>${l}<span class="mark" aria-hidden="true"> ${s(n.record)}</span></a> `}function de(e,n){return t`<div class="own">
    <h2>${a.home.own.title}</h2>
    <p>${a.home.own.words}</p>
    <label class="button">${a.home.own.choose}
      <input class="hidden" type="file" accept=".txt,text/plain" @change=${t=>void me(t,e,n)}></label>
    ${e.wording.size?t`<button @click=${()=>{e.wording.clear(),e.notice=``,n()}}>${a.home.own.forget}</button>`:``}
    <p role="status">${e.notice}</p>
  </div>`}function fe(e){e.preventDefault()}async function pe(e,t,n){e.preventDefault();let r=e.dataTransfer?.files[0];r&&await Q(r,t,n)}async function me(e,t,n){let r=e.target.files?.[0];r&&await Q(r,t,n)}async function Q(e,t,n){e.size>2e5?t.notice=a.home.own.large:(t.wording.clear(),j(await e.text(),t.account.sentences).forEach((e,n)=>t.wording.set(n,e)),t.notice=a.home.own.matched(t.wording.size,t.account.sentences.length)),n()}function he(e,t){let n=e.sections.flatMap(e=>e.sentences).filter(t=>e.sentences.some(e=>e.id===t&&e.unit!==`heading`)),r=n.indexOf(t.id);return{before:n[r-1]??null,after:n[r+1]??null}}function $(e,t){t&&(matchMedia(`(max-width: 860px)`).matches?e.querySelector(`#detail`)?.scrollIntoView({block:`start`}):(e.querySelector(`#in-${CSS.escape(t)}`)?.scrollIntoView({block:`nearest`}),e.querySelector(`#detail`)?.scrollTo(0,0)))}export{se as home};