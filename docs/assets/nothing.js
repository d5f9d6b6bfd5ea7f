// A search that finds nothing, or a word that stands nowhere: what to try, and where all that there is can be looked through. What was
// not found is told by the search's worker (search.js), to every page of the site that is open; each takes what it asked for itself.
(() => {
  "use strict";
  const LISTS = [
    ["topics/", "Topics"], ["glossary/", "Glossary"], ["people/", "People"], ["organisations/", "Organisations"], ["products/", "Products"],
    ["works/", "Works"], ["sources/", "Sources"], ["disagreements/", "Disagreements"], ["predictions/", "Predictions"], ["numbers/", "Numbers"],
    ["quotes/", "Quotes"], ["timeline/", "Timeline"],
  ];
  const home = new URL(`${JSON.parse(document.getElementById("__config").textContent).base}/`, location.href);
  const result = document.querySelector(".md-search-result"), box = document.forms.search?.query;
  if (!result || !box || !window.BroadcastChannel) return;
  const words = text => (text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) || []).join(" ");
  const told = document.createElement("div");
  told.className = "sb-nothing md-typeset";
  told.setAttribute("role", "status");
  result.insertBefore(told, result.querySelector("ol"));

  /** A link among the hits: the theme goes to the one of the highest score when Enter is pressed, and asks each for its own. */
  function link(text, href) {
    const a = document.createElement("a"), name = document.createElement("span");
    a.href = href;
    name.dataset.mdScore = "-1";
    name.textContent = text;
    a.append(name);
    return a;
  }

  function line(...parts) {
    const p = document.createElement("p");
    p.append(...parts);
    return p;
  }

  /** The same search with other words: the box stays open. */
  function again(near) {
    const a = link(near, `${home.href}?q=${encodeURIComponent(near)}`);
    a.addEventListener("click", event => {
      event.preventDefault();
      event.stopPropagation();
      box.value = near;
      box.focus();
      box.dispatchEvent(new KeyboardEvent("keyup"));
    });
    return a;
  }

  function tell({ missing = [], near, none }) {
    const lost = missing.map(word => `“${word}”`).join(" or ");
    const lines = [];
    if (lost) lines.push(line(`Nothing shown on this site has ${lost}.`, ...(near ? [" Did you mean ", again(near), "?"] : [])));
    else if (none) lines.push(line("Words such as these stand nearly everywhere: add one that says what it is about."));
    if (none) {
      if (lost) lines.push(line("Try fewer words, another spelling or form, or the name of a person, a firm or a topic."));
      lines.push(line("Or look through ", ...LISTS.flatMap(([to, text], n) => [n ? " · " : "", link(text, new URL(to, home).href)])));
    }
    told.replaceChildren(...lines);
  }

  new BroadcastChannel("seedbed-search").addEventListener("message", ({ data }) => {
    if (words(data.asked) === words(box.value)) tell(words(box.value) ? data : {});
  });
  for (const type of ["input", "keyup"]) box.addEventListener(type, () => words(box.value) || told.replaceChildren());
  box.form.addEventListener("reset", () => told.replaceChildren());
})();
