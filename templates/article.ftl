<#import "layout.ftl" as layout>
<@layout.page title=(content.title + " · " + site.title) description=content.description kind="article">
<article>
<header class="article-header">
<h1>${content.title}</h1>
<p class="lead">${content.description}</p>
<p class="meta">${content.minutes} minutes · <time datetime="${content.date?string("yyyy-MM-dd")}">${content.date?string("d MMMM yyyy")}</time></p>
</header>
<#if content.toc?has_content>
<nav class="toc" aria-label="On this page">
<p>On this page</p>
<ol>
<#list content.toc as entry><li><a href="#${entry.id}">${entry.text}</a></li>
</#list></ol>
</nav>
</#if>
<div class="prose">
${content.body}
</div>
</article>
</@layout.page>
