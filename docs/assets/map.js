/* The map: loads the graph and D3, and answers to pointer, touch, keyboard and search. The list on the page is there without it. */
import { colours, draw, radius } from "./map-draw.js";

const ROOT = new URL("..", import.meta.url);
const here = name => new URL(name, import.meta.url).href;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const KINDS = { topic: "Topics", trend: "Trends", source: "Sources", person: "People" };
const ON = new Set(["topic", "trend", "source"]);
const ROW = 30; // pixels at the foot that the buttons lie on
/* What an edge is called where it starts and where it ends. */
const SIDES = {
  evidence: ["About", "Sources"], speaks: ["Speaks", "Speaks in"], broader: ["Broader", "Narrower"], member: ["Parts", "Part of"],
  related: ["Related", "Related"],
};

let running = null;

function start() {
  const shell = document.querySelector("[data-sb-map]");
  if (running?.shell === shell) return;
  running?.end.abort();
  running = shell ? { shell, end: new AbortController() } : null;
  if (running) open(running.shell, running.end.signal).catch(() => shell.remove());
}

async function open(shell, signal) {
  const [data] = await Promise.all([fetch(new URL("data/map.json", ROOT)).then(answer => answer.json()), d3Script()]);
  if (signal.aborted) return;
  window.seedbedMap = new Chart(shell, data, signal);
}

const d3Script = () => new Promise((done, failed) => {
  if (window.d3?.zoom) return done();
  const script = document.createElement("script");
  Object.assign(script, { src: here("vendor/d3-map.min.js"), onload: done, onerror: failed });
  document.head.append(script);
});

