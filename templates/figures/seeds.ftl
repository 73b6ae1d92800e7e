<div class="controls"><label class="slide">Run <input type="range" data-part="run" min="0" max="1" value="0" step="1"></label></div>
<canvas class="wide" data-part="runs" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status">Pick a dot to see its run.</p>
