<div class="controls">
<label class="slide">Temperature <input type="range" data-part="temperature" min="-70" max="70" step="1"></label>
<label class="slide">Add to all scores <input type="range" data-part="shift" min="-100" max="100" step="1"></label>
<button type="button" data-action="drawing" aria-pressed="true">Scores of the drawing</button>
</div>
<div class="scores">
<div class="score-sliders"><#list figure.table[1..figure.table?size - 2] as row>
<label class="slide"><b aria-hidden="true">${row[0]}</b><input type="range" data-score="${row[0]}" min="-300" max="300" step="1" aria-label="Score of ${row[0]}"></label>
</#list></div>
<canvas class="wide" data-part="steps" role="img" aria-labelledby="${figure.id}-words"></canvas>
</div>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
