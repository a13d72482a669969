import{_ as e,a as t,c as n,f as r,h as i,i as a,l as o,n as s,p as c,r as l,s as u,u as d}from"./index.js";import{t as f}from"./levers.js";import{a as p,f as m,i as h,l as g,n as _,r as v}from"./format.js";import{f as y}from"./stage.js";import{t as b}from"./chance.js";import{n as x,o as S,r as C,s as w}from"./timebar.js";import{t as T}from"./tidy.js";import{t as E}from"./effect.js";async function D(e,t,r){try{return n?await N(e,t):await O(e,t,r)}catch(e){return r(e),{cancel:()=>void 0}}}async function O(e,t,n){let r=await fetch(`api/whatif`,{method:`POST`,headers:{"Content-Type":`application/json`},body:JSON.stringify(e)});if(!r.ok)throw await d(r);let i=await r.json();return t(i),k(i)?{cancel:()=>void 0}:A(i.id,t,n)}function k(e){return![`waiting`,`running`].includes(e.state)}function A(e,t,n){let r=new EventSource(`api/whatif/${e}/events`),i=e=>{let n=JSON.parse(e.data);k(n)&&r.close(),t(n)};for(let e of[`progress`,`done`,`failed`,`cancelled`])r.addEventListener(e,i);return r.onerror=()=>{r.readyState===EventSource.CLOSED&&n(Error(`the stream of progress ended`))},{cancel:()=>{r.close(),fetch(`api/whatif/${e}`,{method:`DELETE`})}}}async function j(){return(await u(`api/whatifs`)).results}function M(e,t){let n=Object.entries(t.levers).map(([e,t])=>`${e}=${t}`).sort();return e.act===t.act&&e.version===t.as&&e.variant.toSorted().join()===n.join()}async function N(e,n){let r=(await j()).find(t=>M(t,e));if(!r)throw new t({expected:``,found:``,where:``,hint:``},404);return n({id:``,state:`done`,place:0,done:r.pairs,total:r.pairs,request:e,result:r,error:null}),{cancel:()=>void 0}}var P=class{kind;act;halves;words;draw;change;#e;#t=!1;constructor(e,t,n,r,i,a,o){this.kind=e,this.act=t,this.halves=r,this.words=i,this.draw=a,this.change=o,this.#e=new w(n,(t,n)=>{let i=e===`chance`?Math.round(t):t;r.forEach(e=>e.at(i)),n===this.#t&&n||this.draw(),this.#t=n,this.#n()}),this.#e.speed=4,this.#e.seek(Math.floor(n/2))}static async open(e,t,n,r,o,s,c){i(l(a.whatif.refighting),e);let d=[{act:n.act,as:r,levers:[]},{act:n.act,as:r,levers:o.variant}],f=await u(`api/act/${n.act}`,y(d[1])).catch(()=>n);return(t===`chance`?I:L)(e,t,n,f,d,s,c)}controls(){let t=this.#e;return e`<div class="controls pair-controls">
      <button class="play" @click=${()=>t.toggle()}>${t.playing?a.watch.pause:a.watch.play}</button>
      <input class="slider" type="range" min="0" max=${t.steps-1} .value=${String(t.step)} aria-label=${a.watch.time}
        aria-valuetext=${this.words(t.step)} @input=${e=>t.seek(Number(e.target.value))}>
      <b class="pair-words">${this.words(t.step)}</b>
      ${n?``:e`<button @click=${()=>this.change(this.kind===`chance`?`replay`:`chance`)}>${this.kind===`chance`?a.whatif.showReplay:a.whatif.showChance}</button>`}
    </div>
    <p class="small">${this.kind===`chance`?a.whatif.chanceNote:a.whatif.replayNote}</p>`}dispose(){this.#e.dispose(),this.halves.forEach(e=>e.dispose())}#n(){let e=document.querySelector(`.pair-controls .slider`);e&&(e.value=String(this.#e.step));let t=document.querySelector(`.pair-words`);t&&(t.textContent=this.words(this.#e.step))}};function F(t){return i(e`<div class="pair">
    <figure><figcaption>${a.whatif.asItWas}</figcaption><div class="stage"><div class="map"></div></div></figure>
    <figure><figcaption>${a.whatif.changed}</figcaption><div class="stage"><div class="map"></div></div></figure>
  </div>`,t),[...t.querySelectorAll(`.map`)]}async function I(e,t,n,r,[i,s],c,l){let u=e=>o(`api/act/${n.act}/ensemble`,y(e)),[d,f]=await Promise.all([u(i),u(s)]),[p,h]=F(e),_=new b(p,n,d),v=new b(h,r,f,_.stage.map.getView());return new P(t,n,_.days,[_,v],e=>a.watch.day(e,m(g(n.start,e))),c,l)}async function L(e,t,n,r,[i,a],s,c){let l=await o(`api/act/${n.act}/replay/median`,y(i)),u=String(l.head.replicate),d=await o(`api/act/${n.act}/replay/${u}`,y(a)),[f,p]=F(e),m=new C(f,n,new S(l)),h=new C(p,r,new S(d),m.stage.map.getView());return new P(t,n,l.head.steps,[m,h],e=>x(n,e),s,c)}function R(t,n,r){let i=n.outcomes.filter(e=>!e.input),o=i.filter(e=>e.decision||t.outcomes.find(t=>t.id===e.id)?.decides),s=i.filter(e=>!o.includes(e));return e`<h2>${a.whatif.result}</h2>
    <p class="lead">${T(n.words)}</p>
    ${n.identical?e`<p>${a.whatif.identical}</p>`:``}
    ${r?e`<p>${H(t,n,r)}</p>`:``}
    <ul>${n.levers.map(t=>e`<li><b>${t.title}</b>: <i>${t.level}</i> ${a.whatif.insteadOf} <i>${t.factual}</i>. ${t.words}</li>`)}</ul>
    ${z(t,o,a.whatif.decision)}
    <details><summary>${a.whatif.others(s.length)}</summary>${z(t,s,a.whatif.result)}</details>
    <p class="small">${a.whatif.read(n.pairs)} ${n.model}</p>
    <p class="small">${a.refights.again} <code>${n.command}</code></p>`}function z(t,n,r){return e`<div class="scroll" tabindex="0" role="region" aria-label=${r}><table class="tall-rows">
    <caption class="hidden">${r}</caption>
    <thead><tr><th scope="col">${a.whatif.outcome}</th><th scope="col">${a.whatif.asItWas}</th><th scope="col">${a.whatif.changed}</th>
      <th scope="col">${a.whatif.difference}</th><td></td></tr></thead>
    <tbody>${n.map(e=>B(t,e))}</tbody></table></div>`}function B(t,n){let r={kind:n.kind,unit:n.unit,start:t.start};return e`<tr><th scope="row">${n.title}</th><td data-of=${a.whatif.asItWas}>${V(r,n.factual)}</td><td data-of=${a.whatif.changed}>${V(r,n.variant)}</td>
    <td class="whole-row">${n.difference?e`${E(n.kind,n.unit,n.difference,n.clear)}<span class="small">${_(n.kind,n.unit,n.difference)}</span>`:e`<span class="small">${a.whatif.notComparable}</span>`}</td>
    <td class="small whole-row">${T(n.words)}</td></tr>`}function V(t,n){return t.kind===`event`?e`${n.yes===null?``:p(n.yes)}`:e`${v(t,n.median)}<br><span class="small">${n.interval90?h(t,n.interval90):``}${n.never?e`<br>${a.chart.never(p(n.never))}`:``}</span>`}function H(e,t,n){let r=e.outcomes.find(e=>e.decides),i=t.outcomes.find(e=>e.id===r?.id)??t.outcomes.find(e=>e.decision),o=a.whatif.guesses[e.act]??a.whatif.guesses.fall,s=U(i);return a.whatif.guessed(o[n],s===null?a.whatif.notComparable:o[s],s===n)}function U(e){return e?.difference?e.clear?(e.kind===`event`?e.difference.value<0:e.difference.value>0)?`later`:`earlier`:`same`:null}async function W(e,t){let r=await u(`api/about`),i=r.acts.includes(t.parts[0]??``)?t.parts[0]:r.acts[0],a=t.query.get(`as`)===`told`?`told`:`recorded`,o=await u(`api/act/${i}`,a===`told`?[[`as`,`told`]]:[]),s={about:r,act:o,as:a,guess:t.query.get(`guess`)??``,run:null,error:null,levers:G(t,o),pairs:Math.min(r.limits.pairs||1e3,Number(t.query.get(`pairs`)??r.limits.default_pairs??200)),seed:Number(t.query.get(`seed`)??1),known:n?await j():[]},c=new K(e,s);return c.draw(),t.query.has(`pairs`)&&Object.keys(s.levers).length&&c.run(),{dispose:()=>c.dispose()}}function G(e,t){let n={};for(let r of e.query.getAll(`lever`)){let[e=``,i=``]=r.split(`=`,2),a=t.levers.find(t=>t.id===e);a&&i in a.levels&&i!==a.factual&&(n[e]=i)}return n}var K=class{root;state;#e=null;#t=null;#n=0;constructor(e,t){this.root=e,this.state=t}draw(){i(this.#s(),this.root)}dispose(){this.#e?.cancel(),this.#t?.dispose()}async run(){let{state:e}=this,t={act:e.act.act,levers:e.levers,pairs:e.pairs,seed:e.seed,as:e.as};this.#t?.dispose(),this.#t=null,e.run=null,e.error=null,this.#n=performance.now(),c(this.#a(!0)),this.draw(),this.#e=await D(t,e=>this.#r(e),e=>this.#i(e))}#r(e){this.state.run=e,e.error&&(this.state.error=e.error),this.draw(),e.state===`done`&&this.root.querySelector(`#result`)?.focus()}#i(e){this.state.error=e,this.draw()}#a(e){let{act:t,levers:n,pairs:i,seed:a,as:o,guess:s}=this.state;return r(`whatif`,[t.act],{as:o===`told`?o:null,lever:Object.entries(n).map(([e,t])=>`${e}=${t}`),pairs:e?i:null,seed:e?a:null,guess:s})}#o(e){this.dispose(),this.#t=null,Object.assign(this.state,e,{run:null,error:null}),c(this.#a(!1)),this.draw()}#s(){let{about:t,act:n,run:i}=this.state;return e`<div class="page whatif">
      <header class="view-head">
        <h1>${a.whatif.title(a.acts[n.act]??n.title)}</h1>
        <p class="acts">${t.acts.filter(e=>e!==n.act).map(t=>e`<a href=${r(`whatif`,[t])}>${a.acts[t]??t}</a>`)}
          <a href="#/swap">${a.nav.swap}</a> <a href="#/causes">${a.nav.causes}</a></p>
        <p class="lead">${a.whatif.lead}</p>
      </header>
      <h2>${a.whatif.choose}</h2>
      ${this.#c()}
      <h2>${a.whatif.guess}</h2>
      ${this.#d()}
      <h2>${a.whatif.run}</h2>
      ${this.#f()}
      ${this.state.error?s(this.state.error):``}
      ${i?.result?this.#m(i.result):``}
    </div>`}#c(){let{act:t,levers:n}=this.state;return e`<div class="levers">${t.levers.map(e=>this.#l(e,n[e.id]))}</div>`}#l(t,r){let i=e=>{let r={...n?{}:this.state.levers};e===t.factual?delete r[t.id]:r[t.id]=e,this.#o({levers:r})},o=e=>!n||e===t.factual||this.#u({[t.id]:e});return e`<fieldset class="lever ${r?`changed`:``}">
      <legend>${t.title}</legend>
      ${Object.entries(t.levels).map(([n,{words:s}])=>e`<label class=${o(n)?``:`off`}>
        <input type="radio" name=${`lever-${t.id}`} .checked=${(r??t.factual)===n} ?disabled=${!o(n)} @change=${()=>i(n)}>
        <span><b>${n.replaceAll(`-`,` `)}</b>${n===t.factual?e` <i class="small">${a.whatif.asItWas}</i>`:n===t.absent?e` <i class="small">${a.whatif.absent}</i>`:``}
        <span class="small words">${s}</span></span></label>`)}
      ${t.sentences.length?e`<p class="small">${a.whatif.serves} ${f(t.sentences)}</p>`:``}
    </fieldset>`}#u(e){let{act:t,as:n,pairs:r,seed:i}=this.state;return this.state.known.some(a=>M(a,{act:t.act,levers:e,pairs:r,seed:i,as:n}))}#d(){let{act:t,guess:n}=this.state,r=a.whatif.guesses[t.act]??a.whatif.guesses.fall;return e`<fieldset class="guess"><legend class="small">${a.whatif.guessNote}</legend>
      ${[`earlier`,`same`,`later`].map(t=>e`<label><input type="radio" name="guess" .checked=${n===t}
        ?disabled=${this.state.run!==null} @change=${()=>{this.state.guess=t,c(this.#a(!1)),this.draw()}}> ${r[t]}</label>`)}
    </fieldset>`}#f(){let{run:t,levers:r,about:i,pairs:o,seed:s}=this.state,c=Object.keys(r).length===0,l=t!==null&&[`waiting`,`running`].includes(t.state);return e`<div class="start">
      ${n?e`<p class="small">${a.whatif.offline}</p>`:e`<label>${a.whatif.pairs} <input type="number" min="10" max=${i.limits.pairs} .value=${String(o)} ?disabled=${l}
        @change=${e=>this.#o({pairs:Math.max(10,Math.min(i.limits.pairs,Number(e.target.value)||i.limits.default_pairs))})}></label>
      <label>${a.whatif.seed} <input type="number" min="0" .value=${String(s)} ?disabled=${l} @change=${e=>this.#o({seed:Math.max(0,Number(e.target.value)||0)})}></label>`}
      ${l?e`<button @click=${()=>{this.#e?.cancel(),this.#o({})}}>${a.whatif.cancel}</button>`:e`<button class="main" ?disabled=${c} @click=${()=>void this.run()}>${a.whatif.go}</button>`}
      ${c?e`<span class="small">${a.whatif.pickOne}</span>`:``}
    </div>
    <div role="status" aria-live="polite">${t&&l?this.#p(t):``}</div>`}#p(t){let n=(performance.now()-this.#n)/1e3;return e`<p><progress max=${Math.max(1,t.total)} .value=${t.done} aria-label=${a.whatif.progressLabel}></progress>
      ${t.state===`waiting`?a.whatif.waiting(t.place):a.whatif.progress(t.done,t.total,n)}</p>`}#m(t){return e`<section id="result" tabindex="-1" aria-label=${a.whatif.result}>
      ${R(this.state.act,t,this.state.guess)}
      <h2>${a.whatif.maps}</h2>
      ${this.#t?this.#t.controls():e`<p class="buttons">
        <button @click=${()=>void this.#h(`chance`)}>${a.whatif.showChance}</button>
        ${n?``:e`<button @click=${()=>void this.#h(`replay`)}>${a.whatif.showReplay}</button>`}</p>`}
      <div id="pair"></div>
    </section>`}async#h(e){this.#t?.dispose();let t=this.root.querySelector(`#pair`);try{this.#t=await P.open(t,e,this.state.act,this.state.as,this.state.run.result,()=>this.draw(),e=>void this.#h(e))}catch(e){i(s(e),t)}this.draw()}};export{W as whatif};