/* An element with attributes and children; `on…` are listeners. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter(child => child != null));
  return element;
}

const many = (n, one) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;

class Chart {
  constructor(shell, data, signal) {
    this.shell = shell;
    this.signal = signal;
    this.nodes = data.nodes.map(node => ({ ...node, r: size(node), x: 0, y: 0, edges: [] }));
    this.edges = data.edges.map(([a, b, kind, passages, central]) => ({ start: this.nodes[a], end: this.nodes[b], kind, passages, central }));
    for (const edge of this.edges) for (const node of [edge.start, edge.end]) node.edges.push(edge);
    this.kinds = new Set(ON);
    this.view = { nodes: [], edges: [], focus: null, cursor: null, hover: null, lit: null };
    this.transform = d3.zoomIdentity;
    this.build();
    this.layOut();
  }

  /* ---- what there is on the page ---- */

  build() {
    const { signal } = this;
    this.canvas = make("canvas", { "aria-hidden": "true" });
    this.stage = make("div", {
      class: "sb-map-stage", tabindex: "0", role: "application", "aria-label": "Map of topics and sources", "aria-describedby": "sb-map-keys",
    }, this.canvas, make("div", { class: "sb-map-zoom" },
      this.button("+", "Closer", () => this.zoomBy(1.5)), this.button("−", "Further", () => this.zoomBy(1 / 1.5)),
      this.button("⤢", "Show all", () => this.fit())));
    this.said = make("p", { class: "sb-aloud", role: "status" });
    this.panel = make("div", { class: "sb-map-panel", role: "region", "aria-label": "Neighbourhood", tabindex: "-1" });
    this.shell.replaceChildren(make("div", { class: "sb-map-bar" }, this.searchBox(), this.switches()), this.stage, this.panel, this.said);
    this.context = this.canvas.getContext("2d");
    this.look = colours(this.shell);
    this.zoom = d3.zoom().scaleExtent([.05, 12]).clickDistance(5)
      .filter(e => !e.button && e.type !== "dblclick" && (e.type !== "wheel" || e.ctrlKey || e.metaKey || this.stage.contains(document.activeElement)))
      .on("zoom", e => { this.transform = e.transform; this.moved ||= Boolean(e.sourceEvent); this.redraw(); });
    this.surface = d3.select(this.canvas).call(this.zoom);
    this.canvas.addEventListener("click", e => this.choose(this.at(e, 8)), { signal });
    this.canvas.addEventListener("pointerdown", () => this.stage.focus({ preventScroll: true }), { signal });
    this.canvas.addEventListener("pointermove", e => e.pointerType === "mouse" && !e.buttons && this.hover(this.at(e, 3)), { signal });
    this.canvas.addEventListener("pointerleave", () => this.hover(null), { signal });
    this.stage.addEventListener("keydown", e => this.key(e), { signal });
    this.shell.addEventListener("keydown", e => e.key === "Escape" && this.reset(), { signal });
    this.watch();
    this.tell();
  }

  watch() {
    const recolour = new MutationObserver(() => { this.look = colours(this.shell); this.redraw(); });
    recolour.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    const resize = new ResizeObserver(() => this.resize());
    resize.observe(this.stage);
    this.signal.addEventListener("abort", () => { recolour.disconnect(); resize.disconnect(); this.worker?.terminate(); });
    document.fonts?.ready.then(() => { for (const node of this.nodes) delete node.widths; this.redraw(); });
  }

  button(text, label, onclick) {
    return make("button", { type: "button", "aria-label": label, title: label, onclick }, text);
  }

  switches() {
    const set = make("fieldset", { class: "sb-map-kinds" }, make("legend", { class: "sb-aloud" }, "Show"));
    for (const [kind, name] of Object.entries(KINDS)) {
      if (!this.nodes.some(node => node.kind === kind)) continue;
      const box = make("input", { type: "checkbox", checked: ON.has(kind), onchange: () => this.toggle(kind, box.checked) });
      set.append(make("label", {}, box, make("span", { class: `sb-map-shape sb-map-${kind}`, "aria-hidden": "true" }), name));
    }
    return set;
  }

  searchBox() {
    const list = make("ul", { id: "sb-map-found", role: "listbox", "aria-label": "Found on the map", hidden: true });
    const box = make("input", {
      type: "search", role: "combobox", placeholder: "Find on the map", "aria-label": "Find on the map", autocomplete: "off", spellcheck: "false",
      "aria-expanded": "false", "aria-controls": "sb-map-found", "aria-autocomplete": "list",
    });
    let at = -1;
    const close = () => { list.hidden = true; at = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
    const pick = node => { close(); box.value = node.label; this.show(node); };
    const mark = to => {
      const items = [...list.children];
      at = (to + items.length) % items.length;
      items.forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
      box.setAttribute("aria-activedescendant", items[at].id);
      items[at].scrollIntoView({ block: "nearest" });
    };
    box.addEventListener("input", () => {
      const found = this.find(box.value);
      list.replaceChildren(...found.map((node, i) => make("li", {
        id: `sb-map-found-${i}`, role: "option", "aria-selected": "false", onpointerdown: e => { e.preventDefault(); pick(node); },
      }, node.label, make("small", {}, node.kind))));
      at = -1;
      box.removeAttribute("aria-activedescendant");
      list.hidden = !found.length;
      box.setAttribute("aria-expanded", String(Boolean(found.length)));
      list.found = found;
      if (box.value) this.say(many(found.length, "match").replace("matchs", "matches"));
    });
    box.addEventListener("keydown", e => {
      if (e.key === "ArrowDown" || e.key === "ArrowUp") { if (!list.hidden) { e.preventDefault(); mark(at + (e.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1)); } }
      else if (e.key === "Enter") { e.preventDefault(); const node = list.found?.[Math.max(at, 0)]; if (node && !list.hidden) pick(node); }
      else if (e.key === "Escape" && !list.hidden) { e.stopPropagation(); e.preventDefault(); close(); }
    });
    box.addEventListener("blur", close);
    this.box = box;
    return make("div", { class: "sb-map-search" }, box, list);
  }

  /* Nodes by name or another name: names that begin with the words first, then those in which a word does, then all others that hold them. */
  find(words) {
    const wanted = words.trim().toLowerCase();
    if (!wanted) return [];
    const rank = name => { const i = name.toLowerCase().indexOf(wanted); return i < 0 ? 9 : i === 0 ? 0 : /\W/.test(name[i - 1]) ? 1 : 2; };
    return this.nodes.map(node => [Math.min(rank(node.label), ...(node.also ?? []).map(name => rank(name) + .5)), node])
      .filter(([score]) => score < 9).sort((a, b) => a[0] - b[0]).slice(0, 8).map(([, node]) => node);
  }

  /* ---- where things stand ---- */

  layOut() {
    const { view } = this;
    view.nodes = this.nodes.filter(node => this.kinds.has(node.kind));
    const place = new Map(view.nodes.map((node, i) => [node, i]));
    view.edges = this.edges.filter(edge => place.has(edge.start) && place.has(edge.end));
    if (view.focus && !place.has(view.focus)) this.reset();
    const degree = node => Math.max(1, node.edges.length);
    const links = view.edges.map(e => ({ source: place.get(e.start), target: place.get(e.end), weight: weight(e) / Math.min(degree(e.start), degree(e.end)) }));
    const nodes = view.nodes.map(node => ({ r: node.r, heavy: node.kind === "topic" || node.kind === "trend" }));
    this.stage.setAttribute("aria-busy", "true");
    this.worker ??= new Worker(here("map-layout.js"));
    const id = this.layout = (this.layout ?? 0) + 1;
    this.worker.onmessage = ({ data }) => {
      if (data.id !== id) return;
      view.nodes.forEach((node, i) => { node.x = data.places[2 * i]; node.y = data.places[2 * i + 1]; });
      this.tree = d3.quadtree(view.nodes, node => node.x, node => node.y);
      this.stage.setAttribute("aria-busy", "false");
      this.ready = true;
      if (this.layout === 1) this.fromAddress();
      view.focus ? this.show(view.focus) : this.fit(true);
    };
    this.worker.onerror = () => this.shell.remove();
    this.worker.postMessage({ id, nodes, links, aspect: this.stage.clientWidth / this.stage.clientHeight });
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    Object.assign(this, { width, height, ratio });
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.moved ? this.redraw() : this.fit(true);
  }

  redraw() {
    if (!this.ready || this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      if (!this.signal.aborted) this.frame();
    });
  }

  frame() {
    this.labels = draw(this.context, this);
  }

  /* Where a node, by its number in the data, is on the canvas. */
  placeOf(number) {
    return this.transform.apply([this.nodes[number].x, this.nodes[number].y]);
  }

  /* Show some nodes, or all. */
  fit(atOnce = false, nodes = this.view.nodes) {
    if (!this.ready || !nodes.length) return;
    const xs = nodes.map(n => n.x), ys = nodes.map(n => n.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const k = Math.min(2.2, (this.width - 90) / Math.max(right - left, 1), (this.height - 80 - ROW) / Math.max(bottom - top, 1));
    this.moved = nodes !== this.view.nodes;
    this.go(d3.zoomIdentity.translate(this.width / 2 - k * (left + right) / 2, (this.height - ROW) / 2 - k * (top + bottom) / 2).scale(Math.max(k, .05)), atOnce);
  }

  go(transform, atOnce = false) {
    this.surface.interrupt();
    (atOnce || still.matches ? this.surface : this.surface.transition().duration(350)).call(this.zoom.transform, transform);
    this.redraw();
  }

  zoomBy(factor) {
    this.moved = true;
    (still.matches ? this.surface : this.surface.transition().duration(200)).call(this.zoom.scaleBy, factor);
  }

  /* ---- what is chosen ---- */

  at(event, slack) {
    if (!this.ready) return null;
    const [x, y] = d3.pointer(event, this.canvas);
    const label = this.labels?.find(({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    const [px, py] = this.transform.invert([x, y]);
    const near = this.tree.find(px, py, 60 / this.transform.k);
    const touches = near && Math.hypot(near.x - px, near.y - py) * this.transform.k < radius(near, this.transform.k) + slack;
    return touches ? near : label?.node ?? null;
  }

  hover(node) {
    this.canvas.style.cursor = node ? "pointer" : "";
    if (this.view.hover !== node) { this.view.hover = node; this.redraw(); }
  }

  choose(node) {
    node ? this.show(node, false) : this.reset();
  }

  /* Focus on a node's neighbourhood; `travel`: bring it into the middle. */
  show(node, travel = true) {
    const { view } = this;
    if (!this.kinds.has(node.kind)) return this.toggle(node.kind, true, node);
    const near = new Set([node, ...node.edges.flatMap(e => [e.start, e.end]).filter(n => this.kinds.has(n.kind))]);
    Object.assign(view, { focus: node, cursor: null, hover: null, lit: near });
    if (travel) this.fit(false, [...near]);
    this.redraw();
    this.tell();
    this.say(`${node.label}, ${node.kind}: ${many(near.size - 1, "neighbour")}`);
    this.toAddress();
  }

  reset() {
    const { view } = this;
    if (this.panel.contains(document.activeElement)) this.stage.focus({ preventScroll: true });
    if (!view.focus && !view.cursor) return;
    Object.assign(view, { focus: null, cursor: null, hover: null, lit: null });
    this.box.value = "";
    this.fit();
    this.tell();
    this.say("The whole map");
    this.toAddress();
  }

  toggle(kind, on, focus = null) {
    on ? this.kinds.add(kind) : this.kinds.delete(kind);
    for (const box of this.shell.querySelectorAll(".sb-map-kinds input")) if (box.parentElement.textContent === KINDS[kind]) box.checked = on;
    if (focus) this.view.focus = focus;
    this.layOut();
  }

  fromAddress() {
    const wanted = new URL(location.href).searchParams.get("at");
    const node = wanted && this.nodes.find(n => n.id === wanted);
    if (node) this.view.focus = node;
  }

  toAddress() {
    const address = new URL(location.href);
    this.view.focus ? address.searchParams.set("at", this.view.focus.id) : address.searchParams.delete("at");
    history.replaceState(history.state, "", address);
  }

  /* ---- keys ---- */

  key(event) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !this.ready || event.target !== this.stage) return;
    const { view } = this;
    if (way) this.step(way);
    else if (event.key === "Enter" && (view.cursor ?? view.focus)) view.cursor && view.cursor !== view.focus ? this.show(view.cursor) : this.panel.querySelector("a")?.focus();
    else if (event.key === "+" || event.key === "=") this.zoomBy(1.5);
    else if (event.key === "-") this.zoomBy(1 / 1.5);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /* To the nearest node that way, among the neighbours where a neighbourhood is in focus. */
  step([dx, dy]) {
    const { view } = this;
    const from = view.cursor ?? view.focus;
    const all = view.lit ? [...view.lit] : view.nodes;
    const cost = n => { const along = (n.x - from.x) * dx + (n.y - from.y) * dy, aside = Math.abs((n.x - from.x) * dy) + Math.abs((n.y - from.y) * dx); return along > 0 ? along + 2 * aside : Infinity; };
    const to = from ? all.reduce((best, n) => (n !== from && cost(n) < cost(best ?? from) ? n : best), null) : view.nodes[0];
    if (!to) return;
    view.cursor = to;
    const [x, y] = this.transform.apply([to.x, to.y]);
    if (x < 40 || y < 40 || x > this.width - 40 || y > this.height - 40) this.surface.call(this.zoom.translateTo, to.x, to.y);
    this.redraw();
    this.say(`${to.label}, ${to.kind}`);
  }

  /* ---- words ---- */

  say(words) {
    this.said.textContent = words;
  }

  tell() {
    const { focus } = this.view;
    this.panel.replaceChildren(...(focus ? this.neighbourhood(focus) : this.help()));
    this.panel.scrollTop = 0;
  }

  help() {
    const keys = make("p", { id: "sb-map-keys", class: "sb-map-hint" },
      "Choose a topic or a source to see what is near it. By keyboard: arrow keys go from one to the next, Enter chooses, + and − zoom, 0 shows all, Escape goes back.");
    const most = this.nodes.filter(node => node.kind === "topic").slice(0, 8);
    return [keys, make("p", { class: "sb-label" }, "Topics with most evidence"), make("ul", {}, ...most.map(node => this.item(node, many(node.passages, "passage"))))];
  }

  neighbourhood(node) {
    const groups = new Map();
    for (const edge of node.edges) {
      const other = edge.start === node ? edge.end : edge.start;
      const name = SIDES[edge.kind][edge.start === node ? 0 : 1];
      groups.set(name, [...(groups.get(name) ?? []), [other, edge]]);
    }
    const facts = node.kind === "source" ? [node.note, node.passages && `${many(node.passages, "passage")} on the map`]
      : [node.kind, many(node.sources, "source"), node.origins < node.sources && many(node.origins, "independent origin"), node.passages && many(node.passages, "passage")];
    return [
      make("p", { class: "sb-map-name" }, make("a", { href: new URL(node.url, ROOT).href }, node.label)),
      make("p", { class: "sb-map-facts" }, facts.filter(Boolean).join(" · ")),
      node.kind === "source" || !node.note ? null : make("p", { class: "sb-map-note" }, node.note),
      ...["Broader", "Narrower", "Parts", "Part of", "Related", "About", "Sources", "Speaks", "Speaks in"].filter(name => groups.has(name)).flatMap(name => [
        make("p", { class: "sb-label" }, name),
        make("ul", {}, ...groups.get(name).sort((a, b) => b[1].central - a[1].central || b[1].passages - a[1].passages)
          .map(([other, edge]) => this.item(other, edge.passages ? many(edge.passages, "passage") : ""))),
      ]),
      make("p", {}, make("button", { type: "button", class: "sb-map-back", onclick: () => this.reset() }, "Back to the whole map")),
    ].filter(Boolean);
  }

  item(node, note) {
    return make("li", {}, make("a", { href: new URL(node.url, ROOT).href }, node.label), note ? make("small", {}, note) : null,
      make("button", { type: "button", "aria-label": `Show ${node.label} on the map`, title: "Show on the map", onclick: () => { this.show(node); this.panel.focus({ preventScroll: true }); } }, "◎"));
  }
}

const size = node => ({ topic: 5 + Math.min(14, 1.5 * Math.sqrt(node.passages)), trend: 5 + Math.min(12, 1.3 * Math.sqrt(node.passages)), source: 3 + Math.min(5, .5 * Math.sqrt(node.passages)), person: 5 })[node.kind];
const weight = edge => (edge.kind === "evidence" || edge.kind === "speaks" ? Math.min(1, .35 + .12 * edge.passages) : 1);

window.document$ ? window.document$.subscribe(start) : start();
