import{c as e,g as t,i as n,p as r,v as i}from"./index.js";async function a(n,r){let[i,a]=await Promise.all([e(`api/about`),e(`api/account`)]),o=await Promise.all(i.acts.map(t=>e(`api/act/${t}`))),l=e=>{let r=o.find(t=>t.act===e.parts[0])??o[0],i=r.levers.find(t=>t.id===e.query.get(`lever`))??s(r);t(c(o,{act:r,lever:i,account:a}),n)};return l(r),{update:e=>(l(e),!0)}}var o=[`preparedness`,`popular-forces`,`night`,`numbers`];function s(e){return o.flatMap(t=>e.levers.filter(e=>e.id.includes(t)))[0]??e.levers[0]}function c(e,t){let{act:a,lever:o}=t;return i`<div class="page lesson">
    <div class="no-print">
      <h1>${n.lesson.title}</h1>
      <p class="lead">${n.lesson.lead}</p>
      <p class="start"><label>${n.lesson.about} <select @change=${e=>location.hash=r(`lesson`,[e.target.value])}>
          ${e.map(e=>i`<option value=${e.act} ?selected=${e===a}>${n.acts[e.act]??e.title}</option>`)}</select></label>
        <label>${n.lesson.change} <select @change=${e=>location.hash=r(`lesson`,[a.act],{lever:e.target.value})}>
          ${a.levers.map(e=>i`<option value=${e.id} ?selected=${e===o}>${e.title}</option>`)}</select></label>
        <button class="main" @click=${()=>print()}>${n.lesson.print}</button></p>
      ${l(t)}
    </div>
    ${d(t)}
  </div>`}function l(e){let{act:t,lever:a}=e,o=[{href:r(`account`,[u(e)?.id??`s01`]),words:n.lesson.links.read},{href:r(`whatif`,[t.act],{lever:`${a.id}=${a.absent}`}),words:n.lesson.links.guess},{href:r(`whatif`,[t.act],{lever:`${a.id}=${a.absent}`,pairs:200,seed:1}),words:n.lesson.links.change},{href:r(`refights`,[t.act]),words:n.lesson.links.compare},{href:`#/sources`,words:n.lesson.links.who}];return i`<ol class="lesson-steps">${n.lesson.steps.map((e,t)=>i`<li><h2>${e.title} <span class="small">${e.minutes}</span></h2>
    <p>${e.words}</p><p><a class="button" href=${o[t].href}>${o[t].words}</a></p></li>`)}</ol>
    <h2>${n.lesson.careTitle}</h2><p>${n.lesson.care}</p>`}function u({account:e,lever:t}){return e.sentences.find(e=>t.sentences.includes(e.id))}function d(e){let{act:t,lever:r}=e,a=u(e);return i`<section class="worksheet" aria-label=${n.lesson.sheet}>
    <h2>${n.lesson.sheetTitle(n.acts[t.act]??t.title)}</h2>
    <p class="small">${n.lesson.name} ${p(28)} ${n.lesson.date} ${p(14)}</p>
    <h3>1. ${n.lesson.steps[0].title}</h3>
    ${a?i`<blockquote>${a.paraphrase} <span class="small">(${n.sentence.number(a.id)}; ${a.speaker})</span></blockquote>`:``}
    ${f(n.lesson.questions.read,2)}
    <h3>2. ${n.lesson.steps[1].title}</h3>
    <p>${n.lesson.changeWords(r.title)} ${r.levels[r.absent]?.words??``}</p>
    <p>${Object.values(n.whatif.guesses[t.act]??n.whatif.guesses.fall).map(e=>i`<span class="tick">☐ ${e}</span>`)}</p>
    ${f(n.lesson.questions.guess,2)}
    <h3>3. ${n.lesson.steps[2].title}</h3>
    <table><thead><tr><th scope="col">${n.whatif.outcome}</th><th scope="col">${n.whatif.asItWas}</th><th scope="col">${n.whatif.changed}</th><th scope="col">${n.lesson.difference}</th></tr></thead>
      <tbody>${n.lesson.rows.map(e=>i`<tr><th scope="row">${e}</th><td></td><td></td><td></td></tr>`)}</tbody></table>
    <h3>4. ${n.lesson.steps[3].title}</h3>
    ${f(n.lesson.questions.compare,3)}
    <h3>5. ${n.lesson.steps[4].title}</h3>
    <table><thead><tr><th scope="col">${n.lesson.source}</th><th scope="col">${n.lesson.figure}</th><th scope="col">${n.lesson.stance}</th><th scope="col">${n.lesson.how}</th></tr></thead>
      <tbody>${[1,2,3].map(()=>i`<tr><td class="tall"></td><td></td><td></td><td></td></tr>`)}</tbody></table>
    ${f(n.lesson.questions.who,2)}
    <p class="small">${n.lesson.foot}</p>
  </section>`}function f(e,t){return e.map(e=>i`<p>${e}</p>${Array.from({length:t},()=>i`<div class="rule"></div>`)}`)}function p(e){return i`<span class="blank">${`\xA0`.repeat(e)}</span>`}export{a as lesson};