import{a as e,c as t,f as n,g as r,i,m as a,s as o,v as s}from"./store.js";import{A as c,C as l,D as u,E as d,H as f,I as ee,L as te,M as p,O as m,S as ne,T as h,U as re,V as g,_ as ie,b as _,c as v,f as ae,g as y,j as b,k as x,m as S,u as C,x as w,y as oe}from"./index.js";import{i as T,n as E,r as D}from"./version.js";import{l as O,n as k}from"./stage.js";import{a as A,c as se,i as j,l as ce,n as M,o as le,r as ue,s as de,t as fe}from"./timebar.js";function pe(e,t,i,a=``){return r`<details class="map-legend">
    <summary>${n.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${n.map.layers}</legend>
        ${t.map(e=>r`<label><input type="checkbox" .checked=${e.on} @change=${t=>e.set(t.target.checked)}> ${e.label}</label>`)}
      </fieldset>
      ${a}
      <ul class="swatches">
        ${i.map((e,t)=>N(s`<rect x="2" y="3" width="22" height="13" fill=${c[t]} stroke=${x[t]} stroke-width="2"></rect>`,e))}
        ${Object.entries(b).map(([e,t])=>N(s`<rect x="2" y="3" width="22" height="13" fill=${t} stroke="#bbb2a0"></rect>`,n.terrain[e]??e))}
        ${N(s`<path d="M2 10h22" stroke=${u} stroke-width="6"></path><path d="M2 10h22" stroke=${d} stroke-width="4"></path>`,n.map.river)}
        ${N(P(m,2),n.map.road)}
        ${N(P(m,1.3,`4 3`),n.map.track)}
        ${N(s`<path d="M2 10h22" stroke=${h}></path><path d="M2 10h22" stroke=${h} stroke-width="5" stroke-dasharray="1 5"></path>`,n.map.rail)}
        ${N(P(_,1.6,`7 3 1 3`),n.map.border)}
        ${N(s`<path d="M2 10h22" stroke=${p}></path><path d="M2 10h22" stroke=${p} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`,n.map.works)}
        ${N(s`<path d="M3 10h22" stroke=${ne} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`,n.map.mines)}
        ${N(P(w,2.4),n.map.front)}
        ${N(P(`#1f5f8b`,2,`5 3`),n.map.recordSet)}
        ${N(s`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`,n.map.recordEvent)}
        ${N(me(),n.map.fight)}
        ${N(F(``),n.map.bridge)}
        ${N(F(`2.5 2`),n.map.boats)}
        ${N(s`<path d="M16 7a4 4 0 1 0 0 6" fill="none" stroke="#8c1d18" stroke-width="1.8"></path>`,n.map.cut)}
        ${N(I(),n.map.bars)}
        ${N(s`<rect x="5" y="4" width="16" height="12" rx="6" fill=${w}></rect><text x="13" y="13.5" font-size="9" font-weight="700" text-anchor="middle" fill="#fffdf6">7</text>`,n.map.stack)}
      </ul>
      <p class="small">${e}</p>
    </div>
  </details>`}function N(e,t){return r`<li><svg width="27" height="20" aria-hidden="true">${e}</svg> ${t}</li>`}function P(e,t,n=`none`){return s`<path d="M2 10h22" stroke=${e} stroke-width=${t} stroke-dasharray=${n}></path>`}function me(){return s`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`}function F(e){return s`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${w} stroke-width="1.600" stroke-dasharray=${e||`none`}></path>`}function I(){return s`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`}var L={tehran:[51.4,35.7],baghdad:[44.4,33.3],isfahan:[51.7,32.7],kuwait:[48,29.4],ahvaz:[48.7,31.3]},[R,z,B,V]=[43,53,28.5,36.5],H=150,U=Math.round(H*(V-B)/((z-R)*Math.cos(32.5*Math.PI/180)));function he(e){let[t,r,i,a]=e.window,[[o,c],[d,f]]=[W([t,a]),W([i,r])];return s`<svg class="locator" width=${H} height=${U} viewBox="0 0 ${H} ${U}" role="img" aria-label=${n.map.locator}>
    <rect width=${H} height=${U} fill="#fffdf6" stroke="#98907f"></rect>
    ${[45,50].map(e=>s`<line x1=${W([e,0])[0]} x2=${W([e,0])[0]} y1="0" y2=${U} stroke="#e6dfd1"></line>
      <text x=${W([e,0])[0]+2} y=${U-3} font-size="8" fill=${l}>${e}° E</text>`)}
    ${[30,35].map(e=>s`<line y1=${W([0,e])[1]} y2=${W([0,e])[1]} x1="0" x2=${H} stroke="#e6dfd1"></line>
      <text x="2" y=${W([0,e])[1]-2} font-size="8" fill=${l}>${e}° N</text>`)}
    ${[`rivers`,`border`].map(t=>(e.layers[t]?.features??[]).flatMap(k).map(e=>s`<path d=${ge(e)} fill="none" stroke=${t===`border`?_:u} stroke-width="1"></path>`))}
    ${Object.entries(L).map(([e,t])=>_e(n.map.cities[e]??e,W(t)))}
    <rect x=${o} y=${c} width=${d-o} height=${f-c} fill="#24476b" fill-opacity="0.15" stroke="#24476b" stroke-width="1.5"></rect>
  </svg>`}function W([e,t]){return[(e-R)/(z-R)*H,(V-t)/(V-B)*U]}function ge(e){return e.map((e,t)=>`${t?`L`:`M`}${W(e).map(e=>e.toFixed(1)).join(` `)}`).join(``)}function _e(e,[t,n]){let r=t<105;return s`<circle cx=${t} cy=${n} r="1.8" fill=${w}></circle>
    <text x=${r?t+4:t-4} y=${n+3} font-size="9" fill=${w} text-anchor=${r?`start`:`end`}>${e}</text>`}var ve=[`rivers`,`canals`,`crossings`,`places`,`works`,`mines`,`roads`];function ye(e,t){let i=ve.map(t=>({layer:t,features:e.layers[t]?.features.filter(e=>e.properties.name)??[]}));return r`<label class="finder">${n.map.find} <select @change=${n=>{let r=n.target,[i=``,a=``]=r.value.split(`/`),o=e.layers[i]?.features.filter(e=>e.properties.name)[Number(a)];r.value=``,o&&t({layer:i,feature:o})}}><option value=""></option>
    ${i.map(({layer:e,features:t})=>t.length?r`<optgroup label=${n.feature.layer[e]??e}>
      ${t.map((t,n)=>r`<option value=${`${e}/${n}`}>${t.properties.name}</option>`)}</optgroup>`:``)}
  </select></label>`}var be=[`crossings`,`places`],xe=[`rivers`,`canals`,`works`,`mines`,`border`,`rail`,`roads`];function Se(e,t,n,r){return G(e,be,e=>q(n,K(t,e)),r)??G(e,xe,e=>Math.min(...k(e).map(e=>Ee(n,Te(t,e))))-Ce(e),r)}function G(e,t,n,r){let[i,a]=[null,r];for(let r of t)for(let t of e.layers[r]?.features??[]){let e=n(t);e<a&&([i,a]=[{layer:r,feature:t},e])}return i}function Ce(e){return Number(e.properties.width_m??0)/2}function we(e,t){if(t.geometry.type===`Point`)return K(e,t);let n=k(t)[0]??[];return e.at(...n[Math.floor(n.length/2)]??e.cells.origin)}function K(e,t){return t.geometry.type===`Point`?e.at(...t.geometry.coordinates):[1/0,1/0]}function Te(e,t){return O(t).map(t=>e.at(...t))}function q(e,t){return Math.hypot(e[0]-t[0],e[1]-t[1])}function Ee(e,t){let n=1/0;for(let r=0;r+1<t.length;r++){let[[i,a],[o,s]]=[t[r],t[r+1]],[c,l]=[o-i,s-a],u=Math.max(0,Math.min(1,((e[0]-i)*c+(e[1]-a)*l)/(c*c+l*l||1)));n=Math.min(n,q(e,[i+u*c,a+u*l]))}return n}var De=class{root;act;track;links;#e=[];#t=-1;#n=-1;constructor(e,t,n,r){this.root=e,this.act=t,this.track=n,this.links=r,this.draw()}draw(){let e=this.track.head.chronicle;a(r`${this.#n>=0?r`<p class="filter">${n.watch.only(this.act.units[this.#n]?.name??``)}
          <button @click=${()=>this.only(-1)}>${n.watch.everything}</button></p>`:``}
        ${e.map(e=>this.#r(e))}`,this.root),this.#e=[...this.root.querySelectorAll(`[data-step]`)],this.#t=-1}only(e){this.#n=e,this.draw()}at(e,t,n){if(e===this.#t)return;this.#t=e,this.#e.forEach(t=>{let n=Number(t.dataset.step);t.classList.toggle(`now`,n===e),t.classList.toggle(`past`,n<e)});let r=[...this.root.querySelectorAll(`[data-day]`)].findLast(e=>Number(e.dataset.day)<=t);r&&(n||!ke(r,this.root))&&(this.root.scrollTop=r.offsetTop-this.root.offsetTop-8)}#r(e){let t=e.entries.filter(e=>this.#n<0||e.units.includes(this.#n)),i=this.#n<0?this.act.events.filter(t=>Math.floor(t.day)===e.day):[];return!t.length&&!i.length?``:r`<section data-day=${e.day}>
      <h3>${n.watch.day(e.day,ee(e.date))}</h3>
      <ul>
        ${i.map(e=>this.#i(e))}
        ${t.map(e=>this.#a(e))}
      </ul>
      <p class="small losses">${Oe(this.act,e)}</p>
    </section>`}#i(e){return r`<li class="on-record" data-step=${e.step}><button @click=${()=>this.links.seek(e.step,[])}>
      <span class="kind">◇ ${n.watch.onRecord}</span> ${e.what}</button></li>`}#a(e){return r`<li data-step=${e.step} class="kind-${e.kind.replaceAll(` `,`-`)}">
      <button @click=${()=>this.links.seek(e.step,e.cells)}>${e.text}</button></li>`}};function Oe(e,t){return e.sides.map(e=>{let r=t.losses[e.id];return r&&(r.men||r.tanks)?n.watch.lost(e.name,r.men,r.tanks):``}).filter(Boolean).join(` · `)}function ke(e,t){let n=e.offsetTop-t.offsetTop;return n>=t.scrollTop&&n<t.scrollTop+t.clientHeight-40}var Ae=[`video/mp4;codecs=avc1.42E01E`,`video/webm;codecs=vp9`,`video/webm`],je=30,J=class{#e=document.createElement(`canvas`);#t=null;#n=0;static possible(){return typeof MediaRecorder<`u`&&`captureStream`in HTMLCanvasElement.prototype&&Y()!==``}get running(){return this.#t!==null}start(e,t,n){y(e,this.#e,n());let r=Y(),i=new MediaRecorder(this.#e.captureStream(je),{mimeType:r,videoBitsPerSecond:4e6}),a=[];i.ondataavailable=e=>a.push(e.data),i.onstop=()=>ie(new Blob(a,{type:r}),`${t}.${r.slice(6).split(`;`)[0]}`),i.start(),this.#t=i;let o=()=>{y(e,this.#e,n()),this.#n=requestAnimationFrame(o)};o()}stop(){cancelAnimationFrame(this.#n),this.#t?.stop(),this.#t=null}};function Y(){return Ae.find(e=>MediaRecorder.isTypeSupported(e))??``}function Me(e,t){let i=e.outcomes.filter(e=>e.record&&!e.input&&e.id in t.outcomes);return r`<details class="compare"><summary>${n.watch.compare}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${n.watch.compare}><table>
      <thead><tr><th scope="col">${n.whatif.outcome}</th><th scope="col">${n.watch.here}</th><th scope="col">${n.watch.onRecord}</th></tr></thead>
      <tbody>${i.map(n=>{let i={kind:n.kind,unit:n.unit,start:e.start};return r`<tr><th scope="row"><a href=${f(`refights`,[e.act],{outcome:n.id})}>${n.title}</a></th>
          <td>${C(i,t.outcomes[n.id]??null,!0)}</td><td>${S(i,n.record.low,n.record.high,!0)}</td></tr>`})}</tbody></table></div></details>`}function Ne(e,t,i,{layer:a,feature:o},s){let c=o.properties;return r`<section class="unit-card feature-card" aria-label=${c.name??a}>
    <h3>${c.name} ${c.name_fa?r`<span lang="fa" dir="rtl">${c.name_fa}</span>`:``}</h3>
    <p class="small">${[n.feature.layer[a]??a,c.kind,X(o)].filter(Boolean).join(` · `)}</p>
    ${a===`rivers`||a===`canals`?Pe(e,t,i,o):``}
    ${a===`crossings`?r`<p>${Z(e,t,i,c.id??``)}</p>`:``}
    ${a===`places`?te(Fe(o),``):``}
    <p class="small">${n.feature.drawn(Number(c.accuracy_m??0))} ${n.feature.source} ${String(c.source??``)}.</p>
    <p class="buttons"><button @click=${s}>${n.close}</button></p>
  </section>`}function X(e){let t=e.properties.width_m;return t===void 0?``:n.feature.wide(Number(t))}function Pe(e,t,i,a){let o=(e.layers.crossings?.features??[]).filter(e=>e.properties.over===a.properties.id);return r`<p>${n.feature.barrier}</p>
    ${o.length?r`<ul class="small">${o.map(n=>r`<li>${n.properties.name} <span lang="fa" dir="rtl">${n.properties.name_fa??``}</span>:
      ${Z(e,t,i,n.properties.id??``)}</li>`)}</ul>`:``}`}function Z(e,t,r,i){let a=e.crossings.findIndex(e=>e.id===i);return a<0?``:n.feature.states[t.crossing(r,a)]??``}async function Fe(t){let i=[t.properties.id,...t.properties.aliases??[]],{places:a}=await e(`api/places`),o=a.filter(e=>i.includes(e.place.split(`/`)[1]??``));return r`${o.slice(0,2).map(e=>r`<p><a href=${f(`places`,e.place.split(`/`))}>${n.feature.place(e.claims.length,n.places.year(e.place))}</a></p>`)}`}function Ie(e,t,i,a,o){let s=e.units[a],c=t.onMap(i,a);return r`<section class="unit-card" aria-label=${s.name}>
    <h3><span class="dot" .style=${`background:${x[s.side]}`}></span>${s.name}</h3>
    <p class="small">${e.sides[s.side]?.name} · ${[s.arm.replaceAll(`-`,` `),s.echelon,n.component[s.component]??s.component.replaceAll(`-`,` `)].filter(Boolean).join(` · `)}</p>
    ${c?r`<dl class="bars">
        ${Q(n.unit.strength,t.strength(i,a),n.unit.men(v(t.men(i,a)),v(t.head.start.men[a]??0)),A[0])}
        ${Q(n.unit.cohesion,t.cohesion(i,a),ae(t.cohesion(i,a)),A[1])}
        ${Q(n.unit.supply,t.supplyDays(i,a)/5,n.unit.days(v(t.supplyDays(i,a))),A[2])}
      </dl>
      <p class="small">${[t.tanks(i,a)?n.unit.tanks(t.tanks(i,a)):``,n.posture[t.posture(i,a)]??t.posture(i,a),t.flags(i,a)&4?n.unit.cut:``].filter(Boolean).join(` · `)}</p>`:r`<p class="status">${n.status[t.status(i,a)]??t.status(i,a)}</p>`}
    <p class="small">${n.unit.range(v(s.men[0]),v(s.men[1]))}</p>
    ${o.company.length?r`<details class="small"><summary>${n.unit.company(o.company.length)}</summary>
      <ul class="company">${o.company.map(t=>r`<li><button @click=${()=>o.choose(t)}>${e.units[t]?.name}</button></li>`)}</ul></details>`:``}
    <p class="buttons">
      <button aria-pressed=${o.following?`true`:`false`} @click=${()=>o.follow()}>${n.unit.follow}</button>
      <button @click=${()=>o.only()}>${n.unit.only}</button>
      <a class="button" href=${f(`forces`,[e.act],{unit:s.id})}>${n.unit.forces}</a>
      <button @click=${()=>o.close()}>${n.close}</button>
    </p>
  </section>`}function Q(e,t,n,i){let a=Math.max(0,Math.min(1,t))*100;return r`<dt>${e}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${a} height="8" fill=${i}></rect></svg> ${n}</dd>`}async function Le(n,r){let i=await e(`api/about`),a=E(r,i.acts),o=r.query.get(`which`)??`median`,s=T(a),[c,l]=await Promise.all([e(`api/act/${a.act}`,s),t(`api/act/${a.act}/replay/${o}`,s)]),u=new Re(n,i,a,o,c,new le(l));return u.open(r),{update:e=>u.takes(e),dispose:()=>u.dispose()}}function $(){return matchMedia(`(min-width: 861px)`).matches}var Re=class{root;about;choice;which;act;track;#e;#t;#n;#r;#i=-1;#a=null;#o=0;#s=-1;#c=!1;#l=new J;#u=e=>this.#N(e);constructor(e,t,n,r,i,a){this.root=e,this.about=t,this.choice=n,this.which=r,this.act=i,this.track=a,this.#e=new de(a.steps,(e,t)=>this.#p(e,t))}open(e){a(this.#d(),this.root),a(this.#_(),this.#f(`.watch-head`)),a(this.#E(),this.#f(`.controls`)),this.#n=new fe(this.#f(`.time`),this.act,this.track,e=>this.#e.seek(e)),this.#t=new ue(this.#f(`.map`),this.act,this.track),this.#r=new De(this.#f(`.chronicle`),this.act,this.track,{seek:(e,t)=>this.#k(e,t)}),this.#t.stage.map.on(`click`,e=>this.#A(e.pixel));let{map:t}=this.#t.stage,n=t.getView().getResolution()??1;t.on(`moveend`,()=>this.#f(`.locator`).classList.toggle(`away`,(t.getView().getResolution()??1)<n/2)),this.#h(),document.addEventListener(`keydown`,this.#u),e.query.get(`zoom`)===`city`&&this.#t.stage.city();let[r,i]=(e.query.get(`at`)??``).split(`,`).map(Number);r&&i&&this.#t.stage.lookAt(r,i),this.#i=this.act.units.findIndex(t=>t.id===e.query.get(`unit`)),this.#t.follow(this.#i),this.#e.seek(g(e.query.get(`t`),0,this.track.steps-1,0))}takes(e){let t=E(e,this.about.acts),n=JSON.stringify(t)===JSON.stringify(this.choice)&&(e.query.get(`which`)??`median`)===this.which;return n&&this.#e.seek(g(e.query.get(`t`),0,this.track.steps-1,0)),n}dispose(){document.removeEventListener(`keydown`,this.#u),clearTimeout(this.#o),this.#l.running&&this.#l.stop(),this.#e.dispose(),this.#n.dispose(),this.#t.dispose()}#d(){return r`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="moment"></div><div class="over"></div>${he(this.act)}</div>
        <div class="beside"><div class="unit-slot"></div>
          ${Me(this.act,this.track.head)}<h2 class="beside-title">${n.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${n.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`}#f(e){return this.root.querySelector(e)}#p(e,t){let n=this.#e.step;this.#t.at(e,t);let r=M(this.act,n);this.#n.at(e,r),n===this.#s&&t||(this.#s=n,this.#r.at(n,j(this.act,n),t),t&&this.#c?this.#m():this.#h(),this.#c=t,t||(this.#l.running&&n>=this.track.steps-1&&this.#w(),this.#L()))}#m(){a(this.#x(),this.#f(`.moment`)),(this.#i>=0||this.#a)&&this.#g()}#h(){a(this.#_(),this.#f(`.watch-head`)),a(this.#C(),this.#f(`.over`)),a(this.#E(),this.#f(`.controls`)),this.#m(),this.#g()}#g(){this.#a?a(Ne(this.act,this.track,this.#e.step,this.#a,()=>this.#M(-1)),this.#f(`.unit-slot`)):a(this.#i<0?r``:Ie(this.act,this.track,this.#e.step,this.#i,{following:this.#t.following,company:this.#t.painter.company(this.#i),choose:e=>this.#M(e),follow:()=>{this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#h()},close:()=>this.#M(-1),only:()=>this.#r.only(this.#i)}),this.#f(`.unit-slot`))}#_(){let{head:e}=this.track;return r`<h1>${n.acts[this.act.act]??this.act.title}</h1>
      <p class="acts">${this.about.acts.filter(e=>e!==this.act.act).map(e=>r`<a
        href=${D(`watch`,{...this.choice,act:e,levers:[]})}>${n.acts[e]??e}</a>`)}</p>
      <details class="options" ?open=${$()}><summary>${n.watch.options}</summary><div><label>${n.watch.which} <select @change=${e=>this.#P(e.target.value)}>
        ${this.#y().map(e=>r`<option value=${e} ?selected=${e===this.which}>${n.which[e]??n.watch.replicate(e)}</option>`)}
      </select></label>
      ${o?``:r`<form class="inline" @submit=${e=>this.#F(e)}>
        <label>${n.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(e.replicate)}></label>
        <button>${n.show}</button></form>`}
      ${this.#b(`told`)?r`<label>${n.watch.version} <select @change=${e=>this.#I(e.target.value)}>
        <option value="recorded" ?selected=${this.choice.as===`recorded`}>${n.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as===`told`}>${n.watch.told}</option></select></label>`:``}</div></details>
      <p class="small one-of">${n.watch.oneOf(e.replicate,e.seed)} ${this.#v()}
        ${this.choice.levers.length?r`<b>${n.watch.changed(this.choice.levers)}</b>`:``}</p>`}#v(){let e=this.act.outcomes.find(e=>e.decides);if(!e)return``;let t=this.track.head.outcomes[e.id]??null,r={kind:e.kind,unit:e.unit,start:this.act.start},i=e.record?.best;return n.watch.decided(e.title,t===null?n.never:C(r,t),i==null?``:C(r,i))}#y(){let e=this.about.replays.filter(e=>i(`api/act/${this.act.act}/replay/${e}`,T(this.choice)));return e.includes(this.which)?e:[...e,this.which]}#b(e){return!o||i(`api/act/${this.act.act}/replay/${this.which}`,e===`told`?[[`as`,`told`]]:[])}#x(){let e=this.#e.step,t=this.track.head.phases.filter(t=>t.begin<=e&&(t.end??this.track.steps)>e),i=j(this.act,e),a=this.#t.showRecord?this.act.marks.filter(e=>e.low<=i&&i<=e.high).slice(0,2):[];return r`<b>${M(this.act,e)}</b>
        <span class="small sides">${this.act.sides.map((e,t)=>r`<span><span class="dot side-${t}"></span>${e.name}</span> `)}</span>
        ${t.map(e=>r`<span class="small phase-now side-${e.side}">${this.act.sides[e.side]?.name}: ${e.title}</span>`)}
        ${a.map(e=>r`<span class="small mark-now">${n.watch.onRecord}: ${e.title}, ${this.#S(e.low,e.high)}</span>`)}`}#S(e,t){return S({kind:`date`,unit:null,start:this.act.start},e,t,!0)}#C(){return r`<div class="map-buttons">
        <button @click=${()=>this.#t.stage.zoom(1)} aria-label=${n.map.zoomIn}>+</button>
        <button @click=${()=>this.#t.stage.zoom(-1)} aria-label=${n.map.zoomOut}>−</button>
        <button @click=${()=>this.#t.stage.city()}>${n.map.city}</button>
        <button @click=${()=>this.#t.stage.home()}>${n.map.whole}</button>
        <button class="save" @click=${()=>oe(this.#f(`.map`),`refight-${this.act.act}-${this.track.head.replicate}-${this.#e.step}`)}>${n.map.save}</button>
        ${J.possible()?r`<button class="save" @click=${()=>this.#w()}>${this.#l.running?n.map.filmStop:n.map.film}</button>`:``}
      </div>
      ${pe(n.map.period[this.act.act]??``,this.#T(),this.act.sides.map(e=>e.name),ye(this.act,e=>this.#j(e)))}`}#w(){if(this.#l.running)this.#l.stop(),this.#e.pause();else{let e=`refight-${this.act.act}-${this.track.head.replicate}`;this.#l.start(this.#f(`.map`),e,()=>M(this.act,this.#e.step)),this.#e.play()}this.#h()}#T(){let{painter:e,stage:t}=this.#t,r=t=>({label:n.layers[t],on:e.shown[t],set:n=>{e.shown[t]=n,this.#t.touch(),this.#h()}}),i=e=>({label:n.layers[e],on:t.ground.shown[e],set:n=>{t.ground.shown[e]=n,t.touchGround(),this.#h()}}),a={label:n.layers.record,on:this.#t.showRecord,set:e=>{this.#t.showRecord=e,this.#t.touch(),this.#h()}};return[r(`units`),r(`control`),r(`front`),r(`fights`),a,i(`names`),i(`works`),i(`mines`),i(`net`),r(`night`)]}#E(){let e=this.#e,t=(e,t,n)=>r`<button class="key" title=${e} aria-label=${e} @click=${n}>${t}</button>`;return r`
      ${t(n.watch.previous,`|«`,()=>this.#D(-1))}
      ${t(n.watch.back,`◂`,()=>e.move(-1))}
      <button class="play" @click=${()=>e.toggle()}>${e.playing?n.watch.pause:n.watch.play}</button>
      ${t(n.watch.forward,`▸`,()=>e.move(1))}
      ${t(n.watch.next,`»|`,()=>this.#D(1))}
      <label>${n.watch.speed} <select @change=${t=>e.speed=Number(t.target.value)}>
        ${se.map(t=>r`<option value=${t} ?selected=${t===e.speed}>${n.watch.daysASecond(t/4)}</option>`)}</select></label>
      <details class="chapters"><summary>${n.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((e,t)=>e.begin-t.begin).map(t=>r`<li>
        <button @click=${()=>e.seek(t.begin)}><span class="dot side-${t.side}"></span>${M(this.act,t.begin)}: ${t.title}
        <i>${n.phase[t.state]??t.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${n.watch.keys}</span>`}#D(e){let t=this.#O(),n=this.#e.step,r=e>0?t.find(e=>e>n):t.findLast(e=>e<n);this.#e.seek(r??(e>0?this.track.steps-1:0))}#O(){return[...new Set(this.track.head.phases.map(e=>e.begin))].sort((e,t)=>e-t)}#k(e,t){this.#e.pause(),this.#e.seek(e);let n=t[0];n!==void 0&&n>=0&&this.#t.stage.centre(this.#t.stage.mesh.centre(n))}#A(e){let t=devicePixelRatio,{stage:n,painter:r}=this.#t,i=r.pick(e[0]*t,e[1]*t,20*t),a=9*(n.map.getView().getResolution()??1),o=i<0?Se(this.act,n.mesh,n.under(e),a):null;this.#M(i,o)}#j(e){let{stage:t}=this.#t;t.centre(we(t.mesh,e.feature)),this.#M(-1,e)}#M(e,t=null){this.#i=e,this.#a=t,e<0&&(this.#t.following=!1,this.#r.only(-1)),this.#t.follow(e),this.#h(),!$()&&(e>=0||t)&&this.#f(`.unit-slot`).scrollIntoView({block:`nearest`}),this.#L()}#N(e){let t=e.target;t.closest(`input:not([type=range]), select, textarea`)||e.key===` `&&t.closest(`button, a, summary`)||e.key.startsWith(`Arrow`)&&(t.closest(`.map`)||t.matches(`input[type=range]`))||(e.key===`f`&&this.#i>=0?(this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#h()):ce(e,this.#e,this.#O())&&e.preventDefault())}#P(e){location.hash=D(`watch`,this.choice,{which:e===`median`?null:e})}#F(e){e.preventDefault();let t=new FormData(e.target).get(`n`);t!==null&&t!==``&&this.#P(String(Number(t)))}#I(e){location.hash=D(`watch`,{...this.choice,as:e===`told`?`told`:`recorded`},{which:this.which})}#L(){clearTimeout(this.#o),this.#o=window.setTimeout(()=>re(D(`watch`,this.choice,{which:this.which===`median`?null:this.which,t:this.#e.step||null,unit:this.act.units[this.#i]?.id??null})),200)}};export{Le as watch};