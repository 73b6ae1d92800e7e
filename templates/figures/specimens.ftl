<div class="choices" data-part="tabs" role="group" aria-label="What to show"></div>
<div class="choices" data-part="digits" role="group" aria-label="Digit to show by class"></div>
<p class="moment said" data-part="about"></p>
<div class="picker-tiles" data-part="tiles"></div>
<div class="choices"><button type="button" data-action="more">More of them</button></div>
<p class="moment said" id="${figure.id}-words" data-part="words" role="status"></p>
<canvas class="wide" data-part="counts" role="img" aria-label="How many test images were misread by how many networks; the numbers are in the table below"></canvas>
