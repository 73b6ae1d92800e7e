<div class="choices" data-part="layers" role="group" aria-label="Layer to show"></div>
<div class="controls">
<#assign moment = "" along = "Epoch">
<#include "../parts/timeline.ftl">
<#assign along = "Training">
<button type="button" data-action="turn" aria-pressed="false">Turn</button>
</div>
<canvas class="wide" data-part="plane" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words"></p>
<p class="moment">Drag an axis, filled, or a digit’s centre, ringed; or choose one, then click or press arrow keys.</p>
<div class="choices" data-part="axes" role="group" aria-label="Axis to move"><span>Axis</span></div>
<div class="choices" data-part="digits" role="group" aria-label="Digit to move"><span>Digit</span></div>
