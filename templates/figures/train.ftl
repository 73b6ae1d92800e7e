<div class="choices">
<button type="button" data-action="train" aria-pressed="false">Train</button>
<button type="button" data-action="pause">Pause</button>
<button type="button" data-action="step">One step</button>
<button type="button" data-action="reset">Reset</button>
<button type="button" data-action="fast" aria-pressed="false">Full speed</button>
</div>
<div class="settings">
<label>Learning rate <select data-part="rate"></select></label>
<label>Batch <select data-part="batch"></select></label>
<label>Start <select data-part="start"></select></label>
<label>Seed <input type="number" inputmode="numeric" min="0" max="9999" data-part="seed"></label>
</div>
<output class="moment" id="${figure.id}-words" data-part="loss"></output>
<canvas class="wide" data-part="run" role="img" aria-labelledby="${figure.id}-words"></canvas>
<p class="moment">It learns from 800 of <span data-part="source">a thousand digits that the page fetches</span>, or from your own drawings, and is
tested on the other 200. The published networks learnt from 60 000: their accuracy is another matter.</p>
<details class="lesson">
<summary>Let it learn from your own drawings</summary>
<p class="own"><canvas data-part="own" role="img" aria-label="What the page’s pad shows"></canvas> Draw on a pad of this page, then say here what it is. It was a …</p>
<div class="lesson-digits" data-part="labels" role="group" aria-label="Add the drawing as a"></div>
<p class="lesson-words" data-part="drawings" role="status">They stay on this page and are gone when you leave it.</p>
<div class="segmented" role="group" aria-label="What to learn from">
<button type="button" data-action="theirs" aria-pressed="true">The site’s digits</button>
<button type="button" data-action="mine" aria-pressed="false">My drawings</button>
</div>
</details>
