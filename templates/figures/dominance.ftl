<div class="controls"><label class="slide">Seed <input type="range" data-part="seed" min="1" max="1" value="1" step="1"></label></div>
<canvas class="wide" data-part="units" tabindex="0" role="application" aria-label="The most active unit by digit. Arrow keys up and down choose a digit, left and right a seed." aria-describedby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
<p class="moment said" data-part="yours"></p>
<p class="moment" data-part="summary"></p>
