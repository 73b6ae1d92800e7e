<#import "base.ftl" as base>
<@base.page>
<p><time datetime="${content.date?string("yyyy-MM-dd")}">${content.date?string("d MMMM yyyy")}</time>, ${content.minutes} min</p>
<ul>
<#list content.toc as entry>
<li><a href="#${entry.id}">${entry.text}</a></li>
</#list>
</ul>
${content.body}
<#if content.previous??><p><a rel="prev" href="${content.previous.uri}">${content.previous.title}</a></p></#if>
<#if content.next??><p><a rel="next" href="${content.next.uri}">${content.next.title}</a></p></#if>
</@base.page>
