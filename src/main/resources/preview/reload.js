// Only in the preview: reloads the page after a bake, and shows why a bake failed.
(() => {
  const events = new EventSource(new URL('events', document.currentScript.src));
  let banner = null;
  events.addEventListener('baked', () => location.reload());
  events.addEventListener('failed', event => {
    if (!banner) {
      banner = document.createElement('pre');
      banner.id = 'preview-failure';
      banner.setAttribute('role', 'alert');
      // Set one by one: the page's Content-Security-Policy refuses style attributes.
      const style = { position: 'fixed', inset: 'auto 0 0 0', margin: '0', padding: '1em', zIndex: '1000',
        maxHeight: '50vh', overflow: 'auto', whiteSpace: 'pre-wrap', font: '14px/1.4 monospace',
        color: '#fff', background: '#8c1c13' };
      for (const [name, value] of Object.entries(style)) banner.style[name] = value;
      document.body.append(banner);
    }
    banner.textContent = JSON.parse(event.data);
  });
})();
