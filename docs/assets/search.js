/* Search on a large site: a worker that speaks as the theme's own does, and loads of the index only the pieces that a query needs.
   How they are made: generator/exports/shards.py. It stands where the theme's worker would: three folders below the site's root. */
"use strict";
(() => {
  const ROOT = new URL("../../../search/", self.location.href);
  const HITS = 20, PIECES = 3, PER_PIECE = 16, LETTERS = 25, TOP = 25, SNIPPET = 320;
  const WORD = /&(?:amp|lt|gt);|[\p{L}\p{N}\p{M}]+/gu;
  const loaded = new Map();
  let index = null, latest = 0;

  const load = name => {
    if (!loaded.has(name)) {
      const asked = fetch(new URL(name, ROOT)).then(answer => { if (!answer.ok) throw new Error(name); return answer.json(); });
      asked.catch(() => loaded.delete(name));
      loaded.set(name, asked);
    }
    return loaded.get(name);
  };
  const fold = text => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const split = text => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  /** The number of the piece in which a word stands, if it stands anywhere. */
  const place = word => {
    let low = 0, high = index.pieces.length;
    while (low < high) { const middle = (low + high) >> 1; if (index.pieces[middle] <= word) low = middle + 1; else high = middle; }
    return Math.max(0, low - 1);
  };

  /** The words of the index that a word of the query means, with how much each counts: itself, its singular, what it begins. */
  const meant = async word => {
    const forms = word.length > 3 && word.endsWith("s") ? [word, word.slice(0, -1)] : [word];
    const found = new Map();
    for (const form of forms) {
      const first = place(form);
      const range = index.pieces.slice(first, first + PIECES).filter((begins, n) => !n || begins.startsWith(form)).map((_, n) => first + n);
      for (const piece of await Promise.all(range.map(n => load(`words/${n}.json`)))) {
        for (const known in piece) {
          if (known !== form && (form.length < 2 || !known.startsWith(form))) continue;
          const counts = known === form ? (form === word ? 1 : 0.9) : 0.6 * form.length / known.length;
          if (counts > (found.get(known)?.counts || 0)) found.set(known, { counts, packed: piece[known] });
        }
      }
    }
    return found;
  };

  /** The entries that have a word, each with its weight: `number of entries:distance letter …`. */
  const unpack = packed => {
    const at = packed.indexOf(":"), frequency = +packed.slice(0, at);
    const rarity = Math.log(1 + (index.entries - frequency + 0.5) / (frequency + 0.5));
    const found = [];
    let number = 0;
    for (const [, step, letter] of packed.slice(at + 1).matchAll(/([0-9a-z]+)([A-Z])/g)) {
      number += parseInt(step, 36);
      found.push([number, rarity * Math.expm1((letter.charCodeAt(0) - 65) / LETTERS * Math.log1p(TOP))]);
    }
    return found;
  };

  /** The best entries: the sum of what each word of the query counts for there, the more the more of the words there are. */
  const rank = async query => {
    const scores = new Map(), known = new Set();
    await Promise.all(query.map(async (word, n) => {
      const best = new Map();
      for (const [term, { counts, packed }] of await meant(word)) {
        known.add(term);
        for (const [number, weight] of unpack(packed)) best.set(number, Math.max(best.get(number) || 0, counts * weight));
      }
      for (const [number, weight] of best) {
        const entry = scores.get(number) || { number, sum: 0, has: new Set() };
        entry.sum += weight;
        entry.has.add(n);
        scores.set(number, entry);
      }
    }));
    const ranked = [...scores.values()].map(entry => ({ ...entry, score: entry.sum * (entry.has.size / query.length) ** 2 }));
    return { known, best: ranked.sort((a, b) => b.score - a.score || a.number - b.number).slice(0, HITS) };
  };

  /** HTML with the words that were found marked. Words are replaced one by one, so that nothing but words is touched. */
  const mark = (html, known) => html.replace(WORD, word => known.has(fold(word)) ? `<mark data-md-highlight>${word}</mark>` : word);

  /** As much of a text as a hit shows, from a little before the first word that was found. */
  const snippet = (html, known) => {
    let start = 0;
    for (const match of html.matchAll(WORD)) if (known.has(fold(match[0]))) { start = match.index > 90 ? html.lastIndexOf(" ", match.index - 60) + 1 : 0; break; }
    const end = start + SNIPPET < html.length ? html.lastIndexOf(" ", start + SNIPPET) : html.length;
    return (start ? "… " : "") + mark(html.slice(start, end > start ? end : html.length), known) + (end < html.length && end > start ? " …" : "");
  };

  const search = async text => {
    const query = [...new Set(split(text).filter(word => !index.stop.includes(word)))].slice(0, 8);
    if (!query.length) return { items: [] };
    const { known, best } = await rank(query);
    const pieces = await Promise.all(best.map(({ number }) => load(`entries/${Math.floor(number / PER_PIECE)}.json`)));
    const groups = new Map();
    best.forEach(({ number, score, has }, n) => {
      const entry = pieces[n].entries[number % PER_PIECE], page = entry.location.split("#")[0];
      const terms = Object.fromEntries(query.map((word, i) => [word, has.has(i)]));
      const hit = { ...entry, score, terms, title: mark(entry.title, known), text: snippet(entry.text, known) };
      if (entry.tags) hit.tags = entry.tags.map(tag => mark(tag, known));
      if (!groups.has(page)) groups.set(page, []);
      groups.get(page).push(hit);
    });
    for (const [page, hits] of groups) {
      if (hits.some(hit => hit.location === page)) continue;
      const title = pieces.find(piece => page in piece.pages).pages[page];
      hits.push({ location: page, title, text: "", score: 0, terms: {} });
    }
    return { items: [...groups.values()] };
  };

  addEventListener("message", async ({ data: message }) => {
    if (message.type === 0) {
      index = message.data.config;
      postMessage({ type: 1 });
      return;
    }
    const turn = ++latest;
    let data = { items: [] };
    try { data = await search(message.data); } catch (error) { console.warn(error); }
    if (turn === latest) postMessage({ type: 3, data });
  });
})();
