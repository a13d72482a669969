import{a as e,d as t,i as n,l as r,o as i,p as a,s as o,t as s}from"./store.js";import{H as c,I as l,P as u,V as d,d as f,f as p,l as m,n as h,r as g,u as _,z as v}from"./index.js";import{t as y}from"./levers.js";import{f as b}from"./stage.js";import{t as x}from"./chance.js";import{n as S,o as C,r as w,s as T}from"./timebar.js";import{t as E}from"./effect.js";async function D(t,n,r){try{return e?await N(t,n):await O(t,n,r)}catch(e){return r(e),{cancel:()=>void 0}}}async function O(e,t,n){let r=await fetch(`api/whatif`,{method:`POST`,headers:{"Content-Type":`application/json`},body:JSON.stringify(e)});if(!r.ok)throw await o(r);let i=await r.json();return t(i),k(i)?{cancel:()=>void 0}:A(i.id,t,n)}function k(e){return![`waiting`,`running`].includes(e.state)}function A(e,t,n){let r=new EventSource(`api/whatif/${e}/events`),i=e=>{let n=JSON.parse(e.data);k(n)&&r.close(),t(n)};for(let e of[`progress`,`done`,`failed`,`cancelled`])r.addEventListener(e,i);return r.onerror=()=>{r.readyState===EventSource.CLOSED&&n(Error(`the stream of progress ended`))},{cancel:()=>{r.close(),fetch(`api/whatif/${e}`,{method:`DELETE`})}}}async function j(){return(await n(`api/whatifs`)).results}function M(e,t){let n=Object.entries(t.levers).map(([e,t])=>`${e}=${t}`).sort();return e.act===t.act&&e.version===t.as&&e.variant.toSorted().join()===n.join()}async function N(e,t){let n=(await j()).find(t=>M(t,e));if(!n)throw new s({expected:``,found:``,where:``,hint:``},404);return t({id:``,state:`done`,place:0,done:n.pairs,total:n.pairs,request:e,result:n,error:null}),{cancel:()=>void 0}}var P=class{kind;act;halves;words;draw;change;#e;#t=!1;constructor(e,t,n,r,i,a,o){this.kind=e,this.act=t,this.halves=r,this.words=i,this.draw=a,this.change=o,this.#e=new T(n,(t,n)=>{let i=e===`chance`?Math.round(t):t;r.forEach(e=>e.at(i)),n===this.#t&&n||this.draw(),this.#t=n,this.#n()}),this.#e.speed=4,this.#e.seek(Math.floor(n/2))}static async open(e,i,a,o,s,c,l){t(g(r.whatif.refighting),e);let u=[{act:a.act,as:o,levers:[]},{act:a.act,as:o,levers:s.variant}],d=await n(`api/act/${a.act}`,b(u[1])).catch(()=>a);return(i===`chance`?I:L)(e,i,a,d,u,c,l)}controls(){let t=this.#e;return a`<div class="controls pair-controls">
      <button class="play" @click=${()=>t.toggle()}>${t.playing?r.watch.pause:r.watch.play}</button>
      <input class="slider" type="range" min="0" max=${t.steps-1} .value=${String(t.step)} aria-label=${r.watch.time}
        aria-valuetext=${this.words(t.step)} @input=${e=>t.seek(Number(e.target.value))}>
      <b class="pair-words">${this.words(t.step)}</b>
      ${e?``:a`<button @click=${()=>this.change(this.kind===`chance`?`replay`:`chance`)}>${this.kind===`chance`?r.whatif.showReplay:r.whatif.showChance}</button>`}
    </div>
    <p class="small">${this.kind===`chance`?r.whatif.chanceNote:r.whatif.replayNote}</p>`}dispose(){this.#e.dispose(),this.halves.forEach(e=>e.dispose())}#n(){let e=document.querySelector(`.pair-controls .slider`);e&&(e.value=String(this.#e.step));let t=document.querySelector(`.pair-words`);t&&(t.textContent=this.words(this.#e.step))}};function F(e){return t(a`<div class="pair">
    <figure><figcaption>${r.whatif.asItWas}</figcaption><div class="stage"><div class="map"></div></div></figure>
    <figure><figcaption>${r.whatif.changed}</figcaption><div class="stage"><div class="map"></div></div></figure>
  </div>`,e),[...e.querySelectorAll(`.map`)]}async function I(e,t,n,a,[o,s],c,d){let f=e=>i(`api/act/${n.act}/ensemble`,b(e)),[p,m]=await Promise.all([f(o),f(s)]),[h,g]=F(e),_=new x(h,n,p),v=new x(g,a,m,_.stage.map.getView());return new P(t,n,_.days,[_,v],e=>r.watch.day(e,l(u(n.start,e))),c,d)}async function L(e,t,n,r,[a,o],s,c){let l=await i(`api/act/${n.act}/replay/median`,b(a)),u=String(l.head.replicate),d=await i(`api/act/${n.act}/replay/${u}`,b(o)),[f,p]=F(e),m=new w(f,n,new C(l)),h=new w(p,r,new C(d),m.stage.map.getView());return new P(t,n,l.head.steps,[m,h],e=>S(n,e),s,c)}function R(e,t,n){let i=t.outcomes.filter(e=>!e.input),o=i.filter(t=>t.decision||e.outcomes.find(e=>e.id===t.id)?.decides),s=i.filter(e=>!o.includes(e));return a`<h2>${r.whatif.result}</h2>
    <p class="lead">${v(t.words)}</p>
    ${t.identical?a`<p>${r.whatif.identical}</p>`:``}
    ${n?a`<p>${H(e,t,n)}</p>`:``}
    <ul>${t.levers.map(e=>a`<li><b>${e.title}</b>: <i>${e.level}</i> ${r.whatif.insteadOf} <i>${e.factual}</i>. ${e.words}</li>`)}</ul>
    ${z(e,o,r.whatif.decision)}
    <details><summary>${r.whatif.others(s.length)}</summary>${z(e,s,r.whatif.result)}</details>
    <p class="small">${r.whatif.read(t.pairs)} ${t.model}</p>
    <p class="small">${r.refights.again} <code>${t.command}</code></p>`}function z(e,t,n){return a`<div class="scroll" tabindex="0" role="region" aria-label=${n}><table class="tall-rows">
    <caption class="hidden">${n}</caption>
    <thead><tr><th scope="col">${r.whatif.outcome}</th><th scope="col">${r.whatif.asItWas}</th><th scope="col">${r.whatif.changed}</th>
      <th scope="col">${r.whatif.difference}</th><td></td></tr></thead>
    <tbody>${t.map(t=>B(e,t))}</tbody></table></div>`}function B(e,t){let n={kind:t.kind,unit:t.unit,start:e.start};return a`<tr><th scope="row">${t.title}</th><td data-of=${r.whatif.asItWas}>${V(n,t.factual)}</td><td data-of=${r.whatif.changed}>${V(n,t.variant)}</td>
    <td class="whole-row">${t.difference?a`${E(t.kind,t.unit,t.difference,t.clear)}<span class="small">${m(t.kind,t.unit,t.difference)}</span>`:a`<span class="small">${r.whatif.notComparable}</span>`}</td>
    <td class="small whole-row">${v(t.words)}</td></tr>`}function V(e,t){return e.kind===`event`?a`${t.yes===null?``:p(t.yes)}${t.yes95?a`<br><span class="small">[${p(t.yes95[0]??0)} ${r.to} ${p(t.yes95[1]??1)}]</span>`:``}`:a`${_(e,t.median)}<br><span class="small">${t.interval90?f(e,t.interval90):``}${t.never?a`<br>${r.chart.never(p(t.never))}`:``}</span>`}function H(e,t,n){let i=e.outcomes.find(e=>e.decides),a=t.outcomes.find(e=>e.id===i?.id)??t.outcomes.find(e=>e.decision),o=r.whatif.guesses[e.act]??r.whatif.guesses.fall,s=U(a);return r.whatif.guessed(o[n],s===null?r.whatif.notComparable:o[s],s===n)}function U(e){return e?.difference?e.clear?(e.kind===`event`?e.difference.value<0:e.difference.value>0)?`later`:`earlier`:`same`:null}async function W(t,r){let i=await n(`api/about`),a=i.acts.includes(r.parts[0]??``)?r.parts[0]:i.acts[0],o=r.query.get(`as`)===`told`?`told`:`recorded`,s=await n(`api/act/${a}`,o===`told`?[[`as`,`told`]]:[]),c={about:i,act:s,as:o,guess:r.query.get(`guess`)??``,run:null,error:null,levers:G(r,s),pairs:Math.min(i.limits.pairs||1e3,Number(r.query.get(`pairs`)??i.limits.default_pairs??200)),seed:Number(r.query.get(`seed`)??1),known:e?await j():[]},l=new K(t,c);return l.draw(),r.query.has(`pairs`)&&Object.keys(c.levers).length&&l.run(),{dispose:()=>l.dispose()}}function G(e,t){let n={};for(let r of e.query.getAll(`lever`)){let[e=``,i=``]=r.split(`=`,2),a=t.levers.find(t=>t.id===e);a&&i in a.levels&&i!==a.factual&&(n[e]=i)}return n}var K=class{root;state;#e=null;#t=null;#n=0;constructor(e,t){this.root=e,this.state=t}draw(){t(this.#s(),this.root)}dispose(){this.#e?.cancel(),this.#t?.dispose()}async run(){let{state:e}=this,t={act:e.act.act,levers:e.levers,pairs:e.pairs,seed:e.seed,as:e.as};this.#t?.dispose(),this.#t=null,e.run=null,e.error=null,this.#n=performance.now(),c(this.#a(!0)),this.draw(),this.#e=await D(t,e=>this.#r(e),e=>this.#i(e))}#r(e){this.state.run=e,e.error&&(this.state.error=e.error),this.draw(),e.state===`done`&&this.root.querySelector(`#result`)?.focus()}#i(e){this.state.error=e,this.draw()}#a(e){let{act:t,levers:n,pairs:r,seed:i,as:a,guess:o}=this.state;return d(`whatif`,[t.act],{as:a===`told`?a:null,lever:Object.entries(n).map(([e,t])=>`${e}=${t}`),pairs:e?r:null,seed:e?i:null,guess:o})}#o(e){this.dispose(),this.#t=null,Object.assign(this.state,e,{run:null,error:null}),c(this.#a(!1)),this.draw()}#s(){let{about:e,act:t,run:n}=this.state;return a`<div class="page whatif">
      <header class="view-head">
        <h1>${r.whatif.title(r.acts[t.act]??t.title)}</h1>
        <p class="acts">${e.acts.filter(e=>e!==t.act).map(e=>a`<a href=${d(`whatif`,[e])}>${r.acts[e]??e}</a>`)}
          <a href="#/swap">${r.nav.swap}</a> <a href="#/causes">${r.nav.causes}</a></p>
        <p class="lead">${r.whatif.lead}</p>
      </header>
      <h2>${r.whatif.choose}</h2>
      ${this.#c()}
      <h2>${r.whatif.guess}</h2>
      ${this.#d()}
      <h2>${r.whatif.run}</h2>
      ${this.#f()}
      ${this.state.error?h(this.state.error):``}
      ${n?.result?this.#m(n.result):``}
    </div>`}#c(){let{act:e,levers:t}=this.state;return a`<div class="levers">${e.levers.map(e=>this.#l(e,t[e.id]))}</div>`}#l(t,n){let i=n=>{let r={...e?{}:this.state.levers};n===t.factual?delete r[t.id]:r[t.id]=n,this.#o({levers:r})},o=n=>!e||n===t.factual||this.#u({[t.id]:n});return a`<fieldset class="lever ${n?`changed`:``}">
      <legend>${t.title}</legend>
      ${Object.entries(t.levels).map(([e,{words:s}])=>a`<label class=${o(e)?``:`off`}>
        <input type="radio" name=${`lever-${t.id}`} .checked=${(n??t.factual)===e} ?disabled=${!o(e)} @change=${()=>i(e)}>
        <span><b>${e.replaceAll(`-`,` `)}</b>${e===t.factual?a` <i class="small">${r.whatif.asItWas}</i>`:e===t.absent?a` <i class="small">${r.whatif.absent}</i>`:``}
        <span class="small words">${s}</span></span></label>`)}
      ${t.sentences.length?a`<p class="small">${r.whatif.serves} ${y(t.sentences)}</p>`:``}
    </fieldset>`}#u(e){let{act:t,as:n,pairs:r,seed:i}=this.state;return this.state.known.some(a=>M(a,{act:t.act,levers:e,pairs:r,seed:i,as:n}))}#d(){let{act:e,guess:t}=this.state,n=r.whatif.guesses[e.act]??r.whatif.guesses.fall;return a`<fieldset class="guess"><legend class="small">${r.whatif.guessNote}</legend>
      ${[`earlier`,`same`,`later`].map(e=>a`<label><input type="radio" name="guess" .checked=${t===e}
        ?disabled=${this.state.run!==null} @change=${()=>{this.state.guess=e,c(this.#a(!1)),this.draw()}}> ${n[e]}</label>`)}
    </fieldset>`}#f(){let{run:t,levers:n,about:i,pairs:o,seed:s}=this.state,c=Object.keys(n).length===0,l=t!==null&&[`waiting`,`running`].includes(t.state);return a`<div class="start">
      ${e?a`<p class="small">${r.whatif.offline}</p>`:a`<label>${r.whatif.pairs} <input type="number" min="10" max=${i.limits.pairs} .value=${String(o)} ?disabled=${l}
        @change=${e=>this.#o({pairs:Math.max(10,Math.min(i.limits.pairs,Number(e.target.value)||i.limits.default_pairs))})}></label>
      <label>${r.whatif.seed} <input type="number" min="0" .value=${String(s)} ?disabled=${l} @change=${e=>this.#o({seed:Math.max(0,Number(e.target.value)||0)})}></label>`}
      ${l?a`<button @click=${()=>{this.#e?.cancel(),this.#o({})}}>${r.whatif.cancel}</button>`:a`<button class="main" ?disabled=${c} @click=${()=>void this.run()}>${r.whatif.go}</button>`}
      ${c?a`<span class="small">${r.whatif.pickOne}</span>`:``}
    </div>
    <div role="status" aria-live="polite">${t&&l?this.#p(t):``}</div>`}#p(e){let t=(performance.now()-this.#n)/1e3;return a`<p><progress max=${Math.max(1,e.total)} .value=${e.done} aria-label=${r.whatif.progressLabel}></progress>
      ${e.state===`waiting`?r.whatif.waiting(e.place):r.whatif.progress(e.done,e.total,t)}</p>`}#m(t){return a`<section id="result" tabindex="-1" aria-label=${r.whatif.result}>
      ${R(this.state.act,t,this.state.guess)}
      <h2>${r.whatif.maps}</h2>
      ${this.#t?this.#t.controls():a`<p class="buttons">
        <button @click=${()=>void this.#h(`chance`)}>${r.whatif.showChance}</button>
        ${e?``:a`<button @click=${()=>void this.#h(`replay`)}>${r.whatif.showReplay}</button>`}</p>`}
      <div id="pair"></div>
    </section>`}async#h(e){this.#t?.dispose();let n=this.root.querySelector(`#pair`);try{this.#t=await P.open(n,e,this.state.act,this.state.as,this.state.run.result,()=>this.draw(),e=>void this.#h(e))}catch(e){t(h(e),n)}this.draw()}};export{W as whatif};