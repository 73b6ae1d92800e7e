<div class="choices" data-part="outputs" role="group" aria-label="Output to maximise"></div>
<div class="choices" data-part="limits" role="group" aria-label="What keeps the input from growing"></div>
<div class="choices">
<button type="button" data-action="play">Play</button>
<button type="button" data-action="step">One step</button>
<button type="button" data-action="noise">Begin with noise</button>
<button type="button" data-action="drawing">Begin with your drawing</button>
</div>
<canvas class="wide" data-part="pictures" role="img" aria-label="Weights and what the ascent draws"></canvas>
