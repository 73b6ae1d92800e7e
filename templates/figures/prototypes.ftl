<div class="controls">
<button type="button" data-action="flip" aria-pressed="false">Flip negatives</button>
<label class="slide">Seed <input type="range" data-part="seed" min="1" max="10" step="1"></label>
</div>
<p class="moment said" id="${figure.id}-words" data-part="words"></p>
<canvas class="wide" data-part="pictures" role="img" aria-labelledby="${figure.id}-words"></canvas>
<label class="slide">Slant of the ones <input type="range" data-part="slant" min="-30" max="80" step="5"></label>
<canvas class="wide" data-part="slants" role="img" aria-labelledby="${figure.id}-leaning"></canvas>
<p class="moment said" id="${figure.id}-leaning" data-part="leaning"></p>
