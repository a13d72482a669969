import{c as e,d as t,f as n,h as r,i,m as a,n as o,o as s,p as c,u as l}from"./index.js";import{C as u,S as d,a as f,b as p,i as m,l as h,n as g,r as _,s as v}from"./format.js";var y={corroborated:{name:`corroborated`,sign:`●`},"single source":{name:`single`,sign:`○`},contested:{name:`contested`,sign:`◐`},contradicted:{name:`contradicted`,sign:`✕`},"not found":{name:`notfound`,sign:`∅`},"judgement, not testable":{name:`judgement`,sign:`¶`}};function b(e){return`rec rec-${y[e]?.name??`none`}`}function x(e){return c`<span class=${b(e)} aria-hidden="true">${y[e]?.sign??`·`}</span>`}function S(e){return y[e]?.sign??``}function C(e,t){return c`<span class="chip"><span class="chip-axis">${e}</span> ${t}</span>`}var w=O(64),ee=w.map(e=>D(Math.cbrt(e))),te=w.slice(0,8).map(e=>D(Math.sqrt(e)));function T(e){let t=ne(new TextEncoder().encode(e)),n=[...te];for(let e=0;e<t.length;e+=16)re(t.subarray(e,e+16),n);return n.map(e=>(e>>>0).toString(16).padStart(8,`0`)).join(``)}function ne(e){let t=new Uint32Array(((e.length+8>>6)+1)*16);return e.forEach((e,n)=>{t[n>>2]|=e<<24-8*(n&3)}),t[e.length>>2]|=128<<24-8*(e.length&3),t[t.length-2]=Math.floor(e.length*8/2**32),t[t.length-1]=e.length*8,t}function re(e,t){let n=ie(e),[r,i,a,o,s,c,l,u]=t;for(let e=0;e<64;e++){let t=E(s,6)^E(s,11)^E(s,25),d=u+t+(s&c^~s&l)+ee[e]+n[e]|0,f=(E(r,2)^E(r,13)^E(r,22))+(r&i^r&a^i&a)|0;[u,l,c,s,o,a,i,r]=[l,c,s,o+d|0,a,i,r,d+f|0]}[r,i,a,o,s,c,l,u].forEach((e,n)=>t[n]=t[n]+e|0)}function ie(e){let t=new Uint32Array(64);t.set(e);for(let e=16;e<64;e++){let[n,r]=[t[e-15],t[e-2]],i=E(n,7)^E(n,18)^n>>>3,a=E(r,17)^E(r,19)^r>>>10;t[e]=t[e-16]+i+t[e-7]+a}return t}function E(e,t){return e>>>t|e<<32-t}function D(e){return(e-Math.floor(e))*2**32|0}function O(e){let t=[];for(let n=2;t.length<e;n++)t.every(e=>n%e)&&t.push(n);return t}var k=/(?:(?<=[.?!])|(?<=[.?!]["'\u2019\u201d]))\s+(?=["'\u2018\u201c]?[A-Z])/u,A=/\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/;function ae(e){return e.normalize(`NFKC`).replace(/[\u2018\u2019\u201a\u201b]/g,`'`).replace(/[\u201c\u201d\u201e\u201f]/g,`"`).replace(/[\s\x1c-\x1f\x85]+/g,` `).trim()}function oe(e){return e.split(A).flatMap(e=>e.split(k)).map(ae).filter(e=>e!==``)}function se(e,t){let n=new Map(oe(e).map(e=>[T(e),e])),r=new Map;for(let{id:e,sha256:i}of t){let t=n.get(i);t!==void 0&&r.set(e,t)}return r}var{I:ce}=a,le=e=>e===null||typeof e!=`object`&&typeof e!=`function`,ue=e=>e.strings===void 0,de={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},fe=e=>(...t)=>({_$litDirective$:e,values:t}),pe=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},j=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let e of n)e._$AO?.(t,!1),j(e,t);return!0},M=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},N=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),I(t)}};function P(e){this._$AN===void 0?this._$AM=e:(M(this),this._$AM=e,N(this))}function F(e,t=!1,n=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0){if(t){if(Array.isArray(r))for(let e=n;e<r.length;e++)j(r[e],!1),M(r[e]);else r!=null&&(j(r,!1),M(r))}else j(this,e)}}var I=e=>{e.type==de.CHILD&&(e._$AP??=F,e._$AQ??=P)},L=class extends pe{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),N(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(j(this,e),M(this))}setValue(e){if(ue(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}},R=class{constructor(e){this.G=e}disconnect(){this.G=void 0}reconnect(e){this.G=e}deref(){return this.G}},z=class{constructor(){this.Y=void 0,this.Z=void 0}get(){return this.Y}pause(){this.Y??=new Promise(e=>this.Z=e)}resume(){this.Z?.(),this.Y=this.Z=void 0}},B=e=>!le(e)&&typeof e.then==`function`,V=1073741823,me=fe(class extends L{constructor(){super(...arguments),this._$Cwt=V,this._$Cbt=[],this._$CK=new R(this),this._$CX=new z}render(...e){return e.find(e=>!B(e))??n}update(e,t){let r=this._$Cbt,i=r.length;this._$Cbt=t;let a=this._$CK,o=this._$CX;this.isConnected||this.disconnected();for(let e=0;e<t.length&&!(e>this._$Cwt);e++){let n=t[e];if(!B(n))return this._$Cwt=e,n;e<i&&n===r[e]||(this._$Cwt=V,i=0,Promise.resolve(n).then(async e=>{for(;o.get();)await o.get();let t=a.deref();if(t!==void 0){let r=t._$Cbt.indexOf(n);r>-1&&r<t._$Cwt&&(t._$Cwt=r,t.setValue(e))}}))}return n}disconnected(){this._$CK.disconnect(),this._$CX.pause()}reconnected(){this._$CK.reconnect(this),this._$CX.resume()}}),he=720,H=12,U=34,W=34,ge={consistent:`#1f5f8b`,inconsistent:`#a63d1c`},_e=`#7a5a00`;function ve(e){let t=new Map;for(let n of e){let e=`${n.from}/${n.to}/${n.days}`,r=t.get(e);r?(r.times++,r.sentences=[...new Set([...r.sentences,...n.sentences])]):t.set(e,{...n,sentences:[...n.sentences],times:1})}return[...t.values()].sort((e,t)=>t.days-e.days||e.from.localeCompare(t.from))}function G(e,t,n){let r=Math.max(1,p(t,n));return H+p(t,e)/r*696}function ye(e){let t=ve(e),n=t.flatMap(e=>[e.from,e.to]).sort(),[i,a]=[n[0]??`1980-09-22`,n.at(-1)??`1982-05-24`],s=W+t.length*U+8;return r`<svg class="chart" viewBox="0 0 ${he} ${s}" role="img" aria-label=${o.dateline.label(t.length)}>
    ${be(i,a,s)}
    ${t.map((e,t)=>xe(e,W+t*U,i,a))}
  </svg>`}function be(e,t,n){return Se(e,t).map(i=>{let a=G(i,e,t);return r`<line x1=${a} x2=${a} y1="18" y2=${n} stroke="#ddd5c6"></line>
      <text x=${a+3} y="14" font-size="11" fill=${h}>${Ce(i)}</text>`})}function xe(e,t,n,i){let[a,s]=[G(e.from,n,i),G(e.to,n,i)],c=ge[e.verdict]??_e,l=`${o.dateline.days(e.days,e.inclusive)} · ${d(e.from)} ${o.to} ${d(e.to)} · ${e.verdict}`,u=708-a>l.length*6.2;return r`<g>
    <title>${l}</title>
    <text x=${u?a:Math.max(H,s)} y=${t+10} font-size="11.5" fill=${v} text-anchor=${u?`start`:`end`}>${l}</text>
    <rect x=${a} y=${t+15} width=${Math.max(2,s-a)} height="7" fill=${c} opacity="0.85"></rect>
    <line x1=${a} x2=${a} y1=${t+13} y2=${t+24} stroke=${c} stroke-width="2"></line>
    <line x1=${s} x2=${s} y1=${t+13} y2=${t+24} stroke=${c} stroke-width="2"></line>
  </g>`}function Se(e,t){let n=p(e,t),r=n>400?4:n>150?2:1,i=[],a=new Date(u(`${e.slice(0,8)}01`));for(;a.toISOString().slice(0,10)<=t;a.setUTCMonth(a.getUTCMonth()+1)){let t=a.toISOString().slice(0,10);t>=e&&a.getUTCMonth()%r===0&&i.push(t)}return i}function Ce(e){return d(e).replace(/^\d+ /,``).replace(/^([A-Z][a-z]{2})[a-z]*/,`$1`)}function we(t){return c`<li class="claim">
    <span class="claim-when">${Ee(t)}</span> ${t.statement} ${De(t)}
    <cite><a href=${e(`sources`,[t.source])}>${Te(t)}</a>
      <span class="small">${[o.stance[t.stance]??t.stance,t.seen,t.locator?o.at(t.locator):``].filter(Boolean).join(` · `)}</span></cite>
    ${t.note?c`<span class="small note">${t.note}</span>`:``}
  </li>`}function Te(e){return[e.author,e.title,e.publisher,e.year??o.noYear].filter(Boolean).join(`, `)}function Ee({first:e,last:t}){return e?t&&t!==e?`${d(e)} ${o.to} ${d(t)}:`:`${d(e)}:`:``}function De(e){return e.low===null&&e.high===null?``:`[${m({kind:`number`,unit:e.unit,start:``},e.low,e.high)}]`}var K=640,q=8,Oe=624,J=96,Y=17,ke=`#8aa4b8`,X=`#1f5f8b`;function Ae(e){let t=new Map;for(let n of e){let e=n.low??n.high,r=n.high??n.low;if(e===null||r===null)continue;let i=`${e}/${r}`,a=t.get(i)??{low:e,high:r,rivals:[]};a.rivals.push(n),t.set(i,a)}return[...t.values()].sort((e,t)=>e.low-t.low||e.high-t.high)}function je(e){let t=[e.record?.low,e.record?.high,e.record?.best,...e.scale??[]].filter(e=>typeof e==`number`&&Number.isFinite(e));if(!t.length)return[0,1];let[n,r]=[Math.min(...t),Math.max(...t)];return n===r?[n-1,r+1]:[n,r]}function Me(e,t,n=!0){let i={kind:e.kind,unit:e.unit,start:t},[a,o]=je(e),s=e=>q+(Math.max(a,Math.min(o,e))-a)/(o-a)*Oe,c=n?Ae(e.rivals):[],l=118+(c.length?14:0)+c.length*Y;return r`<svg class="chart" viewBox="0 0 ${K} ${l}" role="img" aria-label=${Ne(e,i)}>
    ${Pe(e,s,l)}
    ${Fe(e,s)}
    ${Le(i,a,o,s)}
    ${Ie(e,s)}
    ${c.map((e,t)=>ze(e,136+t*Y,s,i,a,o))}
  </svg>`}function Ne(e,t){let{refought:n,record:r}=e,i=n.interval90?o.chart.refought(g(t,n.median),m(t,n.interval90[0],n.interval90[1])):n.yes?o.chart.share(_(n.yes.share)):o.chart.none,a=r&&r.low!==null?o.chart.record(m(t,r.low,r.high)):``;return`${e.title}. ${i} ${a}`}function Pe({record:e},t,n){if(!e||e.low===null||e.high===null)return``;let[i,a]=[t(e.low),t(e.high)];return r`<rect x=${i-1.5} y="6" width=${Math.max(3,a-i+3)} height=${n-8} fill=${X} opacity="0.13"></rect>
    ${e.best===null?``:r`<line x1=${t(e.best)} x2=${t(e.best)} y1="6" y2=${n-2} stroke=${X} stroke-width="2"></line>`}`}function Fe({counts:e,scale:t},n){if(!t||!e.length)return``;let i=Math.max(1,...e),a=(t[1]-t[0])/e.length;return e.map((e,o)=>{let[s,c]=[n(t[0]+o*a),n(t[0]+(o+1)*a)],l=e/i*82;return r`<rect x=${s+.5} y=${J-l} width=${Math.max(.5,c-s-1)} height=${l} fill=${ke}></rect>`})}function Ie({refought:e},t){if(e.median===null)return``;let n=t(e.median);return r`<path d="M${n-5} ${104}h10l-5 -8z" fill=${v}></path>`}function Le(e,t,n,i){let a=f(t,n,e.kind===`date`?5:6);return r`<line x1=${q} x2=${632} y1=${J} y2=${J} stroke="#8d8577"></line>
    ${a.map(t=>r`<line x1=${i(t)} x2=${i(t)} y1=${J} y2=${100} stroke="#8d8577"></line>
      <text x=${i(t)} y=${114} font-size="11" fill=${h} text-anchor=${Re(i(t))}>${g(e,t,!0)}</text>`)}`}function Re(e){return e<24?`start`:e>616?`end`:`middle`}function ze(e,t,n,i,a,o){let[s,c]=[n(e.low),n(e.high)],l=e.low>o?` →`:e.high<a?`← `:``,u=`${l.trim()===`←`?l:``}${m(i,e.low,e.high,!0)}${l.trim()===`→`?l:``} · ${Be(e.rivals)}`,d=c+9+u.length*5.9<K;return r`<g>
    <title>${e.rivals.map(e=>e.label).join(`; `)}</title>
    <line x1=${s} x2=${c} y1=${t-4} y2=${t-4} stroke=${h} stroke-width="2"></line>
    <circle cx=${s} cy=${t-4} r="3.2" fill=${h}></circle>
    ${c>s?r`<circle cx=${c} cy=${t-4} r="3.2" fill=${h}></circle>`:``}
    <text x=${d?c+8:s-8} y=${t} font-size="11" fill=${v} text-anchor=${d?`start`:`end`}>${u}</text>
  </g>`}function Be(e){let t=[...new Set(e.map(e=>e.label))],n=t.slice(0,2).join(`, `);return t.length>2?`${n} ${o.chart.more(t.length-2)}`:n}var Z=new Map;function Ve(e){let t=Z.get(e.id);if(t)return t;let n=He(e);return Z.set(e.id,n),n.catch(()=>Z.delete(e.id)),n}async function He(e){let{word:t,reason:n}=e.verdicts.model,r=await Promise.all(e.refought.filter(e=>e.act!==``).map(e=>Ue(e.act,e.outcome)));return c`
    ${e.simulated===`no`?c`<p><b>${o.sentence.notSimulated}</b> ${e.reason}</p>`:``}
    ${e.simulated===`partly`?c`<p>${o.sentence.partly} ${e.reason}</p>`:``}
    <p><b>${t}</b>${n&&n!==e.reason?`: ${n}`:``}</p>
    ${r}
    ${await Ge(e)}`}async function Ue(t,n){let[r,a]=await Promise.all([i(`api/act/${t}`),s(`api/act/${t}/ensemble`)]),o=a.head.outcomes.find(e=>e.id===n);return o?c`<figure class="mini">
    <figcaption><a href=${e(`refights`,[t],{outcome:n})}>${o.title}</a></figcaption>
    ${Me(o,r.start,!1)}
    <p class="small">${We(o,r.start)}</p>
  </figure>`:``}function We(e,t){let n={kind:e.kind,unit:e.unit,start:t},{median:r,interval90:i,never:a,yes:s}=e.refought;return`${s?o.chart.share(_(s.share)):i?o.chart.refought(g(n,r),m(n,i[0],i[1])):o.chart.none}${a?` ${o.chart.never(_(a))}`:``}${e.record&&e.record.low!==null?` ${o.chart.record(m(n,e.record.low,e.record.high))}`:``}`}async function Ge(t){let n=(await Promise.all(t.levers.map(async({act:e,lever:t})=>({act:e,lever:(await i(`api/act/${e}`)).levers.find(e=>e.id===t)})))).flatMap(({act:e,lever:t})=>t?[{act:e,lever:t}]:[]);return n.length?c`<h4>${o.sentence.change}</h4><ul>${n.map(({act:t,lever:n})=>c`<li>
    <a href=${e(`whatif`,[t],{lever:`${n.id}=${n.absent}`})}>${n.title}</a>
    <span class="small">${n.levels[n.absent]?.words??``}</span></li>`)}</ul>`:``}function Ke(e,t,n,r,i,a){return c`<article class="sentence-page">
    ${qe(e,t,n,r)}
    <div class="three">
      <section><h3>${o.sentence.told}</h3>${Je(t,n)}</section>
      <section><h3>${o.sentence.recorded}</h3>${Ze(e,t)}</section>
      <section><h3>${o.sentence.refought}</h3>${me(Ve(t),c`<p class="waiting">${o.waiting}</p>`)}</section>
    </div>
    ${Qe(e,t)}
    ${$e(e,t)}
  </article>`}function qe(t,n,r,i){let a=t.sections.find(e=>e.id===n.section);return c`<header>
    <p class="steps no-print">
      <a class="back" href="#/account">${o.sentence.all}</a>
      ${i.before?c`<a href=${e(`account`,[i.before])} rel="prev">${o.sentence.before}</a>`:``}
      ${i.after?c`<a href=${e(`account`,[i.after])} rel="next">${o.sentence.after}</a>`:``}
      <button @click=${()=>print()}>${o.print}</button>
    </p>
    <p class="small">${a?.title??``} · ${n.id}</p>
    <h2 class="said">${x(n.record)} ${r??n.paraphrase}</h2>
    ${r?c`<p class="small">${o.sentence.original}</p>`:``}
    <p class="chips">
      ${C(o.axes.record,n.verdicts.record.word)}
      ${C(o.axes.arithmetic,n.verdicts.arithmetic.word)}
      ${C(o.axes.model,n.verdicts.model.word)}
    </p>
  </header>`}function Je(e,t){return c`
    ${t?c`<p>${e.paraphrase}</p>`:``}
    <p class="small">${o.sentence.by(e.speaker,e.how,e.role)}</p>
    ${e.label?c`<p class="small">${e.label}</p>`:``}
    ${e.told.length?c`<h4>${o.sentence.figures}</h4><ul>${e.told.map(e=>c`<li>${Ye(e)}</li>`)}</ul>`:``}
    ${e.missing.length?c`<h4>${o.sentence.missing}</h4><ul class="small">${e.missing.map(e=>c`<li>${e.needed}</li>`)}</ul>`:``}`}function Ye(e){let t=e.date?d(e.date):m({kind:`number`,unit:e.unit,start:``},e.low,e.high);return c`<b>${t}</b> <span class="small">${e.quantity.replaceAll(`-`,` `)}${e.reading?`, ${e.reading}`:``}</span>`}var Xe=[`corroborating`,`contradicting`,`qualifying`];function Ze(e,t){let{word:n,reason:r}=t.verdicts.record,i=Xe.map(n=>({relation:n,claims:t.recorded.filter(e=>e.relation===n).map(t=>e.claims[t.claim]).filter(Boolean)}));return c`<p><b>${n}</b>${r?`: ${r}`:``}</p>
    ${i.map(({relation:e,claims:n})=>n.length===0?``:c`<details ?open=${n.length<=4}>
      <summary>${o.relation[e]??e}: ${o.voices(t.voices[e]?.claims??n.length,t.voices[e]?.voices??0)}</summary>
      <ul class="claims">${n.map(e=>we(e))}</ul>
    </details>`)}
    ${t.recorded.length?``:c`<p class="small">${o.sentence.nothing}</p>`}`}function Qe(e,t){let n=t.arithmetic.map(t=>e.checks[t]).filter(e=>e!==void 0),r=e.dateline.filter(e=>e.sentences.includes(t.id));if(!n.length&&!t.tests.length&&!r.length)return``;let{word:i,reason:a}=t.verdicts.arithmetic;return c`<section class="arithmetic">
    <h3>${o.sentence.arithmetic}</h3>
    <p><b>${i}</b>${a?`: ${a}`:``}</p>
    ${r.length?c`<figure>${ye(r)}<figcaption class="small">${o.dateline.caption}</figcaption></figure>`:``}
    ${t.tests.map(e=>c`<p><b>${e.title}</b> <span class="chip">${e.verdict}</span><br>${e.shows}</p>`)}
    ${n.length?c`<details><summary>${o.sentence.checks(n.length)}</summary>
      <ul>${n.map(e=>c`<li>${e.line}${e.verdict,``} ${e.note?c`<span class="small">${e.note}</span>`:``}</li>`)}</ul></details>`:``}
  </section>`}function $e(e,t){let n=t.rows.map(t=>e.rows[String(t)]).filter(e=>e!==void 0);return n.length?c`<section><h3>${o.sentence.elements}</h3>
    <ul class="rows">${n.map(e=>c`<li>${x(e.record)} ${e.element} <span class="small">${e.record}${e.layer.length?` · ${e.layer.join(`, `)}`:``}</span></li>`)}</ul>
  </section>`:``}function et(){return c`<div class="welcome">
    <h2>${o.welcome.title}</h2>
    <p>${o.welcome.what}</p>
    <p>${o.welcome.how}</p>
    <ol class="doors">
      ${o.welcome.doors.map(e=>c`<li><a href=${e.href}><b>${e.title}</b><span>${e.words}</span></a></li>`)}
    </ol>
    <p class="small">${o.welcome.not}</p>
  </div>`}var tt=new Map;async function nt(e,n){let r={account:await i(`api/account`),chosen:n.parts[0]??``,wording:tt,notice:``},a=()=>void t(rt(r,a,e),e);return a(),$(e,r.chosen),{update(t){return r.chosen=t.parts[0]??``,a(),$(e,r.chosen),!0}}}function rt(e,t,n){let{account:r,chosen:i}=e,a=r.sentences.find(e=>e.id===i);return c`<div class="home ${a?`has-chosen`:``}" @dragover=${ct} @drop=${n=>void lt(n,e,t)}>
    <section class="account" aria-labelledby="account-title">
      <h1 id="account-title">${o.home.title}</h1>
      <p class="lead">${o.home.lead(r.document.author,r.document.outlet)}</p>
      ${it(r)}
      ${r.sections.map(t=>at(t,e))}
      ${st(e,t)}
    </section>
    <section class="detail" id="detail" aria-live="polite" aria-label=${o.home.detail}>
      ${a?Ke(r,a,e.wording.get(a.id),dt(r,a),()=>t(),n):et()}
    </section>
  </div>`}function it(e){let t=new Map;return e.sentences.forEach(e=>t.set(e.record,(t.get(e.record)??0)+1)),c`<details class="legend" open>
    <summary>${o.home.legend}</summary>
    <ul>
      ${e.legend.map(e=>c`<li>${x(e.word)} <b class=${b(e.word)}>${e.word}</b>
        <span class="small">(${t.get(e.word)??0}) ${e.meaning}</span></li>`)}
    </ul>
  </details>`}function at(e,t){let n=e.sentences.map(e=>t.account.sentences.find(t=>t.id===e)).filter(e=>e!==void 0&&e.unit!==`heading`);return c`<h2>${e.title}</h2>
    <p class="sentences">${n.map(e=>ot(e,t))}</p>`}function ot(t,{chosen:n,wording:r}){let i=r.get(t.id)??t.paraphrase,a=t.id===n;return c`<a class="sentence ${b(t.record)} ${r.has(t.id)?`original`:``}"
    id="in-${t.id}" href=${e(`account`,[t.id])} aria-current=${a?`true`:l}
    ><span class="hidden">${o.home.spoken(t.record)} </span>${i}<span class="mark" aria-hidden="true"> ${S(t.record)}</span></a> `}function st(e,t){return c`<div class="own">
    <h2>${o.home.own.title}</h2>
    <p>${o.home.own.words}</p>
    <label class="button">${o.home.own.choose}
      <input class="hidden" type="file" accept=".txt,text/plain" @change=${n=>void ut(n,e,t)}></label>
    ${e.wording.size?c`<button @click=${()=>{e.wording.clear(),e.notice=``,t()}}>${o.home.own.forget}</button>`:``}
    <p role="status">${e.notice}</p>
  </div>`}function ct(e){e.preventDefault()}async function lt(e,t,n){e.preventDefault();let r=e.dataTransfer?.files[0];r&&await Q(r,t,n)}async function ut(e,t,n){let r=e.target.files?.[0];r&&await Q(r,t,n)}async function Q(e,t,n){e.size>2e5?t.notice=o.home.own.large:(t.wording.clear(),se(await e.text(),t.account.sentences).forEach((e,n)=>t.wording.set(n,e)),t.notice=o.home.own.matched(t.wording.size,t.account.sentences.length)),n()}function dt(e,t){let n=e.sections.flatMap(e=>e.sentences).filter(t=>e.sentences.some(e=>e.id===t&&e.unit!==`heading`)),r=n.indexOf(t.id);return{before:n[r-1]??null,after:n[r+1]??null}}function $(e,t){t&&(matchMedia(`(max-width: 860px)`).matches?e.querySelector(`#detail`)?.scrollIntoView({block:`start`}):(e.querySelector(`#in-${CSS.escape(t)}`)?.scrollIntoView({block:`nearest`}),e.querySelector(`#detail`)?.scrollTo(0,0)))}export{nt as home};