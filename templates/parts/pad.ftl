<div class="pad-side">
<div class="pad-frame">
<canvas class="pad" data-part="pad" data-tool="pen" tabindex="0" role="application" aria-label="Drawing pad, 28 by 28 cells. Draw a digit with a pen, a finger or the mouse. By keyboard: arrow keys move, Space paints, Shift with arrow keys draws a line, Enter puts the pen down and up, Delete clears."></canvas>
<span class="cursor" data-part="cursor" aria-hidden="true"></span>
<p class="hint" data-part="hint" hidden>Draw a digit</p>
</div>
<p class="unseen" data-part="where" role="status"></p>
<div class="tools">
<button type="button" data-action="undo"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7"/></svg>Undo</button>
<button type="button" data-action="redo"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="m10 3 3.5 3.5L10 10m3.5-3.5H6a3.5 3.5 0 0 0 0 7h3"/></svg>Redo</button>
<button type="button" data-action="erase" aria-pressed="false"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="m2 10 7-7 4.5 4.5-6 6H5Zm3.5-3.5L10 11"/></svg>Rub</button>
<button type="button" data-action="clear"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="m3.5 3.5 9 9m0-9-9 9"/></svg>Clear</button>
</div>
<div class="buttons">
<button type="button" data-action="random" title="Draw one for me">Draw one</button>
<button type="button" data-action="pick" title="Pick a digit">Pick one</button>
<label class="button"><input class="unseen" type="file" accept="image/*" data-action="picture">Picture</label>
<button type="button" data-action="share">Share</button>
</div>
<p class="told" data-part="told" role="status"></p>
</div>
