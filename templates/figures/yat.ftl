<div class="sliders">
<label class="slide"><span></span><input type="range" min="-300" max="300" step="1" aria-label="First weight"></label>
<label class="slide"><span></span><input type="range" min="-300" max="300" step="1" aria-label="Second weight"></label>
<label class="slide"><span></span><input type="range" min="-500" max="100" step="1" aria-label="ε"></label>
<label class="slide"><span></span><input type="range" min="-300" max="300" step="1" aria-label="Bias"></label>
<label class="slide"><span></span><input type="range" min="-100" max="100" step="1" aria-label="α"></label>
<label class="slide"><span></span><input type="range" min="0" max="359" step="1" aria-label="Direction of the ray"></label>
</div>
<div class="choices"><button type="button" data-action="trained" aria-pressed="true">As trained</button></div>
<div class="halves">
<canvas class="wide" data-part="field" tabindex="0" role="application" aria-label="The unit’s value over the plane. Arrow keys move its weights." aria-describedby="${figure.id}-words"></canvas>
<canvas class="wide" data-part="ray" role="img" aria-labelledby="${figure.id}-words"></canvas>
</div>
<canvas class="wide" data-part="parts" role="img" aria-label="The weighted sum, the cosine and the distance over the same points"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words"></p>
