import{_ as e,f as t,h as n,i as r,s as i}from"./index.js";async function a(e,t){let[r,a]=await Promise.all([i(`api/about`),i(`api/account`)]),o=await Promise.all(r.acts.map(e=>i(`api/act/${e}`))),l=t=>{let r=o.find(e=>e.act===t.parts[0])??o[0],i=r.levers.find(e=>e.id===t.query.get(`lever`))??s(r);n(c(o,{act:r,lever:i,account:a}),e)};return l(t),{update:e=>(l(e),!0)}}var o=[`preparedness`,`popular-forces`,`night`,`numbers`];function s(e){return o.flatMap(t=>e.levers.filter(e=>e.id.includes(t)))[0]??e.levers[0]}function c(n,i){let{act:a,lever:o}=i;return e`<div class="page lesson">
    <div class="no-print">
      <h1>${r.lesson.title}</h1>
      <p class="lead">${r.lesson.lead}</p>
      <p class="start"><label>${r.lesson.about} <select @change=${e=>location.hash=t(`lesson`,[e.target.value])}>
          ${n.map(t=>e`<option value=${t.act} ?selected=${t===a}>${r.acts[t.act]??t.title}</option>`)}</select></label>
        <label>${r.lesson.change} <select @change=${e=>location.hash=t(`lesson`,[a.act],{lever:e.target.value})}>
          ${a.levers.map(t=>e`<option value=${t.id} ?selected=${t===o}>${t.title}</option>`)}</select></label>
        <button class="main" @click=${()=>print()}>${r.lesson.print}</button></p>
      ${l(i)}
    </div>
    ${d(i)}
  </div>`}function l(n){let{act:i,lever:a}=n,o=[{href:t(`account`,[u(n)?.id??`s01`]),words:r.lesson.links.read},{href:t(`whatif`,[i.act],{lever:`${a.id}=${a.absent}`}),words:r.lesson.links.guess},{href:t(`whatif`,[i.act],{lever:`${a.id}=${a.absent}`,pairs:200,seed:1}),words:r.lesson.links.change},{href:t(`refights`,[i.act]),words:r.lesson.links.compare},{href:`#/sources`,words:r.lesson.links.who}];return e`<ol class="lesson-steps">${r.lesson.steps.map((t,n)=>e`<li><h2>${t.title} <span class="small">${t.minutes}</span></h2>
    <p>${t.words}</p><p><a class="button" href=${o[n].href}>${o[n].words}</a></p></li>`)}</ol>
    <h2>${r.lesson.careTitle}</h2><p>${r.lesson.care}</p>`}function u({account:e,lever:t}){return e.sentences.find(e=>t.sentences.includes(e.id))}function d(t){let{act:n,lever:i}=t,a=u(t);return e`<section class="worksheet" aria-label=${r.lesson.sheet}>
    <h2>${r.lesson.sheetTitle(r.acts[n.act]??n.title)}</h2>
    <p class="small">${r.lesson.name} ${p(28)} ${r.lesson.date} ${p(14)}</p>
    <h3>1. ${r.lesson.steps[0].title}</h3>
    ${a?e`<blockquote>${a.paraphrase} <span class="small">(${r.sentence.number(a.id)}; ${a.speaker})</span></blockquote>`:``}
    ${f(r.lesson.questions.read,2)}
    <h3>2. ${r.lesson.steps[1].title}</h3>
    <p>${r.lesson.changeWords(i.title)} ${i.levels[i.absent]?.words??``}</p>
    <p>${Object.values(r.whatif.guesses[n.act]??r.whatif.guesses.fall).map(t=>e`<span class="tick">☐ ${t}</span>`)}</p>
    ${f(r.lesson.questions.guess,2)}
    <h3>3. ${r.lesson.steps[2].title}</h3>
    <table><thead><tr><th scope="col">${r.whatif.outcome}</th><th scope="col">${r.whatif.asItWas}</th><th scope="col">${r.whatif.changed}</th><th scope="col">${r.lesson.difference}</th></tr></thead>
      <tbody>${r.lesson.rows.map(t=>e`<tr><th scope="row">${t}</th><td></td><td></td><td></td></tr>`)}</tbody></table>
    <h3>4. ${r.lesson.steps[3].title}</h3>
    ${f(r.lesson.questions.compare,3)}
    <h3>5. ${r.lesson.steps[4].title}</h3>
    <table><thead><tr><th scope="col">${r.lesson.source}</th><th scope="col">${r.lesson.figure}</th><th scope="col">${r.lesson.stance}</th><th scope="col">${r.lesson.how}</th></tr></thead>
      <tbody>${[1,2,3].map(()=>e`<tr><td class="tall"></td><td></td><td></td><td></td></tr>`)}</tbody></table>
    ${f(r.lesson.questions.who,2)}
    <p class="small">${r.lesson.foot}</p>
  </section>`}function f(t,n){return t.map(t=>e`<p>${t}</p>${Array.from({length:n},()=>e`<div class="rule"></div>`)}`)}function p(t){return e`<span class="blank">${`\xA0`.repeat(t)}</span>`}export{a as lesson};