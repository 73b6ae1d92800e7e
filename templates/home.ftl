<#import "layout.ftl" as layout>
<@layout.page title=(site.title + ": " + site.tagline?lower_case) description=content.description kind="home">
<header class="hero">
<h1>${content.title}</h1>
<p class="lead">${content.description}</p>
</header>
<div class="prose">
${content.body}
</div>
<section class="articles" aria-labelledby="articles">
<h2 id="articles">Read on</h2>
<ol>
<#list articles as article><li>
<a href="${content.rootpath!""}${article.uri}"><strong>${article.title}</strong>
<span>${article.description}</span>
<small>${article.minutes} minutes</small></a>
</li>
</#list></ol>
</section>
</@layout.page>
