<div class="controls"><label class="slide">Point <input type="range" data-part="point" min="0" max="1" value="0" step="1"></label></div>
<canvas class="wide" data-part="errors" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said"><span id="${figure.id}-words" data-part="words" role="status">Pick a dot to see what it is and where it was published.</span> <a data-part="source" rel="noopener" hidden></a></p>
