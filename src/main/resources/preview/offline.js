// In the preview, in place of the site's own: a copy for when there is no network would have to be made anew after every bake.
(() => {
  const workers = navigator.serviceWorker;
  // One that the site left at this address would go on answering for its own version.
  workers?.getRegistrations().then(all => all.forEach(one => one.unregister()));
})();
