<div class="controls">
<div class="segmented" role="group" aria-label="What to show">
<button type="button" data-action="weights" aria-pressed="true">Weights</button>
<button type="button" data-action="seen" aria-pressed="false">What it saw in your drawing</button>
</div>
<div class="replay">
<button type="button" data-action="play" aria-pressed="false">Play</button>
<label><span class="replay-label">Training</span>
<input type="range" data-part="replay" min="0" max="1" value="1" step="1" aria-label="Moment of training"></label>
<output class="moment" data-part="moment">Trained: ${(100 * record[figure.model].published.test.accuracy)?string("0.0")} % of test digits right</output>
</div>
</div>
<div class="units" data-part="units"></div>
<canvas class="scale" data-part="scale" role="img" aria-label="Colour scale: orange speaks against the digit, blue speaks for it"></canvas>
