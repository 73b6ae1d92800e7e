<#-- A slider through moments with a button that plays them, one that plays them again and again where loop is true, and words
for the moment shown. -->
<div class="replay">
<span class="choices"><button type="button" data-action="play" aria-pressed="false">Play</button><#if loop!false>
<button type="button" data-action="loop" aria-pressed="false">Loop</button></#if></span>
<label><span class="replay-label">${along!"Training"}</span>
<input type="range" data-part="replay" min="0" max="1" value="1" step="1" aria-label="${alongWords!"Moment of training"}"></label>
<output class="moment" data-part="moment">${moment}</output>
</div>
