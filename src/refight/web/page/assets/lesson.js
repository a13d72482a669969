import{a as e,f as t,g as n,m as r}from"./store.js";import{H as i}from"./index.js";async function a(t,n){let[i,a]=await Promise.all([e(`api/about`),e(`api/account`)]),o=await Promise.all(i.acts.map(t=>e(`api/act/${t}`))),l=e=>{let n=o.find(t=>t.act===e.parts[0])??o[0],i=n.levers.find(t=>t.id===e.query.get(`lever`))??s(n);r(c(o,{act:n,lever:i,account:a}),t)};return l(n),{update:e=>(l(e),!0)}}var o=[`preparedness`,`popular-forces`,`night`,`numbers`];function s(e){return o.flatMap(t=>e.levers.filter(e=>e.id.includes(t)))[0]??e.levers[0]}function c(e,r){let{act:a,lever:o}=r;return n`<div class="page lesson">
    <div class="no-print">
      <h1>${t.lesson.title}</h1>
      <p class="lead">${t.lesson.lead}</p>
      <p class="start"><label>${t.lesson.about} <select @change=${e=>location.hash=i(`lesson`,[e.target.value])}>
          ${e.map(e=>n`<option value=${e.act} ?selected=${e===a}>${t.acts[e.act]??e.title}</option>`)}</select></label>
        <label>${t.lesson.change} <select @change=${e=>location.hash=i(`lesson`,[a.act],{lever:e.target.value})}>
          ${a.levers.map(e=>n`<option value=${e.id} ?selected=${e===o}>${e.title}</option>`)}</select></label>
        <button class="main" @click=${()=>print()}>${t.lesson.print}</button></p>
      ${l(r)}
    </div>
    ${d(r)}
  </div>`}function l(e){let{act:r,lever:a}=e,o=[{href:i(`account`,[u(e)?.id??`s01`]),words:t.lesson.links.read},{href:i(`whatif`,[r.act],{lever:`${a.id}=${a.absent}`}),words:t.lesson.links.guess},{href:i(`whatif`,[r.act],{lever:`${a.id}=${a.absent}`,pairs:200,seed:1}),words:t.lesson.links.change},{href:i(`refights`,[r.act]),words:t.lesson.links.compare},{href:`#/sources`,words:t.lesson.links.who}];return n`<ol class="lesson-steps">${t.lesson.steps.map((e,t)=>n`<li><h2>${e.title} <span class="small">${e.minutes}</span></h2>
    <p>${e.words}</p><p><a class="button" href=${o[t].href}>${o[t].words}</a></p></li>`)}</ol>
    <h2>${t.lesson.careTitle}</h2><p>${t.lesson.care}</p>`}function u({account:e,lever:t}){return e.sentences.find(e=>t.sentences.includes(e.id))}function d(e){let{act:r,lever:i}=e,a=u(e);return n`<section class="worksheet" aria-label=${t.lesson.sheet}>
    <h2>${t.lesson.sheetTitle(t.acts[r.act]??r.title)}</h2>
    <p class="small">${t.lesson.name} ${p(28)} ${t.lesson.date} ${p(14)}</p>
    <h3>1. ${t.lesson.steps[0].title}</h3>
    ${a?n`<blockquote>${a.paraphrase} <span class="small">(${t.sentence.number(a.id)}; ${a.speaker})</span></blockquote>`:``}
    ${f(t.lesson.questions.read,2)}
    <h3>2. ${t.lesson.steps[1].title}</h3>
    <p>${t.lesson.changeWords(i.title)} ${i.levels[i.absent]?.words??``}</p>
    <p>${Object.values(t.whatif.guesses[r.act]??t.whatif.guesses.fall).map(e=>n`<span class="tick">☐ ${e}</span>`)}</p>
    ${f(t.lesson.questions.guess,2)}
    <h3>3. ${t.lesson.steps[2].title}</h3>
    <table><thead><tr><th scope="col">${t.whatif.outcome}</th><th scope="col">${t.whatif.asItWas}</th><th scope="col">${t.whatif.changed}</th><th scope="col">${t.lesson.difference}</th></tr></thead>
      <tbody>${t.lesson.rows.map(e=>n`<tr><th scope="row">${e}</th><td></td><td></td><td></td></tr>`)}</tbody></table>
    <h3 class="second-side">4. ${t.lesson.steps[3].title}</h3>
    ${f(t.lesson.questions.compare,3)}
    <h3>5. ${t.lesson.steps[4].title}</h3>
    <table><thead><tr><th scope="col">${t.lesson.source}</th><th scope="col">${t.lesson.figure}</th><th scope="col">${t.lesson.stance}</th><th scope="col">${t.lesson.how}</th></tr></thead>
      <tbody>${[1,2,3].map(()=>n`<tr><td class="tall"></td><td></td><td></td><td></td></tr>`)}</tbody></table>
    ${f(t.lesson.questions.who,2)}
    <p class="small">${t.lesson.foot}</p>
  </section>`}function f(e,t){return e.map(e=>n`<p>${e}</p>${Array.from({length:t},()=>n`<div class="rule"></div>`)}`)}function p(e){return n`<span class="blank">${`\xA0`.repeat(e)}</span>`}export{a as lesson};