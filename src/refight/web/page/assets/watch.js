import{_ as e,c as t,f as n,h as r,i,l as a,o,p as s,s as c,y as l}from"./index.js";import{i as u,n as ee,t as d}from"./save.js";import{d as f,f as p,l as m,n as h,u as g}from"./stage.js";import{c as _,d as te,f as v,i as y,l as b,n as x,o as S,p as C,r as w,s as T,t as E,u as D}from"./colours.js";import{a as ne,f as re,r as O,s as k,t as A}from"./format.js";import{a as j,c as ie,i as M,l as ae,n as N,o as oe,r as se,s as ce,t as le}from"./timebar.js";import{t as ue}from"./until.js";function de(t,n,r,a=``){return e`<details class="map-legend">
    <summary>${i.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${i.map.layers}</legend>
        ${n.map(t=>e`<label><input type="checkbox" .checked=${t.on} @change=${e=>t.set(e.target.checked)}> ${t.label}</label>`)}
      </fieldset>
      ${a}
      <ul class="swatches">
        ${r.map((e,t)=>P(l`<rect x="2" y="3" width="22" height="13" fill=${te[t]} stroke=${D[t]} stroke-width="2"></rect>`,e))}
        ${Object.entries(v).map(([e,t])=>P(l`<rect x="2" y="3" width="22" height="13" fill=${t} stroke="#bbb2a0"></rect>`,i.terrain[e]??e))}
        ${P(l`<path d="M2 10h22" stroke=${_} stroke-width="6"></path><path d="M2 10h22" stroke=${T} stroke-width="4"></path>`,i.map.river)}
        ${P(F(b,2),i.map.road)}
        ${P(F(b,1.3,`4 3`),i.map.track)}
        ${P(l`<path d="M2 10h22" stroke=${S}></path><path d="M2 10h22" stroke=${S} stroke-width="5" stroke-dasharray="1 5"></path>`,i.map.rail)}
        ${P(F(E,1.6,`7 3 1 3`),i.map.border)}
        ${P(l`<path d="M2 10h22" stroke=${C}></path><path d="M2 10h22" stroke=${C} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`,i.map.works)}
        ${P(l`<path d="M3 10h22" stroke=${w} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`,i.map.mines)}
        ${P(F(x,2.4),i.map.front)}
        ${P(F(`#1f5f8b`,2,`5 3`),i.map.recordSet)}
        ${P(l`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`,i.map.recordEvent)}
        ${P(fe(),i.map.fight)}
        ${P(I(``),i.map.bridge)}
        ${P(I(`2.5 2`),i.map.boats)}
        ${P(l`<path d="M16 7a4 4 0 1 0 0 6" fill="none" stroke="#8c1d18" stroke-width="1.8"></path>`,i.map.cut)}
        ${P(L(),i.map.bars)}
        ${P(l`<rect x="5" y="4" width="16" height="12" rx="6" fill=${x}></rect><text x="13" y="13.5" font-size="9" font-weight="700" text-anchor="middle" fill="#fffdf6">7</text>`,i.map.stack)}
      </ul>
      <p class="small">${t}</p>
    </div>
  </details>`}function P(t,n){return e`<li><svg width="27" height="20" aria-hidden="true">${t}</svg> ${n}</li>`}function F(e,t,n=`none`){return l`<path d="M2 10h22" stroke=${e} stroke-width=${t} stroke-dasharray=${n}></path>`}function fe(){return l`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`}function I(e){return l`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${x} stroke-width="1.600" stroke-dasharray=${e||`none`}></path>`}function L(){return l`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`}var R={tehran:[51.4,35.7],baghdad:[44.4,33.3],isfahan:[51.7,32.7],kuwait:[48,29.4],ahvaz:[48.7,31.3]},[z,B,V,H]=[43,53,28.5,36.5],U=150,W=Math.round(U*(H-V)/((B-z)*Math.cos(32.5*Math.PI/180)));function pe(e){let[t,n,r,a]=e.window,[[o,s],[c,u]]=[G([t,a]),G([r,n])];return l`<svg class="locator" width=${U} height=${W} viewBox="0 0 ${U} ${W}" role="img" aria-label=${i.map.locator}>
    <rect width=${U} height=${W} fill="#fffdf6" stroke="#98907f"></rect>
    ${[45,50].map(e=>l`<line x1=${G([e,0])[0]} x2=${G([e,0])[0]} y1="0" y2=${W} stroke="#e6dfd1"></line>
      <text x=${G([e,0])[0]+2} y=${W-3} font-size="8" fill=${y}>${e}° E</text>`)}
    ${[30,35].map(e=>l`<line y1=${G([0,e])[1]} y2=${G([0,e])[1]} x1="0" x2=${U} stroke="#e6dfd1"></line>
      <text x="2" y=${G([0,e])[1]-2} font-size="8" fill=${y}>${e}° N</text>`)}
    ${[`rivers`,`border`].map(t=>(e.layers[t]?.features??[]).flatMap(h).map(e=>l`<path d=${me(e)} fill="none" stroke=${t===`border`?E:_} stroke-width="1"></path>`))}
    ${Object.entries(R).map(([e,t])=>he(i.map.cities[e]??e,G(t)))}
    <rect x=${o} y=${s} width=${c-o} height=${u-s} fill="#24476b" fill-opacity="0.15" stroke="#24476b" stroke-width="1.5"></rect>
  </svg>`}function G([e,t]){return[(e-z)/(B-z)*U,(H-t)/(H-V)*W]}function me(e){return e.map((e,t)=>`${t?`L`:`M`}${G(e).map(e=>e.toFixed(1)).join(` `)}`).join(``)}function he(e,[t,n]){let r=t<105;return l`<circle cx=${t} cy=${n} r="1.8" fill=${x}></circle>
    <text x=${r?t+4:t-4} y=${n+3} font-size="9" fill=${x} text-anchor=${r?`start`:`end`}>${e}</text>`}var ge=[`rivers`,`canals`,`crossings`,`places`,`works`,`mines`,`roads`];function _e(t,n){let r=ge.map(e=>({layer:e,features:t.layers[e]?.features.filter(e=>e.properties.name)??[]}));return e`<label class="finder">${i.map.find} <select @change=${e=>{let r=e.target,[i=``,a=``]=r.value.split(`/`),o=t.layers[i]?.features.filter(e=>e.properties.name)[Number(a)];r.value=``,o&&n({layer:i,feature:o})}}><option value=""></option>
    ${r.map(({layer:t,features:n})=>n.length?e`<optgroup label=${i.feature.layer[t]??t}>
      ${n.map((n,r)=>e`<option value=${`${t}/${r}`}>${n.properties.name}</option>`)}</optgroup>`:``)}
  </select></label>`}var ve=[`crossings`,`places`],ye=[`rivers`,`canals`,`works`,`mines`,`border`,`rail`,`roads`];function be(e,t,n,r){return K(e,ve,e=>J(n,q(t,e)),r)??K(e,ye,e=>Math.min(...h(e).map(e=>we(n,Ce(t,e))))-xe(e),r)}function K(e,t,n,r){let[i,a]=[null,r];for(let r of t)for(let t of e.layers[r]?.features??[]){let e=n(t);e<a&&([i,a]=[{layer:r,feature:t},e])}return i}function xe(e){return Number(e.properties.width_m??0)/2}function Se(e,t){if(t.geometry.type===`Point`)return q(e,t);let n=h(t)[0]??[];return e.at(...n[Math.floor(n.length/2)]??e.cells.origin)}function q(e,t){return t.geometry.type===`Point`?e.at(...t.geometry.coordinates):[1/0,1/0]}function Ce(e,t){return m(t).map(t=>e.at(...t))}function J(e,t){return Math.hypot(e[0]-t[0],e[1]-t[1])}function we(e,t){let n=1/0;for(let r=0;r+1<t.length;r++){let[[i,a],[o,s]]=[t[r],t[r+1]],[c,l]=[o-i,s-a],u=Math.max(0,Math.min(1,((e[0]-i)*c+(e[1]-a)*l)/(c*c+l*l||1)));n=Math.min(n,J(e,[i+u*c,a+u*l]))}return n}var Te=class{root;act;track;links;#e=[];#t=-1;#n=-1;constructor(e,t,n,r){this.root=e,this.act=t,this.track=n,this.links=r,this.draw()}draw(){let t=this.track.head.chronicle;r(e`${this.#n>=0?e`<p class="filter">${i.watch.only(this.act.units[this.#n]?.name??``)}
          <button @click=${()=>this.only(-1)}>${i.watch.everything}</button></p>`:``}
        ${t.map(e=>this.#r(e))}`,this.root),this.#e=[...this.root.querySelectorAll(`[data-step]`)],this.#t=-1}only(e){this.#n=e,this.draw()}at(e,t,n){if(e===this.#t)return;this.#t=e,this.#e.forEach(t=>{let n=Number(t.dataset.step);t.classList.toggle(`now`,n===e),t.classList.toggle(`past`,n<e)});let r=[...this.root.querySelectorAll(`[data-day]`)].findLast(e=>Number(e.dataset.day)<=t);r&&(n||!De(r,this.root))&&(this.root.scrollTop=r.offsetTop-this.root.offsetTop-8)}#r(t){let n=t.entries.filter(e=>this.#n<0||e.units.includes(this.#n)),r=this.#n<0?this.act.events.filter(e=>Math.floor(e.day)===t.day):[];return!n.length&&!r.length?``:e`<section data-day=${t.day}>
      <h3>${i.watch.day(t.day,re(t.date))}</h3>
      <ul>
        ${r.map(e=>this.#i(e))}
        ${n.map(e=>this.#a(e))}
      </ul>
      <p class="small losses">${Ee(this.act,t)}</p>
    </section>`}#i(t){return e`<li class="on-record" data-step=${t.step}><button @click=${()=>this.links.seek(t.step,[])}>
      <span class="kind">◇ ${i.watch.onRecord}</span> ${t.what}</button></li>`}#a(t){return e`<li data-step=${t.step} class="kind-${t.kind.replaceAll(` `,`-`)}">
      <button @click=${()=>this.links.seek(t.step,t.cells)}>${t.text}</button></li>`}};function Ee(e,t){return e.sides.map(e=>{let n=t.losses[e.id];return n&&(n.men||n.tanks)?i.watch.lost(e.name,n.men,n.tanks):``}).filter(Boolean).join(` · `)}function De(e,t){let n=e.offsetTop-t.offsetTop;return n>=t.scrollTop&&n<t.scrollTop+t.clientHeight-40}var Oe=[`video/mp4;codecs=avc1.42E01E`,`video/webm;codecs=vp9`,`video/webm`],ke=30,Y=class{#e=document.createElement(`canvas`);#t=null;#n=0;static possible(){return typeof MediaRecorder<`u`&&`captureStream`in HTMLCanvasElement.prototype&&X()!==``}get running(){return this.#t!==null}start(e,t,n){d(e,this.#e,n());let r=X(),i=new MediaRecorder(this.#e.captureStream(ke),{mimeType:r,videoBitsPerSecond:4e6}),a=[];i.ondataavailable=e=>a.push(e.data),i.onstop=()=>ee(new Blob(a,{type:r}),`${t}.${r.slice(6).split(`;`)[0]}`),i.start(),this.#t=i;let o=()=>{d(e,this.#e,n()),this.#n=requestAnimationFrame(o)};o()}stop(){cancelAnimationFrame(this.#n),this.#t?.stop(),this.#t=null}};function X(){return Oe.find(e=>MediaRecorder.isTypeSupported(e))??``}function Z(t,r){let a=t.outcomes.filter(e=>e.record&&!e.input&&e.id in r.outcomes);return e`<details class="compare"><summary>${i.watch.compare}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${i.watch.compare}><table>
      <thead><tr><th scope="col">${i.whatif.outcome}</th><th scope="col">${i.watch.here}</th><th scope="col">${i.watch.onRecord}</th></tr></thead>
      <tbody>${a.map(i=>{let a={kind:i.kind,unit:i.unit,start:t.start};return e`<tr><th scope="row"><a href=${n(`refights`,[t.act],{outcome:i.id})}>${i.title}</a></th>
          <td>${O(a,r.outcomes[i.id]??null,!0)}</td><td>${k(a,i.record.low,i.record.high,!0)}</td></tr>`})}</tbody></table></div></details>`}function Ae(t,n,r,{layer:a,feature:o},s){let c=o.properties;return e`<section class="unit-card feature-card" aria-label=${c.name??a}>
    <h3>${c.name} ${c.name_fa?e`<span lang="fa" dir="rtl">${c.name_fa}</span>`:``}</h3>
    <p class="small">${[i.feature.layer[a]??a,c.kind,je(o)].filter(Boolean).join(` · `)}</p>
    ${a===`rivers`||a===`canals`?Me(t,n,r,o):``}
    ${a===`crossings`?e`<p>${Q(t,n,r,c.id??``)}</p>`:``}
    ${a===`places`?ue(Ne(o),``):``}
    <p class="small">${i.feature.drawn(Number(c.accuracy_m??0))} ${i.feature.source} ${String(c.source??``)}.</p>
    <p class="buttons"><button @click=${s}>${i.close}</button></p>
  </section>`}function je(e){let t=e.properties.width_m;return t===void 0?``:i.feature.wide(Number(t))}function Me(t,n,r,a){let o=(t.layers.crossings?.features??[]).filter(e=>e.properties.over===a.properties.id);return e`<p>${i.feature.barrier}</p>
    ${o.length?e`<ul class="small">${o.map(i=>e`<li>${i.properties.name} <span lang="fa" dir="rtl">${i.properties.name_fa??``}</span>:
      ${Q(t,n,r,i.properties.id??``)}</li>`)}</ul>`:``}`}function Q(e,t,n,r){let a=e.crossings.findIndex(e=>e.id===r);return a<0?``:i.feature.states[t.crossing(n,a)]??``}async function Ne(t){let r=[t.properties.id,...t.properties.aliases??[]],{places:a}=await c(`api/places`),o=a.filter(e=>r.includes(e.place.split(`/`)[1]??``));return e`${o.slice(0,2).map(t=>e`<p><a href=${n(`places`,t.place.split(`/`))}>${i.feature.place(t.claims.length,i.places.year(t.place))}</a></p>`)}`}function Pe(t,r,a,o,s){let c=t.units[o],l=r.onMap(a,o);return e`<section class="unit-card" aria-label=${c.name}>
    <h3><span class="dot" .style=${`background:${D[c.side]}`}></span>${c.name}</h3>
    <p class="small">${t.sides[c.side]?.name} · ${[c.arm.replaceAll(`-`,` `),c.echelon,i.component[c.component]??c.component.replaceAll(`-`,` `)].filter(Boolean).join(` · `)}</p>
    ${l?e`<dl class="bars">
        ${$(i.unit.strength,r.strength(a,o),i.unit.men(A(r.men(a,o)),A(r.head.start.men[o]??0)),j[0])}
        ${$(i.unit.cohesion,r.cohesion(a,o),ne(r.cohesion(a,o)),j[1])}
        ${$(i.unit.supply,r.supplyDays(a,o)/5,i.unit.days(A(r.supplyDays(a,o))),j[2])}
      </dl>
      <p class="small">${[r.tanks(a,o)?i.unit.tanks(r.tanks(a,o)):``,i.posture[r.posture(a,o)]??r.posture(a,o),r.flags(a,o)&4?i.unit.cut:``].filter(Boolean).join(` · `)}</p>`:e`<p class="status">${i.status[r.status(a,o)]??r.status(a,o)}</p>`}
    <p class="small">${i.unit.range(A(c.men[0]),A(c.men[1]))}</p>
    ${s.company.length?e`<details class="small"><summary>${i.unit.company(s.company.length)}</summary>
      <ul class="company">${s.company.map(n=>e`<li><button @click=${()=>s.choose(n)}>${t.units[n]?.name}</button></li>`)}</ul></details>`:``}
    <p class="buttons">
      <button aria-pressed=${s.following?`true`:`false`} @click=${()=>s.follow()}>${i.unit.follow}</button>
      <button @click=${()=>s.only()}>${i.unit.only}</button>
      <a class="button" href=${n(`forces`,[t.act],{unit:c.id})}>${i.unit.forces}</a>
      <button @click=${()=>s.close()}>${i.close}</button>
    </p>
  </section>`}function $(t,n,r,i){let a=Math.max(0,Math.min(1,n))*100;return e`<dt>${t}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${a} height="8" fill=${i}></rect></svg> ${r}</dd>`}async function Fe(e,t){let n=await c(`api/about`),r=g(t,n.acts),i=t.query.get(`which`)??`median`,o=p(r),[s,l]=await Promise.all([c(`api/act/${r.act}`,o),a(`api/act/${r.act}/replay/${i}`,o)]),u=new Le(e,n,r,i,s,new oe(l));return u.open(t),{update:e=>u.takes(e),dispose:()=>u.dispose()}}function Ie(){return matchMedia(`(min-width: 861px)`).matches}var Le=class{root;about;choice;which;act;track;#e;#t;#n;#r;#i=-1;#a=null;#o=0;#s=-1;#c=!1;#l=new Y;#u=e=>this.#N(e);constructor(e,t,n,r,i,a){this.root=e,this.about=t,this.choice=n,this.which=r,this.act=i,this.track=a,this.#e=new ce(a.steps,(e,t)=>this.#p(e,t))}open(e){r(this.#d(),this.root),r(this.#_(),this.#f(`.watch-head`)),r(this.#E(),this.#f(`.controls`)),this.#n=new le(this.#f(`.time`),this.act,this.track,e=>this.#e.seek(e)),this.#t=new se(this.#f(`.map`),this.act,this.track),this.#r=new Te(this.#f(`.chronicle`),this.act,this.track,{seek:(e,t)=>this.#k(e,t)}),this.#t.stage.map.on(`click`,e=>this.#A(e.pixel));let{map:t}=this.#t.stage,n=t.getView().getResolution()??1;t.on(`moveend`,()=>this.#f(`.locator`).classList.toggle(`away`,(t.getView().getResolution()??1)<n/2)),this.#h(),document.addEventListener(`keydown`,this.#u),e.query.get(`zoom`)===`city`&&this.#t.stage.city();let[i,a]=(e.query.get(`at`)??``).split(`,`).map(Number);i&&a&&this.#t.stage.lookAt(i,a),this.#i=this.act.units.findIndex(t=>t.id===e.query.get(`unit`)),this.#t.follow(this.#i),this.#e.seek(Number(e.query.get(`t`)??0))}takes(e){let t=g(e,this.about.acts),n=JSON.stringify(t)===JSON.stringify(this.choice)&&(e.query.get(`which`)??`median`)===this.which;return n&&this.#e.seek(Number(e.query.get(`t`)??0)),n}dispose(){document.removeEventListener(`keydown`,this.#u),clearTimeout(this.#o),this.#l.running&&this.#l.stop(),this.#e.dispose(),this.#n.dispose(),this.#t.dispose()}#d(){return e`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="moment"></div><div class="over"></div>${pe(this.act)}</div>
        <div class="beside"><div class="unit-slot"></div>
          ${Z(this.act,this.track.head)}<h2 class="beside-title">${i.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${i.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`}#f(e){return this.root.querySelector(e)}#p(e,t){let n=this.#e.step;this.#t.at(e,t);let r=N(this.act,n);this.#n.at(e,r),n===this.#s&&t||(this.#s=n,this.#r.at(n,M(this.act,n),t),t&&this.#c?this.#m():this.#h(),this.#c=t,t||(this.#l.running&&n>=this.track.steps-1&&this.#w(),this.#L()))}#m(){r(this.#x(),this.#f(`.moment`)),(this.#i>=0||this.#a)&&this.#g()}#h(){r(this.#_(),this.#f(`.watch-head`)),r(this.#C(),this.#f(`.over`)),r(this.#E(),this.#f(`.controls`)),this.#m(),this.#g()}#g(){this.#a?r(Ae(this.act,this.track,this.#e.step,this.#a,()=>this.#M(-1)),this.#f(`.unit-slot`)):r(this.#i<0?e``:Pe(this.act,this.track,this.#e.step,this.#i,{following:this.#t.following,company:this.#t.painter.company(this.#i),choose:e=>this.#M(e),follow:()=>{this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#h()},close:()=>this.#M(-1),only:()=>this.#r.only(this.#i)}),this.#f(`.unit-slot`))}#_(){let{head:n}=this.track;return e`<h1>${i.acts[this.act.act]??this.act.title}</h1>
      <p class="acts">${this.about.acts.filter(e=>e!==this.act.act).map(t=>e`<a
        href=${f(`watch`,{...this.choice,act:t,levers:[]})}>${i.acts[t]??t}</a>`)}</p>
      <details class="options" ?open=${Ie()}><summary>${i.watch.options}</summary><div><label>${i.watch.which} <select @change=${e=>this.#P(e.target.value)}>
        ${this.#y().map(t=>e`<option value=${t} ?selected=${t===this.which}>${i.which[t]??i.watch.replicate(t)}</option>`)}
      </select></label>
      ${t?``:e`<form class="inline" @submit=${e=>this.#F(e)}>
        <label>${i.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(n.replicate)}></label>
        <button>${i.show}</button></form>`}
      ${this.#b(`told`)?e`<label>${i.watch.version} <select @change=${e=>this.#I(e.target.value)}>
        <option value="recorded" ?selected=${this.choice.as===`recorded`}>${i.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as===`told`}>${i.watch.told}</option></select></label>`:``}</div></details>
      <p class="small one-of">${i.watch.oneOf(n.replicate,n.seed)} ${this.#v()}
        ${this.choice.levers.length?e`<b>${i.watch.changed(this.choice.levers)}</b>`:``}</p>`}#v(){let e=this.act.outcomes.find(e=>e.decides);if(!e)return``;let t=this.track.head.outcomes[e.id]??null,n={kind:e.kind,unit:e.unit,start:this.act.start},r=e.record?.best;return i.watch.decided(e.title,t===null?i.never:O(n,t),r==null?``:O(n,r))}#y(){let e=this.about.replays.filter(e=>o(`api/act/${this.act.act}/replay/${e}`,p(this.choice)));return e.includes(this.which)?e:[...e,this.which]}#b(e){return!t||o(`api/act/${this.act.act}/replay/${this.which}`,e===`told`?[[`as`,`told`]]:[])}#x(){let t=this.#e.step,n=this.track.head.phases.filter(e=>e.begin<=t&&(e.end??this.track.steps)>t),r=M(this.act,t),a=this.#t.showRecord?this.act.marks.filter(e=>e.low<=r&&r<=e.high).slice(0,2):[];return e`<b>${N(this.act,t)}</b>
        <span class="small sides">${this.act.sides.map((t,n)=>e`<span><span class="dot side-${n}"></span>${t.name}</span> `)}</span>
        ${n.map(t=>e`<span class="small phase-now side-${t.side}">${this.act.sides[t.side]?.name}: ${t.title}</span>`)}
        ${a.map(t=>e`<span class="small mark-now">${i.watch.onRecord}: ${t.title}, ${this.#S(t.low,t.high)}</span>`)}`}#S(e,t){return k({kind:`date`,unit:null,start:this.act.start},e,t,!0)}#C(){return e`<div class="map-buttons">
        <button @click=${()=>this.#t.stage.zoom(1)} aria-label=${i.map.zoomIn}>+</button>
        <button @click=${()=>this.#t.stage.zoom(-1)} aria-label=${i.map.zoomOut}>−</button>
        <button @click=${()=>this.#t.stage.city()}>${i.map.city}</button>
        <button @click=${()=>this.#t.stage.home()}>${i.map.whole}</button>
        <button class="save" @click=${()=>u(this.#f(`.map`),`refight-${this.act.act}-${this.track.head.replicate}-${this.#e.step}`)}>${i.map.save}</button>
        ${Y.possible()?e`<button class="save" @click=${()=>this.#w()}>${this.#l.running?i.map.filmStop:i.map.film}</button>`:``}
      </div>
      ${de(i.map.period[this.act.act]??``,this.#T(),this.act.sides.map(e=>e.name),_e(this.act,e=>this.#j(e)))}`}#w(){if(this.#l.running)this.#l.stop(),this.#e.pause();else{let e=`refight-${this.act.act}-${this.track.head.replicate}`;this.#l.start(this.#f(`.map`),e,()=>N(this.act,this.#e.step)),this.#e.play()}this.#h()}#T(){let{painter:e,stage:t}=this.#t,n=t=>({label:i.layers[t],on:e.shown[t],set:n=>{e.shown[t]=n,this.#t.touch(),this.#h()}}),r=e=>({label:i.layers[e],on:t.ground.shown[e],set:n=>{t.ground.shown[e]=n,t.touchGround(),this.#h()}}),a={label:i.layers.record,on:this.#t.showRecord,set:e=>{this.#t.showRecord=e,this.#t.touch(),this.#h()}};return[n(`units`),n(`control`),n(`front`),n(`fights`),a,r(`names`),r(`works`),r(`mines`),r(`net`),n(`night`)]}#E(){let t=this.#e,n=(t,n,r)=>e`<button class="key" title=${t} aria-label=${t} @click=${r}>${n}</button>`;return e`
      ${n(i.watch.previous,`|«`,()=>this.#D(-1))}
      ${n(i.watch.back,`◂`,()=>t.move(-1))}
      <button class="play" @click=${()=>t.toggle()}>${t.playing?i.watch.pause:i.watch.play}</button>
      ${n(i.watch.forward,`▸`,()=>t.move(1))}
      ${n(i.watch.next,`»|`,()=>this.#D(1))}
      <label>${i.watch.speed} <select @change=${e=>t.speed=Number(e.target.value)}>
        ${ie.map(n=>e`<option value=${n} ?selected=${n===t.speed}>${i.watch.daysASecond(n/4)}</option>`)}</select></label>
      <details class="chapters"><summary>${i.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((e,t)=>e.begin-t.begin).map(n=>e`<li>
        <button @click=${()=>t.seek(n.begin)}><span class="dot side-${n.side}"></span>${N(this.act,n.begin)}: ${n.title}
        <i>${i.phase[n.state]??n.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${i.watch.keys}</span>`}#D(e){let t=this.#O(),n=this.#e.step,r=e>0?t.find(e=>e>n):t.findLast(e=>e<n);this.#e.seek(r??(e>0?this.track.steps-1:0))}#O(){return[...new Set(this.track.head.phases.map(e=>e.begin))].sort((e,t)=>e-t)}#k(e,t){this.#e.pause(),this.#e.seek(e);let n=t[0];n!==void 0&&n>=0&&this.#t.stage.centre(this.#t.stage.mesh.centre(n))}#A(e){let t=devicePixelRatio,{stage:n,painter:r}=this.#t,i=r.pick(e[0]*t,e[1]*t,20*t),a=9*(n.map.getView().getResolution()??1),o=i<0?be(this.act,n.mesh,n.under(e),a):null;this.#M(i,o)}#j(e){let{stage:t}=this.#t;t.centre(Se(t.mesh,e.feature)),this.#M(-1,e)}#M(e,t=null){this.#i=e,this.#a=t,e<0&&(this.#t.following=!1,this.#r.only(-1)),this.#t.follow(e),this.#h(),this.#L()}#N(e){let t=e.target;t.closest(`input:not([type=range]), select, textarea`)||e.key===` `&&t.closest(`button, a, summary`)||e.key.startsWith(`Arrow`)&&(t.closest(`.map`)||t.matches(`input[type=range]`))||(e.key===`f`&&this.#i>=0?(this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#h()):ae(e,this.#e,this.#O())&&e.preventDefault())}#P(e){location.hash=f(`watch`,this.choice,{which:e===`median`?null:e})}#F(e){e.preventDefault();let t=new FormData(e.target).get(`n`);t!==null&&t!==``&&this.#P(String(Number(t)))}#I(e){location.hash=f(`watch`,{...this.choice,as:e===`told`?`told`:`recorded`},{which:this.which})}#L(){clearTimeout(this.#o),this.#o=window.setTimeout(()=>s(f(`watch`,this.choice,{which:this.which===`median`?null:this.which,t:this.#e.step||null,unit:this.act.units[this.#i]?.id??null})),200)}};export{Fe as watch};