import{d as e,g as t,m as n,o as r,r as i}from"./index.js";async function a(e,t){let[i,a]=await Promise.all([r(`api/about`),r(`api/account`)]),o=await Promise.all(i.acts.map(e=>r(`api/act/${e}`))),l=t=>{let r=o.find(e=>e.act===t.parts[0])??o[0],i=r.levers.find(e=>e.id===t.query.get(`lever`))??s(r);n(c(o,{act:r,lever:i,account:a}),e)};return l(t),{update:e=>(l(e),!0)}}var o=[`preparedness`,`popular-forces`,`night`,`numbers`];function s(e){return o.flatMap(t=>e.levers.filter(e=>e.id.includes(t)))[0]??e.levers[0]}function c(n,r){let{act:a,lever:o}=r;return t`<div class="page lesson">
    <div class="no-print">
      <h1>${i.lesson.title}</h1>
      <p class="lead">${i.lesson.lead}</p>
      <p class="start"><label>${i.lesson.about} <select @change=${t=>location.hash=e(`lesson`,[t.target.value])}>
          ${n.map(e=>t`<option value=${e.act} ?selected=${e===a}>${i.acts[e.act]??e.title}</option>`)}</select></label>
        <label>${i.lesson.change} <select @change=${t=>location.hash=e(`lesson`,[a.act],{lever:t.target.value})}>
          ${a.levers.map(e=>t`<option value=${e.id} ?selected=${e===o}>${e.title}</option>`)}</select></label>
        <button class="main" @click=${()=>print()}>${i.lesson.print}</button></p>
      ${l(r)}
    </div>
    ${d(r)}
  </div>`}function l(n){let{act:r,lever:a}=n,o=[{href:e(`account`,[u(n)?.id??`s01`]),words:i.lesson.links.read},{href:e(`whatif`,[r.act],{lever:`${a.id}=${a.absent}`}),words:i.lesson.links.guess},{href:e(`whatif`,[r.act],{lever:`${a.id}=${a.absent}`,pairs:200,seed:1}),words:i.lesson.links.change},{href:e(`refights`,[r.act]),words:i.lesson.links.compare},{href:`#/sources`,words:i.lesson.links.who}];return t`<ol class="lesson-steps">${i.lesson.steps.map((e,n)=>t`<li><h2>${e.title} <span class="small">${e.minutes}</span></h2>
    <p>${e.words}</p><p><a class="button" href=${o[n].href}>${o[n].words}</a></p></li>`)}</ol>
    <h2>${i.lesson.careTitle}</h2><p>${i.lesson.care}</p>`}function u({account:e,lever:t}){return e.sentences.find(e=>t.sentences.includes(e.id))}function d(e){let{act:n,lever:r}=e,a=u(e);return t`<section class="sheet" aria-label=${i.lesson.sheet}>
    <h2>${i.lesson.sheetTitle(i.acts[n.act]??n.title)}</h2>
    <p class="small">${i.lesson.name} ${p(28)} ${i.lesson.date} ${p(14)}</p>
    <h3>1. ${i.lesson.steps[0].title}</h3>
    ${a?t`<blockquote>${a.paraphrase} <span class="small">(${a.id}; ${a.speaker})</span></blockquote>`:``}
    ${f(i.lesson.questions.read,2)}
    <h3>2. ${i.lesson.steps[1].title}</h3>
    <p>${i.lesson.changeWords(r.title)} ${r.levels[r.absent]?.words??``}</p>
    <p>${Object.values(i.whatif.guesses[n.act]??i.whatif.guesses.fall).map(e=>t`<span class="tick">☐ ${e}</span>`)}</p>
    ${f(i.lesson.questions.guess,2)}
    <h3>3. ${i.lesson.steps[2].title}</h3>
    <table><thead><tr><th scope="col">${i.whatif.outcome}</th><th scope="col">${i.whatif.asItWas}</th><th scope="col">${i.whatif.changed}</th><th scope="col">${i.lesson.difference}</th></tr></thead>
      <tbody>${i.lesson.rows.map(e=>t`<tr><th scope="row">${e}</th><td></td><td></td><td></td></tr>`)}</tbody></table>
    <h3>4. ${i.lesson.steps[3].title}</h3>
    ${f(i.lesson.questions.compare,3)}
    <h3>5. ${i.lesson.steps[4].title}</h3>
    <table><thead><tr><th scope="col">${i.lesson.source}</th><th scope="col">${i.lesson.figure}</th><th scope="col">${i.lesson.stance}</th><th scope="col">${i.lesson.how}</th></tr></thead>
      <tbody>${[1,2,3].map(()=>t`<tr><td class="tall"></td><td></td><td></td><td></td></tr>`)}</tbody></table>
    ${f(i.lesson.questions.who,2)}
    <p class="small">${i.lesson.foot}</p>
  </section>`}function f(e,n){return e.map(e=>t`<p>${e}</p>${Array.from({length:n},()=>t`<div class="rule"></div>`)}`)}function p(e){return t`<span class="blank">${`\xA0`.repeat(e)}</span>`}export{a as lesson};