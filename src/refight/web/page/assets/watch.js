import{a as e,c as t,d as n,f as r,g as i,m as a,o,r as s,s as c,v as l}from"./index.js";import{t as u}from"./save.js";import{c as d,l as f,u as p}from"./stage.js";import{c as m,d as h,f as g,l as _,n as v,o as y,p as b,r as x,s as S,t as C,u as w}from"./colours.js";import{a as T,f as E,r as D,t as O}from"./format.js";import{a as k,c as A,i as j,l as M,n as N,o as P,r as F,s as I,t as L}from"./timebar.js";function R(e,t,n){return i`<details class="map-legend">
    <summary>${s.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${s.map.layers}</legend>
        ${t.map(e=>i`<label><input type="checkbox" .checked=${e.on} @change=${t=>e.set(t.target.checked)}> ${e.label}</label>`)}
      </fieldset>
      <ul class="swatches">
        ${n.map((e,t)=>z(l`<rect x="2" y="3" width="22" height="13" fill=${h[t]} stroke=${w[t]} stroke-width="2"></rect>`,e))}
        ${Object.entries(g).map(([e,t])=>z(l`<rect x="2" y="3" width="22" height="13" fill=${t} stroke="#bbb2a0"></rect>`,s.terrain[e]??e))}
        ${z(l`<path d="M2 10h22" stroke=${m} stroke-width="6"></path><path d="M2 10h22" stroke=${S} stroke-width="4"></path>`,s.map.river)}
        ${z(B(_,2),s.map.road)}
        ${z(B(_,1.3,`4 3`),s.map.track)}
        ${z(l`<path d="M2 10h22" stroke=${y}></path><path d="M2 10h22" stroke=${y} stroke-width="5" stroke-dasharray="1 5"></path>`,s.map.rail)}
        ${z(B(C,1.6,`7 3 1 3`),s.map.border)}
        ${z(l`<path d="M2 10h22" stroke=${b}></path><path d="M2 10h22" stroke=${b} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`,s.map.works)}
        ${z(l`<path d="M3 10h22" stroke=${x} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`,s.map.mines)}
        ${z(B(v,2.4),s.map.front)}
        ${z(B(`#1f5f8b`,2,`5 3`),s.map.recordSet)}
        ${z(l`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`,s.map.recordEvent)}
        ${z(V(),s.map.fight)}
        ${z(H(``),s.map.bridge)}
        ${z(H(`2.5 2`),s.map.boats)}
        ${z(U(),s.map.bars)}
      </ul>
      <p class="small">${e}</p>
    </div>
  </details>`}function z(e,t){return i`<li><svg width="27" height="20" aria-hidden="true">${e}</svg> ${t}</li>`}function B(e,t,n=`none`){return l`<path d="M2 10h22" stroke=${e} stroke-width=${t} stroke-dasharray=${n}></path>`}function V(){return l`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`}function H(e){return l`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${v} stroke-width="1.600" stroke-dasharray=${e||`none`}></path>`}function U(){return l`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`}var W=class{root;act;track;links;#e=[];#t=-1;#n=-1;constructor(e,t,n,r){this.root=e,this.act=t,this.track=n,this.links=r,this.draw()}draw(){let e=this.track.head.chronicle;a(i`${this.#n>=0?i`<p class="filter">${s.watch.only(this.act.units[this.#n]?.name??``)}
          <button @click=${()=>this.only(-1)}>${s.watch.everything}</button></p>`:``}
        ${e.map(e=>this.#r(e))}`,this.root),this.#e=[...this.root.querySelectorAll(`[data-step]`)],this.#t=-1}only(e){this.#n=e,this.draw()}at(e,t,n){if(e===this.#t)return;this.#t=e,this.#e.forEach(t=>{let n=Number(t.dataset.step);t.classList.toggle(`now`,n===e),t.classList.toggle(`past`,n<e)});let r=[...this.root.querySelectorAll(`[data-day]`)].findLast(e=>Number(e.dataset.day)<=t);r&&(n||!K(r,this.root))&&(this.root.scrollTop=r.offsetTop-this.root.offsetTop-8)}#r(e){let t=e.entries.filter(e=>this.#n<0||e.units.includes(this.#n)),n=this.#n<0?this.act.events.filter(t=>Math.floor(t.day)===e.day):[];return!t.length&&!n.length?``:i`<section data-day=${e.day}>
      <h3>${s.watch.day(e.day,E(e.date))}</h3>
      <ul>
        ${n.map(e=>this.#i(e))}
        ${t.map(e=>this.#a(e))}
      </ul>
      <p class="small losses">${G(this.act,e)}</p>
    </section>`}#i(e){return i`<li class="on-record" data-step=${e.step}><button @click=${()=>this.links.seek(e.step,[])}>
      <span class="kind">◇ ${s.watch.onRecord}</span> ${e.what}</button></li>`}#a(e){return i`<li data-step=${e.step} class="kind-${e.kind.replaceAll(` `,`-`)}">
      <button @click=${()=>this.links.seek(e.step,e.cells)}>${e.text}</button></li>`}};function G(e,t){return e.sides.map(e=>{let n=t.losses[e.id];return n&&(n.men||n.tanks)?s.watch.lost(e.name,n.men,n.tanks):``}).filter(Boolean).join(` · `)}function K(e,t){let n=e.offsetTop-t.offsetTop;return n>=t.scrollTop&&n<t.scrollTop+t.clientHeight-40}function q(e,t,r,a,o){let c=e.units[a],l=t.onMap(r,a);return i`<section class="unit-card" aria-label=${c.name}>
    <h3><span class="dot" .style=${`background:${w[c.side]}`}></span>${c.name}</h3>
    <p class="small">${e.sides[c.side]?.name} · ${[c.arm,c.echelon,c.component].filter(Boolean).join(` · `)}</p>
    ${l?i`<dl class="bars">
        ${J(s.unit.strength,t.strength(r,a),s.unit.men(O(t.men(r,a)),O(t.head.start.men[a]??0)),k[0])}
        ${J(s.unit.cohesion,t.cohesion(r,a),T(t.cohesion(r,a)),k[1])}
        ${J(s.unit.supply,t.supplyDays(r,a)/5,s.unit.days(O(t.supplyDays(r,a))),k[2])}
      </dl>
      <p class="small">${[t.tanks(r,a)?s.unit.tanks(t.tanks(r,a)):``,s.posture[t.posture(r,a)]??t.posture(r,a),t.flags(r,a)&4?s.unit.cut:``].filter(Boolean).join(` · `)}</p>`:i`<p>${s.status[t.status(r,a)]??t.status(r,a)}</p>`}
    <p class="buttons">
      <button aria-pressed=${o.following?`true`:`false`} @click=${()=>o.follow()}>${s.unit.follow}</button>
      <button @click=${()=>o.only()}>${s.unit.only}</button>
      <a class="button" href=${n(`forces`,[e.act],{unit:c.id})}>${s.unit.forces}</a>
      <button @click=${()=>o.close()}>${s.close}</button>
    </p>
  </section>`}function J(e,t,n,r){let a=Math.max(0,Math.min(1,t))*100;return i`<dt>${e}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${a} height="8" fill=${r}></rect></svg> ${n}</dd>`}async function Y(e,n){let r=await o(`api/about`),i=d(n,r.acts),a=n.query.get(`which`)??`median`,s=p(i),[c,l]=await Promise.all([o(`api/act/${i.act}`,s),t(`api/act/${i.act}/replay/${a}`,s)]),u=new X(e,r,i,a,c,new P(l));return u.open(n),{update:e=>u.takes(e),dispose:()=>u.dispose()}}var X=class{root;about;choice;which;act;track;#e;#t;#n;#r;#i=-1;#a=0;#o=-1;#s=e=>this.#w(e);constructor(e,t,n,r,i,a){this.root=e,this.about=t,this.choice=n,this.which=r,this.act=i,this.track=a,this.#e=new I(a.steps,(e,t)=>this.#u(e,t))}open(e){a(this.#c(),this.root),this.#t=new F(this.#l(`.map`),this.act,this.track),this.#n=new L(this.#l(`.time`),this.act,this.track,e=>this.#e.seek(e)),this.#r=new W(this.#l(`.chronicle`),this.act,this.track,{seek:(e,t)=>this.#x(e,t)}),this.#t.stage.map.on(`click`,e=>this.#S(e.pixel)),this.#d(),document.addEventListener(`keydown`,this.#s),e.query.get(`zoom`)===`city`&&this.#t.stage.city(),this.#i=this.act.units.findIndex(t=>t.id===e.query.get(`unit`)),this.#t.follow(this.#i),this.#e.seek(Number(e.query.get(`t`)??0))}takes(e){let t=d(e,this.about.acts),n=JSON.stringify(t)===JSON.stringify(this.choice)&&(e.query.get(`which`)??`median`)===this.which;return n&&this.#e.seek(Number(e.query.get(`t`)??0)),n}dispose(){document.removeEventListener(`keydown`,this.#s),clearTimeout(this.#a),this.#e.dispose(),this.#n.dispose(),this.#t.dispose()}#c(){return i`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="over"></div></div>
        <div class="beside"><div class="card"></div>
          <h2 class="beside-title">${s.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${s.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`}#l(e){return this.root.querySelector(e)}#u(e,t){let n=this.#e.step;this.#t.at(e);let r=N(this.act,n);this.#n.at(e,r),n===this.#o&&t||(this.#o=n,this.#r.at(n,j(this.act,n),t),this.#d(),t||this.#O())}#d(){a(this.#f(),this.#l(`.watch-head`)),a(this.#g(),this.#l(`.over`)),a(this.#v(),this.#l(`.controls`)),a(this.#i<0?i``:q(this.act,this.track,this.#e.step,this.#i,{following:this.#t.following,follow:()=>{this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#d()},close:()=>this.#C(-1),only:()=>this.#r.only(this.#i)}),this.#l(`.card`))}#f(){let{head:e}=this.track;return i`<h1>${s.acts[this.act.act]??this.act.title}</h1>
      <p class="acts">${this.about.acts.filter(e=>e!==this.act.act).map(e=>i`<a
        href=${f(`watch`,{...this.choice,act:e,levers:[]})}>${s.acts[e]??e}</a>`)}</p>
      <label>${s.watch.which} <select @change=${e=>this.#T(e.target.value)}>
        ${this.#m().map(e=>i`<option value=${e} ?selected=${e===this.which}>${s.which[e]??s.watch.replicate(e)}</option>`)}
      </select></label>
      ${c?``:i`<form class="inline" @submit=${e=>this.#E(e)}>
        <label>${s.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(e.replicate)}></label>
        <button>${s.show}</button></form>`}
      ${this.#h(`told`)?i`<label>${s.watch.version} <select @change=${e=>this.#D(e.target.value)}>
        <option value="recorded" ?selected=${this.choice.as===`recorded`}>${s.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as===`told`}>${s.watch.told}</option></select></label>`:``}
      <p class="small one-of">${s.watch.oneOf(e.replicate,e.seed)} ${this.#p()}
        ${this.choice.levers.length?i`<b>${s.watch.changed(this.choice.levers)}</b>`:``}</p>`}#p(){let e=this.act.outcomes.find(e=>e.decides);if(!e)return``;let t=this.track.head.outcomes[e.id]??null,n={kind:e.kind,unit:e.unit,start:this.act.start},r=e.record?.best;return s.watch.decided(e.title,t===null?s.never:D(n,t),r==null?``:D(n,r))}#m(){let t=this.about.replays.filter(t=>e(`api/act/${this.act.act}/replay/${t}`,p(this.choice)));return t.includes(this.which)?t:[...t,this.which]}#h(t){return!c||e(`api/act/${this.act.act}/replay/${this.which}`,t===`told`?[[`as`,`told`]]:[])}#g(){let e=this.#e.step,t=this.track.head.phases.filter(t=>t.begin<=e&&(t.end??this.track.steps)>=e);return i`<div class="moment"><b>${N(this.act,e)}</b>
        ${t.map(e=>i`<span class="small phase-now side-${e.side}">${this.act.sides[e.side]?.name}: ${e.title}${e.state===`failed`?` (${s.phase.failed})`:``}</span>`)}</div>
      <div class="map-buttons">
        <button @click=${()=>this.#t.stage.zoom(1)} aria-label=${s.map.zoomIn}>+</button>
        <button @click=${()=>this.#t.stage.zoom(-1)} aria-label=${s.map.zoomOut}>−</button>
        <button @click=${()=>this.#t.stage.city()}>${s.map.city}</button>
        <button @click=${()=>this.#t.stage.home()}>${s.map.whole}</button>
        <button @click=${()=>u(this.#l(`.map`),`refight-${this.act.act}-${this.track.head.replicate}-${e}`)}>${s.map.save}</button>
      </div>
      ${R(s.map.period[this.act.act]??``,this.#_(),this.act.sides.map(e=>e.name))}`}#_(){let{painter:e,stage:t}=this.#t,n=t=>({label:s.layers[t],on:e.shown[t],set:n=>{e.shown[t]=n,this.#t.touch(),this.#d()}}),r=e=>({label:s.layers[e],on:t.ground.shown[e],set:n=>{t.ground.shown[e]=n,t.touchGround(),this.#d()}}),i={label:s.layers.record,on:this.#t.showRecord,set:e=>{this.#t.showRecord=e,this.#t.touch(),this.#d()}};return[n(`units`),n(`control`),n(`front`),n(`fights`),i,r(`names`),r(`works`),r(`mines`),r(`net`),n(`night`)]}#v(){let e=this.#e,t=(e,t,n)=>i`<button class="key" title=${e} aria-label=${e} @click=${n}>${t}</button>`;return i`
      ${t(s.watch.previous,`|«`,()=>this.#y(-1))}
      ${t(s.watch.back,`◂`,()=>e.move(-1))}
      <button class="play" @click=${()=>e.toggle()}>${e.playing?s.watch.pause:s.watch.play}</button>
      ${t(s.watch.forward,`▸`,()=>e.move(1))}
      ${t(s.watch.next,`»|`,()=>this.#y(1))}
      <label>${s.watch.speed} <select @change=${t=>e.speed=Number(t.target.value)}>
        ${A.map(t=>i`<option value=${t} ?selected=${t===e.speed}>${s.watch.daysASecond(t/4)}</option>`)}</select></label>
      <details class="chapters"><summary>${s.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((e,t)=>e.begin-t.begin).map(t=>i`<li>
        <button @click=${()=>e.seek(t.begin)}><span class="dot side-${t.side}"></span>${N(this.act,t.begin)}: ${t.title}
        <i>${s.phase[t.state]??t.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${s.watch.keys}</span>`}#y(e){let t=this.#b(),n=this.#e.step,r=e>0?t.find(e=>e>n):t.findLast(e=>e<n);this.#e.seek(r??(e>0?this.track.steps-1:0))}#b(){return[...new Set(this.track.head.phases.map(e=>e.begin))].sort((e,t)=>e-t)}#x(e,t){this.#e.pause(),this.#e.seek(e);let n=t[0];n!==void 0&&n>=0&&this.#t.stage.centre(this.#t.stage.mesh.centre(n))}#S(e){let t=devicePixelRatio;this.#C(this.#t.painter.pick(e[0]*t,e[1]*t,22*t))}#C(e){this.#i=e,e<0&&(this.#t.following=!1,this.#r.only(-1)),this.#t.follow(e),this.#d(),this.#O()}#w(e){let t=e.target;t.closest(`input:not([type=range]), select, textarea`)||e.key===` `&&t.closest(`button, a, summary`)||e.key.startsWith(`Arrow`)&&(t.closest(`.map`)||t.matches(`input[type=range]`))||(e.key===`f`&&this.#i>=0?(this.#t.following=!this.#t.following,this.#t.follow(this.#i),this.#d()):M(e,this.#e,this.#b())&&e.preventDefault())}#T(e){location.hash=f(`watch`,this.choice,{which:e===`median`?null:e})}#E(e){e.preventDefault();let t=new FormData(e.target).get(`n`);t!==null&&t!==``&&this.#T(String(Number(t)))}#D(e){location.hash=f(`watch`,{...this.choice,as:e===`told`?`told`:`recorded`},{which:this.which})}#O(){clearTimeout(this.#a),this.#a=window.setTimeout(()=>r(f(`watch`,this.choice,{which:this.which===`median`?null:this.which,t:this.#e.step||null,unit:this.act.units[this.#i]?.id??null})),200)}};export{Y as watch};