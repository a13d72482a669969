import{a as e,d as t,h as n,i as r,l as i,o as a,p as o,r as s}from"./store.js";import{A as c,C as l,D as u,E as d,H as f,I as p,L as ee,M as m,O as h,S as g,T as _,V as v,_ as y,b,c as x,f as te,g as S,j as ne,k as C,m as w,u as T,x as E,y as re}from"./index.js";import{d as D,f as O,l as ie,n as k,u as A}from"./stage.js";import{a as j,c as ae,i as M,l as oe,n as N,o as se,r as ce,s as le,t as ue}from"./timebar.js";function de(e,t,r,a=``){return o`<details class="map-legend">
    <summary>${i.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${i.map.layers}</legend>
        ${t.map(e=>o`<label><input type="checkbox" .checked=${e.on} @change=${t=>e.set(t.target.checked)}> ${e.label}</label>`)}
      </fieldset>
      ${a}
      <ul class="swatches">
        ${r.map((e,t)=>P(n`<rect x="2" y="3" width="22" height="13" fill=${c[t]} stroke=${C[t]} stroke-width="2"></rect>`,e))}
        ${Object.entries(ne).map(([e,t])=>P(n`<rect x="2" y="3" width="22" height="13" fill=${t} stroke="#bbb2a0"></rect>`,i.terrain[e]??e))}
        ${P(n`<path d="M2 10h22" stroke=${u} stroke-width="6"></path><path d="M2 10h22" stroke=${d} stroke-width="4"></path>`,i.map.river)}
        ${P(F(h,2),i.map.road)}
        ${P(F(h,1.3,`4 3`),i.map.track)}
        ${P(n`<path d="M2 10h22" stroke=${_}></path><path d="M2 10h22" stroke=${_} stroke-width="5" stroke-dasharray="1 5"></path>`,i.map.rail)}
        ${P(F(b,1.6,`7 3 1 3`),i.map.border)}
        ${P(n`<path d="M2 10h22" stroke=${m}></path><path d="M2 10h22" stroke=${m} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`,i.map.works)}
        ${P(n`<path d="M3 10h22" stroke=${g} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`,i.map.mines)}
        ${P(F(E,2.4),i.map.front)}
        ${P(F(`#1f5f8b`,2,`5 3`),i.map.recordSet)}
        ${P(n`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`,i.map.recordEvent)}
        ${P(fe(),i.map.fight)}
        ${P(I(``),i.map.bridge)}
        ${P(I(`2.5 2`),i.map.boats)}
        ${P(n`<path d="M16 7a4 4 0 1 0 0 6" fill="none" stroke="#8c1d18" stroke-width="1.8"></path>`,i.map.cut)}
        ${P(pe(),i.map.bars)}
        ${P(n`<rect x="5" y="4" width="16" height="12" rx="6" fill=${E}></rect><text x="13" y="13.5" font-size="9" font-weight="700" text-anchor="middle" fill="#fffdf6">7</text>`,i.map.stack)}
      </ul>
      <p class="small">${e}</p>
    </div>
  </details>`}function P(e,t){return o`<li><svg width="27" height="20" aria-hidden="true">${e}</svg> ${t}</li>`}function F(e,t,r=`none`){return n`<path d="M2 10h22" stroke=${e} stroke-width=${t} stroke-dasharray=${r}></path>`}function fe(){return n`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`}function I(e){return n`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${E} stroke-width="1.600" stroke-dasharray=${e||`none`}></path>`}function pe(){return n`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`}var L={tehran:[51.4,35.7],baghdad:[44.4,33.3],isfahan:[51.7,32.7],kuwait:[48,29.4],ahvaz:[48.7,31.3]},[R,z,B,V]=[43,53,28.5,36.5],H=150,U=Math.round(H*(V-B)/((z-R)*Math.cos(32.5*Math.PI/180)));function me(e){let[t,r,a,o]=e.window,[[s,c],[d,f]]=[W([t,o]),W([a,r])];return n`<svg class="locator" width=${H} height=${U} viewBox="0 0 ${H} ${U}" role="img" aria-label=${i.map.locator}>
    <rect width=${H} height=${U} fill="#fffdf6" stroke="#98907f"></rect>
    ${[45,50].map(e=>n`<line x1=${W([e,0])[0]} x2=${W([e,0])[0]} y1="0" y2=${U} stroke="#e6dfd1"></line>
      <text x=${W([e,0])[0]+2} y=${U-3} font-size="8" fill=${l}>${e}° E</text>`)}
    ${[30,35].map(e=>n`<line y1=${W([0,e])[1]} y2=${W([0,e])[1]} x1="0" x2=${H} stroke="#e6dfd1"></line>
      <text x="2" y=${W([0,e])[1]-2} font-size="8" fill=${l}>${e}° N</text>`)}
    ${[`rivers`,`border`].map(t=>(e.layers[t]?.features??[]).flatMap(k).map(e=>n`<path d=${he(e)} fill="none" stroke=${t===`border`?b:u} stroke-width="1"></path>`))}
    ${Object.entries(L).map(([e,t])=>ge(i.map.cities[e]??e,W(t)))}
    <rect x=${s} y=${c} width=${d-s} height=${f-c} fill="#24476b" fill-opacity="0.15" stroke="#24476b" stroke-width="1.5"></rect>
  </svg>`}function W([e,t]){return[(e-R)/(z-R)*H,(V-t)/(V-B)*U]}function he(e){return e.map((e,t)=>`${t?`L`:`M`}${W(e).map(e=>e.toFixed(1)).join(` `)}`).join(``)}function ge(e,[t,r]){let i=t<105;return n`<circle cx=${t} cy=${r} r="1.8" fill=${E}></circle>
    <text x=${i?t+4:t-4} y=${r+3} font-size="9" fill=${E} text-anchor=${i?`start`:`end`}>${e}</text>`}var _e=[`rivers`,`canals`,`crossings`,`places`,`works`,`mines`,`roads`];function ve(e,t){let n=_e.map(t=>({layer:t,features:e.layers[t]?.features.filter(e=>e.properties.name)??[]}));return o`<label class="finder">${i.map.find} <select @change=${n=>{let r=n.target,[i=``,a=``]=r.value.split(`/`),o=e.layers[i]?.features.filter(e=>e.properties.name)[Number(a)];r.value=``,o&&t({layer:i,feature:o})}}><option value=""></option>
    ${n.map(({layer:e,features:t})=>t.length?o`<optgroup label=${i.feature.layer[e]??e}>
      ${t.map((t,n)=>o`<option value=${`${e}/${n}`}>${t.properties.name}</option>`)}</optgroup>`:``)}
  </select></label>`}var ye=[`crossings`,`places`],be=[`rivers`,`canals`,`works`,`mines`,`border`,`rail`,`roads`];function xe(e,t,n,r){return G(e,ye,e=>q(n,K(t,e)),r)??G(e,be,e=>Math.min(...k(e).map(e=>Te(n,we(t,e))))-Se(e),r)}function G(e,t,n,r){let[i,a]=[null,r];for(let r of t)for(let t of e.layers[r]?.features??[]){let e=n(t);e<a&&([i,a]=[{layer:r,feature:t},e])}return i}function Se(e){return Number(e.properties.width_m??0)/2}function Ce(e,t){if(t.geometry.type===`Point`)return K(e,t);let n=k(t)[0]??[];return e.at(...n[Math.floor(n.length/2)]??e.cells.origin)}function K(e,t){return t.geometry.type===`Point`?e.at(...t.geometry.coordinates):[1/0,1/0]}function we(e,t){return ie(t).map(t=>e.at(...t))}function q(e,t){return Math.hypot(e[0]-t[0],e[1]-t[1])}function Te(e,t){let n=1/0;for(let r=0;r+1<t.length;r++){let[[i,a],[o,s]]=[t[r],t[r+1]],[c,l]=[o-i,s-a],u=Math.max(0,Math.min(1,((e[0]-i)*c+(e[1]-a)*l)/(c*c+l*l||1)));n=Math.min(n,q(e,[i+u*c,a+u*l]))}return n}var Ee=class{root;act;track;links;#e=[];#t=-1;#n=-1;constructor(e,t,n,r){this.root=e,this.act=t,this.track=n,this.links=r,this.draw()}draw(){let e=this.track.head.chronicle;t(o`${this.#n>=0?o`<p class="filter">${i.watch.only(this.act.units[this.#n]?.name??``)}
          <button @click=${()=>this.only(-1)}>${i.watch.everything}</button></p>`:``}
        ${e.map(e=>this.#r(e))}`,this.root),this.#e=[...this.root.querySelectorAll(`[data-step]`)],this.#t=-1}only(e){this.#n=e,this.draw()}at(e,t,n){if(e===this.#t)return;this.#t=e,this.#e.forEach(t=>{let n=Number(t.dataset.step);t.classList.toggle(`now`,n===e),t.classList.toggle(`past`,n<e)});let r=[...this.root.querySelectorAll(`[data-day]`)].findLast(e=>Number(e.dataset.day)<=t);r&&(n||!Oe(r,this.root))&&(this.root.scrollTop=r.offsetTop-this.root.offsetTop-8)}#r(e){let t=e.entries.filter(e=>this.#n<0||e.units.includes(this.#n)),n=this.#n<0?this.act.events.filter(t=>Math.floor(t.day)===e.day):[];return!t.length&&!n.length?``:o`<section data-day=${e.day}>
      <h3>${i.watch.day(e.day,p(e.date))}</h3>
      <ul>
        ${n.map(e=>this.#i(e))}
        ${t.map(e=>this.#a(e))}
      </ul>
      <p class="small losses">${De(this.act,e)}</p>
    </section>`}#i(e){return o`<li class="on-record" data-step=${e.step}><button @click=${()=>this.links.seek(e.step,[])}>
      <span class="kind">◇ ${i.watch.onRecord}</span> ${e.what}</button></li>`}#a(e){return o`<li data-step=${e.step} class="kind-${e.kind.replaceAll(` `,`-`)}">
      <button @click=${()=>this.links.seek(e.step,e.cells)}>${e.text}</button></li>`}};function De(e,t){return e.sides.map(e=>{let n=t.losses[e.id];return n&&(n.men||n.tanks)?i.watch.lost(e.name,n.men,n.tanks):``}).filter(Boolean).join(` · `)}function Oe(e,t){let n=e.offsetTop-t.offsetTop;return n>=t.scrollTop&&n<t.scrollTop+t.clientHeight-40}var ke=[`video/mp4;codecs=avc1.42E01E`,`video/webm;codecs=vp9`,`video/webm`],Ae=30,J=class{#e=document.createElement(`canvas`);#t=null;#n=0;static possible(){return typeof MediaRecorder<`u`&&`captureStream`in HTMLCanvasElement.prototype&&Y()!==``}get running(){return this.#t!==null}start(e,t,n){S(e,this.#e,n());let r=Y(),i=new MediaRecorder(this.#e.captureStream(Ae),{mimeType:r,videoBitsPerSecond:4e6}),a=[];i.ondataavailable=e=>a.push(e.data),i.onstop=()=>y(new Blob(a,{type:r}),`${t}.${r.slice(6).split(`;`)[0]}`),i.start(),this.#t=i;let o=()=>{S(e,this.#e,n()),this.#n=requestAnimationFrame(o)};o()}stop(){cancelAnimationFrame(this.#n),this.#t?.stop(),this.#t=null}};function Y(){return ke.find(e=>MediaRecorder.isTypeSupported(e))??``}function X(e,t){let n=e.outcomes.filter(e=>e.record&&!e.input&&e.id in t.outcomes);return o`<details class="compare"><summary>${i.watch.compare}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${i.watch.compare}><table>
      <thead><tr><th scope="col">${i.whatif.outcome}</th><th scope="col">${i.watch.here}</th><th scope="col">${i.watch.onRecord}</th></tr></thead>
      <tbody>${n.map(n=>{let r={kind:n.kind,unit:n.unit,start:e.start};return o`<tr><th scope="row"><a href=${v(`refights`,[e.act],{outcome:n.id})}>${n.title}</a></th>
          <td>${T(r,t.outcomes[n.id]??null,!0)}</td><td>${w(r,n.record.low,n.record.high,!0)}</td></tr>`})}</tbody></table></div></details>`}function je(e,t,n,{layer:r,feature:a},s){let c=a.properties;return o`<section class="unit-card feature-card" aria-label=${c.name??r}>
    <h3>${c.name} ${c.name_fa?o`<span lang="fa" dir="rtl">${c.name_fa}</span>`:``}</h3>
    <p class="small">${[i.feature.layer[r]??r,c.kind,Me(a)].filter(Boolean).join(` · `)}</p>
    ${r===`rivers`||r===`canals`?Ne(e,t,n,a):``}
    ${r===`crossings`?o`<p>${Z(e,t,n,c.id??``)}</p>`:``}
    ${r===`places`?ee(Pe(a),``):``}
    <p class="small">${i.feature.drawn(Number(c.accuracy_m??0))} ${i.feature.source} ${String(c.source??``)}.</p>
    <p class="buttons"><button @click=${s}>${i.close}</button></p>
  </section>`}function Me(e){let t=e.properties.width_m;return t===void 0?``:i.feature.wide(Number(t))}function Ne(e,t,n,r){let a=(e.layers.crossings?.features??[]).filter(e=>e.properties.over===r.properties.id);return o`<p>${i.feature.barrier}</p>
    ${a.length?o`<ul class="small">${a.map(r=>o`<li>${r.properties.name} <span lang="fa" dir="rtl">${r.properties.name_fa??``}</span>:
      ${Z(e,t,n,r.properties.id??``)}</li>`)}</ul>`:``}`}function Z(e,t,n,r){let a=e.crossings.findIndex(e=>e.id===r);return a<0?``:i.feature.states[t.crossing(n,a)]??``}async function Pe(e){let t=[e.properties.id,...e.properties.aliases??[]],{places:n}=await r(`api/places`),a=n.filter(e=>t.includes(e.place.split(`/`)[1]??``));return o`${a.slice(0,2).map(e=>o`<p><a href=${v(`places`,e.place.split(`/`))}>${i.feature.place(e.claims.length,i.places.year(e.place))}</a></p>`)}`}function Fe(e,t,n,r,a){let s=e.units[r],c=t.onMap(n,r);return o`<section class="unit-card" aria-label=${s.name}>
    <h3><span class="dot" .style=${`background:${C[s.side]}`}></span>${s.name}</h3>
    <p class="small">${e.sides[s.side]?.name} · ${[s.arm.replaceAll(`-`,` `),s.echelon,i.component[s.component]??s.component.replaceAll(`-`,` `)].filter(Boolean).join(` · `)}</p>
    ${c?o`<dl class="bars">
        ${Q(i.unit.strength,t.strength(n,r),i.unit.men(x(t.men(n,r)),x(t.head.start.men[r]??0)),j[0])}
        ${Q(i.unit.cohesion,t.cohesion(n,r),te(t.cohesion(n,r)),j[1])}
        ${Q(i.unit.supply,t.supplyDays(n,r)/5,i.unit.days(x(t.supplyDays(n,r))),j[2])}
      </dl>
      <p class="small">${[t.tanks(n,r)?i.unit.tanks(t.tanks(n,r)):``,i.posture[t.posture(n,r)]??t.posture(n,r),t.flags(n,r)&4?i.unit.cut:``].filter(Boolean).join(` · `)}</p>`:o`<p class="status">${i.status[t.status(n,r)]??t.status(n,r)}</p>`}
    <p class="small">${i.unit.range(x(s.men[0]),x(s.men[1]))}</p>
    ${a.company.length?o`<details class="small"><summary>${i.unit.company(a.company.length)}</summary>
      <ul class="company">${a.company.map(t=>o`<li><button @click=${()=>a.choose(t)}>${e.units[t]?.name}</button></li>`)}</ul></details>`:``}
    <p class="buttons">
      <button aria-pressed=${a.following?`true`:`false`} @click=${()=>a.follow()}>${i.unit.follow}</button>
      <button @click=${()=>a.only()}>${i.unit.only}</button>
      <a class="button" href=${v(`forces`,[e.act],{unit:s.id})}>${i.unit.forces}</a>
      <button @click=${()=>a.close()}>${i.close}</button>
    </p>
  </section>`}function Q(e,t,n,r){let i=Math.max(0,Math.min(1,t))*100;return o`<dt>${e}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${i} height="8" fill=${r}></rect></svg> ${n}</dd>`}async function Ie(e,t){let n=await r(`api/about`),i=A(t,n.acts),o=t.query.get(`which`)??`median`,s=O(i),[c,l]=await Promise.all([r(`api/act/${i.act}`,s),a(`api/act/${i.act}/replay/${o}`,s)]),u=new Le(e,n,i,o,c,new se(l));return u.open(t),{update:e=>u.takes(e),dispose:()=>u.dispose()}}function $(){return matchMedia(`(min-width: 861px)`).matches}var Le=class{root;about;choice;which;act;track;#e;#t;#n;#r;#i=-1;#a=null;#o=0;#s=-1;#c=!1;#l=new J;#u=e=>this.#N(e);constructor(e,t,n,r,i,a){this.root=e,this.about=t,this.choice=n,this.which=r,this.act=i,this.track=a,this.#e=new le(a.steps,(e,t)=>this.#p(e,t))}open(e){t(this.#d(),this.root),t(this.#_(),this.#f(`.watch-head`)),t(this.#E(),this.#f(`.controls`)),this.#n=new ue(this.#f(`.time`),this.act,this.track,e=>this.#e.seek(e)),this.#t=new ce(this.#f(`.map`),this.act,this.track),this.#r=new Ee(this.#f(`.chronicle`),this.act,this.track,{seek:(e,t)=>this.#k(e,t)}),this.#t.stage.map.on(`click`,e=>this.#A(e.pixel));let{map:n}=this.#t.stage,r=n.getView().getResolution()??1;n.on(`moveend`,()=>this.#f(`.locator`).classList.toggle(`away`,(n.getView().getResolution()??1)<r/2)),this.#h(),document.addEventListener(`keydown`,this.#u),e.query.get(`zoom`)===`city`&&this.#t.stage.city();let[i,a]=(e.query.get(`at`)??``).split(`,`).map(Number);i&&a&&this.#t.stage.lookAt(i,a),this.#i=this.act.units.findIndex(t=>t.id===e.query.get(`unit`)),this.#t.follow(this.#i),this.#e.seek(Number(e.query.get(`t`)??0))}takes(e){let t=A(e,this.about.acts),n=JSON.stringify(t)===JSON.stringify(this.choice)&&(e.query.get(`which`)??`median`)===this.which;return n&&this.#e.seek(Number(e.query.get(`t`)??0)),n}dispose(){document.removeEventListener(`keydown`,this.#u),clearTimeout(this.#o),this.#l.running&&this.#l.stop(),this.#e.dispose(),this.#n.dispose(),this.#t.dispose()}#d(){return o`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="moment"></div><div class="over"></div>${me(this.act)}</div>
        <div class="beside"><div class="unit-slot"></div>
          ${X(this.act,this.track.head)}<h2 class="beside-title">${i.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${i.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`}#f(e){return this.root.querySelector(e)}#p(e,t){let n=this.#e.step;this.#t.at(e,t);let r=N(this.act,n);this.#n.at(e,r),n===this.#s&&t||(this.#s=n,this.#r.at(n,M(this.act,n),t),t&&this.#c?this.#m():this.#h(),this.#c=t,t||(this.#l.running&&n>=this.track.steps-1&&this.#w(),this.#L()))}#m(){t(this.#x(),this.#f(`.moment`)),(this.#i>=0||this.#a)&&this.#g()}#h(){t(this.#_(),this.#f(`.watch-head`)),t(this.#C(),this.#f(`.over`)),t(this.#E(),this.#f(`.controls`)),this.#m(),this.#g()}#g(){this.#a?t(je(this.act,this.track,this.#e.step,this.#a,()=>this.#M(-1)),this.#f(`.unit-slot`)):t(this.#i<0?o``:Fe(this.act,this.track,this.#e.step,this.#i,{following:this.#t.following,company:this.#t.painter.company(this.#i),choose:e=>this.#M(e),follow:()=>{this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#h()},close:()=>this.#M(-1),only:()=>this.#r.only(this.#i)}),this.#f(`.unit-slot`))}#_(){let{head:t}=this.track;return o`<h1>${i.acts[this.act.act]??this.act.title}</h1>
      <p class="acts">${this.about.acts.filter(e=>e!==this.act.act).map(e=>o`<a
        href=${D(`watch`,{...this.choice,act:e,levers:[]})}>${i.acts[e]??e}</a>`)}</p>
      <details class="options" ?open=${$()}><summary>${i.watch.options}</summary><div><label>${i.watch.which} <select @change=${e=>this.#P(e.target.value)}>
        ${this.#y().map(e=>o`<option value=${e} ?selected=${e===this.which}>${i.which[e]??i.watch.replicate(e)}</option>`)}
      </select></label>
      ${e?``:o`<form class="inline" @submit=${e=>this.#F(e)}>
        <label>${i.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(t.replicate)}></label>
        <button>${i.show}</button></form>`}
      ${this.#b(`told`)?o`<label>${i.watch.version} <select @change=${e=>this.#I(e.target.value)}>
        <option value="recorded" ?selected=${this.choice.as===`recorded`}>${i.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as===`told`}>${i.watch.told}</option></select></label>`:``}</div></details>
      <p class="small one-of">${i.watch.oneOf(t.replicate,t.seed)} ${this.#v()}
        ${this.choice.levers.length?o`<b>${i.watch.changed(this.choice.levers)}</b>`:``}</p>`}#v(){let e=this.act.outcomes.find(e=>e.decides);if(!e)return``;let t=this.track.head.outcomes[e.id]??null,n={kind:e.kind,unit:e.unit,start:this.act.start},r=e.record?.best;return i.watch.decided(e.title,t===null?i.never:T(n,t),r==null?``:T(n,r))}#y(){let e=this.about.replays.filter(e=>s(`api/act/${this.act.act}/replay/${e}`,O(this.choice)));return e.includes(this.which)?e:[...e,this.which]}#b(t){return!e||s(`api/act/${this.act.act}/replay/${this.which}`,t===`told`?[[`as`,`told`]]:[])}#x(){let e=this.#e.step,t=this.track.head.phases.filter(t=>t.begin<=e&&(t.end??this.track.steps)>e),n=M(this.act,e),r=this.#t.showRecord?this.act.marks.filter(e=>e.low<=n&&n<=e.high).slice(0,2):[];return o`<b>${N(this.act,e)}</b>
        <span class="small sides">${this.act.sides.map((e,t)=>o`<span><span class="dot side-${t}"></span>${e.name}</span> `)}</span>
        ${t.map(e=>o`<span class="small phase-now side-${e.side}">${this.act.sides[e.side]?.name}: ${e.title}</span>`)}
        ${r.map(e=>o`<span class="small mark-now">${i.watch.onRecord}: ${e.title}, ${this.#S(e.low,e.high)}</span>`)}`}#S(e,t){return w({kind:`date`,unit:null,start:this.act.start},e,t,!0)}#C(){return o`<div class="map-buttons">
        <button @click=${()=>this.#t.stage.zoom(1)} aria-label=${i.map.zoomIn}>+</button>
        <button @click=${()=>this.#t.stage.zoom(-1)} aria-label=${i.map.zoomOut}>−</button>
        <button @click=${()=>this.#t.stage.city()}>${i.map.city}</button>
        <button @click=${()=>this.#t.stage.home()}>${i.map.whole}</button>
        <button class="save" @click=${()=>re(this.#f(`.map`),`refight-${this.act.act}-${this.track.head.replicate}-${this.#e.step}`)}>${i.map.save}</button>
        ${J.possible()?o`<button class="save" @click=${()=>this.#w()}>${this.#l.running?i.map.filmStop:i.map.film}</button>`:``}
      </div>
      ${de(i.map.period[this.act.act]??``,this.#T(),this.act.sides.map(e=>e.name),ve(this.act,e=>this.#j(e)))}`}#w(){if(this.#l.running)this.#l.stop(),this.#e.pause();else{let e=`refight-${this.act.act}-${this.track.head.replicate}`;this.#l.start(this.#f(`.map`),e,()=>N(this.act,this.#e.step)),this.#e.play()}this.#h()}#T(){let{painter:e,stage:t}=this.#t,n=t=>({label:i.layers[t],on:e.shown[t],set:n=>{e.shown[t]=n,this.#t.touch(),this.#h()}}),r=e=>({label:i.layers[e],on:t.ground.shown[e],set:n=>{t.ground.shown[e]=n,t.touchGround(),this.#h()}}),a={label:i.layers.record,on:this.#t.showRecord,set:e=>{this.#t.showRecord=e,this.#t.touch(),this.#h()}};return[n(`units`),n(`control`),n(`front`),n(`fights`),a,r(`names`),r(`works`),r(`mines`),r(`net`),n(`night`)]}#E(){let e=this.#e,t=(e,t,n)=>o`<button class="key" title=${e} aria-label=${e} @click=${n}>${t}</button>`;return o`
      ${t(i.watch.previous,`|«`,()=>this.#D(-1))}
      ${t(i.watch.back,`◂`,()=>e.move(-1))}
      <button class="play" @click=${()=>e.toggle()}>${e.playing?i.watch.pause:i.watch.play}</button>
      ${t(i.watch.forward,`▸`,()=>e.move(1))}
      ${t(i.watch.next,`»|`,()=>this.#D(1))}
      <label>${i.watch.speed} <select @change=${t=>e.speed=Number(t.target.value)}>
        ${ae.map(t=>o`<option value=${t} ?selected=${t===e.speed}>${i.watch.daysASecond(t/4)}</option>`)}</select></label>
      <details class="chapters"><summary>${i.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((e,t)=>e.begin-t.begin).map(t=>o`<li>
        <button @click=${()=>e.seek(t.begin)}><span class="dot side-${t.side}"></span>${N(this.act,t.begin)}: ${t.title}
        <i>${i.phase[t.state]??t.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${i.watch.keys}</span>`}#D(e){let t=this.#O(),n=this.#e.step,r=e>0?t.find(e=>e>n):t.findLast(e=>e<n);this.#e.seek(r??(e>0?this.track.steps-1:0))}#O(){return[...new Set(this.track.head.phases.map(e=>e.begin))].sort((e,t)=>e-t)}#k(e,t){this.#e.pause(),this.#e.seek(e);let n=t[0];n!==void 0&&n>=0&&this.#t.stage.centre(this.#t.stage.mesh.centre(n))}#A(e){let t=devicePixelRatio,{stage:n,painter:r}=this.#t,i=r.pick(e[0]*t,e[1]*t,20*t),a=9*(n.map.getView().getResolution()??1),o=i<0?xe(this.act,n.mesh,n.under(e),a):null;this.#M(i,o)}#j(e){let{stage:t}=this.#t;t.centre(Ce(t.mesh,e.feature)),this.#M(-1,e)}#M(e,t=null){this.#i=e,this.#a=t,e<0&&(this.#t.following=!1,this.#r.only(-1)),this.#t.follow(e),this.#h(),!$()&&(e>=0||t)&&this.#f(`.unit-slot`).scrollIntoView({block:`nearest`}),this.#L()}#N(e){let t=e.target;t.closest(`input:not([type=range]), select, textarea`)||e.key===` `&&t.closest(`button, a, summary`)||e.key.startsWith(`Arrow`)&&(t.closest(`.map`)||t.matches(`input[type=range]`))||(e.key===`f`&&this.#i>=0?(this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#h()):oe(e,this.#e,this.#O())&&e.preventDefault())}#P(e){location.hash=D(`watch`,this.choice,{which:e===`median`?null:e})}#F(e){e.preventDefault();let t=new FormData(e.target).get(`n`);t!==null&&t!==``&&this.#P(String(Number(t)))}#I(e){location.hash=D(`watch`,{...this.choice,as:e===`told`?`told`:`recorded`},{which:this.which})}#L(){clearTimeout(this.#o),this.#o=window.setTimeout(()=>f(D(`watch`,this.choice,{which:this.which===`median`?null:this.which,t:this.#e.step||null,unit:this.act.units[this.#i]?.id??null})),200)}};export{Ie as watch};