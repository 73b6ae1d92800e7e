<#import "layout.ftl" as layout>
<@layout.page title=(content.title + " · " + site.title) description=content.description kind="article">
<article itemscope itemtype="https://schema.org/TechArticle">
<meta itemprop="author" content="${site.author}">
<meta itemprop="dateModified" content="${(content.updated!content.date)?string("yyyy-MM-dd")}">
<#if content.tags?has_content><meta itemprop="keywords" content="${content.tags?join(", ")}">
</#if><header class="article-header">
<h1 itemprop="headline">${content.title}</h1>
<p class="lead" itemprop="description">${content.description}</p>
<p class="meta">${content.minutes} minutes · <time itemprop="datePublished" datetime="${content.date?string("yyyy-MM-dd")}">${content.date?string("d MMMM yyyy")}</time></p>
<#if content.topics?has_content>
<#assign listed = pages?map(page -> page.uri)?seq_contains("topics.html")>
<ul class="tags" aria-label="Topics"><#list content.topics as each><li><#if listed><a href="${content.rootpath!""}topics.html#${each.id}">${each.topic}</a><#else>${each.topic}</#if></li></#list></ul>
</#if>
</header>
<#if content.toc?has_content>
<nav class="toc" aria-label="On this page">
<p>On this page</p>
<ol>
<#list content.toc as entry><li><a href="#${entry.id}">${entry.text}</a></li>
</#list></ol>
</nav>
</#if>
<div class="prose" itemprop="articleBody">
${content.body}
<#-- Braces keep the title's capitals, and the author whole. -->
<#assign tex = content.title?replace("([&%#_$])", "\\\\$1", "r")>
<details class="note cite-page">
<summary class="note-title">Cite this page</summary>
<div class="code"><pre tabindex="0"><code class="language-bibtex">@misc{${site.title?lower_case?replace("[^a-z0-9]+", "-", "r")}-${content.uri?remove_ending(".html")},
  author       = {{${site.author}}},
  title        = {{${tex}}},
  howpublished = {${site.title}},
  year         = {${(content.updated!content.date)?string("yyyy")}},
  url          = {${layout.canonical}}
}</code></pre></div>
</details>
</div>
<#if content.previous?? || content.next??>
<nav class="onwards" aria-label="Previous and next article">
<#if content.previous??><a rel="prev" href="${content.rootpath!""}${content.previous.uri}"><small>Previous</small> ${content.previous.title}</a></#if>
<#if content.next??><a rel="next" href="${content.rootpath!""}${content.next.uri}"><small>Next</small> ${content.next.title}</a></#if>
</nav>
</#if>
</article>
</@layout.page>
