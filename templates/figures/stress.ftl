<#-- A network that is larger than a page with all its figures may be loads only when it is picked. -->
<div class="choices" data-part="changes" role="group" aria-label="Change"></div>
<div class="controls">
<label class="slide">Amount <input type="range" data-part="amount" min="0" max="1" value="0" step="1"></label>
<label class="slide">Network <select data-part="network"><#list figure.networks as network>
<option value="${network?index}" data-network="${network.id}" data-title="${network.title}" data-src="${network.src}"<#if (network.bytes > 100000)> data-large</#if>>${network.title}</option>
</#list></select></label>
</div>
<canvas class="wide" data-part="stress" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
