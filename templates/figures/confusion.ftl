<div class="controls">
<label class="slide">Network <select data-part="network"><#list figure.networks as network>
<option value="${network?index}" data-network="${network.id}" data-src="${network.src}">${network.title}</option>
</#list></select></label>
<label class="slide">Change to <select data-part="with">
<option value="0">none</option><#list figure.networks as network>
<option value="${network?index + 1}">${network.title}</option>
</#list></select></label>
</div>
<canvas class="wide" data-part="matrix" tabindex="0" role="application" aria-label="Confusion matrix. Arrow keys move from cell to cell." aria-describedby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
<p class="moment" data-part="found" role="status">The examples are on their way.</p>
<div class="picker-tiles" data-part="examples"></div>
