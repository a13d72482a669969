import{_ as e,c as t,f as n,h as r,i,l as a,o,p as s,s as c,y as l}from"./index.js";import{t as u}from"./save.js";import{c as d,l as f,u as p}from"./stage.js";import{c as m,d as h,f as g,l as _,n as v,o as y,p as b,r as x,s as S,t as C,u as w}from"./colours.js";import{a as T,f as E,r as D,s as O,t as k}from"./format.js";import{a as A,c as j,i as M,l as N,n as P,o as F,r as I,s as L,t as R}from"./timebar.js";function z(t,n,r){return e`<details class="map-legend">
    <summary>${i.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${i.map.layers}</legend>
        ${n.map(t=>e`<label><input type="checkbox" .checked=${t.on} @change=${e=>t.set(e.target.checked)}> ${t.label}</label>`)}
      </fieldset>
      <ul class="swatches">
        ${r.map((e,t)=>B(l`<rect x="2" y="3" width="22" height="13" fill=${h[t]} stroke=${w[t]} stroke-width="2"></rect>`,e))}
        ${Object.entries(g).map(([e,t])=>B(l`<rect x="2" y="3" width="22" height="13" fill=${t} stroke="#bbb2a0"></rect>`,i.terrain[e]??e))}
        ${B(l`<path d="M2 10h22" stroke=${m} stroke-width="6"></path><path d="M2 10h22" stroke=${S} stroke-width="4"></path>`,i.map.river)}
        ${B(V(_,2),i.map.road)}
        ${B(V(_,1.3,`4 3`),i.map.track)}
        ${B(l`<path d="M2 10h22" stroke=${y}></path><path d="M2 10h22" stroke=${y} stroke-width="5" stroke-dasharray="1 5"></path>`,i.map.rail)}
        ${B(V(C,1.6,`7 3 1 3`),i.map.border)}
        ${B(l`<path d="M2 10h22" stroke=${b}></path><path d="M2 10h22" stroke=${b} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`,i.map.works)}
        ${B(l`<path d="M3 10h22" stroke=${x} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`,i.map.mines)}
        ${B(V(v,2.4),i.map.front)}
        ${B(V(`#1f5f8b`,2,`5 3`),i.map.recordSet)}
        ${B(l`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`,i.map.recordEvent)}
        ${B(H(),i.map.fight)}
        ${B(U(``),i.map.bridge)}
        ${B(U(`2.5 2`),i.map.boats)}
        ${B(l`<path d="M16 7a4 4 0 1 0 0 6" fill="none" stroke="#8c1d18" stroke-width="1.8"></path>`,i.map.cut)}
        ${B(W(),i.map.bars)}
      </ul>
      <p class="small">${t}</p>
    </div>
  </details>`}function B(t,n){return e`<li><svg width="27" height="20" aria-hidden="true">${t}</svg> ${n}</li>`}function V(e,t,n=`none`){return l`<path d="M2 10h22" stroke=${e} stroke-width=${t} stroke-dasharray=${n}></path>`}function H(){return l`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`}function U(e){return l`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${v} stroke-width="1.600" stroke-dasharray=${e||`none`}></path>`}function W(){return l`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`}var G=class{root;act;track;links;#e=[];#t=-1;#n=-1;constructor(e,t,n,r){this.root=e,this.act=t,this.track=n,this.links=r,this.draw()}draw(){let t=this.track.head.chronicle;r(e`${this.#n>=0?e`<p class="filter">${i.watch.only(this.act.units[this.#n]?.name??``)}
          <button @click=${()=>this.only(-1)}>${i.watch.everything}</button></p>`:``}
        ${t.map(e=>this.#r(e))}`,this.root),this.#e=[...this.root.querySelectorAll(`[data-step]`)],this.#t=-1}only(e){this.#n=e,this.draw()}at(e,t,n){if(e===this.#t)return;this.#t=e,this.#e.forEach(t=>{let n=Number(t.dataset.step);t.classList.toggle(`now`,n===e),t.classList.toggle(`past`,n<e)});let r=[...this.root.querySelectorAll(`[data-day]`)].findLast(e=>Number(e.dataset.day)<=t);r&&(n||!q(r,this.root))&&(this.root.scrollTop=r.offsetTop-this.root.offsetTop-8)}#r(t){let n=t.entries.filter(e=>this.#n<0||e.units.includes(this.#n)),r=this.#n<0?this.act.events.filter(e=>Math.floor(e.day)===t.day):[];return!n.length&&!r.length?``:e`<section data-day=${t.day}>
      <h3>${i.watch.day(t.day,E(t.date))}</h3>
      <ul>
        ${r.map(e=>this.#i(e))}
        ${n.map(e=>this.#a(e))}
      </ul>
      <p class="small losses">${K(this.act,t)}</p>
    </section>`}#i(t){return e`<li class="on-record" data-step=${t.step}><button @click=${()=>this.links.seek(t.step,[])}>
      <span class="kind">◇ ${i.watch.onRecord}</span> ${t.what}</button></li>`}#a(t){return e`<li data-step=${t.step} class="kind-${t.kind.replaceAll(` `,`-`)}">
      <button @click=${()=>this.links.seek(t.step,t.cells)}>${t.text}</button></li>`}};function K(e,t){return e.sides.map(e=>{let n=t.losses[e.id];return n&&(n.men||n.tanks)?i.watch.lost(e.name,n.men,n.tanks):``}).filter(Boolean).join(` · `)}function q(e,t){let n=e.offsetTop-t.offsetTop;return n>=t.scrollTop&&n<t.scrollTop+t.clientHeight-40}function J(t,r,a,o,s){let c=t.units[o],l=r.onMap(a,o);return e`<section class="unit-card" aria-label=${c.name}>
    <h3><span class="dot" .style=${`background:${w[c.side]}`}></span>${c.name}</h3>
    <p class="small">${t.sides[c.side]?.name} · ${[c.arm,c.echelon,c.component].filter(Boolean).join(` · `)}</p>
    ${l?e`<dl class="bars">
        ${Y(i.unit.strength,r.strength(a,o),i.unit.men(k(r.men(a,o)),k(r.head.start.men[o]??0)),A[0])}
        ${Y(i.unit.cohesion,r.cohesion(a,o),T(r.cohesion(a,o)),A[1])}
        ${Y(i.unit.supply,r.supplyDays(a,o)/5,i.unit.days(k(r.supplyDays(a,o))),A[2])}
      </dl>
      <p class="small">${[r.tanks(a,o)?i.unit.tanks(r.tanks(a,o)):``,i.posture[r.posture(a,o)]??r.posture(a,o),r.flags(a,o)&4?i.unit.cut:``].filter(Boolean).join(` · `)}</p>`:e`<p>${i.status[r.status(a,o)]??r.status(a,o)}</p>`}
    <p class="buttons">
      <button aria-pressed=${s.following?`true`:`false`} @click=${()=>s.follow()}>${i.unit.follow}</button>
      <button @click=${()=>s.only()}>${i.unit.only}</button>
      <a class="button" href=${n(`forces`,[t.act],{unit:c.id})}>${i.unit.forces}</a>
      <button @click=${()=>s.close()}>${i.close}</button>
    </p>
  </section>`}function Y(t,n,r,i){let a=Math.max(0,Math.min(1,n))*100;return e`<dt>${t}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${a} height="8" fill=${i}></rect></svg> ${r}</dd>`}async function X(e,t){let n=await c(`api/about`),r=d(t,n.acts),i=t.query.get(`which`)??`median`,o=p(r),[s,l]=await Promise.all([c(`api/act/${r.act}`,o),a(`api/act/${r.act}/replay/${i}`,o)]),u=new Q(e,n,r,i,s,new F(l));return u.open(t),{update:e=>u.takes(e),dispose:()=>u.dispose()}}function Z(){return matchMedia(`(min-width: 861px)`).matches}var Q=class{root;about;choice;which;act;track;#e;#t;#n;#r;#i=-1;#a=0;#o=-1;#s=!1;#c=e=>this.#k(e);constructor(e,t,n,r,i,a){this.root=e,this.about=t,this.choice=n,this.which=r,this.act=i,this.track=a,this.#e=new L(a.steps,(e,t)=>this.#d(e,t))}open(e){r(this.#l(),this.root),this.#t=new I(this.#u(`.map`),this.act,this.track),this.#n=new R(this.#u(`.time`),this.act,this.track,e=>this.#e.seek(e)),this.#r=new G(this.#u(`.chronicle`),this.act,this.track,{seek:(e,t)=>this.#E(e,t)}),this.#t.stage.map.on(`click`,e=>this.#D(e.pixel)),this.#p(),document.addEventListener(`keydown`,this.#c),e.query.get(`zoom`)===`city`&&this.#t.stage.city(),this.#i=this.act.units.findIndex(t=>t.id===e.query.get(`unit`)),this.#t.follow(this.#i),this.#e.seek(Number(e.query.get(`t`)??0))}takes(e){let t=d(e,this.about.acts),n=JSON.stringify(t)===JSON.stringify(this.choice)&&(e.query.get(`which`)??`median`)===this.which;return n&&this.#e.seek(Number(e.query.get(`t`)??0)),n}dispose(){document.removeEventListener(`keydown`,this.#c),clearTimeout(this.#a),this.#e.dispose(),this.#n.dispose(),this.#t.dispose()}#l(){return e`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="moment"></div><div class="over"></div></div>
        <div class="beside"><div class="unit-slot"></div>
          <h2 class="beside-title">${i.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${i.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`}#u(e){return this.root.querySelector(e)}#d(e,t){let n=this.#e.step;this.#t.at(e);let r=P(this.act,n);this.#n.at(e,r),n===this.#o&&t||(this.#o=n,this.#r.at(n,M(this.act,n),t),t&&this.#s?this.#f():this.#p(),this.#s=t,t||this.#N())}#f(){r(this.#y(),this.#u(`.moment`)),this.#i>=0&&this.#m()}#p(){r(this.#h(),this.#u(`.watch-head`)),r(this.#x(),this.#u(`.over`)),r(this.#C(),this.#u(`.controls`)),this.#f(),this.#m()}#m(){r(this.#i<0?e``:J(this.act,this.track,this.#e.step,this.#i,{following:this.#t.following,follow:()=>{this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#p()},close:()=>this.#O(-1),only:()=>this.#r.only(this.#i)}),this.#u(`.unit-slot`))}#h(){let{head:n}=this.track;return e`<h1>${i.acts[this.act.act]??this.act.title}</h1>
      <p class="acts">${this.about.acts.filter(e=>e!==this.act.act).map(t=>e`<a
        href=${f(`watch`,{...this.choice,act:t,levers:[]})}>${i.acts[t]??t}</a>`)}</p>
      <details class="options" ?open=${Z()}><summary>${i.watch.options}</summary><div><label>${i.watch.which} <select @change=${e=>this.#A(e.target.value)}>
        ${this.#_().map(t=>e`<option value=${t} ?selected=${t===this.which}>${i.which[t]??i.watch.replicate(t)}</option>`)}
      </select></label>
      ${t?``:e`<form class="inline" @submit=${e=>this.#j(e)}>
        <label>${i.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(n.replicate)}></label>
        <button>${i.show}</button></form>`}
      ${this.#v(`told`)?e`<label>${i.watch.version} <select @change=${e=>this.#M(e.target.value)}>
        <option value="recorded" ?selected=${this.choice.as===`recorded`}>${i.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as===`told`}>${i.watch.told}</option></select></label>`:``}</div></details>
      <p class="small one-of">${i.watch.oneOf(n.replicate,n.seed)} ${this.#g()}
        ${this.choice.levers.length?e`<b>${i.watch.changed(this.choice.levers)}</b>`:``}</p>`}#g(){let e=this.act.outcomes.find(e=>e.decides);if(!e)return``;let t=this.track.head.outcomes[e.id]??null,n={kind:e.kind,unit:e.unit,start:this.act.start},r=e.record?.best;return i.watch.decided(e.title,t===null?i.never:D(n,t),r==null?``:D(n,r))}#_(){let e=this.about.replays.filter(e=>o(`api/act/${this.act.act}/replay/${e}`,p(this.choice)));return e.includes(this.which)?e:[...e,this.which]}#v(e){return!t||o(`api/act/${this.act.act}/replay/${this.which}`,e===`told`?[[`as`,`told`]]:[])}#y(){let t=this.#e.step,n=this.track.head.phases.filter(e=>e.begin<=t&&(e.end??this.track.steps)>t),r=M(this.act,t),a=this.#t.showRecord?this.act.marks.filter(e=>e.low<=r&&r<=e.high).slice(0,2):[];return e`<b>${P(this.act,t)}</b>
        ${n.map(t=>e`<span class="small phase-now side-${t.side}">${this.act.sides[t.side]?.name}: ${t.title}${t.state===`failed`?` (${i.phase.failed})`:``}</span>`)}
        ${a.map(t=>e`<span class="small mark-now">${i.watch.onRecord}: ${t.title}, ${this.#b(t.low,t.high)}</span>`)}`}#b(e,t){return O({kind:`date`,unit:null,start:this.act.start},e,t,!0)}#x(){return e`<div class="map-buttons">
        <button @click=${()=>this.#t.stage.zoom(1)} aria-label=${i.map.zoomIn}>+</button>
        <button @click=${()=>this.#t.stage.zoom(-1)} aria-label=${i.map.zoomOut}>−</button>
        <button @click=${()=>this.#t.stage.city()}>${i.map.city}</button>
        <button @click=${()=>this.#t.stage.home()}>${i.map.whole}</button>
        <button class="save" @click=${()=>u(this.#u(`.map`),`refight-${this.act.act}-${this.track.head.replicate}-${this.#e.step}`)}>${i.map.save}</button>
      </div>
      ${z(i.map.period[this.act.act]??``,this.#S(),this.act.sides.map(e=>e.name))}`}#S(){let{painter:e,stage:t}=this.#t,n=t=>({label:i.layers[t],on:e.shown[t],set:n=>{e.shown[t]=n,this.#t.touch(),this.#p()}}),r=e=>({label:i.layers[e],on:t.ground.shown[e],set:n=>{t.ground.shown[e]=n,t.touchGround(),this.#p()}}),a={label:i.layers.record,on:this.#t.showRecord,set:e=>{this.#t.showRecord=e,this.#t.touch(),this.#p()}};return[n(`units`),n(`control`),n(`front`),n(`fights`),a,r(`names`),r(`works`),r(`mines`),r(`net`),n(`night`)]}#C(){let t=this.#e,n=(t,n,r)=>e`<button class="key" title=${t} aria-label=${t} @click=${r}>${n}</button>`;return e`
      ${n(i.watch.previous,`|«`,()=>this.#w(-1))}
      ${n(i.watch.back,`◂`,()=>t.move(-1))}
      <button class="play" @click=${()=>t.toggle()}>${t.playing?i.watch.pause:i.watch.play}</button>
      ${n(i.watch.forward,`▸`,()=>t.move(1))}
      ${n(i.watch.next,`»|`,()=>this.#w(1))}
      <label>${i.watch.speed} <select @change=${e=>t.speed=Number(e.target.value)}>
        ${j.map(n=>e`<option value=${n} ?selected=${n===t.speed}>${i.watch.daysASecond(n/4)}</option>`)}</select></label>
      <details class="chapters"><summary>${i.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((e,t)=>e.begin-t.begin).map(n=>e`<li>
        <button @click=${()=>t.seek(n.begin)}><span class="dot side-${n.side}"></span>${P(this.act,n.begin)}: ${n.title}
        <i>${i.phase[n.state]??n.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${i.watch.keys}</span>`}#w(e){let t=this.#T(),n=this.#e.step,r=e>0?t.find(e=>e>n):t.findLast(e=>e<n);this.#e.seek(r??(e>0?this.track.steps-1:0))}#T(){return[...new Set(this.track.head.phases.map(e=>e.begin))].sort((e,t)=>e-t)}#E(e,t){this.#e.pause(),this.#e.seek(e);let n=t[0];n!==void 0&&n>=0&&this.#t.stage.centre(this.#t.stage.mesh.centre(n))}#D(e){let t=devicePixelRatio;this.#O(this.#t.painter.pick(e[0]*t,e[1]*t,22*t))}#O(e){this.#i=e,e<0&&(this.#t.following=!1,this.#r.only(-1)),this.#t.follow(e),this.#p(),this.#N()}#k(e){let t=e.target;t.closest(`input:not([type=range]), select, textarea`)||e.key===` `&&t.closest(`button, a, summary`)||e.key.startsWith(`Arrow`)&&(t.closest(`.map`)||t.matches(`input[type=range]`))||(e.key===`f`&&this.#i>=0?(this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#p()):N(e,this.#e,this.#T())&&e.preventDefault())}#A(e){location.hash=f(`watch`,this.choice,{which:e===`median`?null:e})}#j(e){e.preventDefault();let t=new FormData(e.target).get(`n`);t!==null&&t!==``&&this.#A(String(Number(t)))}#M(e){location.hash=f(`watch`,{...this.choice,as:e===`told`?`told`:`recorded`},{which:this.which})}#N(){clearTimeout(this.#a),this.#a=window.setTimeout(()=>s(f(`watch`,this.choice,{which:this.which===`median`?null:this.which,t:this.#e.step||null,unit:this.act.units[this.#i]?.id??null})),200)}};export{X as watch};