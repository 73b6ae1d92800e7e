<#import "layout.ftl" as layout>
<@layout.page title=(content.title + " · " + site.title) description=content.description kind="page">
<article>
<header class="article-header">
<h1>${content.title}</h1>
<p class="lead">${content.description}</p>
</header>
<div class="prose">
${content.body}
</div>
</article>
</@layout.page>
