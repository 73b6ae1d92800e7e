/* Has the service worker keep this page for when there is no network, and tells it which version the page is of. */
"use strict";
(() => {
  const workers = navigator.serviceWorker;
  if (!workers || !/^https?:$/.test(location.protocol)) {
    return;
  }
  const version = document.documentElement.dataset.version;
  const root = new URL("../", document.currentScript.src);
  workers.addEventListener("message", event => {
    if (event.data?.version) {
      event.ports[0].postMessage(version);
    }
  });
  workers.startMessages();
  // Figures come first.
  addEventListener("load", () => {
    const controlled = workers.controller;
    workers
      .register(new URL("service-worker.js", root), { scope: root.pathname, updateViaCache: "none" })
      .then(() => workers.ready)
      .then(registration => {
        if (!controlled) {
          registration.active.postMessage({ keep: location.href });
        }
      })
      // Reading goes on without it; private windows refuse it.
      .catch(() => {});
  });
})();
