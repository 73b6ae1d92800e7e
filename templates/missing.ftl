<#import "layout.ftl" as layout>
<#-- The web server shows it for an address that leads nowhere, at that address. -->
<@layout.page title=(content.title + " · " + site.title) description=content.description kind="missing">
<header class="article-header">
<h1>${content.title}</h1>
<p class="lead">${content.description}</p>
</header>
<div class="prose">
<p><button class="search-too" type="button" data-part="search-too">Search for it</button></p>
<p>Or read one of the articles:</p>
<ul>
<#list articles as article><li><a href="${article.uri}">${article.title}</a></li>
</#list></ul>
<p>There are also <#list pages as page><#if !page?is_first><#if page?is_last> and <#else>, </#if></#if><a href="${page.uri}">${page.label?uncap_first}</a></#list>.</p>
</div>
</@layout.page>
