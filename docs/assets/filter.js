// Shows of a source's text only what is on one topic or by one speaker. What is chosen stands in the address (?topic=…&speaker=…), so
// it can be kept and shared; an anchor that is filtered away brings everything back. Without this script everything is shown.
(() => {
  "use strict";
  const KEYS = ["topic", "speaker"];
  let passages = [], parts = [], form = null, told = null;

  /** The elements of the text, from its tools to the end, and of each passage its topics and its speaker. */
  function read(tools) {
    parts = [];
    for (let next = tools.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) parts.push(next);
    passages = parts.filter(part => part.matches(".sb-passage")).map(element => ({
      element,
      topic: new Map([...element.querySelectorAll(".sb-chip")].map(chip => [chip.pathname.split("/").at(-2), chip.textContent])),
      speaker: new Map([...element.querySelectorAll(".sb-who")].map(who => [who.textContent, who.textContent])),
    }));
  }

  /** A choice of one key: all, or one value with its count, the most frequent first. */
  function select(key, all) {
    const counts = new Map(), names = new Map();
    for (const passage of passages) {
      for (const [id, name] of passage[key]) counts.set(id, (counts.get(id) ?? 0) + 1), names.set(id, name);
    }
    if (counts.size < 2) return null;
    const box = document.createElement("select");
    box.name = key;
    box.setAttribute("aria-label", `Show only one ${key}`);
    box.append(new Option(all, ""));
    for (const [id, count] of [...counts].sort((a, b) => b[1] - a[1])) box.append(new Option(`${names.get(id)} (${count})`, id));
    return box;
  }

  const chosen = key => form?.elements[key]?.value ?? "";

  function apply() {
    const wanted = KEYS.filter(chosen);
    const fits = passage => wanted.every(key => passage[key].has(chosen(key)));
    const shown = new Set(passages.filter(fits).map(passage => passage.element));
    let said = false;
    for (const part of [...parts].reverse()) { // a heading stays if something below it does
      const heading = /^H[3-6]$/.test(part.tagName);
      part.hidden = wanted.length > 0 && (heading ? !said : !shown.has(part));
      said = heading ? said && part.tagName !== "H3" : said || shown.has(part);
    }
    told.textContent = wanted.length ? `${shown.size} of ${passages.length} passages` : "";
    form.querySelector("button").hidden = !wanted.length;
  }

  function keep() {
    const address = new URL(location.href);
    for (const key of KEYS) chosen(key) ? address.searchParams.set(key, chosen(key)) : address.searchParams.delete(key);
    history.replaceState(history.state, "", address);
  }

  function clear() {
    for (const key of KEYS) if (form.elements[key]) form.elements[key].value = "";
    apply();
    keep();
  }

  /** Bring back what an anchor leads to. */
  function reveal(hash) {
    const target = hash && form ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (!target?.closest("[hidden]")) return;
    clear();
    target.scrollIntoView();
  }

  function build(tools) {
    form = document.createElement("form");
    form.className = "sb-sieve";
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Filter the text");
    const boxes = [select("topic", "All topics"), select("speaker", "All speakers")].filter(Boolean);
    told = document.createElement("span");
    told.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Show all";
    button.addEventListener("click", () => { clear(); boxes[0].focus(); });
    form.append(...boxes, told, button);
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("change", () => { apply(); keep(); });
    tools.replaceChildren(form);
    const query = new URLSearchParams(location.search);
    for (const box of boxes) if ([...box.options].some(option => option.value === query.get(box.name))) box.value = query.get(box.name);
    apply();
  }

  document.addEventListener("click", event => {
    const link = event.target instanceof Element ? event.target.closest("a[href*='#']") : null;
    if (link && link.pathname === location.pathname) reveal(link.hash);
  }, true);
  for (const type of ["hashchange", "popstate"]) addEventListener(type, () => reveal(location.hash));

  document$.subscribe(() => {
    const tools = document.querySelector(".sb-filtered");
    form = null;
    if (!tools) return;
    read(tools);
    build(tools);
    reveal(location.hash);
  });
})();
