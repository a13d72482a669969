import{a as e,c as t,f as n,g as r,l as i,m as a,n as o,o as s,s as c,u as l}from"./store.js";import{H as u,I as d,P as f,U as p,V as m,d as h,f as g,l as _,n as v,r as y,u as b,z as x}from"./index.js";import{i as S,t as C}from"./version.js";import{t as w}from"./levers.js";import{t as T}from"./chance.js";import{n as E,o as D,r as O,s as k}from"./timebar.js";import{t as A}from"./effect.js";async function j(e,t,n){try{return c?await R(e,t):await M(e,t,n)}catch(e){return n(e),{cancel:()=>void 0}}}async function M(e,t,n){let r=await fetch(`api/whatif`,{method:`POST`,headers:{"Content-Type":`application/json`},body:JSON.stringify(e)}).catch(()=>{throw l()});if(!r.ok)throw await i(r);let a=await r.json();return t(a),N(a)?{cancel:()=>void 0}:P(a.id,t,n)}function N(e){return![`waiting`,`running`].includes(e.state)}function P(e,t,n){let r=new EventSource(`api/whatif/${e}/events`),i=e=>{let n=JSON.parse(e.data);N(n)&&r.close(),t(n)};for(let e of[`progress`,`done`,`failed`,`cancelled`])r.addEventListener(e,i);return r.onerror=()=>{r.close(),F(e).then(e=>N(e)?t(e):n(l()),n)},{cancel:()=>{r.close(),fetch(`api/whatif/${e}`,{method:`DELETE`}).catch(()=>void 0)}}}async function F(e){let t=await fetch(`api/whatif/${e}`).catch(()=>{throw l()});if(!t.ok)throw await i(t);return await t.json()}async function I(){return(await e(`api/whatifs`)).results}function L(e,t){let n=Object.entries(t.levers).map(([e,t])=>`${e}=${t}`).sort();return e.act===t.act&&e.version===t.as&&e.variant.toSorted().join()===n.join()}async function R(e,t){let n=(await I()).find(t=>L(t,e));if(!n)throw s();return t({id:``,state:`done`,place:0,done:n.pairs,total:n.pairs,request:e,result:n,error:null}),{cancel:()=>void 0}}var z=class{kind;act;halves;words;draw;change;#e;#t=!1;constructor(e,t,n,r,i,a,o){this.kind=e,this.act=t,this.halves=r,this.words=i,this.draw=a,this.change=o,this.#e=new k(n,(t,n)=>{let i=e===`chance`?Math.round(t):t;r.forEach(e=>e.at(i)),n===this.#t&&n||this.draw(),this.#t=n,this.#n()}),this.#e.speed=4,this.#e.seek(Math.floor(n/2))}static async open(t,r,i,o,s,c,l){a(y(n.whatif.refighting),t);let u=[{act:i.act,as:o,levers:[]},{act:i.act,as:o,levers:s.variant}],d=await e(`api/act/${i.act}`,S(u[1])).catch(()=>i);return(r===`chance`?V:H)(t,r,i,d,u,c,l)}get step(){return this.#e.step}seek(e){this.#e.seek(Math.min(e,this.#e.steps-1))}controls(){let e=this.#e;return r`<div class="controls pair-controls">
      <button class="play" @click=${()=>e.toggle()}>${e.playing?n.watch.pause:n.watch.play}</button>
      <input class="slider" type="range" min="0" max=${e.steps-1} .value=${String(e.step)} aria-label=${n.watch.time}
        aria-valuetext=${this.words(e.step)} @input=${t=>e.seek(Number(t.target.value))}>
      <b class="pair-words">${this.words(e.step)}</b>
      ${c?``:r`<button @click=${()=>this.change(this.kind===`chance`?`replay`:`chance`)}>${this.kind===`chance`?n.whatif.showReplay:n.whatif.showChance}</button>`}
    </div>
    <p class="small">${this.kind===`chance`?n.whatif.chanceNote:n.whatif.replayNote}</p>`}dispose(){this.#e.dispose(),this.halves.forEach(e=>e.dispose())}#n(){let e=document.querySelector(`.pair-controls .slider`);e&&(e.value=String(this.#e.step));let t=document.querySelector(`.pair-words`);t&&(t.textContent=this.words(this.#e.step))}};function B(e){return a(r`<div class="pair">
    <figure><figcaption>${n.whatif.asItWas}</figcaption><div class="stage"><div class="map"></div></div></figure>
    <figure><figcaption>${n.whatif.changed}</figcaption><div class="stage"><div class="map"></div></div></figure>
  </div>`,e),[...e.querySelectorAll(`.map`)]}async function V(e,r,i,a,[o,s],c,l){let u=e=>t(`api/act/${i.act}/ensemble`,S(e)),[p,m]=await Promise.all([u(o),u(s)]),[h,g]=B(e),_=new T(h,i,p),v=new T(g,a,m,_.stage.map.getView());return new z(r,i,_.days,[_,v],e=>n.watch.day(e,d(f(i.start,e))),c,l)}async function H(e,n,r,i,[a,o],s,c){let l=await t(`api/act/${r.act}/replay/median`,S(a)),u=String(l.head.replicate),d=await t(`api/act/${r.act}/replay/${u}`,S(o)),[f,p]=B(e),m=new O(f,r,new D(l)),h=new O(p,i,new D(d),m.stage.map.getView());return new z(n,r,l.head.steps,[m,h],e=>E(r,e),s,c)}function U(e,t,i){let a=t.outcomes.filter(e=>!e.input),o=a.filter(t=>t.decision||e.outcomes.find(e=>e.id===t.id)?.decides),s=a.filter(e=>!o.includes(e));return r`<h2>${n.whatif.result}</h2>
    <p class="lead">${x(t.words)}</p>
    ${t.identical?r`<p>${n.whatif.identical}</p>`:``}
    ${i?r`<p>${J(e,t,i)}</p>`:``}
    <ul>${t.levers.map(e=>r`<li><b>${e.title}</b>: <i>${W(e.level)}</i> ${n.whatif.insteadOf} <i>${W(e.factual)}</i>. ${e.words}</li>`)}</ul>
    ${G(e,o,n.whatif.decision)}
    <details><summary>${n.whatif.others(s.length)}</summary>${G(e,s,n.whatif.result)}</details>
    <p class="small">${n.whatif.read(t.pairs)} ${t.model}</p>
    <p class="small">${n.refights.again} <code>${t.command}</code></p>`}function W(e){return e.replaceAll(`-`,` `)}function G(e,t,i){return r`<div class="scroll" tabindex="0" role="region" aria-label=${i}><table class="tall-rows">
    <caption class="hidden">${i}</caption>
    <thead><tr><th scope="col">${n.whatif.outcome}</th><th scope="col">${n.whatif.asItWas}</th><th scope="col">${n.whatif.changed}</th>
      <th scope="col">${n.whatif.difference}</th><td></td></tr></thead>
    <tbody>${t.map(t=>K(e,t))}</tbody></table></div>`}function K(e,t){let i={kind:t.kind,unit:t.unit,start:e.start};return r`<tr><th scope="row">${t.title}</th><td data-of=${n.whatif.asItWas}>${q(i,t.factual)}</td><td data-of=${n.whatif.changed}>${q(i,t.variant)}</td>
    <td class="whole-row">${t.difference?r`${A(t.kind,t.unit,t.difference,t.clear)}<span class="small">${_(t.kind,t.unit,t.difference)}</span>`:r`<span class="small">${n.whatif.notComparable}</span>`}</td>
    <td class="small whole-row">${x(t.words)}</td></tr>`}function q(e,t){return e.kind===`event`?r`${t.yes===null?``:g(t.yes)}${t.yes95?r`<br><span class="small">[${g(t.yes95[0]??0)} ${n.to} ${g(t.yes95[1]??1)}]</span>`:``}`:r`${b(e,t.median)}<br><span class="small">${t.interval90?h(e,t.interval90):``}${t.never?r`<br>${n.chart.never(g(t.never))}`:``}</span>`}function J(e,t,r){let i=e.outcomes.find(e=>e.decides),a=t.outcomes.find(e=>e.id===i?.id)??t.outcomes.find(e=>e.decision),o=n.whatif.guesses[e.act]??n.whatif.guesses.fall,s=Y(a);return n.whatif.guessed(o[r],s===null?n.whatif.notComparable:o[s],s===r)}function Y(e){return e?.difference?e.clear?(e.kind===`event`?e.difference.value<0:e.difference.value>0)?`later`:`earlier`:`same`:null}var X=[`chance`,`replay`],Z=2**53-1,Q=10;async function $(t,n){let r=await e(`api/about`),i=C(n,r.acts),a=n.query.get(`as`)===`told`?`told`:`recorded`,o=await e(`api/act/${i}`,a===`told`?[[`as`,`told`]]:[]),s={about:r,act:o,as:a,guess:n.query.get(`guess`)??``,run:null,error:null,maps:X.find(e=>e===n.query.get(`maps`))??``,at:m(n.query.get(`at`),0,Z,-1),levers:ee(n,o),pairs:m(n.query.get(`pairs`),Q,r.limits.pairs||1e3,r.limits.default_pairs||200),seed:m(n.query.get(`seed`),0,Z,1),known:c?await I():[]},l=new te(t,s);return l.draw(),n.query.has(`pairs`)&&Object.keys(s.levers).length&&l.run(),{dispose:()=>l.dispose()}}function ee(e,t){let n={};for(let r of e.query.getAll(`lever`)){let[e=``,i=``]=r.split(`=`,2),a=t.levers.find(t=>t.id===e);if(!a||!Object.hasOwn(a.levels,i))throw o(r);i!==a.factual&&(n[e]=i)}return n}var te=class{root;state;#e=null;#t=null;#n=0;constructor(e,t){this.root=e,this.state=t}draw(){a(this.#s(),this.root)}dispose(){this.#e?.cancel(),this.#t?.dispose()}async run(){let{state:e}=this,t={act:e.act.act,levers:e.levers,pairs:e.pairs,seed:e.seed,as:e.as};this.#t?.dispose(),this.#t=null,e.run=null,e.error=null,this.#n=performance.now(),p(this.#a(!0)),this.draw(),this.#e=await j(t,e=>this.#r(e),e=>this.#i(e))}#r(e){this.state.run=e,e.error&&(this.state.error=e.error),this.draw(),e.state===`done`&&(this.root.querySelector(`#result`)?.focus(),this.state.maps&&this.#h(this.state.maps,this.state.at))}#i(e){this.state.error=e,this.draw()}#a(e){let{act:t,levers:n,pairs:r,seed:i,as:a,guess:o,maps:s}=this.state,c=e&&s!==``;return u(`whatif`,[t.act],{as:a===`told`?a:null,lever:Object.entries(n).map(([e,t])=>`${e}=${t}`),pairs:e?r:null,seed:e?i:null,guess:o,maps:c?s:null,at:c?this.#t?.step??(this.state.at<0?null:this.state.at):null})}#o(e){this.dispose(),this.#t=null,Object.assign(this.state,e,{run:null,error:null,maps:``,at:-1}),p(this.#a(!1)),this.draw()}#s(){let{about:e,act:t,run:i}=this.state;return r`<div class="page whatif">
      <header class="view-head">
        <h1>${n.whatif.title(n.acts[t.act]??t.title)}</h1>
        <p class="acts">${e.acts.filter(e=>e!==t.act).map(e=>r`<a href=${u(`whatif`,[e])}>${n.acts[e]??e}</a>`)}
          <a href="#/swap">${n.nav.swap}</a> <a href="#/causes">${n.nav.causes}</a></p>
        <p class="lead">${n.whatif.lead}</p>
      </header>
      <h2>${n.whatif.choose}</h2>
      ${this.#c()}
      <h2>${n.whatif.guess}</h2>
      ${this.#d()}
      <h2>${n.whatif.run}</h2>
      ${this.#f()}
      ${this.state.error?v(this.state.error):``}
      ${i?.result?this.#m(i.result):``}
    </div>`}#c(){let{act:e,levers:t}=this.state;return r`<div class="levers">${e.levers.map(e=>this.#l(e,t[e.id]))}</div>`}#l(e,t){let i=t=>{let n={...c?{}:this.state.levers};t===e.factual?delete n[e.id]:n[e.id]=t,this.#o({levers:n})},a=t=>!c||t===e.factual||this.#u({[e.id]:t});return r`<fieldset class="lever ${t?`changed`:``}">
      <legend>${e.title}</legend>
      ${Object.entries(e.levels).map(([o,{words:s}])=>r`<label class=${a(o)?``:`off`}>
        <input type="radio" name=${`lever-${e.id}`} .checked=${(t??e.factual)===o} ?disabled=${!a(o)} @change=${()=>i(o)}>
        <span><b>${o.replaceAll(`-`,` `)}</b>${o===e.factual?r` <i class="small">${n.whatif.asItWas}</i>`:o===e.absent?r` <i class="small">${n.whatif.absent}</i>`:``}
        <span class="small words">${s}</span></span></label>`)}
      ${e.sentences.length?r`<p class="small">${n.whatif.serves} ${w(e.sentences)}</p>`:``}
    </fieldset>`}#u(e){let{act:t,as:n,pairs:r,seed:i}=this.state;return this.state.known.some(a=>L(a,{act:t.act,levers:e,pairs:r,seed:i,as:n}))}#d(){let{act:e,guess:t}=this.state,i=n.whatif.guesses[e.act]??n.whatif.guesses.fall;return r`<fieldset class="guess"><legend class="small">${n.whatif.guessNote}</legend>
      ${[`earlier`,`same`,`later`].map(e=>r`<label><input type="radio" name="guess" .checked=${t===e}
        ?disabled=${this.state.run!==null} @change=${()=>{this.state.guess=e,p(this.#a(!1)),this.draw()}}> ${i[e]}</label>`)}
    </fieldset>`}#f(){let{run:e,levers:t,about:i,pairs:a,seed:o}=this.state,s=Object.keys(t).length===0,l=e!==null&&[`waiting`,`running`].includes(e.state);return r`<div class="start">
      ${c?r`<p class="small">${n.whatif.offline}</p>`:r`<label>${n.whatif.pairs} <input type="number" min=${Q} max=${i.limits.pairs} .value=${String(a)} ?disabled=${l}
        @change=${e=>this.#o({pairs:m(e.target.value,Q,i.limits.pairs,i.limits.default_pairs)})}></label>
      <label>${n.whatif.seed} <input type="number" min="0" .value=${String(o)} ?disabled=${l} @change=${e=>this.#o({seed:m(e.target.value,0,Z,1)})}></label>`}
      ${l?r`<button @click=${()=>{this.#e?.cancel(),this.#o({})}}>${n.whatif.cancel}</button>`:r`<button class="main" ?disabled=${s} @click=${()=>void this.run()}>${n.whatif.go}</button>`}
      ${s?r`<span class="small">${n.whatif.pickOne}</span>`:``}
    </div>
    <div role="status" aria-live="polite">${e&&l?this.#p(e):``}</div>`}#p(e){let t=(performance.now()-this.#n)/1e3;return r`<p><progress max=${Math.max(1,e.total)} .value=${e.done} aria-label=${n.whatif.progressLabel}></progress>
      ${e.state===`waiting`?n.whatif.waiting(e.place):n.whatif.progress(e.done,e.total,t)}</p>`}#m(e){return r`<section id="result" tabindex="-1" aria-label=${n.whatif.result}>
      ${U(this.state.act,e,this.state.guess)}
      <h2>${n.whatif.maps}</h2>
      ${this.#t?this.#t.controls():r`<p class="buttons">
        <button @click=${()=>void this.#h(`chance`)}>${n.whatif.showChance}</button>
        ${c?``:r`<button @click=${()=>void this.#h(`replay`)}>${n.whatif.showReplay}</button>`}</p>`}
      <div id="pair"></div>
    </section>`}async#h(e,t=-1){this.#t?.dispose(),this.#t=null,this.state.maps=e;let n=this.root.querySelector(`#pair`);try{this.#t=await z.open(n,e,this.state.act,this.state.as,this.state.run.result,()=>this.#g(),e=>void this.#h(e)),t>=0&&this.#t.seek(t)}catch(e){a(v(e),n)}this.#g()}#g(){this.draw(),this.#t&&p(this.#a(!0))}};export{$ as whatif};