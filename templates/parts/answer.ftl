<div class="answer-side">
<div class="answer">
<output data-part="prediction" data-digit="" data-probability="" data-sure="empty" aria-live="off"><span class="answer-digit" data-part="digit">?</span><span class="answer-words" data-part="words"></span></output>
<div class="seen"><canvas data-part="ink28" role="img" aria-label="The 28×28 pixels that the network reads"></canvas><span>28 × 28 pixels:<br>all it sees</span></div>
</div>
<canvas class="bars" data-part="bars" role="img" aria-label="Probability of each digit"></canvas>
<p class="unseen" data-part="spoken" role="status"></p>
<details class="lesson" data-part="correction">
<summary>Wrong? Teach it your digit</summary>
<p>It was a …</p>
<div class="lesson-digits" role="group" aria-label="It was a …">
<#list 0..9 as digit><button type="button" data-action="was-${digit}">${digit}</button></#list>
</div>
<p class="lesson-words" data-part="lesson" role="status">Each press trains a copy of the network, which only you have, on this drawing.</p>
<button type="button" data-action="takeback" disabled>Take it back</button>
</details>
</div>
