import{_ as e,c as t,f as n,h as r,i,l as a,o,p as s,s as c,y as l}from"./index.js";import{i as u,n as d,t as f}from"./save.js";import{c as p,l as m,u as h}from"./stage.js";import{c as g,d as ee,f as _,l as v,n as y,o as b,p as x,r as S,s as C,t as w,u as T}from"./colours.js";import{a as E,f as D,r as O,s as k,t as A}from"./format.js";import{a as j,c as M,i as N,l as P,n as F,o as I,r as L,s as R,t as z}from"./timebar.js";function B(t,n,r){return e`<details class="map-legend">
    <summary>${i.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${i.map.layers}</legend>
        ${n.map(t=>e`<label><input type="checkbox" .checked=${t.on} @change=${e=>t.set(e.target.checked)}> ${t.label}</label>`)}
      </fieldset>
      <ul class="swatches">
        ${r.map((e,t)=>V(l`<rect x="2" y="3" width="22" height="13" fill=${ee[t]} stroke=${T[t]} stroke-width="2"></rect>`,e))}
        ${Object.entries(_).map(([e,t])=>V(l`<rect x="2" y="3" width="22" height="13" fill=${t} stroke="#bbb2a0"></rect>`,i.terrain[e]??e))}
        ${V(l`<path d="M2 10h22" stroke=${g} stroke-width="6"></path><path d="M2 10h22" stroke=${C} stroke-width="4"></path>`,i.map.river)}
        ${V(H(v,2),i.map.road)}
        ${V(H(v,1.3,`4 3`),i.map.track)}
        ${V(l`<path d="M2 10h22" stroke=${b}></path><path d="M2 10h22" stroke=${b} stroke-width="5" stroke-dasharray="1 5"></path>`,i.map.rail)}
        ${V(H(w,1.6,`7 3 1 3`),i.map.border)}
        ${V(l`<path d="M2 10h22" stroke=${x}></path><path d="M2 10h22" stroke=${x} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`,i.map.works)}
        ${V(l`<path d="M3 10h22" stroke=${S} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`,i.map.mines)}
        ${V(H(y,2.4),i.map.front)}
        ${V(H(`#1f5f8b`,2,`5 3`),i.map.recordSet)}
        ${V(l`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`,i.map.recordEvent)}
        ${V(U(),i.map.fight)}
        ${V(W(``),i.map.bridge)}
        ${V(W(`2.5 2`),i.map.boats)}
        ${V(l`<path d="M16 7a4 4 0 1 0 0 6" fill="none" stroke="#8c1d18" stroke-width="1.8"></path>`,i.map.cut)}
        ${V(G(),i.map.bars)}
      </ul>
      <p class="small">${t}</p>
    </div>
  </details>`}function V(t,n){return e`<li><svg width="27" height="20" aria-hidden="true">${t}</svg> ${n}</li>`}function H(e,t,n=`none`){return l`<path d="M2 10h22" stroke=${e} stroke-width=${t} stroke-dasharray=${n}></path>`}function U(){return l`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`}function W(e){return l`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${y} stroke-width="1.600" stroke-dasharray=${e||`none`}></path>`}function G(){return l`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`}var K=class{root;act;track;links;#e=[];#t=-1;#n=-1;constructor(e,t,n,r){this.root=e,this.act=t,this.track=n,this.links=r,this.draw()}draw(){let t=this.track.head.chronicle;r(e`${this.#n>=0?e`<p class="filter">${i.watch.only(this.act.units[this.#n]?.name??``)}
          <button @click=${()=>this.only(-1)}>${i.watch.everything}</button></p>`:``}
        ${t.map(e=>this.#r(e))}`,this.root),this.#e=[...this.root.querySelectorAll(`[data-step]`)],this.#t=-1}only(e){this.#n=e,this.draw()}at(e,t,n){if(e===this.#t)return;this.#t=e,this.#e.forEach(t=>{let n=Number(t.dataset.step);t.classList.toggle(`now`,n===e),t.classList.toggle(`past`,n<e)});let r=[...this.root.querySelectorAll(`[data-day]`)].findLast(e=>Number(e.dataset.day)<=t);r&&(n||!J(r,this.root))&&(this.root.scrollTop=r.offsetTop-this.root.offsetTop-8)}#r(t){let n=t.entries.filter(e=>this.#n<0||e.units.includes(this.#n)),r=this.#n<0?this.act.events.filter(e=>Math.floor(e.day)===t.day):[];return!n.length&&!r.length?``:e`<section data-day=${t.day}>
      <h3>${i.watch.day(t.day,D(t.date))}</h3>
      <ul>
        ${r.map(e=>this.#i(e))}
        ${n.map(e=>this.#a(e))}
      </ul>
      <p class="small losses">${q(this.act,t)}</p>
    </section>`}#i(t){return e`<li class="on-record" data-step=${t.step}><button @click=${()=>this.links.seek(t.step,[])}>
      <span class="kind">◇ ${i.watch.onRecord}</span> ${t.what}</button></li>`}#a(t){return e`<li data-step=${t.step} class="kind-${t.kind.replaceAll(` `,`-`)}">
      <button @click=${()=>this.links.seek(t.step,t.cells)}>${t.text}</button></li>`}};function q(e,t){return e.sides.map(e=>{let n=t.losses[e.id];return n&&(n.men||n.tanks)?i.watch.lost(e.name,n.men,n.tanks):``}).filter(Boolean).join(` · `)}function J(e,t){let n=e.offsetTop-t.offsetTop;return n>=t.scrollTop&&n<t.scrollTop+t.clientHeight-40}var Y=[`video/mp4;codecs=avc1.42E01E`,`video/webm;codecs=vp9`,`video/webm`],X=30,Z=class{#e=document.createElement(`canvas`);#t=null;#n=0;static possible(){return typeof MediaRecorder<`u`&&`captureStream`in HTMLCanvasElement.prototype&&Q()!==``}get running(){return this.#t!==null}start(e,t,n){f(e,this.#e,n());let r=Q(),i=new MediaRecorder(this.#e.captureStream(X),{mimeType:r,videoBitsPerSecond:4e6}),a=[];i.ondataavailable=e=>a.push(e.data),i.onstop=()=>d(new Blob(a,{type:r}),`${t}.${r.slice(6).split(`;`)[0]}`),i.start(),this.#t=i;let o=()=>{f(e,this.#e,n()),this.#n=requestAnimationFrame(o)};o()}stop(){cancelAnimationFrame(this.#n),this.#t?.stop(),this.#t=null}};function Q(){return Y.find(e=>MediaRecorder.isTypeSupported(e))??``}function te(t,r,a,o,s){let c=t.units[o],l=r.onMap(a,o);return e`<section class="unit-card" aria-label=${c.name}>
    <h3><span class="dot" .style=${`background:${T[c.side]}`}></span>${c.name}</h3>
    <p class="small">${t.sides[c.side]?.name} · ${[c.arm,c.echelon,c.component].filter(Boolean).join(` · `)}</p>
    ${l?e`<dl class="bars">
        ${$(i.unit.strength,r.strength(a,o),i.unit.men(A(r.men(a,o)),A(r.head.start.men[o]??0)),j[0])}
        ${$(i.unit.cohesion,r.cohesion(a,o),E(r.cohesion(a,o)),j[1])}
        ${$(i.unit.supply,r.supplyDays(a,o)/5,i.unit.days(A(r.supplyDays(a,o))),j[2])}
      </dl>
      <p class="small">${[r.tanks(a,o)?i.unit.tanks(r.tanks(a,o)):``,i.posture[r.posture(a,o)]??r.posture(a,o),r.flags(a,o)&4?i.unit.cut:``].filter(Boolean).join(` · `)}</p>`:e`<p>${i.status[r.status(a,o)]??r.status(a,o)}</p>`}
    <p class="buttons">
      <button aria-pressed=${s.following?`true`:`false`} @click=${()=>s.follow()}>${i.unit.follow}</button>
      <button @click=${()=>s.only()}>${i.unit.only}</button>
      <a class="button" href=${n(`forces`,[t.act],{unit:c.id})}>${i.unit.forces}</a>
      <button @click=${()=>s.close()}>${i.close}</button>
    </p>
  </section>`}function $(t,n,r,i){let a=Math.max(0,Math.min(1,n))*100;return e`<dt>${t}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${a} height="8" fill=${i}></rect></svg> ${r}</dd>`}async function ne(e,t){let n=await c(`api/about`),r=p(t,n.acts),i=t.query.get(`which`)??`median`,o=h(r),[s,l]=await Promise.all([c(`api/act/${r.act}`,o),a(`api/act/${r.act}/replay/${i}`,o)]),u=new ie(e,n,r,i,s,new I(l));return u.open(t),{update:e=>u.takes(e),dispose:()=>u.dispose()}}function re(){return matchMedia(`(min-width: 861px)`).matches}var ie=class{root;about;choice;which;act;track;#e;#t;#n;#r;#i=-1;#a=0;#o=-1;#s=!1;#c=new Z;#l=e=>this.#j(e);constructor(e,t,n,r,i,a){this.root=e,this.about=t,this.choice=n,this.which=r,this.act=i,this.track=a,this.#e=new R(a.steps,(e,t)=>this.#f(e,t))}open(e){r(this.#u(),this.root),this.#t=new L(this.#d(`.map`),this.act,this.track),this.#n=new z(this.#d(`.time`),this.act,this.track,e=>this.#e.seek(e)),this.#r=new K(this.#d(`.chronicle`),this.act,this.track,{seek:(e,t)=>this.#O(e,t)}),this.#t.stage.map.on(`click`,e=>this.#k(e.pixel)),this.#m(),document.addEventListener(`keydown`,this.#l),e.query.get(`zoom`)===`city`&&this.#t.stage.city(),this.#i=this.act.units.findIndex(t=>t.id===e.query.get(`unit`)),this.#t.follow(this.#i),this.#e.seek(Number(e.query.get(`t`)??0))}takes(e){let t=p(e,this.about.acts),n=JSON.stringify(t)===JSON.stringify(this.choice)&&(e.query.get(`which`)??`median`)===this.which;return n&&this.#e.seek(Number(e.query.get(`t`)??0)),n}dispose(){document.removeEventListener(`keydown`,this.#l),clearTimeout(this.#a),this.#c.running&&this.#c.stop(),this.#e.dispose(),this.#n.dispose(),this.#t.dispose()}#u(){return e`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="moment"></div><div class="over"></div></div>
        <div class="beside"><div class="unit-slot"></div>
          <h2 class="beside-title">${i.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${i.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`}#d(e){return this.root.querySelector(e)}#f(e,t){let n=this.#e.step;this.#t.at(e);let r=F(this.act,n);this.#n.at(e,r),n===this.#o&&t||(this.#o=n,this.#r.at(n,N(this.act,n),t),t&&this.#s?this.#p():this.#m(),this.#s=t,t||(this.#c.running&&n>=this.track.steps-1&&this.#C(),this.#F()))}#p(){r(this.#b(),this.#d(`.moment`)),this.#i>=0&&this.#h()}#m(){r(this.#g(),this.#d(`.watch-head`)),r(this.#S(),this.#d(`.over`)),r(this.#T(),this.#d(`.controls`)),this.#p(),this.#h()}#h(){r(this.#i<0?e``:te(this.act,this.track,this.#e.step,this.#i,{following:this.#t.following,follow:()=>{this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#m()},close:()=>this.#A(-1),only:()=>this.#r.only(this.#i)}),this.#d(`.unit-slot`))}#g(){let{head:n}=this.track;return e`<h1>${i.acts[this.act.act]??this.act.title}</h1>
      <p class="acts">${this.about.acts.filter(e=>e!==this.act.act).map(t=>e`<a
        href=${m(`watch`,{...this.choice,act:t,levers:[]})}>${i.acts[t]??t}</a>`)}</p>
      <details class="options" ?open=${re()}><summary>${i.watch.options}</summary><div><label>${i.watch.which} <select @change=${e=>this.#M(e.target.value)}>
        ${this.#v().map(t=>e`<option value=${t} ?selected=${t===this.which}>${i.which[t]??i.watch.replicate(t)}</option>`)}
      </select></label>
      ${t?``:e`<form class="inline" @submit=${e=>this.#N(e)}>
        <label>${i.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(n.replicate)}></label>
        <button>${i.show}</button></form>`}
      ${this.#y(`told`)?e`<label>${i.watch.version} <select @change=${e=>this.#P(e.target.value)}>
        <option value="recorded" ?selected=${this.choice.as===`recorded`}>${i.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as===`told`}>${i.watch.told}</option></select></label>`:``}</div></details>
      <p class="small one-of">${i.watch.oneOf(n.replicate,n.seed)} ${this.#_()}
        ${this.choice.levers.length?e`<b>${i.watch.changed(this.choice.levers)}</b>`:``}</p>`}#_(){let e=this.act.outcomes.find(e=>e.decides);if(!e)return``;let t=this.track.head.outcomes[e.id]??null,n={kind:e.kind,unit:e.unit,start:this.act.start},r=e.record?.best;return i.watch.decided(e.title,t===null?i.never:O(n,t),r==null?``:O(n,r))}#v(){let e=this.about.replays.filter(e=>o(`api/act/${this.act.act}/replay/${e}`,h(this.choice)));return e.includes(this.which)?e:[...e,this.which]}#y(e){return!t||o(`api/act/${this.act.act}/replay/${this.which}`,e===`told`?[[`as`,`told`]]:[])}#b(){let t=this.#e.step,n=this.track.head.phases.filter(e=>e.begin<=t&&(e.end??this.track.steps)>t),r=N(this.act,t),a=this.#t.showRecord?this.act.marks.filter(e=>e.low<=r&&r<=e.high).slice(0,2):[];return e`<b>${F(this.act,t)}</b>
        ${n.map(t=>e`<span class="small phase-now side-${t.side}">${this.act.sides[t.side]?.name}: ${t.title}${t.state===`failed`?` (${i.phase.failed})`:``}</span>`)}
        ${a.map(t=>e`<span class="small mark-now">${i.watch.onRecord}: ${t.title}, ${this.#x(t.low,t.high)}</span>`)}`}#x(e,t){return k({kind:`date`,unit:null,start:this.act.start},e,t,!0)}#S(){return e`<div class="map-buttons">
        <button @click=${()=>this.#t.stage.zoom(1)} aria-label=${i.map.zoomIn}>+</button>
        <button @click=${()=>this.#t.stage.zoom(-1)} aria-label=${i.map.zoomOut}>−</button>
        <button @click=${()=>this.#t.stage.city()}>${i.map.city}</button>
        <button @click=${()=>this.#t.stage.home()}>${i.map.whole}</button>
        <button class="save" @click=${()=>u(this.#d(`.map`),`refight-${this.act.act}-${this.track.head.replicate}-${this.#e.step}`)}>${i.map.save}</button>
        ${Z.possible()?e`<button class="save" @click=${()=>this.#C()}>${this.#c.running?i.map.filmStop:i.map.film}</button>`:``}
      </div>
      ${B(i.map.period[this.act.act]??``,this.#w(),this.act.sides.map(e=>e.name))}`}#C(){if(this.#c.running)this.#c.stop(),this.#e.pause();else{let e=`refight-${this.act.act}-${this.track.head.replicate}`;this.#c.start(this.#d(`.map`),e,()=>F(this.act,this.#e.step)),this.#e.play()}this.#m()}#w(){let{painter:e,stage:t}=this.#t,n=t=>({label:i.layers[t],on:e.shown[t],set:n=>{e.shown[t]=n,this.#t.touch(),this.#m()}}),r=e=>({label:i.layers[e],on:t.ground.shown[e],set:n=>{t.ground.shown[e]=n,t.touchGround(),this.#m()}}),a={label:i.layers.record,on:this.#t.showRecord,set:e=>{this.#t.showRecord=e,this.#t.touch(),this.#m()}};return[n(`units`),n(`control`),n(`front`),n(`fights`),a,r(`names`),r(`works`),r(`mines`),r(`net`),n(`night`)]}#T(){let t=this.#e,n=(t,n,r)=>e`<button class="key" title=${t} aria-label=${t} @click=${r}>${n}</button>`;return e`
      ${n(i.watch.previous,`|«`,()=>this.#E(-1))}
      ${n(i.watch.back,`◂`,()=>t.move(-1))}
      <button class="play" @click=${()=>t.toggle()}>${t.playing?i.watch.pause:i.watch.play}</button>
      ${n(i.watch.forward,`▸`,()=>t.move(1))}
      ${n(i.watch.next,`»|`,()=>this.#E(1))}
      <label>${i.watch.speed} <select @change=${e=>t.speed=Number(e.target.value)}>
        ${M.map(n=>e`<option value=${n} ?selected=${n===t.speed}>${i.watch.daysASecond(n/4)}</option>`)}</select></label>
      <details class="chapters"><summary>${i.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((e,t)=>e.begin-t.begin).map(n=>e`<li>
        <button @click=${()=>t.seek(n.begin)}><span class="dot side-${n.side}"></span>${F(this.act,n.begin)}: ${n.title}
        <i>${i.phase[n.state]??n.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${i.watch.keys}</span>`}#E(e){let t=this.#D(),n=this.#e.step,r=e>0?t.find(e=>e>n):t.findLast(e=>e<n);this.#e.seek(r??(e>0?this.track.steps-1:0))}#D(){return[...new Set(this.track.head.phases.map(e=>e.begin))].sort((e,t)=>e-t)}#O(e,t){this.#e.pause(),this.#e.seek(e);let n=t[0];n!==void 0&&n>=0&&this.#t.stage.centre(this.#t.stage.mesh.centre(n))}#k(e){let t=devicePixelRatio;this.#A(this.#t.painter.pick(e[0]*t,e[1]*t,22*t))}#A(e){this.#i=e,e<0&&(this.#t.following=!1,this.#r.only(-1)),this.#t.follow(e),this.#m(),this.#F()}#j(e){let t=e.target;t.closest(`input:not([type=range]), select, textarea`)||e.key===` `&&t.closest(`button, a, summary`)||e.key.startsWith(`Arrow`)&&(t.closest(`.map`)||t.matches(`input[type=range]`))||(e.key===`f`&&this.#i>=0?(this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#m()):P(e,this.#e,this.#D())&&e.preventDefault())}#M(e){location.hash=m(`watch`,this.choice,{which:e===`median`?null:e})}#N(e){e.preventDefault();let t=new FormData(e.target).get(`n`);t!==null&&t!==``&&this.#M(String(Number(t)))}#P(e){location.hash=m(`watch`,{...this.choice,as:e===`told`?`told`:`recorded`},{which:this.which})}#F(){clearTimeout(this.#a),this.#a=window.setTimeout(()=>s(m(`watch`,this.choice,{which:this.which===`median`?null:this.which,t:this.#e.step||null,unit:this.act.units[this.#i]?.id??null})),200)}};export{ne as watch};