<figure class="demo" id="${figure.id}" data-demo="${figure.name}" data-model="${figure.model}" data-state="still"<#if figure.src??> data-src="${figure.src}"</#if><#if figure.facts??> data-facts="${figure.facts}"</#if><#list figure.views as name, address> data-view-${name}="${address}"</#list><#if figure.replay??> data-replay="${figure.replay}"</#if><#list figure.parameters as key, value> data-${key}="${value}"</#list>>
<div data-part="still">${figure.svg}</div>
<figcaption id="${figure.id}-caption">${figure.caption}</figcaption>
<details><summary>Numbers</summary><table>
<#list figure.table as row>
<tr><#list row as cell><td>${cell}</td></#list></tr>
</#list>
</table></details>
<#list figure.networks as network><i data-network="${network.id}" data-src="${network.src}"></i></#list>
</figure>
