<div class="choices" data-part="from" role="group" aria-label="Digit to start from"><span>From</span></div>
<div class="choices" data-part="to" role="group" aria-label="Digit to go to"><span>To</span></div>
<div class="controls">
<#assign moment = "" along = "Way" alongWords = "Part of the way">
<#include "../parts/timeline.ftl">
<#assign along = "Training" alongWords = "Moment of training">
</div>
<canvas class="wide" data-part="ways" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words"></p>
