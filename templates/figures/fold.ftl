<div class="choices" data-part="layers" role="group" aria-label="Layer to fold"></div>
<div class="controls">
<#assign moment = "After the ReLU" loop = true along = "Fold" alongWords = "From before the ReLU to after it">
<#include "../parts/timeline.ftl">
<#assign loop = false along = "Training" alongWords = "Moment of training">
</div>
<canvas class="wide" data-part="plane" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words"></p>
