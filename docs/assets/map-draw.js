/* The map's picture on a canvas: lines, shapes, and labels that never lie on one another. Knows no control and no page. */

const MOST_LABELS = 160;
const GAP = 3;

/* Colours as the page has them now. */
export function colours(element) {
  const style = getComputedStyle(element);
  const of = name => style.getPropertyValue(name).trim();
  return {
    paper: of("--md-default-bg-color"), text: of("--md-default-fg-color"), soft: of("--md-default-fg-color--light"),
    topic: of("--md-accent-fg-color"), trend: of("--sb-warm"), source: of("--md-default-fg-color--light"), person: of("--md-default-fg-color"),
    font: style.fontFamily,
  };
}

/* The size of a node on the screen: it grows more slowly than the distances. */
export const radius = (node, k) => node.r * Math.min(2, Math.max(heavy(node) ? .55 : .3, Math.sqrt(k)));
const heavy = node => node.kind === "topic" || node.kind === "trend";

const SHAPES = {
  topic: (c, x, y, r) => { c.moveTo(x + r, y); c.arc(x, y, r, 0, 7); },
  trend: (c, x, y, r) => { c.moveTo(x, y - r * 1.2); c.lineTo(x + r * 1.2, y); c.lineTo(x, y + r * 1.2); c.lineTo(x - r * 1.2, y); c.closePath(); },
  source: (c, x, y, r) => c.rect(x - r * .85, y - r * .85, r * 1.7, r * 1.7),
  person: (c, x, y, r) => { c.moveTo(x, y - r * 1.15); c.lineTo(x + r * 1.1, y + r * .85); c.lineTo(x - r * 1.1, y + r * .85); c.closePath(); },
};

/* One frame. `view`: nodes and edges that are shown, focus, cursor, hover, and `lit` (the nodes of the neighbourhood; null: all). */
export function draw(c, { width, height, ratio, transform, view, look }) {
  const { k } = transform;
  const at = n => [n.x * k + transform.x, n.y * k + transform.y];
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.clearRect(0, 0, width, height);
  lines(c, view, at, look);
  for (const lit of view.lit ? [false, true] : [true]) shapes(c, view, at, k, look, lit, { width, height });
  ring(c, view.cursor, at, k, look.text, 2);
  ring(c, view.focus, at, k, look.topic, 3);
  return labels(c, view, at, k, look, { width, height });
}

function lines(c, { edges, focus, lit }, at, look) {
  const line = (list, colour, alpha, width) => {
    c.beginPath();
    for (const edge of list) {
      c.moveTo(...at(edge.start));
      c.lineTo(...at(edge.end));
    }
    c.strokeStyle = colour;
    c.globalAlpha = alpha;
    c.lineWidth = width;
    c.stroke();
    c.globalAlpha = 1;
  };
  const proof = edge => edge.kind === "evidence" || edge.kind === "speaks";
  const crowd = Math.max(.09, Math.min(.4, 90 / edges.length + .07));
  line(edges.filter(proof), look.soft, lit ? crowd / 4 : crowd, 1);
  line(edges.filter(e => !proof(e)), look.topic, lit ? .12 : .55, 1.5);
  if (focus) line(edges.filter(e => e.start === focus || e.end === focus), look.topic, .75, 1.5);
}

function shapes(c, { nodes, lit }, at, k, look, bright, { width, height }) {
  c.lineWidth = 1;
  c.strokeStyle = look.paper;
  for (const kind of ["person", "source", "trend", "topic"]) {
    c.globalAlpha = !bright ? .16 : kind === "source" && nodes.length > 400 && !lit ? Math.min(1, .45 + k / 3) : 1;
    c.beginPath();
    for (const node of nodes) {
      if (node.kind !== kind || (lit ? lit.has(node) : true) !== bright) continue;
      const [x, y] = at(node);
      if (x > -40 && y > -40 && x < width + 40 && y < height + 40) SHAPES[kind](c, x, y, radius(node, k));
    }
    c.fillStyle = look[kind];
    c.fill();
    if (bright && (k > .7 || kind === "topic")) c.stroke();
  }
  c.globalAlpha = 1;
}

function ring(c, node, at, k, colour, width) {
  if (!node) return;
  c.beginPath();
  c.arc(...at(node), radius(node, k) + 4, 0, 7);
  c.strokeStyle = colour;
  c.lineWidth = width;
  c.stroke();
}

/* Labels in order of weight, each below its node or else above, right, left, wherever it lies on no other; what finds no place is left out. */
function labels(c, { nodes, focus, cursor, hover, lit }, at, k, look, { width, height }) {
  const first = [focus, cursor, hover].filter(Boolean);
  const all = nodes.length < 150 || k > 1.5;
  const wanted = [...new Set([...first, ...nodes.filter(n => (lit ? lit.has(n) : all || heavy(n)))])];
  const taken = new Boxes();
  for (const node of wanted.slice(0, 250)) taken.add(around(at(node), radius(node, k)), node);
  c.textAlign = "left";
  c.textBaseline = "middle";
  c.lineJoin = "round";
  const shown = [];
  for (const node of wanted) {
    if (shown.length === MOST_LABELS) break;
    const [x, y] = at(node);
    if (x < -60 || y < -20 || x > width + 60 || y > height + 20) continue;
    c.font = `${heavy(node) ? "600 13px" : "400 12px"} ${look.font}`;
    const words = clipped(node.label, first.includes(node) ? 60 : 34);
    const w = (node.widths ??= {})[c.font + words] ??= c.measureText(words).width;
    const r = radius(node, k) + GAP;
    const places = [[x - w / 2, y + r + 8], [x - w / 2, y - r - 8], [x + r, y], [x - r - w, y]];
    const free = places.map(([left, mid]) => ({ left, right: left + w, top: mid - 8, bottom: mid + 8, mid }))
      .find(box => inside(box, width, height) && !taken.hits(box, node));
    if (!free && !first.includes(node)) continue;
    const box = free ?? kept({ left: x - w / 2, right: x + w / 2, top: y + r, bottom: y + r + 16, mid: y + r + 8 }, width);
    taken.add(box, node);
    shown.push({ node, words, box, heavy: heavy(node) });
  }
  for (const { node, words, box, heavy } of shown) {
    c.font = `${heavy ? "600 13px" : "400 12px"} ${look.font}`;
    c.strokeStyle = look.paper;
    c.lineWidth = 3.5;
    c.strokeText(words, box.left, box.mid);
    c.fillStyle = heavy || first.includes(node) ? look.text : look.soft;
    c.fillText(words, box.left, box.mid);
  }
  return shown.map(({ node, box }) => ({ node, box }));
}

const around = ([x, y], r) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });
const inside = (box, width, height) => box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2;
const clipped = (text, most) => (text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text);

function kept(box, width) {
  const shift = Math.max(2 - box.left, Math.min(0, width - 2 - box.right));
  return { ...box, left: box.left + shift, right: box.right + shift };
}

/* Boxes by the squares of a grid that they lie in, so that a look-up costs the same however many there are. */
class Boxes {
  #cells = new Map();

  *#keys({ left, right, top, bottom }) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++)
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y++) yield x * 8192 + y;
  }

  add(box, node) {
    for (const key of this.#keys(box)) this.#cells.has(key) ? this.#cells.get(key).push([box, node]) : this.#cells.set(key, [[box, node]]);
  }

  hits(box, node) {
    for (const key of this.#keys(box))
      for (const [other, owner] of this.#cells.get(key) ?? [])
        if (owner !== node && box.left < other.right + 2 && box.right > other.left - 2 && box.top < other.bottom && box.bottom > other.top) return true;
    return false;
  }
}
