/* For readers: a table of contents that follows, and programs that can be copied. Both are extras to a page that works without. */
"use strict";
(() => {
  const links = new Map([...document.querySelectorAll(".toc a")].map(link => [link.hash.slice(1), link]));
  const headings = [...document.querySelectorAll("h2[id]")].filter(heading => links.has(heading.id));

  function follow() {
    // Where a reader reads: below the upper third of the window.
    const read = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 3).pop();
    for (const [id, link] of links) {
      link.toggleAttribute("aria-current", id === read?.id);
    }
  }
  // No observer: a jump from below a heading to above it crosses nothing.
  let due = false;
  function soon() {
    if (!due) {
      due = true;
      requestAnimationFrame(() => {
        due = false;
        follow();
      });
    }
  }
  if (headings.length) {
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    follow();
  }

  if (navigator.clipboard) {
    for (const code of document.querySelectorAll("pre > code[class^=language-]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(code.textContent);
          button.textContent = "Copied";
        } catch {
          button.textContent = "Not allowed";
        }
        setTimeout(() => (button.textContent = "Copy"), 2000);
      });
      code.parentElement.after(button);
    }
  }
})();
