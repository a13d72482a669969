import{_ as e,c as t,f as n,h as r,i,l as a,o,p as s,s as c,y as l}from"./index.js";import{t as u}from"./save.js";import{c as d,l as f,u as p}from"./stage.js";import{c as m,d as h,f as g,l as _,n as v,o as y,p as b,r as x,s as S,t as C,u as w}from"./colours.js";import{a as T,f as E,r as D,t as O}from"./format.js";import{a as k,c as A,i as j,l as M,n as N,o as P,r as F,s as I,t as L}from"./timebar.js";function R(t,n,r){return e`<details class="map-legend">
    <summary>${i.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${i.map.layers}</legend>
        ${n.map(t=>e`<label><input type="checkbox" .checked=${t.on} @change=${e=>t.set(e.target.checked)}> ${t.label}</label>`)}
      </fieldset>
      <ul class="swatches">
        ${r.map((e,t)=>z(l`<rect x="2" y="3" width="22" height="13" fill=${h[t]} stroke=${w[t]} stroke-width="2"></rect>`,e))}
        ${Object.entries(g).map(([e,t])=>z(l`<rect x="2" y="3" width="22" height="13" fill=${t} stroke="#bbb2a0"></rect>`,i.terrain[e]??e))}
        ${z(l`<path d="M2 10h22" stroke=${m} stroke-width="6"></path><path d="M2 10h22" stroke=${S} stroke-width="4"></path>`,i.map.river)}
        ${z(B(_,2),i.map.road)}
        ${z(B(_,1.3,`4 3`),i.map.track)}
        ${z(l`<path d="M2 10h22" stroke=${y}></path><path d="M2 10h22" stroke=${y} stroke-width="5" stroke-dasharray="1 5"></path>`,i.map.rail)}
        ${z(B(C,1.6,`7 3 1 3`),i.map.border)}
        ${z(l`<path d="M2 10h22" stroke=${b}></path><path d="M2 10h22" stroke=${b} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`,i.map.works)}
        ${z(l`<path d="M3 10h22" stroke=${x} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`,i.map.mines)}
        ${z(B(v,2.4),i.map.front)}
        ${z(B(`#1f5f8b`,2,`5 3`),i.map.recordSet)}
        ${z(l`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`,i.map.recordEvent)}
        ${z(V(),i.map.fight)}
        ${z(H(``),i.map.bridge)}
        ${z(H(`2.5 2`),i.map.boats)}
        ${z(U(),i.map.bars)}
      </ul>
      <p class="small">${t}</p>
    </div>
  </details>`}function z(t,n){return e`<li><svg width="27" height="20" aria-hidden="true">${t}</svg> ${n}</li>`}function B(e,t,n=`none`){return l`<path d="M2 10h22" stroke=${e} stroke-width=${t} stroke-dasharray=${n}></path>`}function V(){return l`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`}function H(e){return l`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${v} stroke-width="1.600" stroke-dasharray=${e||`none`}></path>`}function U(){return l`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`}var W=class{root;act;track;links;#e=[];#t=-1;#n=-1;constructor(e,t,n,r){this.root=e,this.act=t,this.track=n,this.links=r,this.draw()}draw(){let t=this.track.head.chronicle;r(e`${this.#n>=0?e`<p class="filter">${i.watch.only(this.act.units[this.#n]?.name??``)}
          <button @click=${()=>this.only(-1)}>${i.watch.everything}</button></p>`:``}
        ${t.map(e=>this.#r(e))}`,this.root),this.#e=[...this.root.querySelectorAll(`[data-step]`)],this.#t=-1}only(e){this.#n=e,this.draw()}at(e,t,n){if(e===this.#t)return;this.#t=e,this.#e.forEach(t=>{let n=Number(t.dataset.step);t.classList.toggle(`now`,n===e),t.classList.toggle(`past`,n<e)});let r=[...this.root.querySelectorAll(`[data-day]`)].findLast(e=>Number(e.dataset.day)<=t);r&&(n||!K(r,this.root))&&(this.root.scrollTop=r.offsetTop-this.root.offsetTop-8)}#r(t){let n=t.entries.filter(e=>this.#n<0||e.units.includes(this.#n)),r=this.#n<0?this.act.events.filter(e=>Math.floor(e.day)===t.day):[];return!n.length&&!r.length?``:e`<section data-day=${t.day}>
      <h3>${i.watch.day(t.day,E(t.date))}</h3>
      <ul>
        ${r.map(e=>this.#i(e))}
        ${n.map(e=>this.#a(e))}
      </ul>
      <p class="small losses">${G(this.act,t)}</p>
    </section>`}#i(t){return e`<li class="on-record" data-step=${t.step}><button @click=${()=>this.links.seek(t.step,[])}>
      <span class="kind">◇ ${i.watch.onRecord}</span> ${t.what}</button></li>`}#a(t){return e`<li data-step=${t.step} class="kind-${t.kind.replaceAll(` `,`-`)}">
      <button @click=${()=>this.links.seek(t.step,t.cells)}>${t.text}</button></li>`}};function G(e,t){return e.sides.map(e=>{let n=t.losses[e.id];return n&&(n.men||n.tanks)?i.watch.lost(e.name,n.men,n.tanks):``}).filter(Boolean).join(` · `)}function K(e,t){let n=e.offsetTop-t.offsetTop;return n>=t.scrollTop&&n<t.scrollTop+t.clientHeight-40}function q(t,r,a,o,s){let c=t.units[o],l=r.onMap(a,o);return e`<section class="unit-card" aria-label=${c.name}>
    <h3><span class="dot" .style=${`background:${w[c.side]}`}></span>${c.name}</h3>
    <p class="small">${t.sides[c.side]?.name} · ${[c.arm,c.echelon,c.component].filter(Boolean).join(` · `)}</p>
    ${l?e`<dl class="bars">
        ${J(i.unit.strength,r.strength(a,o),i.unit.men(O(r.men(a,o)),O(r.head.start.men[o]??0)),k[0])}
        ${J(i.unit.cohesion,r.cohesion(a,o),T(r.cohesion(a,o)),k[1])}
        ${J(i.unit.supply,r.supplyDays(a,o)/5,i.unit.days(O(r.supplyDays(a,o))),k[2])}
      </dl>
      <p class="small">${[r.tanks(a,o)?i.unit.tanks(r.tanks(a,o)):``,i.posture[r.posture(a,o)]??r.posture(a,o),r.flags(a,o)&4?i.unit.cut:``].filter(Boolean).join(` · `)}</p>`:e`<p>${i.status[r.status(a,o)]??r.status(a,o)}</p>`}
    <p class="buttons">
      <button aria-pressed=${s.following?`true`:`false`} @click=${()=>s.follow()}>${i.unit.follow}</button>
      <button @click=${()=>s.only()}>${i.unit.only}</button>
      <a class="button" href=${n(`forces`,[t.act],{unit:c.id})}>${i.unit.forces}</a>
      <button @click=${()=>s.close()}>${i.close}</button>
    </p>
  </section>`}function J(t,n,r,i){let a=Math.max(0,Math.min(1,n))*100;return e`<dt>${t}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${a} height="8" fill=${i}></rect></svg> ${r}</dd>`}async function Y(e,t){let n=await c(`api/about`),r=d(t,n.acts),i=t.query.get(`which`)??`median`,o=p(r),[s,l]=await Promise.all([c(`api/act/${r.act}`,o),a(`api/act/${r.act}/replay/${i}`,o)]),u=new Z(e,n,r,i,s,new P(l));return u.open(t),{update:e=>u.takes(e),dispose:()=>u.dispose()}}function X(){return matchMedia(`(min-width: 861px)`).matches}var Z=class{root;about;choice;which;act;track;#e;#t;#n;#r;#i=-1;#a=0;#o=-1;#s=!1;#c=e=>this.#O(e);constructor(e,t,n,r,i,a){this.root=e,this.about=t,this.choice=n,this.which=r,this.act=i,this.track=a,this.#e=new I(a.steps,(e,t)=>this.#d(e,t))}open(e){r(this.#l(),this.root),this.#t=new F(this.#u(`.map`),this.act,this.track),this.#n=new L(this.#u(`.time`),this.act,this.track,e=>this.#e.seek(e)),this.#r=new W(this.#u(`.chronicle`),this.act,this.track,{seek:(e,t)=>this.#T(e,t)}),this.#t.stage.map.on(`click`,e=>this.#E(e.pixel)),this.#p(),document.addEventListener(`keydown`,this.#c),e.query.get(`zoom`)===`city`&&this.#t.stage.city(),this.#i=this.act.units.findIndex(t=>t.id===e.query.get(`unit`)),this.#t.follow(this.#i),this.#e.seek(Number(e.query.get(`t`)??0))}takes(e){let t=d(e,this.about.acts),n=JSON.stringify(t)===JSON.stringify(this.choice)&&(e.query.get(`which`)??`median`)===this.which;return n&&this.#e.seek(Number(e.query.get(`t`)??0)),n}dispose(){document.removeEventListener(`keydown`,this.#c),clearTimeout(this.#a),this.#e.dispose(),this.#n.dispose(),this.#t.dispose()}#l(){return e`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="moment"></div><div class="over"></div></div>
        <div class="beside"><div class="card"></div>
          <h2 class="beside-title">${i.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${i.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`}#u(e){return this.root.querySelector(e)}#d(e,t){let n=this.#e.step;this.#t.at(e);let r=N(this.act,n);this.#n.at(e,r),n===this.#o&&t||(this.#o=n,this.#r.at(n,j(this.act,n),t),t&&this.#s?this.#f():this.#p(),this.#s=t,t||this.#M())}#f(){r(this.#y(),this.#u(`.moment`)),this.#i>=0&&this.#m()}#p(){r(this.#h(),this.#u(`.watch-head`)),r(this.#b(),this.#u(`.over`)),r(this.#S(),this.#u(`.controls`)),this.#f(),this.#m()}#m(){r(this.#i<0?e``:q(this.act,this.track,this.#e.step,this.#i,{following:this.#t.following,follow:()=>{this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#p()},close:()=>this.#D(-1),only:()=>this.#r.only(this.#i)}),this.#u(`.card`))}#h(){let{head:n}=this.track;return e`<h1>${i.acts[this.act.act]??this.act.title}</h1>
      <p class="acts">${this.about.acts.filter(e=>e!==this.act.act).map(t=>e`<a
        href=${f(`watch`,{...this.choice,act:t,levers:[]})}>${i.acts[t]??t}</a>`)}</p>
      <details class="options" ?open=${X()}><summary>${i.watch.options}</summary><div><label>${i.watch.which} <select @change=${e=>this.#k(e.target.value)}>
        ${this.#_().map(t=>e`<option value=${t} ?selected=${t===this.which}>${i.which[t]??i.watch.replicate(t)}</option>`)}
      </select></label>
      ${t?``:e`<form class="inline" @submit=${e=>this.#A(e)}>
        <label>${i.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(n.replicate)}></label>
        <button>${i.show}</button></form>`}
      ${this.#v(`told`)?e`<label>${i.watch.version} <select @change=${e=>this.#j(e.target.value)}>
        <option value="recorded" ?selected=${this.choice.as===`recorded`}>${i.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as===`told`}>${i.watch.told}</option></select></label>`:``}</div></details>
      <p class="small one-of">${i.watch.oneOf(n.replicate,n.seed)} ${this.#g()}
        ${this.choice.levers.length?e`<b>${i.watch.changed(this.choice.levers)}</b>`:``}</p>`}#g(){let e=this.act.outcomes.find(e=>e.decides);if(!e)return``;let t=this.track.head.outcomes[e.id]??null,n={kind:e.kind,unit:e.unit,start:this.act.start},r=e.record?.best;return i.watch.decided(e.title,t===null?i.never:D(n,t),r==null?``:D(n,r))}#_(){let e=this.about.replays.filter(e=>o(`api/act/${this.act.act}/replay/${e}`,p(this.choice)));return e.includes(this.which)?e:[...e,this.which]}#v(e){return!t||o(`api/act/${this.act.act}/replay/${this.which}`,e===`told`?[[`as`,`told`]]:[])}#y(){let t=this.#e.step,n=this.track.head.phases.filter(e=>e.begin<=t&&(e.end??this.track.steps)>=t);return e`<b>${N(this.act,t)}</b>
        ${n.map(t=>e`<span class="small phase-now side-${t.side}">${this.act.sides[t.side]?.name}: ${t.title}${t.state===`failed`?` (${i.phase.failed})`:``}</span>`)}`}#b(){return e`<div class="map-buttons">
        <button @click=${()=>this.#t.stage.zoom(1)} aria-label=${i.map.zoomIn}>+</button>
        <button @click=${()=>this.#t.stage.zoom(-1)} aria-label=${i.map.zoomOut}>−</button>
        <button @click=${()=>this.#t.stage.city()}>${i.map.city}</button>
        <button @click=${()=>this.#t.stage.home()}>${i.map.whole}</button>
        <button class="save" @click=${()=>u(this.#u(`.map`),`refight-${this.act.act}-${this.track.head.replicate}-${this.#e.step}`)}>${i.map.save}</button>
      </div>
      ${R(i.map.period[this.act.act]??``,this.#x(),this.act.sides.map(e=>e.name))}`}#x(){let{painter:e,stage:t}=this.#t,n=t=>({label:i.layers[t],on:e.shown[t],set:n=>{e.shown[t]=n,this.#t.touch(),this.#p()}}),r=e=>({label:i.layers[e],on:t.ground.shown[e],set:n=>{t.ground.shown[e]=n,t.touchGround(),this.#p()}}),a={label:i.layers.record,on:this.#t.showRecord,set:e=>{this.#t.showRecord=e,this.#t.touch(),this.#p()}};return[n(`units`),n(`control`),n(`front`),n(`fights`),a,r(`names`),r(`works`),r(`mines`),r(`net`),n(`night`)]}#S(){let t=this.#e,n=(t,n,r)=>e`<button class="key" title=${t} aria-label=${t} @click=${r}>${n}</button>`;return e`
      ${n(i.watch.previous,`|«`,()=>this.#C(-1))}
      ${n(i.watch.back,`◂`,()=>t.move(-1))}
      <button class="play" @click=${()=>t.toggle()}>${t.playing?i.watch.pause:i.watch.play}</button>
      ${n(i.watch.forward,`▸`,()=>t.move(1))}
      ${n(i.watch.next,`»|`,()=>this.#C(1))}
      <label>${i.watch.speed} <select @change=${e=>t.speed=Number(e.target.value)}>
        ${A.map(n=>e`<option value=${n} ?selected=${n===t.speed}>${i.watch.daysASecond(n/4)}</option>`)}</select></label>
      <details class="chapters"><summary>${i.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((e,t)=>e.begin-t.begin).map(n=>e`<li>
        <button @click=${()=>t.seek(n.begin)}><span class="dot side-${n.side}"></span>${N(this.act,n.begin)}: ${n.title}
        <i>${i.phase[n.state]??n.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${i.watch.keys}</span>`}#C(e){let t=this.#w(),n=this.#e.step,r=e>0?t.find(e=>e>n):t.findLast(e=>e<n);this.#e.seek(r??(e>0?this.track.steps-1:0))}#w(){return[...new Set(this.track.head.phases.map(e=>e.begin))].sort((e,t)=>e-t)}#T(e,t){this.#e.pause(),this.#e.seek(e);let n=t[0];n!==void 0&&n>=0&&this.#t.stage.centre(this.#t.stage.mesh.centre(n))}#E(e){let t=devicePixelRatio;this.#D(this.#t.painter.pick(e[0]*t,e[1]*t,22*t))}#D(e){this.#i=e,e<0&&(this.#t.following=!1,this.#r.only(-1)),this.#t.follow(e),this.#p(),this.#M()}#O(e){let t=e.target;t.closest(`input:not([type=range]), select, textarea`)||e.key===` `&&t.closest(`button, a, summary`)||e.key.startsWith(`Arrow`)&&(t.closest(`.map`)||t.matches(`input[type=range]`))||(e.key===`f`&&this.#i>=0?(this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#p()):M(e,this.#e,this.#w())&&e.preventDefault())}#k(e){location.hash=f(`watch`,this.choice,{which:e===`median`?null:e})}#A(e){e.preventDefault();let t=new FormData(e.target).get(`n`);t!==null&&t!==``&&this.#k(String(Number(t)))}#j(e){location.hash=f(`watch`,{...this.choice,as:e===`told`?`told`:`recorded`},{which:this.which})}#M(){clearTimeout(this.#a),this.#a=window.setTimeout(()=>s(f(`watch`,this.choice,{which:this.which===`median`?null:this.which,t:this.#e.step||null,unit:this.act.units[this.#i]?.id??null})),200)}};export{Y as watch};