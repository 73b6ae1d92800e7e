<div class="answer-side">
<div class="answer">
<output data-part="prediction" data-digit="" data-probability="" aria-live="off"><span class="answer-digit" data-part="digit">?</span><span class="answer-words" data-part="words"></span></output>
<div class="seen"><canvas data-part="ink28" role="img" aria-label="The 28×28 pixels that the network reads"></canvas><span>28 × 28 pixels:<br>all it sees</span></div>
</div>
<canvas class="bars" data-part="bars" role="img" aria-label="Probability of each digit"></canvas>
<p class="unseen" data-part="spoken" role="status"></p>
</div>
