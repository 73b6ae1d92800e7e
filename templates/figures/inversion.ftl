<div class="choices" data-part="changes" role="group" aria-label="What is inverted"></div>
<canvas class="wide" data-part="scores" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words"></p>
