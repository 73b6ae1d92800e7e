<#import "base.ftl" as base>
<@base.page>
<p>Nothing here.</p>
</@base.page>
