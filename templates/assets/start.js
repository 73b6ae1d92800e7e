/*
 * Runs the page's other scripts, in their order, once its text has been painted; they are on their way before. A page that is opened in the
 * background waits until it is looked at.
 */
"use strict";
(() => {
  const { demos, reading, search, offline, index, library } = document.currentScript.dataset;
  const scripts = [demos, reading, search, offline].filter(Boolean);
  for (const href of scripts) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "script", fetchPriority: "low", href }));
  }
  requestAnimationFrame(() =>
    setTimeout(() =>
      scripts.forEach(src => {
        const script = document.createElement("script");
        Object.assign(script.dataset, { index, library });
        document.head.append(Object.assign(script, { async: false, src }));
      }),
    ),
  );
})();
