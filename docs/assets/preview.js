// A preview of what a link leads to: on hover, on focus by keyboard, on a long press. Its words come from the page that the link
// leads to, which the theme fetches ahead anyway; each page is read once. Without this script links are links.
(() => {
  "use strict";
  const DELAY = 350, LINGER = 250, PRESS = 450, MOVED = 10, MOST_PAGES = 12;
  const NOTE = /\/(topics|trends|sources)\/[^/]+\/$/;
  // What a link's target is shown as, and what of it is not shown.
  const WHOLE = ".sb-passage, .sb-entry, .sb-ref, .sb-quote, .sb-table, p, li, dd, tr";
  const LEFT_OUT = ".headerlink, .sb-anchor, .sb-copy, .sb-chips, .sb-cite, .sb-cited, .sb-way-out, .sb-backs," +
    ".sb-figures a, .sb-entry .sb-rows, .sb-entry .sb-told, details, figure, nav, button, script, style, iframe, object, svg, img, audio, video, form";
  const pages = new Map();
  let link = null, card = null, timer = 0, touch = null, held = false;

  const near = (node, selector) => node instanceof Element ? node.closest(selector) : null;

  /** The link that an event is about, if it leads to something that can be shown. */
  function found(node) {
    const a = near(node, ".md-content a[href]");
    if (!a || a.origin !== location.origin || a.matches(".headerlink, .sb-anchor")) return null;
    if (!a.hash) return NOTE.test(a.pathname) && a.pathname !== location.pathname ? a : null;
    return a.pathname === location.pathname && (!target(document, a.hash) || target(document, a.hash).contains(a)) ? null : a;
  }

  function target(page, hash) {
    return page.getElementById(decodeURIComponent(hash.slice(1).split(":~:")[0]));
  }

  function page(a) {
    if (a.pathname === location.pathname) return document;
    const address = a.origin + a.pathname;
    if (!pages.has(address)) {
      if (pages.size >= MOST_PAGES) pages.delete(pages.keys().next().value);
      const read = fetch(address).then(answer => answer.ok ? answer.text() : Promise.reject(answer.status))
        .then(text => new DOMParser().parseFromString(text, "text/html"));
      read.catch(() => pages.delete(address));
      pages.set(address, read);
    }
    return pages.get(address);
  }

  /** What stands at the link's target, as plain copies: no links, no ids, nothing that runs. */
  function words(doc, hash) {
    const at = hash ? target(doc, hash) : doc.querySelector(".md-content h1");
    if (!at) return [];
    const title = doc.querySelector(".md-content h1");
    if (at === title) {
      const lede = [".sb-dek", ".sb-figures", ".sb-facts"].map(look => doc.querySelector(`.md-content ${look}`));
      return [title, ...lede, doc.querySelector(".md-content__inner > p:not([class])")].filter(Boolean).map(plain);
    }
    const whole = at.closest(".sb-passage") ?? at.closest(WHOLE);
    if (!whole) return [];
    const shown = [plain(whole)];
    if (whole.matches(".sb-passage, .sb-table, p, li, dd") && doc !== document) {
      const source = document.createElement("p");
      source.className = "sb-of";
      source.textContent = plain(title).textContent + (doc.querySelector(".sb-digest") ? ", in our words" : "");
      shown.push(source);
    }
    return shown;
  }

  function plain(element) {
    const box = document.createElement("div");
    box.append(document.importNode(element, true));
    box.querySelectorAll(LEFT_OUT).forEach(part => part.remove());
    box.querySelectorAll("a").forEach(a => {
      const span = document.createElement("span");
      span.className = a.className;
      span.append(...a.childNodes);
      a.replaceWith(span);
    });
    box.querySelectorAll("*").forEach(part => [...part.attributes].forEach(({ name }) => name === "class" || part.removeAttribute(name)));
    const copy = box.firstElementChild;
    if (!/^(H1|TR|LI|DD)$/.test(copy.tagName)) return copy;
    const flat = document.createElement("p");
    flat.className = copy.tagName === "H1" ? "sb-preview-title" : "";
    flat.append(...copy.childNodes);
    return flat;
  }

  async function open(a, x, y) {
    let shown = [];
    try {
      shown = words(await page(a), a.hash);
    } catch { /* the page cannot be had: the link still leads there */ }
    if (link !== a) return;
    if (!shown.some(part => part.textContent.trim())) return close();
    card = document.createElement("div");
    card.id = "sb-preview";
    card.className = "sb-preview md-typeset";
    card.setAttribute("role", "tooltip");
    card.append(...shown);
    document.body.append(card);
    a.setAttribute("aria-describedby", card.id);
    place(a, x, y);
  }

  /** Below the line of the link that the pointer is on, above it where there is more room; in the page, so that it scrolls along. */
  function place(a, x, y) {
    const lines = [...a.getClientRects()];
    const line = lines.find(r => y >= r.top - 1 && y <= r.bottom + 1) || lines[0] || a.getBoundingClientRect();
    const top = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const below = innerHeight - line.bottom - 12, above = line.top - Math.max(0, top) - 12;
    const up = card.offsetHeight > below && above > below;
    card.style.maxHeight = `${Math.max(80, up ? above : below)}px`;
    const left = Math.min(Math.max(8, (x ?? line.left) - 24), document.documentElement.clientWidth - card.offsetWidth - 8);
    card.style.left = `${Math.max(8, left) + scrollX}px`;
    card.style.top = `${(up ? line.top - card.offsetHeight - 6 : line.bottom + 6) + scrollY}px`;
  }

  function arm(a, delay, x, y) {
    clearTimeout(timer);
    if (link === a) return;
    close();
    link = a;
    document.documentElement.classList.add("sb-previewing");
    timer = setTimeout(open, delay, a, x, y);
  }

  function close() {
    clearTimeout(timer);
    if (card) {
      link?.removeAttribute("aria-describedby");
      card.remove();
    }
    link = card = null;
    document.documentElement.classList.remove("sb-previewing");
  }

  function later() {
    clearTimeout(timer);
    if (link) timer = setTimeout(close, card ? LINGER : 0);
  }

  const on = (type, listen, options) => document.addEventListener(type, listen, options);
  on("pointerover", event => {
    if (event.pointerType === "touch") return;
    const a = found(event.target);
    if (card?.contains(event.target)) clearTimeout(timer);
    else if (a) arm(a, DELAY, event.clientX, event.clientY);
    else if (!link?.matches(":focus-visible")) later();
  });
  document.documentElement.addEventListener("pointerleave", later);
  on("focusin", event => {
    const a = event.target.matches(":focus-visible") ? found(event.target) : null;
    if (a) arm(a, DELAY);
  });
  on("focusout", event => event.target === link && later());
  on("keydown", event => event.key === "Escape" && close());
  on("pointerdown", event => {
    held = false;
    if (!card?.contains(event.target)) close();
    const a = event.pointerType === "touch" ? found(event.target) : null;
    if (!a) return;
    touch = { x: event.clientX, y: event.clientY };
    touch.timer = setTimeout(() => {
      held = true;
      arm(a, 0, touch.x, touch.y);
    }, PRESS);
  });
  on("pointermove", event => touch && Math.hypot(event.clientX - touch.x, event.clientY - touch.y) > MOVED && release());
  for (const type of ["pointerup", "pointercancel", "scroll"]) on(type, release, { passive: true, capture: true });
  on("contextmenu", event => (held || touch) && found(event.target) && event.preventDefault());
  on("click", event => {
    if (held) event.preventDefault(), event.stopPropagation();
    else close();
    held = false;
  }, true);

  function release() {
    clearTimeout(touch?.timer);
    touch = null;
  }

  document$.subscribe(close); // the theme's stream of pages: one at the start, one at each page that it brings in
})();
