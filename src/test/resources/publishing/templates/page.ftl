<#import "base.ftl" as base>
<@base.page>
${content.body}
</@base.page>
