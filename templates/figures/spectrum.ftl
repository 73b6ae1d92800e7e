<div class="controls">
<label class="slide">Components <input type="range" data-part="components" min="0" max="100" value="20" step="1"></label>
<button type="button" data-action="out" aria-pressed="false">Leave out 1</button>
</div>
<canvas class="wide" data-part="pictures" tabindex="0" role="application" aria-label="The digit from its components. Arrow keys choose a component." aria-describedby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
