/*
 * Keeps the pages that a reader has visited, so that they can be read, and their figures played with, offline.
 *
 * A page and all that it names are kept together, in a cache named by the version that stands in the page. Assets have a hash of
 * their content in their names: whichever cache they come from, a page gets the very bytes it was built with, or none. Pages come
 * from the network while there is one. An old version's cache goes when all its pages have come anew and no open page is of it.
 */
"use strict";
const scope = self.registration.scope;
const PREFIX = "seeing-digits " + scope + " ";
/** For what pages do not name themselves: what scripts and style sheets ask for. */
const SHARED = PREFIX + "shared";
const HASHED = /\/assets\/.*\.[0-9a-f]{8}\.[a-z0-9]+$/;
const ANSWER_WITHIN = 2000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("message", event => {
  if (event.data?.keep) {
    event.waitUntil(fetch(name(event.data.keep)).then(keep).then(tidy).catch(ignore));
  }
});

self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(page(event));
  } else if (HASHED.test(request.url)) {
    event.respondWith(hashed(request));
  } else if (new URL(request.url).pathname.startsWith(new URL("assets/", scope).pathname)) {
    event.respondWith(unhashed(request));
  }
});

/** Being offline is no error here. */
function ignore() {}

/** A page's address without what follows it: the home page has one name, and a drawing in the address makes no page of its own. */
function name(address) {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/$/, "/index.html");
}

async function ours() {
  return (await caches.keys()).filter(key => key.startsWith(PREFIX));
}

async function kept(address) {
  for (const key of await ours()) {
    const response = await (await caches.open(key)).match(address, { ignoreVary: true });
    if (response) {
      return response;
    }
  }
  return undefined;
}

async function page(event) {
  try {
    const response = await fetch(event.request);
    const copy = response.clone();
    event.waitUntil(keep(copy).then(tidy).catch(ignore));
    return response;
  } catch {
    return (await kept(name(event.request.url))) ?? unknown();
  }
}

async function hashed(request) {
  const found = await kept(request.url);
  if (found) {
    return found;
  }
  const response = await fetch(request);
  if (response.ok) {
    await (await caches.open(SHARED)).put(request.url, response.clone());
  }
  return response;
}

async function unhashed(request) {
  try {
    const response = await fetch(request);
    if (response.ok) {
      await (await caches.open(SHARED)).put(request.url, response.clone());
    }
    return response;
  } catch (error) {
    const found = await kept(request.url);
    if (found) {
      return found;
    }
    throw error;
  }
}

const isPage = ({ url }) => !url.includes("/assets/");

/**
 * Keeps a page once all that it names is there: half a page would be worse than its older form. Replays come only when a reader asks
 * for them, and who asked for it saves data.
 */
async function keep(response) {
  if (navigator.connection?.saveData || !response.ok || response.redirected || !response.headers.get("Content-Type")?.startsWith("text/html")) {
    return;
  }
  const address = name(response.url);
  const text = await response.clone().text();
  const version = text.match(/ data-version="([0-9a-f]+)"/)?.[1];
  if (!version) {
    return;
  }
  const cache = await caches.open(PREFIX + version);
  const wanted = new Set();
  for (const [, named] of text.matchAll(/ (?:href|src|data-(?!replay)[a-z0-9-]+)="([^"#:]*assets\/[^"#?]+)"/g)) {
    wanted.add(new URL(named, address).href);
  }
  for (const png of [...wanted].filter(each => /\/(specimens|mistakes)\.[0-9a-f]{8}\.png$/.test(each))) {
    // What is on a sheet stands beside it.
    wanted.add(png.replace(/png$/, "json"));
  }
  for (const each of wanted) {
    if (!(await cache.match(each))) {
      const found = HASHED.test(each) ? await kept(each) : undefined;
      const asset = found ?? (await fetch(each, { priority: "low" }));
      if (!asset.ok) {
        return;
      }
      await cache.put(each, asset);
    }
  }
  await cache.put(address, response);
  for (const key of await ours()) {
    if (key !== PREFIX + version) {
      await (await caches.open(key)).delete(address);
    }
  }
}

/** The versions of open pages, or undefined if one does not say. */
async function open() {
  const versions = [];
  for (const client of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    const version = await new Promise(done => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = event => done(event.data);
      setTimeout(done, ANSWER_WITHIN);
      client.postMessage({ version: true }, [port2]);
    });
    if (!version) {
      return undefined;
    }
    versions.push(version);
  }
  return versions;
}

/** Brings old pages up to date, and lets go of versions that nobody needs. */
async function tidy() {
  const keys = (await ours()).filter(key => key !== SHARED);
  if (keys.length < 2) {
    return;
  }
  const newest = (await (await fetch(scope, { cache: "no-cache" })).text()).match(/ data-version="([0-9a-f]+)"/)?.[1];
  if (!newest) {
    return;
  }
  const versions = await open();
  for (const key of keys.filter(each => each !== PREFIX + newest)) {
    const old = await caches.open(key);
    for (const { url } of (await old.keys()).filter(isPage)) {
      const response = await fetch(url);
      await (response.status === 404 ? old.delete(url) : keep(response));
    }
    if (!(await old.keys()).some(isPage) && versions && !versions.includes(key.slice(PREFIX.length))) {
      await caches.delete(key);
      await caches.delete(SHARED);
    }
  }
}

/** For a page that was never visited: says so, and names those that were. */
async function unknown() {
  const pages = new Set();
  for (const key of await ours()) {
    for (const { url } of await (await caches.open(key)).keys()) {
      const page = url.startsWith(scope) && url.slice(scope.length);
      if (page && /^[a-z0-9-]+\.html$/.test(page)) {
        pages.add(page);
      }
    }
  }
  const links = [...pages].sort().map(page => `<li><a href="${scope}${page}">${page.slice(0, -".html".length)}</a></li>`);
  const text = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`
    + `<meta name="color-scheme" content="light dark"><title>Offline</title><h1>You are offline</h1>`
    + `<p>This page was not visited before, so it is not on this device. These are:</p><ul>${links.join("")}</ul>`;
  return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
