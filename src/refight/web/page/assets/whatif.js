import{c as e,d as t,f as n,g as r,i,l as a,m as o,n as s,o as c,r as l,s as u}from"./index.js";import{n as d,t as f}from"./levers.js";import{a as p,f as m,i as h,l as g,n as _,r as v}from"./format.js";import{u as y}from"./stage.js";import{t as b}from"./chance.js";import{n as x,o as S,r as C,s as w}from"./timebar.js";async function T(e,t,n){try{return u?await j(e,t):await E(e,t,n)}catch(e){return n(e),{cancel:()=>void 0}}}async function E(e,t,n){let r=await fetch(`api/whatif`,{method:`POST`,headers:{"Content-Type":`application/json`},body:JSON.stringify(e)});if(!r.ok)throw await a(r);let i=await r.json();return t(i),D(i)?{cancel:()=>void 0}:O(i.id,t,n)}function D(e){return![`waiting`,`running`].includes(e.state)}function O(e,t,n){let r=new EventSource(`api/whatif/${e}/events`),i=e=>{let n=JSON.parse(e.data);D(n)&&r.close(),t(n)};for(let e of[`progress`,`done`,`failed`,`cancelled`])r.addEventListener(e,i);return r.onerror=()=>{r.readyState===EventSource.CLOSED&&n(Error(`the stream of progress ended`))},{cancel:()=>{r.close(),fetch(`api/whatif/${e}`,{method:`DELETE`})}}}async function k(){return(await c(`api/whatifs`)).results}function A(e,t){let n=Object.entries(t.levers).map(([e,t])=>`${e}=${t}`).sort();return e.act===t.act&&e.version===t.as&&e.variant.toSorted().join()===n.join()}async function j(e,t){let n=(await k()).find(t=>A(t,e));if(!n)throw new i({expected:``,found:``,where:``,hint:``},404);return t({id:``,state:`done`,place:0,done:n.pairs,total:n.pairs,request:e,result:n,error:null}),{cancel:()=>void 0}}var M=class{kind;act;halves;words;draw;change;#e;#t=!1;constructor(e,t,n,r,i,a,o){this.kind=e,this.act=t,this.halves=r,this.words=i,this.draw=a,this.change=o,this.#e=new w(n,(t,n)=>{let i=e===`chance`?Math.round(t):t;r.forEach(e=>e.at(i)),n===this.#t&&n||this.draw(),this.#t=n,this.#n()}),this.#e.speed=4,this.#e.seek(Math.floor(n/2))}static async open(e,t,n,i,a,s,l){o(r``,e),o(N(),e);let[u,d]=[...e.querySelectorAll(`.map`)],f=[{act:n.act,as:i,levers:[]},{act:n.act,as:i,levers:a.variant}],p=await c(`api/act/${n.act}`,y(f[1])).catch(()=>n);return t===`chance`?P(t,n,p,f,u,d,s,l):F(t,n,p,f,u,d,s,l)}controls(){let e=this.#e;return r`<div class="controls pair-controls">
      <button class="play" @click=${()=>e.toggle()}>${e.playing?l.watch.pause:l.watch.play}</button>
      <input class="slider" type="range" min="0" max=${e.steps-1} .value=${String(e.step)} aria-label=${l.watch.time}
        aria-valuetext=${this.words(e.step)} @input=${t=>e.seek(Number(t.target.value))}>
      <b class="pair-words">${this.words(e.step)}</b>
      <button @click=${()=>this.change(this.kind===`chance`?`replay`:`chance`)}>${this.kind===`chance`?l.whatif.showReplay:l.whatif.showChance}</button>
    </div>
    <p class="small">${this.kind===`chance`?l.whatif.chanceNote:l.whatif.replayNote}</p>`}dispose(){this.#e.dispose(),this.halves.forEach(e=>e.dispose())}#n(){let e=document.querySelector(`.pair-controls .slider`);e&&(e.value=String(this.#e.step));let t=document.querySelector(`.pair-words`);t&&(t.textContent=this.words(this.#e.step))}};function N(){return r`<div class="pair">
    <figure><figcaption>${l.whatif.asItWas}</figcaption><div class="stage"><div class="map"></div></div></figure>
    <figure><figcaption>${l.whatif.changed}</figcaption><div class="stage"><div class="map"></div></div></figure>
  </div>`}async function P(t,n,r,[i,a],o,s,c,u){let d=t=>e(`api/act/${n.act}/ensemble`,y(t)),[f,p]=await Promise.all([d(i),d(a)]),h=new b(o,n,f),_=new b(s,r,p,h.stage.map.getView());return new M(t,n,h.days,[h,_],e=>l.watch.day(e,m(g(n.start,e))),c,u)}async function F(t,n,r,[i,a],o,s,c,l){let u=await e(`api/act/${n.act}/replay/median`,y(i)),d=String(u.head.replicate),f=await e(`api/act/${n.act}/replay/${d}`,y(a)),p=new C(o,n,new S(u)),m=new C(s,r,new S(f),p.stage.map.getView());return new M(t,n,u.head.steps,[p,m],e=>x(n,e),c,l)}function I(e,t,n){let i=t.outcomes.filter(e=>!e.input),a=i.filter(t=>t.decision||e.outcomes.find(e=>e.id===t.id)?.decides),o=i.filter(e=>!a.includes(e));return r`<h2>${l.whatif.result}</h2>
    <p class="lead">${t.words}</p>
    ${t.identical?r`<p>${l.whatif.identical}</p>`:``}
    ${n?r`<p>${B(e,t,n)}</p>`:``}
    <ul>${t.levers.map(e=>r`<li><b>${e.title}</b>: <i>${e.level}</i> ${l.whatif.insteadOf} <i>${e.factual}</i>. ${e.words}</li>`)}</ul>
    ${L(e,a,l.whatif.decision)}
    <details><summary>${l.whatif.others(o.length)}</summary>${L(e,o,l.whatif.result)}</details>
    <p class="small">${l.whatif.read(t.pairs)} ${t.model}</p>
    <p class="small">${l.refights.again} <code>${t.command}</code></p>`}function L(e,t,n){return r`<div class="scroll"><table>
    <caption class="hidden">${n}</caption>
    <thead><tr><th scope="col">${l.whatif.outcome}</th><th scope="col">${l.whatif.asItWas}</th><th scope="col">${l.whatif.changed}</th>
      <th scope="col">${l.whatif.difference}</th><td></td></tr></thead>
    <tbody>${t.map(t=>R(e,t))}</tbody></table></div>`}function R(e,t){let n={kind:t.kind,unit:t.unit,start:e.start};return r`<tr><th scope="row">${t.title}</th><td>${z(n,t.factual)}</td><td>${z(n,t.variant)}</td>
    <td>${t.difference?r`${d(t.kind,t.unit,t.difference,t.clear)}<span class="small">${_(t.kind,t.unit,t.difference)}</span>`:r`<span class="small">${l.whatif.notComparable}</span>`}</td>
    <td class="small">${t.words}</td></tr>`}function z(e,t){return e.kind===`event`?r`${t.yes===null?``:p(t.yes)}`:r`${v(e,t.median)}<br><span class="small">${t.interval90?h(e,t.interval90):``}${t.never?r`<br>${l.chart.never(p(t.never))}`:``}</span>`}function B(e,t,n){let r=e.outcomes.find(e=>e.decides),i=t.outcomes.find(e=>e.id===r?.id)??t.outcomes.find(e=>e.decision),a=l.whatif.guesses[e.act]??l.whatif.guesses.fall,o=V(i);return l.whatif.guessed(a[n],o===null?l.whatif.notComparable:a[o],o===n)}function V(e){return e?.difference?e.clear?(e.kind===`event`?e.difference.value<0:e.difference.value>0)?`later`:`earlier`:`same`:null}async function H(e,t){let n=await c(`api/about`),r=n.acts.includes(t.parts[0]??``)?t.parts[0]:n.acts[0],i=t.query.get(`as`)===`told`?`told`:`recorded`,a=await c(`api/act/${r}`,i===`told`?[[`as`,`told`]]:[]),o={about:n,act:a,as:i,guess:t.query.get(`guess`)??``,run:null,error:null,levers:U(t,a),pairs:Math.min(n.limits.pairs||1e3,Number(t.query.get(`pairs`)??n.limits.default_pairs??200)),seed:Number(t.query.get(`seed`)??1),known:u?await k():[]},s=new W(e,o);return s.draw(),t.query.has(`pairs`)&&Object.keys(o.levers).length&&s.run(),{dispose:()=>s.dispose()}}function U(e,t){let n={};for(let r of e.query.getAll(`lever`)){let[e=``,i=``]=r.split(`=`,2),a=t.levers.find(t=>t.id===e);a&&i in a.levels&&i!==a.factual&&(n[e]=i)}return n}var W=class{root;state;#e=null;#t=null;#n=0;constructor(e,t){this.root=e,this.state=t}draw(){o(this.#s(),this.root)}dispose(){this.#e?.cancel(),this.#t?.dispose()}async run(){let{state:e}=this,t={act:e.act.act,levers:e.levers,pairs:e.pairs,seed:e.seed,as:e.as};this.#t?.dispose(),this.#t=null,e.run=null,e.error=null,this.#n=performance.now(),n(this.#a(!0)),this.draw(),this.#e=await T(t,e=>this.#r(e),e=>this.#i(e))}#r(e){this.state.run=e,e.error&&(this.state.error=e.error),this.draw(),e.state===`done`&&this.root.querySelector(`#result`)?.focus()}#i(e){this.state.error=e,this.draw()}#a(e){let{act:n,levers:r,pairs:i,seed:a,as:o,guess:s}=this.state;return t(`whatif`,[n.act],{as:o===`told`?o:null,lever:Object.entries(r).map(([e,t])=>`${e}=${t}`),pairs:e?i:null,seed:e?a:null,guess:s})}#o(e){this.dispose(),this.#t=null,Object.assign(this.state,e,{run:null,error:null}),n(this.#a(!1)),this.draw()}#s(){let{about:e,act:n,run:i}=this.state;return r`<div class="page whatif">
      <header class="view-head">
        <h1>${l.whatif.title(l.acts[n.act]??n.title)}</h1>
        <p class="acts">${e.acts.filter(e=>e!==n.act).map(e=>r`<a href=${t(`whatif`,[e])}>${l.acts[e]??e}</a>`)}
          <a href="#/swap">${l.nav.swap}</a> <a href="#/causes">${l.nav.causes}</a></p>
        <p class="lead">${l.whatif.lead}</p>
      </header>
      <h2>${l.whatif.choose}</h2>
      ${this.#c()}
      <h2>${l.whatif.guess}</h2>
      ${this.#d()}
      <h2>${l.whatif.run}</h2>
      ${this.#f()}
      ${this.state.error?s(this.state.error):``}
      ${i?.result?this.#m(i.result):``}
    </div>`}#c(){let{act:e,levers:t}=this.state;return r`<div class="levers">${e.levers.map(e=>this.#l(e,t[e.id]))}</div>`}#l(e,t){let n=t=>{let n={...u?{}:this.state.levers};t===e.factual?delete n[e.id]:n[e.id]=t,this.#o({levers:n})},i=t=>!u||t===e.factual||this.#u({[e.id]:t});return r`<fieldset class="lever ${t?`changed`:``}">
      <legend>${e.title}</legend>
      ${Object.entries(e.levels).map(([a,{words:o}])=>r`<label class=${i(a)?``:`off`}>
        <input type="radio" name=${`lever-${e.id}`} .checked=${(t??e.factual)===a} ?disabled=${!i(a)} @change=${()=>n(a)}>
        <span><b>${a.replaceAll(`-`,` `)}</b>${a===e.factual?r` <i class="small">${l.whatif.asItWas}</i>`:a===e.absent?r` <i class="small">${l.whatif.absent}</i>`:``}
        <span class="small words">${o}</span></span></label>`)}
      ${e.sentences.length?r`<p class="small">${l.whatif.serves} ${f(e.sentences)}</p>`:``}
    </fieldset>`}#u(e){let{act:t,as:n,pairs:r,seed:i}=this.state;return this.state.known.some(a=>A(a,{act:t.act,levers:e,pairs:r,seed:i,as:n}))}#d(){let{act:e,guess:t}=this.state,i=l.whatif.guesses[e.act]??l.whatif.guesses.fall;return r`<fieldset class="guess"><legend class="small">${l.whatif.guessNote}</legend>
      ${[`earlier`,`same`,`later`].map(e=>r`<label><input type="radio" name="guess" .checked=${t===e}
        ?disabled=${this.state.run!==null} @change=${()=>{this.state.guess=e,n(this.#a(!1)),this.draw()}}> ${i[e]}</label>`)}
    </fieldset>`}#f(){let{run:e,levers:t,about:n,pairs:i,seed:a}=this.state,o=Object.keys(t).length===0,s=e!==null&&[`waiting`,`running`].includes(e.state);return r`<div class="start">
      ${u?r`<p class="small">${l.whatif.offline}</p>`:r`<label>${l.whatif.pairs} <input type="number" min="10" max=${n.limits.pairs} .value=${String(i)} ?disabled=${s}
        @change=${e=>this.#o({pairs:Math.max(10,Math.min(n.limits.pairs,Number(e.target.value)||n.limits.default_pairs))})}></label>
      <label>${l.whatif.seed} <input type="number" min="0" .value=${String(a)} ?disabled=${s} @change=${e=>this.#o({seed:Math.max(0,Number(e.target.value)||0)})}></label>`}
      ${s?r`<button @click=${()=>{this.#e?.cancel(),this.#o({})}}>${l.whatif.cancel}</button>`:r`<button class="main" ?disabled=${o} @click=${()=>void this.run()}>${l.whatif.go}</button>`}
      ${o?r`<span class="small">${l.whatif.pickOne}</span>`:``}
    </div>
    <div role="status" aria-live="polite">${e&&s?this.#p(e):``}</div>`}#p(e){let t=(performance.now()-this.#n)/1e3;return r`<p><progress max=${Math.max(1,e.total)} .value=${e.done} aria-label=${l.whatif.progressLabel}></progress>
      ${e.state===`waiting`?l.whatif.waiting(e.place):l.whatif.progress(e.done,e.total,t)}</p>`}#m(e){return r`<section id="result" tabindex="-1" aria-label=${l.whatif.result}>
      ${I(this.state.act,e,this.state.guess)}
      <h2>${l.whatif.maps}</h2>
      ${this.#t?this.#t.controls():r`<p class="buttons">
        <button @click=${()=>void this.#h(`chance`)}>${l.whatif.showChance}</button>
        <button @click=${()=>void this.#h(`replay`)}>${l.whatif.showReplay}</button></p>`}
      <div id="pair"></div>
    </section>`}async#h(e){this.#t?.dispose();let t=this.root.querySelector(`#pair`);try{this.#t=await M.open(t,e,this.state.act,this.state.as,this.state.run.result,()=>this.draw(),e=>void this.#h(e))}catch(e){o(s(e),t)}this.draw()}};export{H as whatif};