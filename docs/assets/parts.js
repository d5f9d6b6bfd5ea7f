/* A list that stands on several pages: its filter looks through all of them, and an address from a time when it was cut elsewhere still
   leads to its entry. Nothing is fetched before somebody filters or comes by such an address. */
(() => {
  const MOST = 200;
  const parts = () => document.querySelector("[data-sb-parts]");
  const addresses = () => parts().dataset.sbParts.split(" ").map(href => new URL(href, location.href).href);
  const known = new Map();

  function read(url) {
    if (!known.has(url)) known.set(url, fetch(url).then(answer => answer.text()).then(text => {
      const page = new DOMParser().parseFromString(text, "text/html");
      for (const link of page.querySelectorAll("article [href]")) link.href = new URL(link.getAttribute("href"), url).href;
      return page;
    }));
    return known.get(url);
  }

  async function find(id) {
    for (const url of addresses()) if ((await read(url)).getElementById(id)) return location.replace(`${url}#${id}`);
  }

  /* Rows of the other pages, and a place for those that fit below the page's own. */
  async function gather(bar) {
    const pages = await Promise.all(addresses().map(read));
    const rows = pages.flatMap(page => [...page.querySelectorAll("table[data-sb-table] > tbody > tr, [data-sb-list] > :not(summary)")]);
    const own = document.querySelector("table[data-sb-table], [data-sb-list]");
    const box = own.tHead ? own.cloneNode(true) : Object.assign(document.createElement("div"), { className: "sb-quotes" });
    box.removeAttribute("data-sb-table");
    const title = document.createElement("h2");
    parts().before(title, box);
    for (const select of bar.querySelectorAll("select:not([name=sorter])")) {
      const had = new Set([...select.options].map(option => option.value));
      const all = new Set(rows.flatMap(row => says(row, select.name)));
      select.append(...[...all].filter(text => text && !had.has(text)).sort().map(text => new Option(text, text)));
    }
    return { rows: rows.map(row => ({ row, words: row.textContent.toLowerCase() })), list: box.tBodies?.[0] ?? box, parts: [title, box] };
  }

  const says = (row, name) => (row.getAttribute(`data-${name}`) ?? "").split(" | ");

  async function show(bar) {
    const far = await (bar.far ??= gather(bar));
    const wanted = bar.querySelector("input").value.toLowerCase().split(/\s+/);
    const chosen = [...bar.querySelectorAll("select:not([name=sorter])")].filter(select => select.value);
    const on = chosen.length > 0 || wanted.some(Boolean);
    const fit = ({ row, words }) => wanted.every(word => words.includes(word)) && chosen.every(c => says(row, c.name).includes(c.value));
    const found = on ? far.rows.filter(fit) : [];
    far.list.replaceChildren(...found.slice(0, MOST).map(({ row }) => document.importNode(row, true)));
    far.parts[0].textContent = `On the other pages: ${found.length.toLocaleString("en")}${found.length > MOST ? `, the first ${MOST} of them` : ""}`;
    for (const part of far.parts) part.hidden = !found.length;
  }

  const shown = event => {
    const bar = parts() && event.target instanceof Element ? event.target.closest(".sb-filter") : null;
    if (bar) show(bar);
  };
  for (const type of ["focusin", "input", "click"]) document.addEventListener(type, shown);

  document$.subscribe(() => {
    if (!parts()) return;
    const id = decodeURIComponent(location.hash.slice(1));
    if (id && !document.getElementById(id)) find(id);
    if (/[?&]\w+=/.test(location.search)) document.querySelectorAll(".sb-filter").forEach(show);
  });
})();
