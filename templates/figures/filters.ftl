<div class="controls">
<div class="segmented" role="group" aria-label="What to show">
<button type="button" data-action="weights" aria-pressed="true">Weights</button>
<button type="button" data-action="seen" aria-pressed="false">What it saw in your drawing</button>
</div>
<button type="button" data-action="sort" aria-pressed="false">Sort by use</button>
<#assign moment = "Trained: " + (100 * record[figure.model].published.test.accuracy)?string("0.00") + " % of test digits right">
<#include "../parts/timeline.ftl">
</div>
<div class="units" data-part="units"></div>
<canvas class="scale" data-part="scale" role="img" aria-label="Colour scale: orange speaks against the digit, blue speaks for it"></canvas>
