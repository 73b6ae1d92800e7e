<div class="choices" data-part="maps" role="group" aria-label="Map to show"></div>
<div class="controls">
<div class="choices" data-part="digits" role="group" aria-label="Digit that stands out"></div>
<button type="button" data-action="worst">Pick the worst</button>
</div>
<canvas class="wide" data-part="map" tabindex="0" role="application" aria-label="A map of test digits. Arrow keys go from point to point." aria-describedby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
