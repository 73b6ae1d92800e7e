<div class="choices" data-part="stages" role="group" aria-label="Stage of the network"></div>
<div class="controls">
<label class="slide">Map <input type="range" data-part="map" min="0" max="1" value="0" step="1"></label>
</div>
<canvas class="wide" data-part="maps" tabindex="0" role="application" aria-label="Feature maps. Arrow keys move from cell to cell of the chosen map." aria-describedby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
