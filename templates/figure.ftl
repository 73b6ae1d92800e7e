<#-- A figure: the still picture, what its live form is made of, the takeaway, and the numbers behind it. -->
<figure class="demo demo-${figure.name}" id="${figure.id}" data-demo="${figure.name}" data-model="${figure.model}" data-state="still"<#if figure.src??> data-src="${figure.src}"</#if><#if figure.script??> data-script="${figure.script}"</#if><#if figure.replay??> data-replay="${figure.replay}"</#if><#list figure.views as name, address> data-view-${name}="${address}"</#list><#if figure.facts??> data-facts="${figure.facts}"</#if><#list figure.own as name, value> data-parameter-${name}="${value}"</#list> data-sample="${figure.sample}">
<div class="stage">
<div class="still">${figure.svg}</div>
<#if figure.name == "networks"><#-- Keeps the room that one row for each network will need. -->
<ul class="networks reserve" aria-hidden="true"><#list figure.networks as network><li class="network"></li></#list></ul>
</#if><#if figure.name == "seeds" || figure.name == "stress">
<div class="rows reserve" aria-hidden="true"><#list figure.table[1..] as row><i></i></#list></div>
</#if><#if figure.name == "filters">
<div class="units reserve<#if (figure.table[0]?size > 5)> leads-on</#if>" aria-hidden="true"><#list figure.table[1..] as unit><i></i></#list></div>
</#if><div class="live" data-part="live"></div>
<template><#include "figures/" + figure.name + ".ftl"></template>
</div>
<p class="failure" data-part="note" role="status" hidden></p>
<figcaption>
<p id="${figure.id}-caption">${figure.caption}</p>
<details class="numbers">
<summary>The numbers</summary>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${figure.id}-caption">
<table>
<thead><tr><#list figure.table[0] as heading><th scope="col">${heading}</th></#list></tr></thead>
<tbody>
<#list figure.table[1..] as row><tr><#list row as cell><#if cell?is_first><th scope="row">${cell}</th><#else><td>${cell}</td></#if></#list></tr>
</#list></tbody>
</table>
</div>
</details>
</figcaption>
</figure>
