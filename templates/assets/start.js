/*
 * Fetches and runs the page's other scripts, in their order, once its text has been painted: on a slow line they would take their share of it
 * from the style and the fonts. A page that is opened in the background waits until it is looked at.
 */
"use strict";
(() => {
  const { demos, reading, search, offline, index, library } = document.currentScript.dataset;
  function run() {
    for (const src of [demos, reading, search, offline].filter(Boolean)) {
      const script = document.createElement("script");
      Object.assign(script.dataset, { index, library });
      document.head.append(Object.assign(script, { async: false, src }));
    }
  }
  // The first frame comes before the painting, the second after it.
  requestAnimationFrame(() => requestAnimationFrame(run));
})();
