/* Tables and lists that sort and filter (docs/architecture.md has their attributes). Without it all of them stand there whole. */
(() => {
  const MOST = 200; // rows of a list that are shown at once where those of its other pages have come in
  const order = new Intl.Collator("en", { numeric: true });
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const TABLES = "table[data-sb-table]";
  const heads = table => [...table.tHead.rows[0].cells];
  const value = (row, column) => (row.cells[column]?.dataset.value ?? row.cells[column]?.textContent ?? "").trim();
  const sorted = list => Boolean(list.tHead?.querySelector("[aria-sort]"));

  /* Numbers by size, all else by the language's order, what is empty last. */
  function compare(a, b, way) {
    if (!a || !b) return !a - !b;
    const [x, y] = [Number(a), Number(b)];
    return way * (isNaN(x) || isNaN(y) ? order.compare(a, b) : x - y);
  }

  /* `way`: 1 upwards, -1 downwards, 0 as the page has it. */
  function put(table, column, way) {
    const { rows } = table.tBodies[0];
    if (table.listed?.length !== rows.length) table.listed = [...rows];
    const wanted = way ? [...table.listed].sort((a, b) => compare(value(a, column), value(b, column), way)) : table.listed;
    table.tBodies[0].append(...wanted);
    heads(table).forEach((head, i) => { head.ariaSort = i === column && way ? (way > 0 ? "ascending" : "descending") : null; });
  }

  /* Sorts what `tables` gives, and of a list on several pages all of it. */
  async function sort(tables, column, way) {
    const bar = document.querySelector("[data-sb-filter]");
    await bar?.whole();
    for (const table of tables()) put(table, column, way);
    bar?.update();
  }

  function sortable(table) {
    if (table.querySelector(".sb-sort")) return;
    const parted = document.querySelector("[data-sb-parts]");
    heads(table).forEach((head, column) => {
      if (!parted && new Set([...table.tBodies[0].rows].map(row => value(row, column))).size < 2) return;
      const button = make("button", { type: "button", class: "sb-sort" }, ...head.childNodes);
      button.onclick = () => sort(() => [table], column, { ascending: -1, descending: 0 }[head.ariaSort] ?? 1);
      head.append(button);
    });
  }

  /* Sorting where a narrow screen shows no heads of columns. */
  function sorter(select, tables) {
    const ways = heads(tables()[0]).flatMap((head, i) => [[`${i} 1`, `${head.textContent.trim()} ↑`], [`${i} -1`, `${head.textContent.trim()} ↓`]]);
    select.append(...ways.map(([value, text]) => new Option(text, value)));
    select.onchange = () => sort(tables, ...(select.value || "0 0").split(" ").map(Number));
  }

  const says = (row, name) => (row.getAttribute(`data-${name}`) ?? "").split(" | ");
  const rowsOf = list => [...(list.tBodies?.[0].rows ?? list.children)].filter(row => row.tagName !== "SUMMARY");

  /* A table or list with what stands over it, up to its heading. */
  function section(element) {
    const found = [element.closest(".sb-table") ?? element];
    for (let part = found[0].previousElementSibling; part && !part.matches("table, [data-sb-list], [data-sb-filter]"); part = part.previousElementSibling) {
      found.push(part);
      if (part.matches("h2, h3")) return found;
    }
    return [found[0]];
  }

  /* The values that rows have and a choice does not offer yet: those of the other pages. */
  function widen(choice, rows) {
    const had = new Set([...choice.options].map(option => option.value));
    const more = new Set(rows.flatMap(row => says(row, choice.name)).filter(text => text && !had.has(text)));
    choice.append(...[...more].sort(order.compare).map(text => new Option(text, text)));
  }

  function filter(bar) {
    if (bar.update) return;
    const all = name => [...bar.parentElement.querySelectorAll(name)];
    const fields = [...bar.elements].filter(field => field.name);
    const [box, ...choices] = fields;
    const told = bar.querySelector("output"), clear = bar.querySelector("button"), chooser = bar.querySelector(".sb-by-sorter select");
    const nav = document.querySelector("[data-sb-parts]");
    const more = make("button", { type: "button", class: "sb-more-rows", hidden: "" });
    let groups = [], words = new Map(), far = false, most = MOST;

    function read() {
      groups = [...all(TABLES), ...all("[data-sb-list]")].map(element => ({ element, parts: section(element) }));
      words = new Map(groups.flatMap(({ element }) => rowsOf(element)).map(row => [row, row.textContent.toLowerCase()]));
    }

    bar.update = () => {
      const wanted = box.value.toLowerCase().split(/\s+/);
      const fits = row => wanted.every(word => words.get(row).includes(word)) && choices.every(c => !c.value || says(row, c.name).includes(c.value));
      const on = fields.some(field => field.value.trim());
      let found = 0, left = 0;
      for (const { element, parts } of groups) {
        const wide = on || sorted(element);
        const fit = rowsOf(element).filter(row => !(row.hidden = !fits(row) || (!wide && "sbFar" in row.dataset)));
        const beyond = far && wide ? fit.slice(most) : [];
        for (const row of beyond) row.hidden = true;
        found += fit.length;
        left += beyond.length;
        for (const part of parts) part.hidden = !fit.length;
        if (on && fit.length && element.tagName === "DETAILS") element.open = true;
      }
      clear.hidden = !on;
      told.textContent = on ? `${found} of ${words.size}` : "";
      more.hidden = !left;
      more.textContent = `Show more (${left.toLocaleString("en")} left)`;
      if (nav) nav.hidden = far && on; // then all pages are here
    };

    /* Brings in the rows of the list's other pages (parts.js), once. */
    bar.whole = async () => {
      if (far || !nav || !await window.sbWhole?.() || far) return;
      far = true;
      all(TABLES).forEach(sortable);
      read();
      for (const choice of choices) widen(choice, [...words.keys()]);
      bar.update();
    };

    /* What is chosen stands in the address, so that it can be shared. */
    function recall() {
      const chosen = new URLSearchParams(location.search);
      for (const field of fields) field.value = chosen.get(field.name) ?? "";
      for (const field of choices) if (field.selectedIndex < 0) field.value = "";
      bar.update();
      return fields.some(field => chosen.get(field.name));
    }
    bar.oninput = event => {
      if (event?.target === chooser) return;
      const address = new URL(location.href);
      for (const { name, value } of fields) value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
      history.replaceState(history.state, "", address);
      most = MOST;
      bar.update();
      bar.whole();
    };
    bar.onsubmit = event => event.preventDefault();
    bar.addEventListener("focusin", () => bar.whole());
    clear.onclick = () => { for (const field of fields) field.value = ""; bar.oninput(); box.focus(); };
    more.onclick = () => { most += MOST; bar.update(); };
    nav?.before(more);
    if (chooser) sorter(chooser, () => all(TABLES));
    read();
    if (recall() && nav) bar.whole().then(recall);
  }

  function start() {
    document.querySelectorAll(TABLES).forEach(sortable);
    document.querySelectorAll("[data-sb-filter]").forEach(filter);
  }

  window.document$ ? window.document$.subscribe(start) : start();
})();
