// What a reader takes along from a passage, wherever it is shown: its address, a citation, the curator's mark. One row of buttons goes to
// the passage that is pointed at or in focus, so that a long text stays light and short to tab through. A passage that is quoted on
// another page is looked up on its source's, once somebody copies. Without this script there are none.
(() => {
  "use strict";
  const LONGEST = 300;
  const ASIDE = ".sb-anchor, .sb-mark, .sb-meant, .sb-cut, .sb-way-out";
  const row = document.createElement("div");
  row.className = "sb-copy";
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", "Copy from this passage");
  const told = document.createElement("p");
  told.className = "sb-aloud";
  told.setAttribute("role", "status");

  const QUOTED = ".sb-card, .sb-lines > li, .sb-quote, .sb-side, .sb-ref, .sb-ledger td";
  const facts = (page = document) => page.querySelector(".sb-facts[data-seed]");
  const quoted = () => row.closest(".sb-passage") ? null : row.parentElement.querySelector(".sb-where");
  const address = passage => quoted()?.href ?? `${location.origin}${location.pathname}#${passage.id}`;

  async function citation(passage) {
    const link = quoted();
    const page = link && link.pathname !== location.pathname ? await read(link) : document;
    const at = link ? page.getElementById(link.hash.slice(1)) : passage;
    const there = at?.closest(".sb-passage") ?? passage;
    const who = there.querySelector(".sb-who")?.textContent.trim();
    const time = there.querySelector(".sb-time")?.textContent.trim();
    return [who, facts(page).dataset.work, time && `at ${time}`, address(passage)].filter(Boolean).join(", ");
  }

  const read = async link => new DOMParser().parseFromString(await (await fetch(link.pathname)).text(), "text/html");

  const mark = passage => `[@${facts().dataset.seed} "${exact(passage)}"]`;

  /** The words that are selected in the passage, whole; else its first sentence. */
  function exact(passage) {
    const copy = passage.querySelector(".sb-text").cloneNode(true);
    copy.querySelectorAll(ASIDE).forEach(part => part.remove());
    const text = copy.textContent.replace(/\s+/g, " ").trim();
    const chosen = getSelection();
    const inside = chosen.rangeCount && passage.contains(chosen.anchorNode) && passage.contains(chosen.focusNode);
    const words = inside ? chosen.toString().replace(/\s+/g, " ").trim() : "";
    const start = words ? text.indexOf(words) : -1;
    return start < 0 ? first(text) : whole(text, start, start + words.length);
  }

  function first(text) {
    const end = text.match(/^.{20,}?[.!?]["”’')]*(?=\s|$)/)?.[0] ?? text;
    return end.length <= LONGEST ? end : end.slice(0, end.lastIndexOf(" ", LONGEST));
  }

  function whole(text, start, end) {
    while (start > 0 && text[start - 1] !== " ") start--;
    while (end < text.length && text[end] !== " ") end++;
    return text.slice(start, end).slice(0, 3 * LONGEST);
  }

  /** What has to be looked up first goes to the clipboard as a promise, at once: some browsers (Safari) allow nothing after a wait. */
  async function put(text) {
    if (typeof text === "string" || !window.ClipboardItem) return navigator.clipboard.writeText(await text);
    const blob = text.then(words => new Blob([words], { type: "text/plain" }));
    return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  }

  async function copy(button, make) {
    const passage = row.closest(".sb-passage") ?? row.parentElement;
    let done = "Copied";
    try {
      await put(make(passage));
    } catch {
      done = "Not copied: the browser does not allow it";
    }
    told.textContent = "";
    requestAnimationFrame(() => { told.textContent = done; });
    button.dataset.done = done === "Copied" ? done : "Not allowed";
    setTimeout(() => delete button.dataset.done, 1500);
  }

  for (const [text, label, make] of [
    ["Link", "Copy link to this passage", address],
    ["Citation", "Copy citation of this passage", citation],
    ["[@…]", "Copy [@…] for a curator's note", mark],
  ]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => copy(button, make));
    row.append(button);
  }
  row.addEventListener("mousedown", event => event.preventDefault()); // what is selected stays selected

  function settle(event) {
    const near = event.target instanceof Element ? event.target : null;
    const passage = near?.closest(".sb-passage[id]");
    const shown = passage ?? near?.closest(QUOTED);
    if (!shown || shown.contains(row) || !(passage ? facts() : shown.querySelector(".sb-where")) || row.contains(document.activeElement)) return;
    row.lastChild.hidden = !passage || passage.closest(".sb-fold") !== null; // what belongs to the source's page is no evidence for a note
    passage ? passage.querySelector(".sb-text")?.after(row) : shown.append(row);
  }
  for (const type of ["pointerover", "focusin", "click"]) document.addEventListener(type, settle);
  document$.subscribe(() => { row.remove(); document.body.append(told); });
})();
