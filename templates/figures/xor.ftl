<div class="choices" data-part="kinds" role="group" aria-label="What learns"></div>
<div class="choices">
<button type="button" data-action="train">Train</button>
<button type="button" data-action="step">One step</button>
<button type="button" data-action="reset">Another start</button>
</div>
<canvas class="wide" data-part="plane" role="img" aria-label="What the network gives"></canvas>
<p class="moment" data-part="words"></p>
