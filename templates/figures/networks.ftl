<#-- A network that is larger than a page with all its figures may be loads only when it is asked. -->
<#assign large = 100000>
<p class="agreement" data-part="agreement">Draw a digit, and they all answer.</p>
<ul class="networks">
<#list figure.networks as network>
<li class="network" data-network="${network.id}" data-src="${network.src}" data-digit="">
<span class="network-digit" data-part="digit">·</span>
<span class="network-name"><strong>${network.title}</strong>
<small>${(100 * network.accuracy)?string("0.0")} % of test digits · ${(network.bytes / 1000)?string("0")} KB</small></span>
<#if (network.bytes > large)>
<button type="button" data-action="ask">Ask it too<span class="unseen">: ${network.title}</span></button>
</#if>
<span class="network-answer"><span class="network-bar"></span><span class="network-words" data-part="words"><#if (network.bytes <= large)>loading</#if></span></span>
</li>
</#list>
</ul>
<p class="unseen" data-part="heard" role="status"></p>
