/*
 * The search of the site. Index and library are fetched when a reader first opens it, from this site alone.
 * Each word is looked up as it stands and as a beginning, and where nothing has it, with a slip of the pen. Entries that have all words
 * come first.
 */
"use strict";
(() => {
  const script = document.currentScript;
  const root = new URL("../", script.src);
  const dialog = document.querySelector("dialog.search");
  const opener = document.querySelector("[data-part=search-open]");
  if (!dialog || !opener || !dialog.showModal) {
    opener?.remove();
    return;
  }
  const input = dialog.querySelector("input[type=search]");
  const list = dialog.querySelector("ol");
  const words = dialog.querySelector("[role=status]");
  const KINDS = { article: "Article", home: "Page", page: "Page", section: "Section", figure: "Figure", term: "Term", claim: "Claim" };
  // A term explains a word and a title names it: better answers than one more place that mentions it.
  const WEIGHTS = { term: 1.6, article: 1.4, claim: 1.1, figure: 0.9 };
  const key = dialog.querySelector("[data-part=search-key]");
  const KEY = "search-key";
  const MOST = 20;
  const EXCERPT = 150;
  let data = null;
  let index = null;
  let loading = null;

  const trim = text => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

  function library() {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = script.dataset.library;
      element.onload = done;
      element.onerror = () => failed(new Error("the library could not be fetched"));
      document.head.append(element);
    });
  }

  async function fetchIndex() {
    const response = await fetch(script.dataset.index);
    if (!response.ok) {
      throw new Error("the server answered " + response.status);
    }
    return response.json();
  }

  function load() {
    loading ??= Promise.all([fetchIndex(), library()])
      .then(([json]) => {
        const lunr = window.lunr;
        // The library's own takes all that is not ASCII for punctuation.
        const bare = token => token.update(trim);
        lunr.Pipeline.registerFunction(bare, "bare");
        // Lunr's own joins labels and numbers without a sign between, takes different nodes for one where labels are digits, and then finds
        // words that there are not.
        lunr.TokenSet.prototype.toString = function () {
          const edges = Object.keys(this.edges).sort().map(label => label + this.edges[label].id + ",");
          return this._str ?? (this.final ? "1" : "0") + edges.join("");
        };
        index = lunr(function () {
          this.pipeline.before(lunr.trimmer, bare);
          this.pipeline.remove(lunr.trimmer);
          this.metadataWhitelist = ["position"];
          this.field("title", { boost: 5 });
          this.field("text");
          json.entries.forEach(([, , , title, text], i) => this.add({ id: i, title, text }));
        });
        data = json;
      })
      .catch(error => {
        loading = null;
        throw error;
      });
    return loading;
  }

  /** The entries that have most of the words, best first, with where the words stand. */
  function find(text) {
    const lunr = window.lunr;
    const found = new Map();
    const asked = [...new Set(text.toLowerCase().split(/[\s\-]+/).map(trim).filter(word => word))];
    for (const word of asked) {
      let results = index.query(query => {
        query.term(word, { boost: 12 });
        query.term(word, { boost: 4, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      });
      if (!results.length && word.length > 3) {
        results = index.query(query => query.term(word, { editDistance: word.length > 7 ? 2 : 1 }));
      }
      for (const { ref, score, matchData } of results) {
        const hit = found.get(ref) ?? { entry: data.entries[ref], score: 0, count: 0, title: [], text: [] };
        hit.score += score * (WEIGHTS[hit.entry[2]] ?? 1);
        hit.count++;
        for (const fields of Object.values(matchData.metadata)) {
          hit.title.push(...(fields.title?.position ?? []));
          hit.text.push(...(fields.text?.position ?? []));
        }
        found.set(ref, hit);
      }
    }
    const hits = [...found.values()];
    const most = Math.max(...hits.map(hit => hit.count));
    return hits.filter(hit => hit.count === most).sort((a, b) => b.score - a.score);
  }

  /** Appends the part of a text from one place to another, with what was found marked. */
  function mark(parent, text, positions, from, to) {
    let at = from;
    for (const [start, length] of positions.sort((a, b) => a[0] - b[0])) {
      if (start >= at && start + length <= to) {
        // A word's place is that of all that stands between two spaces.
        const word = trim(text.slice(start, start + length));
        const begin = text.indexOf(word, start);
        const marked = document.createElement("mark");
        marked.textContent = word;
        parent.append(text.slice(at, begin), marked);
        at = begin + word.length;
      }
    }
    parent.append(text.slice(at, to));
  }

  function excerpt(parent, text, positions) {
    const first = Math.min(...positions.map(position => position[0]), text.length);
    let from = positions.length && first > EXCERPT / 2 ? text.indexOf(" ", first - EXCERPT / 3) + 1 : 0;
    if (from > first) {
      from = first;
    }
    let to = from + EXCERPT < text.length ? text.lastIndexOf(" ", from + EXCERPT) : text.length;
    if (to <= from) {
      to = text.length;
    }
    parent.append(from > 0 ? "… " : "");
    mark(parent, text, positions, from, to);
    parent.append(to < text.length ? " …" : "");
  }

  function item({ entry, title, text }) {
    const [page, id, kind, heading, body] = entry;
    const [address, pageTitle] = data.pages[page];
    const link = document.createElement("a");
    link.href = new URL(address + (id ? "#" + id : ""), root).href;
    const strong = document.createElement("strong");
    mark(strong, heading, title, 0, heading.length);
    const where = document.createElement("small");
    where.textContent = KINDS[kind] + (id ? " · " + pageTitle : "");
    link.append(strong, where);
    if (body) {
      const span = document.createElement("span");
      excerpt(span, body, text);
      link.append(span);
    }
    const li = document.createElement("li");
    li.append(link);
    return li;
  }

  function show() {
    const text = input.value.trim();
    if (!index) {
      return;
    }
    const hits = text ? find(text) : [];
    list.replaceChildren(...hits.slice(0, MOST).map(item));
    list.scrollTop = 0;
    words.textContent = !text
      ? "Articles, figures, terms and claims."
      : hits.length === 0
        ? "Nothing found for “" + text + "”."
        : hits.length > MOST
          ? "The best " + MOST + " of " + hits.length + " results"
          : hits.length === 1 ? "1 result" : hits.length + " results";
  }

  function open() {
    if (dialog.open) {
      return;
    }
    dialog.showModal();
    input.select();
    if (!index) {
      words.textContent = "One moment …";
    }
    load().then(show, error => {
      words.textContent = "The search could not start: " + error.message + ". Close it and try again.";
    });
  }

  function close() {
    dialog.close();
    // Where nothing had the focus before, the field would keep it for a moment, unseen.
    if (dialog.contains(document.activeElement)) {
      document.activeElement.blur();
    }
  }

  function move(step) {
    const stops = [input, ...list.querySelectorAll("a")];
    const to = stops.indexOf(document.activeElement) + step;
    stops[Math.max(0, Math.min(stops.length - 1, to))].focus();
  }

  // Who speaks to the computer, or whose hand slips, may not want a key that works everywhere.
  function useKey(wanted) {
    key.checked = wanted;
    opener.toggleAttribute("data-no-key", !wanted);
    if (wanted) {
      opener.setAttribute("aria-keyshortcuts", "/");
    } else {
      opener.removeAttribute("aria-keyshortcuts");
    }
  }

  key.addEventListener("change", () => {
    useKey(key.checked);
    try {
      localStorage.setItem(KEY, key.checked ? "on" : "off");
    } catch {
      // It then holds for this page alone.
    }
  });
  try {
    useKey(localStorage.getItem(KEY) !== "off");
  } catch {
    useKey(true);
  }
  opener.addEventListener("click", open);
  for (const other of document.querySelectorAll("[data-part=search-too]")) {
    other.addEventListener("click", open);
  }
  input.addEventListener("input", show);
  dialog.querySelector("[data-part=search-close]").addEventListener("click", close);
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("a")) {
      close();
    }
  });
  dialog.addEventListener("keydown", event => {
    // While a word is being composed, the keys belong to the input method.
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      list.querySelector("a")?.click();
    } else if (event.key === "Escape") {
      // A search field would first empty itself.
      event.preventDefault();
      close();
    } else if (event.key.length === 1 && event.target.matches("a") && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.focus();
    }
  });
  document.addEventListener("keydown", event => {
    const busy = event.target.closest?.("input, textarea, select, canvas, [contenteditable], [role=application]");
    if (event.key === "/" && key.checked && !busy && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented) {
      event.preventDefault();
      open();
    }
  });
})();
