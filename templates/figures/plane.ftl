<div class="choices" data-part="layers" role="group" aria-label="Layer to show"></div>
<div class="controls">
<#assign moment = "Trained: " + (100 * record[figure.model].published.test.accuracy)?string("0.00") + " % of test digits right">
<#assign loop = true>
<#include "../parts/timeline.ftl">
<#assign loop = false>
</div>
<canvas class="wide" data-part="plane" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment said" id="${figure.id}-words" data-part="words"></p>
