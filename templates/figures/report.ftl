<div class="choices" data-part="units" role="group" aria-label="Unit to show"></div>
<canvas class="wide" data-part="report" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
