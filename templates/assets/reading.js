/* For readers: the current article in sight, a table of contents that follows, programs that can be copied, meanings and notes that go away. All are extras to a page that works without. */
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
  // On a phone the articles are one line to push along: it is pushed until the current one is in the middle.
  function showCurrent() {
    const current = document.querySelector(".site-header [aria-current]");
    if (current) {
      const bar = current.closest("nav");
      const there = current.getBoundingClientRect();
      const here = bar.getBoundingClientRect();
      bar.scrollLeft += (there.left + there.right - here.left - here.right) / 2;
    }
  }
  // Not at once: the page would be laid out for it before it is for the first frame.
  requestAnimationFrame(showCurrent);

  if (headings.length) {
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    soon();
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

  // Meanings of terms, and notes, show by style alone, while the pointer or the focus is on the term or the note's number. Escape takes
  // them away until it comes back (WCAG 2.2, 1.4.13), and a tap on a number shows the note instead of leaving for the end of the page.
  const terms = ".term, .cite";
  function back(event) {
    if (event.target.matches?.(terms)) {
      delete event.target.dataset.hush;
    }
  }
  addEventListener("keydown", event => {
    if (event.key === "Escape") {
      for (const term of document.querySelectorAll(terms)) {
        if (term.matches(":hover, :focus")) {
          term.dataset.hush = "";
        }
      }
    }
  });
  addEventListener("focusout", back);
  addEventListener("pointerout", back);
  addEventListener("click", event => {
    if (event.pointerType === "touch" && event.target.matches(".cite")) {
      event.preventDefault();
      event.target.focus();
    }
  });
})();
