<div class="choices" role="group" aria-label="Whose score to take apart">
<button type="button" data-action="answer" aria-pressed="true">The answer</button>
<span class="choices" data-part="outputs"></span>
</div>
<canvas class="wide" data-part="bars" role="img" aria-label="Hidden units"></canvas>
