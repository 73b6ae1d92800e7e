<div class="choices" role="group" aria-label="Hidden units, pressed while they are on">
<span class="choices" data-part="switches"></span>
<button type="button" data-action="all">All on</button>
</div>
<canvas class="wide" data-part="answer" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment" id="${figure.id}-words" data-part="words" role="status"></p>
