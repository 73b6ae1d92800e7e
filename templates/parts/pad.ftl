<div class="pad-side">
<div class="pad-frame">
<canvas class="pad" data-part="pad" role="img" aria-label="Drawing pad: draw a digit here with a pen, a finger or the mouse"></canvas>
<p class="hint" data-part="hint" hidden>Draw a digit</p>
</div>
<div class="buttons">
<button type="button" data-action="undo">Undo</button>
<button type="button" data-action="clear">Clear</button>
<button type="button" data-action="random">Draw one for me</button>
</div>
</div>
