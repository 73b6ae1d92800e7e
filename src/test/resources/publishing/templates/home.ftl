<#import "base.ftl" as base>
<@base.page>
${content.body}
<ol>
<#list articles as article>
<li><a href="${article.uri}">${article.title}</a>: ${article.description} (${article.minutes} min)</li>
</#list>
</ol>
</@base.page>
