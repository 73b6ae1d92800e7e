<#-- A slider through moments with a button that plays them, and words for the moment shown. -->
<div class="replay">
<button type="button" data-action="play" aria-pressed="false">Play</button>
<label><span class="replay-label">Training</span>
<input type="range" data-part="replay" min="0" max="1" value="1" step="1" aria-label="Moment of training"></label>
<output class="moment" data-part="moment">${moment}</output>
</div>
