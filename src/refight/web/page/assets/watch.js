import{b as e,c as t,g as n,i as r,l as i,m as a,p as o,s,u as c,v as l}from"./index.js";import{a as u,n as d,r as ee,t as te}from"./until.js";import{d as f,f as p,l as m,n as h,u as g}from"./stage.js";import{c as _,d as v,f as y,i as b,l as x,n as S,o as C,p as w,r as ne,s as re,t as T,u as E}from"./colours.js";import{a as ie,f as ae,r as D,s as O,t as k}from"./format.js";import{a as A,c as oe,i as j,l as se,n as M,o as ce,r as le,s as ue,t as de}from"./timebar.js";function fe(t,n,i,a=``){return l`<details class="map-legend">
    <summary>${r.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${r.map.layers}</legend>
        ${n.map(e=>l`<label><input type="checkbox" .checked=${e.on} @change=${t=>e.set(t.target.checked)}> ${e.label}</label>`)}
      </fieldset>
      ${a}
      <ul class="swatches">
        ${i.map((t,n)=>N(e`<rect x="2" y="3" width="22" height="13" fill=${v[n]} stroke=${E[n]} stroke-width="2"></rect>`,t))}
        ${Object.entries(y).map(([t,n])=>N(e`<rect x="2" y="3" width="22" height="13" fill=${n} stroke="#bbb2a0"></rect>`,r.terrain[t]??t))}
        ${N(e`<path d="M2 10h22" stroke=${_} stroke-width="6"></path><path d="M2 10h22" stroke=${re} stroke-width="4"></path>`,r.map.river)}
        ${N(P(x,2),r.map.road)}
        ${N(P(x,1.3,`4 3`),r.map.track)}
        ${N(e`<path d="M2 10h22" stroke=${C}></path><path d="M2 10h22" stroke=${C} stroke-width="5" stroke-dasharray="1 5"></path>`,r.map.rail)}
        ${N(P(T,1.6,`7 3 1 3`),r.map.border)}
        ${N(e`<path d="M2 10h22" stroke=${w}></path><path d="M2 10h22" stroke=${w} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`,r.map.works)}
        ${N(e`<path d="M3 10h22" stroke=${ne} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`,r.map.mines)}
        ${N(P(S,2.4),r.map.front)}
        ${N(P(`#1f5f8b`,2,`5 3`),r.map.recordSet)}
        ${N(e`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`,r.map.recordEvent)}
        ${N(pe(),r.map.fight)}
        ${N(F(``),r.map.bridge)}
        ${N(F(`2.5 2`),r.map.boats)}
        ${N(e`<path d="M16 7a4 4 0 1 0 0 6" fill="none" stroke="#8c1d18" stroke-width="1.8"></path>`,r.map.cut)}
        ${N(I(),r.map.bars)}
        ${N(e`<rect x="5" y="4" width="16" height="12" rx="6" fill=${S}></rect><text x="13" y="13.5" font-size="9" font-weight="700" text-anchor="middle" fill="#fffdf6">7</text>`,r.map.stack)}
      </ul>
      <p class="small">${t}</p>
    </div>
  </details>`}function N(e,t){return l`<li><svg width="27" height="20" aria-hidden="true">${e}</svg> ${t}</li>`}function P(t,n,r=`none`){return e`<path d="M2 10h22" stroke=${t} stroke-width=${n} stroke-dasharray=${r}></path>`}function pe(){return e`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`}function F(t){return e`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${S} stroke-width="1.600" stroke-dasharray=${t||`none`}></path>`}function I(){return e`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`}var L={tehran:[51.4,35.7],baghdad:[44.4,33.3],isfahan:[51.7,32.7],kuwait:[48,29.4],ahvaz:[48.7,31.3]},[R,z,B,V]=[43,53,28.5,36.5],H=150,U=Math.round(H*(V-B)/((z-R)*Math.cos(32.5*Math.PI/180)));function me(t){let[n,i,a,o]=t.window,[[s,c],[l,u]]=[W([n,o]),W([a,i])];return e`<svg class="locator" width=${H} height=${U} viewBox="0 0 ${H} ${U}" role="img" aria-label=${r.map.locator}>
    <rect width=${H} height=${U} fill="#fffdf6" stroke="#98907f"></rect>
    ${[45,50].map(t=>e`<line x1=${W([t,0])[0]} x2=${W([t,0])[0]} y1="0" y2=${U} stroke="#e6dfd1"></line>
      <text x=${W([t,0])[0]+2} y=${U-3} font-size="8" fill=${b}>${t}° E</text>`)}
    ${[30,35].map(t=>e`<line y1=${W([0,t])[1]} y2=${W([0,t])[1]} x1="0" x2=${H} stroke="#e6dfd1"></line>
      <text x="2" y=${W([0,t])[1]-2} font-size="8" fill=${b}>${t}° N</text>`)}
    ${[`rivers`,`border`].map(n=>(t.layers[n]?.features??[]).flatMap(h).map(t=>e`<path d=${he(t)} fill="none" stroke=${n===`border`?T:_} stroke-width="1"></path>`))}
    ${Object.entries(L).map(([e,t])=>ge(r.map.cities[e]??e,W(t)))}
    <rect x=${s} y=${c} width=${l-s} height=${u-c} fill="#24476b" fill-opacity="0.15" stroke="#24476b" stroke-width="1.5"></rect>
  </svg>`}function W([e,t]){return[(e-R)/(z-R)*H,(V-t)/(V-B)*U]}function he(e){return e.map((e,t)=>`${t?`L`:`M`}${W(e).map(e=>e.toFixed(1)).join(` `)}`).join(``)}function ge(t,[n,r]){let i=n<105;return e`<circle cx=${n} cy=${r} r="1.8" fill=${S}></circle>
    <text x=${i?n+4:n-4} y=${r+3} font-size="9" fill=${S} text-anchor=${i?`start`:`end`}>${t}</text>`}var _e=[`rivers`,`canals`,`crossings`,`places`,`works`,`mines`,`roads`];function ve(e,t){let n=_e.map(t=>({layer:t,features:e.layers[t]?.features.filter(e=>e.properties.name)??[]}));return l`<label class="finder">${r.map.find} <select @change=${n=>{let r=n.target,[i=``,a=``]=r.value.split(`/`),o=e.layers[i]?.features.filter(e=>e.properties.name)[Number(a)];r.value=``,o&&t({layer:i,feature:o})}}><option value=""></option>
    ${n.map(({layer:e,features:t})=>t.length?l`<optgroup label=${r.feature.layer[e]??e}>
      ${t.map((t,n)=>l`<option value=${`${e}/${n}`}>${t.properties.name}</option>`)}</optgroup>`:``)}
  </select></label>`}var ye=[`crossings`,`places`],be=[`rivers`,`canals`,`works`,`mines`,`border`,`rail`,`roads`];function xe(e,t,n,r){return G(e,ye,e=>q(n,K(t,e)),r)??G(e,be,e=>Math.min(...h(e).map(e=>Te(n,we(t,e))))-Se(e),r)}function G(e,t,n,r){let[i,a]=[null,r];for(let r of t)for(let t of e.layers[r]?.features??[]){let e=n(t);e<a&&([i,a]=[{layer:r,feature:t},e])}return i}function Se(e){return Number(e.properties.width_m??0)/2}function Ce(e,t){if(t.geometry.type===`Point`)return K(e,t);let n=h(t)[0]??[];return e.at(...n[Math.floor(n.length/2)]??e.cells.origin)}function K(e,t){return t.geometry.type===`Point`?e.at(...t.geometry.coordinates):[1/0,1/0]}function we(e,t){return m(t).map(t=>e.at(...t))}function q(e,t){return Math.hypot(e[0]-t[0],e[1]-t[1])}function Te(e,t){let n=1/0;for(let r=0;r+1<t.length;r++){let[[i,a],[o,s]]=[t[r],t[r+1]],[c,l]=[o-i,s-a],u=Math.max(0,Math.min(1,((e[0]-i)*c+(e[1]-a)*l)/(c*c+l*l||1)));n=Math.min(n,q(e,[i+u*c,a+u*l]))}return n}var Ee=class{root;act;track;links;#e=[];#t=-1;#n=-1;constructor(e,t,n,r){this.root=e,this.act=t,this.track=n,this.links=r,this.draw()}draw(){let e=this.track.head.chronicle;n(l`${this.#n>=0?l`<p class="filter">${r.watch.only(this.act.units[this.#n]?.name??``)}
          <button @click=${()=>this.only(-1)}>${r.watch.everything}</button></p>`:``}
        ${e.map(e=>this.#r(e))}`,this.root),this.#e=[...this.root.querySelectorAll(`[data-step]`)],this.#t=-1}only(e){this.#n=e,this.draw()}at(e,t,n){if(e===this.#t)return;this.#t=e,this.#e.forEach(t=>{let n=Number(t.dataset.step);t.classList.toggle(`now`,n===e),t.classList.toggle(`past`,n<e)});let r=[...this.root.querySelectorAll(`[data-day]`)].findLast(e=>Number(e.dataset.day)<=t);r&&(n||!Oe(r,this.root))&&(this.root.scrollTop=r.offsetTop-this.root.offsetTop-8)}#r(e){let t=e.entries.filter(e=>this.#n<0||e.units.includes(this.#n)),n=this.#n<0?this.act.events.filter(t=>Math.floor(t.day)===e.day):[];return!t.length&&!n.length?``:l`<section data-day=${e.day}>
      <h3>${r.watch.day(e.day,ae(e.date))}</h3>
      <ul>
        ${n.map(e=>this.#i(e))}
        ${t.map(e=>this.#a(e))}
      </ul>
      <p class="small losses">${De(this.act,e)}</p>
    </section>`}#i(e){return l`<li class="on-record" data-step=${e.step}><button @click=${()=>this.links.seek(e.step,[])}>
      <span class="kind">◇ ${r.watch.onRecord}</span> ${e.what}</button></li>`}#a(e){return l`<li data-step=${e.step} class="kind-${e.kind.replaceAll(` `,`-`)}">
      <button @click=${()=>this.links.seek(e.step,e.cells)}>${e.text}</button></li>`}};function De(e,t){return e.sides.map(e=>{let n=t.losses[e.id];return n&&(n.men||n.tanks)?r.watch.lost(e.name,n.men,n.tanks):``}).filter(Boolean).join(` · `)}function Oe(e,t){let n=e.offsetTop-t.offsetTop;return n>=t.scrollTop&&n<t.scrollTop+t.clientHeight-40}var ke=[`video/mp4;codecs=avc1.42E01E`,`video/webm;codecs=vp9`,`video/webm`],Ae=30,J=class{#e=document.createElement(`canvas`);#t=null;#n=0;static possible(){return typeof MediaRecorder<`u`&&`captureStream`in HTMLCanvasElement.prototype&&Y()!==``}get running(){return this.#t!==null}start(e,t,n){d(e,this.#e,n());let r=Y(),i=new MediaRecorder(this.#e.captureStream(Ae),{mimeType:r,videoBitsPerSecond:4e6}),a=[];i.ondataavailable=e=>a.push(e.data),i.onstop=()=>ee(new Blob(a,{type:r}),`${t}.${r.slice(6).split(`;`)[0]}`),i.start(),this.#t=i;let o=()=>{d(e,this.#e,n()),this.#n=requestAnimationFrame(o)};o()}stop(){cancelAnimationFrame(this.#n),this.#t?.stop(),this.#t=null}};function Y(){return ke.find(e=>MediaRecorder.isTypeSupported(e))??``}function X(e,t){let n=e.outcomes.filter(e=>e.record&&!e.input&&e.id in t.outcomes);return l`<details class="compare"><summary>${r.watch.compare}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${r.watch.compare}><table>
      <thead><tr><th scope="col">${r.whatif.outcome}</th><th scope="col">${r.watch.here}</th><th scope="col">${r.watch.onRecord}</th></tr></thead>
      <tbody>${n.map(n=>{let r={kind:n.kind,unit:n.unit,start:e.start};return l`<tr><th scope="row"><a href=${o(`refights`,[e.act],{outcome:n.id})}>${n.title}</a></th>
          <td>${D(r,t.outcomes[n.id]??null,!0)}</td><td>${O(r,n.record.low,n.record.high,!0)}</td></tr>`})}</tbody></table></div></details>`}function je(e,t,n,{layer:i,feature:a},o){let s=a.properties;return l`<section class="unit-card feature-card" aria-label=${s.name??i}>
    <h3>${s.name} ${s.name_fa?l`<span lang="fa" dir="rtl">${s.name_fa}</span>`:``}</h3>
    <p class="small">${[r.feature.layer[i]??i,s.kind,Me(a)].filter(Boolean).join(` · `)}</p>
    ${i===`rivers`||i===`canals`?Ne(e,t,n,a):``}
    ${i===`crossings`?l`<p>${Z(e,t,n,s.id??``)}</p>`:``}
    ${i===`places`?te(Pe(a),``):``}
    <p class="small">${r.feature.drawn(Number(s.accuracy_m??0))} ${r.feature.source} ${String(s.source??``)}.</p>
    <p class="buttons"><button @click=${o}>${r.close}</button></p>
  </section>`}function Me(e){let t=e.properties.width_m;return t===void 0?``:r.feature.wide(Number(t))}function Ne(e,t,n,i){let a=(e.layers.crossings?.features??[]).filter(e=>e.properties.over===i.properties.id);return l`<p>${r.feature.barrier}</p>
    ${a.length?l`<ul class="small">${a.map(r=>l`<li>${r.properties.name} <span lang="fa" dir="rtl">${r.properties.name_fa??``}</span>:
      ${Z(e,t,n,r.properties.id??``)}</li>`)}</ul>`:``}`}function Z(e,t,n,i){let a=e.crossings.findIndex(e=>e.id===i);return a<0?``:r.feature.states[t.crossing(n,a)]??``}async function Pe(e){let n=[e.properties.id,...e.properties.aliases??[]],{places:i}=await t(`api/places`),a=i.filter(e=>n.includes(e.place.split(`/`)[1]??``));return l`${a.slice(0,2).map(e=>l`<p><a href=${o(`places`,e.place.split(`/`))}>${r.feature.place(e.claims.length,r.places.year(e.place))}</a></p>`)}`}function Fe(e,t,n,i,a){let s=e.units[i],c=t.onMap(n,i);return l`<section class="unit-card" aria-label=${s.name}>
    <h3><span class="dot" .style=${`background:${E[s.side]}`}></span>${s.name}</h3>
    <p class="small">${e.sides[s.side]?.name} · ${[s.arm.replaceAll(`-`,` `),s.echelon,r.component[s.component]??s.component.replaceAll(`-`,` `)].filter(Boolean).join(` · `)}</p>
    ${c?l`<dl class="bars">
        ${Q(r.unit.strength,t.strength(n,i),r.unit.men(k(t.men(n,i)),k(t.head.start.men[i]??0)),A[0])}
        ${Q(r.unit.cohesion,t.cohesion(n,i),ie(t.cohesion(n,i)),A[1])}
        ${Q(r.unit.supply,t.supplyDays(n,i)/5,r.unit.days(k(t.supplyDays(n,i))),A[2])}
      </dl>
      <p class="small">${[t.tanks(n,i)?r.unit.tanks(t.tanks(n,i)):``,r.posture[t.posture(n,i)]??t.posture(n,i),t.flags(n,i)&4?r.unit.cut:``].filter(Boolean).join(` · `)}</p>`:l`<p class="status">${r.status[t.status(n,i)]??t.status(n,i)}</p>`}
    <p class="small">${r.unit.range(k(s.men[0]),k(s.men[1]))}</p>
    ${a.company.length?l`<details class="small"><summary>${r.unit.company(a.company.length)}</summary>
      <ul class="company">${a.company.map(t=>l`<li><button @click=${()=>a.choose(t)}>${e.units[t]?.name}</button></li>`)}</ul></details>`:``}
    <p class="buttons">
      <button aria-pressed=${a.following?`true`:`false`} @click=${()=>a.follow()}>${r.unit.follow}</button>
      <button @click=${()=>a.only()}>${r.unit.only}</button>
      <a class="button" href=${o(`forces`,[e.act],{unit:s.id})}>${r.unit.forces}</a>
      <button @click=${()=>a.close()}>${r.close}</button>
    </p>
  </section>`}function Q(e,t,n,r){let i=Math.max(0,Math.min(1,t))*100;return l`<dt>${e}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${i} height="8" fill=${r}></rect></svg> ${n}</dd>`}async function Ie(e,n){let r=await t(`api/about`),i=g(n,r.acts),a=n.query.get(`which`)??`median`,o=p(i),[s,l]=await Promise.all([t(`api/act/${i.act}`,o),c(`api/act/${i.act}/replay/${a}`,o)]),u=new Le(e,r,i,a,s,new ce(l));return u.open(n),{update:e=>u.takes(e),dispose:()=>u.dispose()}}function $(){return matchMedia(`(min-width: 861px)`).matches}var Le=class{root;about;choice;which;act;track;#e;#t;#n;#r;#i=-1;#a=null;#o=0;#s=-1;#c=!1;#l=new J;#u=e=>this.#N(e);constructor(e,t,n,r,i,a){this.root=e,this.about=t,this.choice=n,this.which=r,this.act=i,this.track=a,this.#e=new ue(a.steps,(e,t)=>this.#p(e,t))}open(e){n(this.#d(),this.root),n(this.#_(),this.#f(`.watch-head`)),n(this.#E(),this.#f(`.controls`)),this.#n=new de(this.#f(`.time`),this.act,this.track,e=>this.#e.seek(e)),this.#t=new le(this.#f(`.map`),this.act,this.track),this.#r=new Ee(this.#f(`.chronicle`),this.act,this.track,{seek:(e,t)=>this.#k(e,t)}),this.#t.stage.map.on(`click`,e=>this.#A(e.pixel));let{map:t}=this.#t.stage,r=t.getView().getResolution()??1;t.on(`moveend`,()=>this.#f(`.locator`).classList.toggle(`away`,(t.getView().getResolution()??1)<r/2)),this.#h(),document.addEventListener(`keydown`,this.#u),e.query.get(`zoom`)===`city`&&this.#t.stage.city();let[i,a]=(e.query.get(`at`)??``).split(`,`).map(Number);i&&a&&this.#t.stage.lookAt(i,a),this.#i=this.act.units.findIndex(t=>t.id===e.query.get(`unit`)),this.#t.follow(this.#i),this.#e.seek(Number(e.query.get(`t`)??0))}takes(e){let t=g(e,this.about.acts),n=JSON.stringify(t)===JSON.stringify(this.choice)&&(e.query.get(`which`)??`median`)===this.which;return n&&this.#e.seek(Number(e.query.get(`t`)??0)),n}dispose(){document.removeEventListener(`keydown`,this.#u),clearTimeout(this.#o),this.#l.running&&this.#l.stop(),this.#e.dispose(),this.#n.dispose(),this.#t.dispose()}#d(){return l`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="moment"></div><div class="over"></div>${me(this.act)}</div>
        <div class="beside"><div class="unit-slot"></div>
          ${X(this.act,this.track.head)}<h2 class="beside-title">${r.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${r.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`}#f(e){return this.root.querySelector(e)}#p(e,t){let n=this.#e.step;this.#t.at(e,t);let r=M(this.act,n);this.#n.at(e,r),n===this.#s&&t||(this.#s=n,this.#r.at(n,j(this.act,n),t),t&&this.#c?this.#m():this.#h(),this.#c=t,t||(this.#l.running&&n>=this.track.steps-1&&this.#w(),this.#L()))}#m(){n(this.#x(),this.#f(`.moment`)),(this.#i>=0||this.#a)&&this.#g()}#h(){n(this.#_(),this.#f(`.watch-head`)),n(this.#C(),this.#f(`.over`)),n(this.#E(),this.#f(`.controls`)),this.#m(),this.#g()}#g(){this.#a?n(je(this.act,this.track,this.#e.step,this.#a,()=>this.#M(-1)),this.#f(`.unit-slot`)):n(this.#i<0?l``:Fe(this.act,this.track,this.#e.step,this.#i,{following:this.#t.following,company:this.#t.painter.company(this.#i),choose:e=>this.#M(e),follow:()=>{this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#h()},close:()=>this.#M(-1),only:()=>this.#r.only(this.#i)}),this.#f(`.unit-slot`))}#_(){let{head:e}=this.track;return l`<h1>${r.acts[this.act.act]??this.act.title}</h1>
      <p class="acts">${this.about.acts.filter(e=>e!==this.act.act).map(e=>l`<a
        href=${f(`watch`,{...this.choice,act:e,levers:[]})}>${r.acts[e]??e}</a>`)}</p>
      <details class="options" ?open=${$()}><summary>${r.watch.options}</summary><div><label>${r.watch.which} <select @change=${e=>this.#P(e.target.value)}>
        ${this.#y().map(e=>l`<option value=${e} ?selected=${e===this.which}>${r.which[e]??r.watch.replicate(e)}</option>`)}
      </select></label>
      ${i?``:l`<form class="inline" @submit=${e=>this.#F(e)}>
        <label>${r.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(e.replicate)}></label>
        <button>${r.show}</button></form>`}
      ${this.#b(`told`)?l`<label>${r.watch.version} <select @change=${e=>this.#I(e.target.value)}>
        <option value="recorded" ?selected=${this.choice.as===`recorded`}>${r.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as===`told`}>${r.watch.told}</option></select></label>`:``}</div></details>
      <p class="small one-of">${r.watch.oneOf(e.replicate,e.seed)} ${this.#v()}
        ${this.choice.levers.length?l`<b>${r.watch.changed(this.choice.levers)}</b>`:``}</p>`}#v(){let e=this.act.outcomes.find(e=>e.decides);if(!e)return``;let t=this.track.head.outcomes[e.id]??null,n={kind:e.kind,unit:e.unit,start:this.act.start},i=e.record?.best;return r.watch.decided(e.title,t===null?r.never:D(n,t),i==null?``:D(n,i))}#y(){let e=this.about.replays.filter(e=>s(`api/act/${this.act.act}/replay/${e}`,p(this.choice)));return e.includes(this.which)?e:[...e,this.which]}#b(e){return!i||s(`api/act/${this.act.act}/replay/${this.which}`,e===`told`?[[`as`,`told`]]:[])}#x(){let e=this.#e.step,t=this.track.head.phases.filter(t=>t.begin<=e&&(t.end??this.track.steps)>e),n=j(this.act,e),i=this.#t.showRecord?this.act.marks.filter(e=>e.low<=n&&n<=e.high).slice(0,2):[];return l`<b>${M(this.act,e)}</b>
        <span class="small sides">${this.act.sides.map((e,t)=>l`<span><span class="dot side-${t}"></span>${e.name}</span> `)}</span>
        ${t.map(e=>l`<span class="small phase-now side-${e.side}">${this.act.sides[e.side]?.name}: ${e.title}</span>`)}
        ${i.map(e=>l`<span class="small mark-now">${r.watch.onRecord}: ${e.title}, ${this.#S(e.low,e.high)}</span>`)}`}#S(e,t){return O({kind:`date`,unit:null,start:this.act.start},e,t,!0)}#C(){return l`<div class="map-buttons">
        <button @click=${()=>this.#t.stage.zoom(1)} aria-label=${r.map.zoomIn}>+</button>
        <button @click=${()=>this.#t.stage.zoom(-1)} aria-label=${r.map.zoomOut}>−</button>
        <button @click=${()=>this.#t.stage.city()}>${r.map.city}</button>
        <button @click=${()=>this.#t.stage.home()}>${r.map.whole}</button>
        <button class="save" @click=${()=>u(this.#f(`.map`),`refight-${this.act.act}-${this.track.head.replicate}-${this.#e.step}`)}>${r.map.save}</button>
        ${J.possible()?l`<button class="save" @click=${()=>this.#w()}>${this.#l.running?r.map.filmStop:r.map.film}</button>`:``}
      </div>
      ${fe(r.map.period[this.act.act]??``,this.#T(),this.act.sides.map(e=>e.name),ve(this.act,e=>this.#j(e)))}`}#w(){if(this.#l.running)this.#l.stop(),this.#e.pause();else{let e=`refight-${this.act.act}-${this.track.head.replicate}`;this.#l.start(this.#f(`.map`),e,()=>M(this.act,this.#e.step)),this.#e.play()}this.#h()}#T(){let{painter:e,stage:t}=this.#t,n=t=>({label:r.layers[t],on:e.shown[t],set:n=>{e.shown[t]=n,this.#t.touch(),this.#h()}}),i=e=>({label:r.layers[e],on:t.ground.shown[e],set:n=>{t.ground.shown[e]=n,t.touchGround(),this.#h()}}),a={label:r.layers.record,on:this.#t.showRecord,set:e=>{this.#t.showRecord=e,this.#t.touch(),this.#h()}};return[n(`units`),n(`control`),n(`front`),n(`fights`),a,i(`names`),i(`works`),i(`mines`),i(`net`),n(`night`)]}#E(){let e=this.#e,t=(e,t,n)=>l`<button class="key" title=${e} aria-label=${e} @click=${n}>${t}</button>`;return l`
      ${t(r.watch.previous,`|«`,()=>this.#D(-1))}
      ${t(r.watch.back,`◂`,()=>e.move(-1))}
      <button class="play" @click=${()=>e.toggle()}>${e.playing?r.watch.pause:r.watch.play}</button>
      ${t(r.watch.forward,`▸`,()=>e.move(1))}
      ${t(r.watch.next,`»|`,()=>this.#D(1))}
      <label>${r.watch.speed} <select @change=${t=>e.speed=Number(t.target.value)}>
        ${oe.map(t=>l`<option value=${t} ?selected=${t===e.speed}>${r.watch.daysASecond(t/4)}</option>`)}</select></label>
      <details class="chapters"><summary>${r.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((e,t)=>e.begin-t.begin).map(t=>l`<li>
        <button @click=${()=>e.seek(t.begin)}><span class="dot side-${t.side}"></span>${M(this.act,t.begin)}: ${t.title}
        <i>${r.phase[t.state]??t.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${r.watch.keys}</span>`}#D(e){let t=this.#O(),n=this.#e.step,r=e>0?t.find(e=>e>n):t.findLast(e=>e<n);this.#e.seek(r??(e>0?this.track.steps-1:0))}#O(){return[...new Set(this.track.head.phases.map(e=>e.begin))].sort((e,t)=>e-t)}#k(e,t){this.#e.pause(),this.#e.seek(e);let n=t[0];n!==void 0&&n>=0&&this.#t.stage.centre(this.#t.stage.mesh.centre(n))}#A(e){let t=devicePixelRatio,{stage:n,painter:r}=this.#t,i=r.pick(e[0]*t,e[1]*t,20*t),a=9*(n.map.getView().getResolution()??1),o=i<0?xe(this.act,n.mesh,n.under(e),a):null;this.#M(i,o)}#j(e){let{stage:t}=this.#t;t.centre(Ce(t.mesh,e.feature)),this.#M(-1,e)}#M(e,t=null){this.#i=e,this.#a=t,e<0&&(this.#t.following=!1,this.#r.only(-1)),this.#t.follow(e),this.#h(),!$()&&(e>=0||t)&&this.#f(`.unit-slot`).scrollIntoView({block:`nearest`}),this.#L()}#N(e){let t=e.target;t.closest(`input:not([type=range]), select, textarea`)||e.key===` `&&t.closest(`button, a, summary`)||e.key.startsWith(`Arrow`)&&(t.closest(`.map`)||t.matches(`input[type=range]`))||(e.key===`f`&&this.#i>=0?(this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#h()):se(e,this.#e,this.#O())&&e.preventDefault())}#P(e){location.hash=f(`watch`,this.choice,{which:e===`median`?null:e})}#F(e){e.preventDefault();let t=new FormData(e.target).get(`n`);t!==null&&t!==``&&this.#P(String(Number(t)))}#I(e){location.hash=f(`watch`,{...this.choice,as:e===`told`?`told`:`recorded`},{which:this.which})}#L(){clearTimeout(this.#o),this.#o=window.setTimeout(()=>a(f(`watch`,this.choice,{which:this.which===`median`?null:this.which,t:this.#e.step||null,unit:this.act.units[this.#i]?.id??null})),200)}};export{Ie as watch};