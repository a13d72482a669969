import{a as e,c as t,d as n,g as r,i,l as a,m as o,n as s,p as c,r as l,u,v as d}from"./index.js";import{t as f}from"./levers.js";import{a as p,f as m,i as h,l as g,n as _,r as v}from"./format.js";import{f as y}from"./stage.js";import{t as b}from"./chance.js";import{n as x,o as S,r as C,s as w}from"./timebar.js";import{t as T}from"./tidy.js";import{t as E}from"./effect.js";async function D(e,t,n){try{return a?await N(e,t):await O(e,t,n)}catch(e){return n(e),{cancel:()=>void 0}}}async function O(e,t,r){let i=await fetch(`api/whatif`,{method:`POST`,headers:{"Content-Type":`application/json`},body:JSON.stringify(e)});if(!i.ok)throw await n(i);let a=await i.json();return t(a),k(a)?{cancel:()=>void 0}:A(a.id,t,r)}function k(e){return![`waiting`,`running`].includes(e.state)}function A(e,t,n){let r=new EventSource(`api/whatif/${e}/events`),i=e=>{let n=JSON.parse(e.data);k(n)&&r.close(),t(n)};for(let e of[`progress`,`done`,`failed`,`cancelled`])r.addEventListener(e,i);return r.onerror=()=>{r.readyState===EventSource.CLOSED&&n(Error(`the stream of progress ended`))},{cancel:()=>{r.close(),fetch(`api/whatif/${e}`,{method:`DELETE`})}}}async function j(){return(await t(`api/whatifs`)).results}function M(e,t){let n=Object.entries(t.levers).map(([e,t])=>`${e}=${t}`).sort();return e.act===t.act&&e.version===t.as&&e.variant.toSorted().join()===n.join()}async function N(t,n){let r=(await j()).find(e=>M(e,t));if(!r)throw new e({expected:``,found:``,where:``,hint:``},404);return n({id:``,state:`done`,place:0,done:r.pairs,total:r.pairs,request:t,result:r,error:null}),{cancel:()=>void 0}}var P=class{kind;act;halves;words;draw;change;#e;#t=!1;constructor(e,t,n,r,i,a,o){this.kind=e,this.act=t,this.halves=r,this.words=i,this.draw=a,this.change=o,this.#e=new w(n,(t,n)=>{let i=e===`chance`?Math.round(t):t;r.forEach(e=>e.at(i)),n===this.#t&&n||this.draw(),this.#t=n,this.#n()}),this.#e.speed=4,this.#e.seek(Math.floor(n/2))}static async open(e,n,a,o,s,c,u){r(l(i.whatif.refighting),e);let d=[{act:a.act,as:o,levers:[]},{act:a.act,as:o,levers:s.variant}],f=await t(`api/act/${a.act}`,y(d[1])).catch(()=>a);return(n===`chance`?I:L)(e,n,a,f,d,c,u)}controls(){let e=this.#e;return d`<div class="controls pair-controls">
      <button class="play" @click=${()=>e.toggle()}>${e.playing?i.watch.pause:i.watch.play}</button>
      <input class="slider" type="range" min="0" max=${e.steps-1} .value=${String(e.step)} aria-label=${i.watch.time}
        aria-valuetext=${this.words(e.step)} @input=${t=>e.seek(Number(t.target.value))}>
      <b class="pair-words">${this.words(e.step)}</b>
      ${a?``:d`<button @click=${()=>this.change(this.kind===`chance`?`replay`:`chance`)}>${this.kind===`chance`?i.whatif.showReplay:i.whatif.showChance}</button>`}
    </div>
    <p class="small">${this.kind===`chance`?i.whatif.chanceNote:i.whatif.replayNote}</p>`}dispose(){this.#e.dispose(),this.halves.forEach(e=>e.dispose())}#n(){let e=document.querySelector(`.pair-controls .slider`);e&&(e.value=String(this.#e.step));let t=document.querySelector(`.pair-words`);t&&(t.textContent=this.words(this.#e.step))}};function F(e){return r(d`<div class="pair">
    <figure><figcaption>${i.whatif.asItWas}</figcaption><div class="stage"><div class="map"></div></div></figure>
    <figure><figcaption>${i.whatif.changed}</figcaption><div class="stage"><div class="map"></div></div></figure>
  </div>`,e),[...e.querySelectorAll(`.map`)]}async function I(e,t,n,r,[a,o],s,c){let l=e=>u(`api/act/${n.act}/ensemble`,y(e)),[d,f]=await Promise.all([l(a),l(o)]),[p,h]=F(e),_=new b(p,n,d),v=new b(h,r,f,_.stage.map.getView());return new P(t,n,_.days,[_,v],e=>i.watch.day(e,m(g(n.start,e))),s,c)}async function L(e,t,n,r,[i,a],o,s){let c=await u(`api/act/${n.act}/replay/median`,y(i)),l=String(c.head.replicate),d=await u(`api/act/${n.act}/replay/${l}`,y(a)),[f,p]=F(e),m=new C(f,n,new S(c)),h=new C(p,r,new S(d),m.stage.map.getView());return new P(t,n,c.head.steps,[m,h],e=>x(n,e),o,s)}function R(e,t,n){let r=t.outcomes.filter(e=>!e.input),a=r.filter(t=>t.decision||e.outcomes.find(e=>e.id===t.id)?.decides),o=r.filter(e=>!a.includes(e));return d`<h2>${i.whatif.result}</h2>
    <p class="lead">${T(t.words)}</p>
    ${t.identical?d`<p>${i.whatif.identical}</p>`:``}
    ${n?d`<p>${H(e,t,n)}</p>`:``}
    <ul>${t.levers.map(e=>d`<li><b>${e.title}</b>: <i>${e.level}</i> ${i.whatif.insteadOf} <i>${e.factual}</i>. ${e.words}</li>`)}</ul>
    ${z(e,a,i.whatif.decision)}
    <details><summary>${i.whatif.others(o.length)}</summary>${z(e,o,i.whatif.result)}</details>
    <p class="small">${i.whatif.read(t.pairs)} ${t.model}</p>
    <p class="small">${i.refights.again} <code>${t.command}</code></p>`}function z(e,t,n){return d`<div class="scroll" tabindex="0" role="region" aria-label=${n}><table class="tall-rows">
    <caption class="hidden">${n}</caption>
    <thead><tr><th scope="col">${i.whatif.outcome}</th><th scope="col">${i.whatif.asItWas}</th><th scope="col">${i.whatif.changed}</th>
      <th scope="col">${i.whatif.difference}</th><td></td></tr></thead>
    <tbody>${t.map(t=>B(e,t))}</tbody></table></div>`}function B(e,t){let n={kind:t.kind,unit:t.unit,start:e.start};return d`<tr><th scope="row">${t.title}</th><td data-of=${i.whatif.asItWas}>${V(n,t.factual)}</td><td data-of=${i.whatif.changed}>${V(n,t.variant)}</td>
    <td class="whole-row">${t.difference?d`${E(t.kind,t.unit,t.difference,t.clear)}<span class="small">${_(t.kind,t.unit,t.difference)}</span>`:d`<span class="small">${i.whatif.notComparable}</span>`}</td>
    <td class="small whole-row">${T(t.words)}</td></tr>`}function V(e,t){return e.kind===`event`?d`${t.yes===null?``:p(t.yes)}${t.yes95?d`<br><span class="small">[${p(t.yes95[0]??0)} ${i.to} ${p(t.yes95[1]??1)}]</span>`:``}`:d`${v(e,t.median)}<br><span class="small">${t.interval90?h(e,t.interval90):``}${t.never?d`<br>${i.chart.never(p(t.never))}`:``}</span>`}function H(e,t,n){let r=e.outcomes.find(e=>e.decides),a=t.outcomes.find(e=>e.id===r?.id)??t.outcomes.find(e=>e.decision),o=i.whatif.guesses[e.act]??i.whatif.guesses.fall,s=U(a);return i.whatif.guessed(o[n],s===null?i.whatif.notComparable:o[s],s===n)}function U(e){return e?.difference?e.clear?(e.kind===`event`?e.difference.value<0:e.difference.value>0)?`later`:`earlier`:`same`:null}async function W(e,n){let r=await t(`api/about`),i=r.acts.includes(n.parts[0]??``)?n.parts[0]:r.acts[0],o=n.query.get(`as`)===`told`?`told`:`recorded`,s=await t(`api/act/${i}`,o===`told`?[[`as`,`told`]]:[]),c={about:r,act:s,as:o,guess:n.query.get(`guess`)??``,run:null,error:null,levers:G(n,s),pairs:Math.min(r.limits.pairs||1e3,Number(n.query.get(`pairs`)??r.limits.default_pairs??200)),seed:Number(n.query.get(`seed`)??1),known:a?await j():[]},l=new K(e,c);return l.draw(),n.query.has(`pairs`)&&Object.keys(c.levers).length&&l.run(),{dispose:()=>l.dispose()}}function G(e,t){let n={};for(let r of e.query.getAll(`lever`)){let[e=``,i=``]=r.split(`=`,2),a=t.levers.find(t=>t.id===e);a&&i in a.levels&&i!==a.factual&&(n[e]=i)}return n}var K=class{root;state;#e=null;#t=null;#n=0;constructor(e,t){this.root=e,this.state=t}draw(){r(this.#s(),this.root)}dispose(){this.#e?.cancel(),this.#t?.dispose()}async run(){let{state:e}=this,t={act:e.act.act,levers:e.levers,pairs:e.pairs,seed:e.seed,as:e.as};this.#t?.dispose(),this.#t=null,e.run=null,e.error=null,this.#n=performance.now(),o(this.#a(!0)),this.draw(),this.#e=await D(t,e=>this.#r(e),e=>this.#i(e))}#r(e){this.state.run=e,e.error&&(this.state.error=e.error),this.draw(),e.state===`done`&&this.root.querySelector(`#result`)?.focus()}#i(e){this.state.error=e,this.draw()}#a(e){let{act:t,levers:n,pairs:r,seed:i,as:a,guess:o}=this.state;return c(`whatif`,[t.act],{as:a===`told`?a:null,lever:Object.entries(n).map(([e,t])=>`${e}=${t}`),pairs:e?r:null,seed:e?i:null,guess:o})}#o(e){this.dispose(),this.#t=null,Object.assign(this.state,e,{run:null,error:null}),o(this.#a(!1)),this.draw()}#s(){let{about:e,act:t,run:n}=this.state;return d`<div class="page whatif">
      <header class="view-head">
        <h1>${i.whatif.title(i.acts[t.act]??t.title)}</h1>
        <p class="acts">${e.acts.filter(e=>e!==t.act).map(e=>d`<a href=${c(`whatif`,[e])}>${i.acts[e]??e}</a>`)}
          <a href="#/swap">${i.nav.swap}</a> <a href="#/causes">${i.nav.causes}</a></p>
        <p class="lead">${i.whatif.lead}</p>
      </header>
      <h2>${i.whatif.choose}</h2>
      ${this.#c()}
      <h2>${i.whatif.guess}</h2>
      ${this.#d()}
      <h2>${i.whatif.run}</h2>
      ${this.#f()}
      ${this.state.error?s(this.state.error):``}
      ${n?.result?this.#m(n.result):``}
    </div>`}#c(){let{act:e,levers:t}=this.state;return d`<div class="levers">${e.levers.map(e=>this.#l(e,t[e.id]))}</div>`}#l(e,t){let n=t=>{let n={...a?{}:this.state.levers};t===e.factual?delete n[e.id]:n[e.id]=t,this.#o({levers:n})},r=t=>!a||t===e.factual||this.#u({[e.id]:t});return d`<fieldset class="lever ${t?`changed`:``}">
      <legend>${e.title}</legend>
      ${Object.entries(e.levels).map(([a,{words:o}])=>d`<label class=${r(a)?``:`off`}>
        <input type="radio" name=${`lever-${e.id}`} .checked=${(t??e.factual)===a} ?disabled=${!r(a)} @change=${()=>n(a)}>
        <span><b>${a.replaceAll(`-`,` `)}</b>${a===e.factual?d` <i class="small">${i.whatif.asItWas}</i>`:a===e.absent?d` <i class="small">${i.whatif.absent}</i>`:``}
        <span class="small words">${o}</span></span></label>`)}
      ${e.sentences.length?d`<p class="small">${i.whatif.serves} ${f(e.sentences)}</p>`:``}
    </fieldset>`}#u(e){let{act:t,as:n,pairs:r,seed:i}=this.state;return this.state.known.some(a=>M(a,{act:t.act,levers:e,pairs:r,seed:i,as:n}))}#d(){let{act:e,guess:t}=this.state,n=i.whatif.guesses[e.act]??i.whatif.guesses.fall;return d`<fieldset class="guess"><legend class="small">${i.whatif.guessNote}</legend>
      ${[`earlier`,`same`,`later`].map(e=>d`<label><input type="radio" name="guess" .checked=${t===e}
        ?disabled=${this.state.run!==null} @change=${()=>{this.state.guess=e,o(this.#a(!1)),this.draw()}}> ${n[e]}</label>`)}
    </fieldset>`}#f(){let{run:e,levers:t,about:n,pairs:r,seed:o}=this.state,s=Object.keys(t).length===0,c=e!==null&&[`waiting`,`running`].includes(e.state);return d`<div class="start">
      ${a?d`<p class="small">${i.whatif.offline}</p>`:d`<label>${i.whatif.pairs} <input type="number" min="10" max=${n.limits.pairs} .value=${String(r)} ?disabled=${c}
        @change=${e=>this.#o({pairs:Math.max(10,Math.min(n.limits.pairs,Number(e.target.value)||n.limits.default_pairs))})}></label>
      <label>${i.whatif.seed} <input type="number" min="0" .value=${String(o)} ?disabled=${c} @change=${e=>this.#o({seed:Math.max(0,Number(e.target.value)||0)})}></label>`}
      ${c?d`<button @click=${()=>{this.#e?.cancel(),this.#o({})}}>${i.whatif.cancel}</button>`:d`<button class="main" ?disabled=${s} @click=${()=>void this.run()}>${i.whatif.go}</button>`}
      ${s?d`<span class="small">${i.whatif.pickOne}</span>`:``}
    </div>
    <div role="status" aria-live="polite">${e&&c?this.#p(e):``}</div>`}#p(e){let t=(performance.now()-this.#n)/1e3;return d`<p><progress max=${Math.max(1,e.total)} .value=${e.done} aria-label=${i.whatif.progressLabel}></progress>
      ${e.state===`waiting`?i.whatif.waiting(e.place):i.whatif.progress(e.done,e.total,t)}</p>`}#m(e){return d`<section id="result" tabindex="-1" aria-label=${i.whatif.result}>
      ${R(this.state.act,e,this.state.guess)}
      <h2>${i.whatif.maps}</h2>
      ${this.#t?this.#t.controls():d`<p class="buttons">
        <button @click=${()=>void this.#h(`chance`)}>${i.whatif.showChance}</button>
        ${a?``:d`<button @click=${()=>void this.#h(`replay`)}>${i.whatif.showReplay}</button>`}</p>`}
      <div id="pair"></div>
    </section>`}async#h(e){this.#t?.dispose();let t=this.root.querySelector(`#pair`);try{this.#t=await P.open(t,e,this.state.act,this.state.as,this.state.run.result,()=>this.draw(),e=>void this.#h(e))}catch(e){r(s(e),t)}this.draw()}};export{W as whatif};