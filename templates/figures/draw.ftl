<#include "../parts/pad.ftl">
<#include "../parts/answer.ftl">
