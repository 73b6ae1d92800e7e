<canvas class="strip" data-part="strip" role="img" aria-label="The drawing on the pad, scaled to 20 × 20 pixels, and centred in 28 × 28"></canvas>
<p class="strip-words" data-part="words" data-digit=""></p>
<div class="strip-steps" role="group" aria-label="Steps that are taken">
<button type="button" data-action="fit" aria-pressed="true">Crop and scale</button>
<button type="button" data-action="centre" aria-pressed="true">Centre by mass</button>
<button type="button" data-action="pen" aria-pressed="true">Same pen</button>
</div>
<p class="strip-accuracy" data-part="accuracy"></p>
<p class="unseen" data-part="heard" role="status"></p>
