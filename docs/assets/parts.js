/* A list that stands on several pages. `sbWhole` brings the rows of the others in, each under its heading and out of sight, for the script
   that sorts and filters (tables.js); an address from a time when the list was cut elsewhere still leads to its entry. Nothing is fetched
   before somebody sorts, turns to the filter or comes by such an address. */
(() => {
  const LISTS = "table[data-sb-table], [data-sb-list]";
  const parts = () => document.querySelector("[data-sb-parts]");
  const addresses = () => parts().dataset.sbParts.split(" ").map(href => new URL(href, location.href).href);
  const known = new Map();

  function read(url) {
    if (!known.has(url)) {
      const asked = fetch(url).then(answer => { if (!answer.ok) throw new Error(url); return answer.text(); }).then(text => {
        const page = new DOMParser().parseFromString(text, "text/html");
        window.sbPast?.(page);
        for (const link of page.querySelectorAll("article [href]")) link.setAttribute("href", new URL(link.getAttribute("href"), url).href);
        return page;
      });
      asked.catch(() => known.delete(url));
      known.set(url, asked);
    }
    return known.get(url);
  }

  async function find(id) {
    for (const url of addresses()) if ((await read(url)).getElementById(id)) return location.replace(`${url}#${id}`);
  }

  const rows = list => [...(list.tBodies?.[0].rows ?? list.children)].filter(row => row.tagName !== "SUMMARY");
  const body = list => list.tBodies?.[0] ?? list;
  const outer = list => list.closest(".sb-table") ?? list;
  /** The heading that a list stands under, if there is one, and its words. */
  function heading(list) {
    let at = outer(list);
    while ((at = at.previousElementSibling)) if (at.matches("h2")) return at;
    return null;
  }

  const title = list => heading(list)?.firstChild.textContent.trim();

  /** A list of another page without its rows, and its heading, which leaves its anchor to whatever leads there from here. */
  function begun(list) {
    const made = document.importNode(list, false), head = heading(list);
    made.append(...[...list.children].filter(child => child.matches("thead, summary")).map(child => document.importNode(child, true)));
    if (list.tBodies) made.append(document.createElement("tbody"));
    return [...(head ? [Object.assign(document.createElement("h2"), { textContent: title(list) })] : []), made];
  }

  function bring(pages, before) {
    const own = [...document.querySelectorAll(LISTS)];
    let first = own[0];
    for (const page of before ? [...pages].reverse() : pages) {
      const lists = [...page.querySelectorAll(LISTS)];
      for (const list of before ? lists.reverse() : lists) {
        const edge = before ? first : [...document.querySelectorAll(LISTS)].at(-1);
        const far = rows(list).map(row => Object.assign(document.importNode(row, true), { hidden: true }));
        for (const row of far) row.dataset.sbFar = "";
        if (title(edge) === title(list)) {
          before ? rows(edge)[0].before(...far) : body(edge).append(...far);
          continue;
        }
        const made = begun(list);
        for (const part of made) part.hidden = true;
        body(made.at(-1)).append(...far);
        before ? (heading(edge) ?? outer(edge)).before(...made) : outer(edge).after(...made);
        if (before) first = made.at(-1);
      }
    }
  }

  /** Once all rows stand on this page: true; where there are no others, false. A page that cannot be had leaves things as they are. */
  window.sbWhole = async () => {
    const nav = parts();
    if (!nav) return false;
    return nav.whole ??= Promise.all(addresses().map(read)).then(pages => {
      const here = +nav.querySelector("[aria-current]").textContent - 1;
      bring(pages.slice(0, here), true);
      bring(pages.slice(here), false);
      return true;
    }).catch(() => { nav.whole = null; return false; });
  };

  document$.subscribe(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (parts() && id && !document.getElementById(id)) find(id);
  });
})();
