import{d as e,i as t,l as n,p as r}from"./store.js";import{V as i}from"./index.js";async function a(n,r){let[i,a]=await Promise.all([t(`api/about`),t(`api/account`)]),o=await Promise.all(i.acts.map(e=>t(`api/act/${e}`))),l=t=>{let r=o.find(e=>e.act===t.parts[0])??o[0],i=r.levers.find(e=>e.id===t.query.get(`lever`))??s(r);e(c(o,{act:r,lever:i,account:a}),n)};return l(r),{update:e=>(l(e),!0)}}var o=[`preparedness`,`popular-forces`,`night`,`numbers`];function s(e){return o.flatMap(t=>e.levers.filter(e=>e.id.includes(t)))[0]??e.levers[0]}function c(e,t){let{act:a,lever:o}=t;return r`<div class="page lesson">
    <div class="no-print">
      <h1>${n.lesson.title}</h1>
      <p class="lead">${n.lesson.lead}</p>
      <p class="start"><label>${n.lesson.about} <select @change=${e=>location.hash=i(`lesson`,[e.target.value])}>
          ${e.map(e=>r`<option value=${e.act} ?selected=${e===a}>${n.acts[e.act]??e.title}</option>`)}</select></label>
        <label>${n.lesson.change} <select @change=${e=>location.hash=i(`lesson`,[a.act],{lever:e.target.value})}>
          ${a.levers.map(e=>r`<option value=${e.id} ?selected=${e===o}>${e.title}</option>`)}</select></label>
        <button class="main" @click=${()=>print()}>${n.lesson.print}</button></p>
      ${l(t)}
    </div>
    ${d(t)}
  </div>`}function l(e){let{act:t,lever:a}=e,o=[{href:i(`account`,[u(e)?.id??`s01`]),words:n.lesson.links.read},{href:i(`whatif`,[t.act],{lever:`${a.id}=${a.absent}`}),words:n.lesson.links.guess},{href:i(`whatif`,[t.act],{lever:`${a.id}=${a.absent}`,pairs:200,seed:1}),words:n.lesson.links.change},{href:i(`refights`,[t.act]),words:n.lesson.links.compare},{href:`#/sources`,words:n.lesson.links.who}];return r`<ol class="lesson-steps">${n.lesson.steps.map((e,t)=>r`<li><h2>${e.title} <span class="small">${e.minutes}</span></h2>
    <p>${e.words}</p><p><a class="button" href=${o[t].href}>${o[t].words}</a></p></li>`)}</ol>
    <h2>${n.lesson.careTitle}</h2><p>${n.lesson.care}</p>`}function u({account:e,lever:t}){return e.sentences.find(e=>t.sentences.includes(e.id))}function d(e){let{act:t,lever:i}=e,a=u(e);return r`<section class="worksheet" aria-label=${n.lesson.sheet}>
    <h2>${n.lesson.sheetTitle(n.acts[t.act]??t.title)}</h2>
    <p class="small">${n.lesson.name} ${p(28)} ${n.lesson.date} ${p(14)}</p>
    <h3>1. ${n.lesson.steps[0].title}</h3>
    ${a?r`<blockquote>${a.paraphrase} <span class="small">(${n.sentence.number(a.id)}; ${a.speaker})</span></blockquote>`:``}
    ${f(n.lesson.questions.read,2)}
    <h3>2. ${n.lesson.steps[1].title}</h3>
    <p>${n.lesson.changeWords(i.title)} ${i.levels[i.absent]?.words??``}</p>
    <p>${Object.values(n.whatif.guesses[t.act]??n.whatif.guesses.fall).map(e=>r`<span class="tick">☐ ${e}</span>`)}</p>
    ${f(n.lesson.questions.guess,2)}
    <h3>3. ${n.lesson.steps[2].title}</h3>
    <table><thead><tr><th scope="col">${n.whatif.outcome}</th><th scope="col">${n.whatif.asItWas}</th><th scope="col">${n.whatif.changed}</th><th scope="col">${n.lesson.difference}</th></tr></thead>
      <tbody>${n.lesson.rows.map(e=>r`<tr><th scope="row">${e}</th><td></td><td></td><td></td></tr>`)}</tbody></table>
    <h3>4. ${n.lesson.steps[3].title}</h3>
    ${f(n.lesson.questions.compare,3)}
    <h3>5. ${n.lesson.steps[4].title}</h3>
    <table><thead><tr><th scope="col">${n.lesson.source}</th><th scope="col">${n.lesson.figure}</th><th scope="col">${n.lesson.stance}</th><th scope="col">${n.lesson.how}</th></tr></thead>
      <tbody>${[1,2,3].map(()=>r`<tr><td class="tall"></td><td></td><td></td><td></td></tr>`)}</tbody></table>
    ${f(n.lesson.questions.who,2)}
    <p class="small">${n.lesson.foot}</p>
  </section>`}function f(e,t){return e.map(e=>r`<p>${e}</p>${Array.from({length:t},()=>r`<div class="rule"></div>`)}`)}function p(e){return r`<span class="blank">${`\xA0`.repeat(e)}</span>`}export{a as lesson};