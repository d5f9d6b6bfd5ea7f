/* Tables and lists that sort and filter (docs/architecture.md has their attributes). Without it all of them stand there whole. */
(() => {
  const order = new Intl.Collator("en", { numeric: true });
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const heads = table => [...table.tHead.rows[0].cells];
  const value = (row, column) => (row.cells[column]?.dataset.value ?? row.cells[column]?.textContent ?? "").trim();

  /* Numbers by size, all else by the language's order, what is empty last. */
  function compare(a, b, way) {
    if (!a || !b) return !a - !b;
    const [x, y] = [Number(a), Number(b)];
    return way * (isNaN(x) || isNaN(y) ? order.compare(a, b) : x - y);
  }

  /* `way`: 1 upwards, -1 downwards, 0 as the page has it. */
  function sort(table, column, way) {
    const rows = table.listed ??= [...table.tBodies[0].rows];
    table.tBodies[0].append(...(way ? [...rows].sort((a, b) => compare(value(a, column), value(b, column), way)) : rows));
    heads(table).forEach((head, i) => { head.ariaSort = i === column && way ? (way > 0 ? "ascending" : "descending") : null; });
  }

  function sortable(table) {
    if (table.querySelector(".sb-sort")) return;
    heads(table).forEach((head, column) => {
      if (new Set([...table.tBodies[0].rows].map(row => value(row, column))).size < 2) return;
      const button = make("button", { type: "button", class: "sb-sort" }, ...head.childNodes);
      button.onclick = () => sort(table, column, { ascending: -1, descending: 0 }[head.ariaSort] ?? 1);
      head.append(button);
    });
  }

  /* Sorting where a narrow screen shows no heads of columns. */
  function sorter(select, tables) {
    const ways = heads(tables[0]).flatMap((head, i) => [[`${i} 1`, `${head.textContent.trim()} ↑`], [`${i} -1`, `${head.textContent.trim()} ↓`]]);
    select.append(...ways.map(([value, text]) => new Option(text, value)));
    select.onchange = () => tables.forEach(table => sort(table, ...(select.value || "0 0").split(" ").map(Number)));
  }

  const says = (row, name) => (row.getAttribute(`data-${name}`) ?? "").split(" | ");

  /* A table or list with what stands over it, up to its heading. */
  function section(element) {
    const found = [element.closest(".sb-table") ?? element];
    for (let part = found[0].previousElementSibling; part && !part.matches("table, [data-sb-list], [data-sb-filter]"); part = part.previousElementSibling) {
      found.push(part);
      if (part.matches("h2, h3")) return found;
    }
    return [found[0]];
  }

  function filter(bar) {
    if (bar.oninput) return;
    const all = name => [...bar.parentElement.querySelectorAll(name)];
    const tables = all("table[data-sb-table]");
    const groups = [...tables, ...all("[data-sb-list]")].map(element => ({
      element, parts: section(element), rows: [...(element.tBodies?.[0].rows ?? element.children)].filter(row => row.tagName !== "SUMMARY"),
    }));
    const rows = groups.flatMap(group => group.rows);
    const words = new Map(rows.map(row => [row, row.textContent.toLowerCase()]));
    const fields = [...bar.elements].filter(field => field.name);
    const [box, ...choices] = fields;
    const told = bar.querySelector("output"), clear = bar.querySelector("button"), order = bar.querySelector(".sb-by-sorter select");

    function update() {
      const wanted = box.value.toLowerCase().split(/\s+/);
      const fits = row => wanted.every(word => words.get(row).includes(word)) && choices.every(c => !c.value || says(row, c.name).includes(c.value));
      const on = fields.some(field => field.value.trim());
      let shown = 0;
      for (const { element, parts, rows } of groups) {
        const here = rows.filter(row => !(row.hidden = !fits(row))).length;
        shown += here;
        for (const part of parts) part.hidden = !here;
        if (on && here && element.tagName === "DETAILS") element.open = true;
      }
      clear.hidden = !on;
      told.textContent = on ? `${shown} of ${rows.length}` : "";
    }

    /* What is chosen stands in the address, so that it can be shared. */
    const address = new URL(location.href);
    for (const field of fields) field.value = address.searchParams.get(field.name) ?? "";
    for (const field of choices) if (field.selectedIndex < 0) field.value = "";
    bar.oninput = () => {
      update();
      for (const { name, value } of fields) value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
      history.replaceState(history.state, "", address);
    };
    bar.onsubmit = event => event.preventDefault();
    clear.onclick = () => { for (const field of fields) field.value = ""; bar.oninput(); box.focus(); };
    if (order) sorter(order, tables);
    update();
  }

  function start() {
    document.querySelectorAll("table[data-sb-table]").forEach(sortable);
    document.querySelectorAll("[data-sb-filter]").forEach(filter);
  }

  window.document$ ? window.document$.subscribe(start) : start();
})();
