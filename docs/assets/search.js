/* Search: a worker that speaks as the theme's own does, and loads of the index only the pieces that a query needs.
   How they are made: generator/exports/shards.py. It stands where the theme's worker would: three folders below the site's root. */
"use strict";
(() => {
  const ROOT = new URL("../../../search/", self.location.href);
  const HITS = 20, CLOSER = 28, PIECES = 3, PER_PIECE = 16, LETTERS = 25, TOP = 25, SNIPPET = 240, TAGS = 3, WHOLE = 10;
  const WORD = /&(?:amp|lt|gt);|[\p{L}\p{N}\p{M}]+/gu;
  const INFLECTED = /^(?:'?s|e[drs]|d|r|ers|rs|ing|ings|ion|ions|ly|al|ment|ments|ation|ations)$/;
  const loaded = new Map();
  let index = null, wanted = false, latest = 0;
  const page = new BroadcastChannel("seedbed-search"); // the theme passes on hits only; nothing.js tells what was not found

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

  /** The words of the index that a word of the query means, with how much each counts: itself, its singular, its other forms, and of the
   *  last word, which may not be typed to its end, whatever it begins. */
  const meant = async (word, last) => {
    const forms = word.length > 3 && word.endsWith("s") ? [word, word.slice(0, -1)] : [word];
    const found = new Map();
    for (const form of forms) {
      const first = place(form);
      const range = index.pieces.slice(first, first + PIECES).filter((begins, n) => !n || begins.startsWith(form)).map((_, n) => first + n);
      for (const piece of await Promise.all(range.map(n => load(`words/${n}.json`)))) {
        for (const known in piece) {
          if (known !== form && (form.length < 2 || !known.startsWith(form) || !(last || INFLECTED.test(known.slice(form.length))))) continue;
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
    const scores = new Map(), known = new Set(), missing = [];
    await Promise.all(query.map(async (word, n) => {
      const best = new Map(), terms = await meant(word, n === query.length - 1);
      if (!terms.size) missing.push(word);
      for (const [term, { counts, packed }] of terms) {
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
    return { known, missing, best: ranked.sort((a, b) => b.score - a.score || a.number - b.number).slice(0, CLOSER) };
  };

  /** How many letters are wrong, missing, too many, or in the place of a neighbour (optimal string alignment). */
  const apart = (one, other) => {
    const rows = [[...other].reduce((row, _, n) => [...row, n + 1], [0])];
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (one[i - 1] !== other[j - 1]));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
      rows.push(row);
    }
    return rows[one.length][other.length];
  };

  /** The word of the index that is most like one that stands nowhere, of those near it in the alphabet, where slips behind the beginning are. */
  const nearest = async word => {
    const at = place(word), most = word.length > 5 ? 2 : 1;
    const near = [at - 1, at, at + 1].filter(n => n >= 0 && n < index.pieces.length);
    const terms = (await Promise.all(near.map(n => load(`words/${n}.json`)))).flatMap(Object.entries);
    const alike = terms.filter(([term]) => term[0] === word[0] && Math.abs(term.length - word.length) <= most && word.length > 2)
      .map(([term, packed]) => ({ term, far: apart(word, term), had: parseInt(packed) })).filter(({ far }) => far <= most);
    return alike.sort((a, b) => a.far - b.far || b.had - a.had)[0]?.term;
  };

  /** What was looked for with each word that stands nowhere in the place of one that does; nothing where there is none. */
  const instead = async (text, missing) => {
    const like = new Map(await Promise.all(missing.map(async word => [word, await nearest(word)])));
    const words = split(text).map(word => like.has(word) ? like.get(word) : word);
    return like.size && words.every(Boolean) ? words.join(" ") : "";
  };

  /** The longest run of the query's words, as they were typed, that stands in a text: how many, and where the run begins. */
  const run = (html, said) => {
    const there = [...html.matchAll(WORD)];
    const words = there.map(match => fold(match[0]));
    let most = 0, at = 0;
    for (let i = 0; i < words.length; i++) {
      for (let j = 0; j < said.length; j++) {
        let length = 0;
        while (j + length < said.length && words[i + length] === said[j + length]) length++;
        if (length > most) [most, at] = [length, there[i].index];
      }
    }
    return { most, at };
  };

  /** A hit whose words stand together as in the query counts more; one that has the whole of it
   *  counts more than any other, and most what is called so. */
  const closer = (hit, entry, said) => {
    const { most, at } = run(entry.text, said);
    const names = [entry.title, ...(entry.tags || [])], called = names.some(name => split(name).join(" ") === said.join(" "));
    const named = Math.max(...names.map(name => run(name, said).most));
    const share = said.length > 1 ? Math.max(0, Math.max(most, named) - 1) / (said.length - 1) : 0;
    const from = named && named >= most ? 0 : most > 1 ? at : -1; // whoever asks for a thing by its name is told what it is
    return { ...hit, entry, at: from, score: hit.score * (called ? 2 * WHOLE : share === 1 ? WHOLE : 1 + share) };
  };

  /** HTML with the words that were found marked. Words are replaced one by one, so that nothing but words is touched. */
  const mark = (html, known) => html.replace(WORD, word => known.has(fold(word)) ? `<mark data-md-highlight>${word}</mark>` : word);

  /** The first tags, those with words that were found before others. */
  const named = tags => [...tags.filter(tag => tag.includes("<mark")), ...tags.filter(tag => !tag.includes("<mark"))].slice(0, TAGS);

  /** As much of a text as a hit shows, from a little before the words that stand together, else before the first that was found. */
  const snippet = (html, known, at) => {
    const first = at >= 0 ? at : [...html.matchAll(WORD)].find(match => known.has(fold(match[0])))?.index ?? 0;
    const start = first > 90 ? html.lastIndexOf(" ", first - 60) + 1 : 0;
    const end = start + SNIPPET < html.length ? html.lastIndexOf(" ", start + SNIPPET) : html.length;
    return (start ? "… " : "") + mark(html.slice(start, end > start ? end : html.length), known) + (end < html.length && end > start ? " …" : "");
  };

  /** The word that most entries have of those that begin with the last one, for the theme to show behind what was typed. */
  const completed = async (text, word) => {
    if (!wanted || !word || !fold(text).endsWith(word)) return {};
    const known = [...await meant(word, true)].filter(([term]) => term.startsWith(word));
    const [best] = known.sort(([, a], [, b]) => parseInt(b.packed) - parseInt(a.packed));
    return best ? { suggest: [best[0]] } : {};
  };

  const search = async text => {
    const said = split(text).slice(0, 12);
    const query = [...new Set(said.filter(word => !index.stop.includes(word)))].slice(0, 8);
    if (!query.length) return { items: [], missing: [] };
    const { known, missing, best } = await rank(query);
    const pieces = await Promise.all(best.map(({ number }) => load(`entries/${Math.floor(number / PER_PIECE)}.json`)));
    const hits = best.map((hit, n) => closer(hit, pieces[n].entries[hit.number % PER_PIECE], said));
    const groups = new Map();
    hits.sort((a, b) => b.score - a.score || a.number - b.number).slice(0, HITS).forEach(({ entry, score, has, at }) => {
      const page = entry.location.split("#")[0];
      // What the page marks when it is opened: the theme marks letters within words, so words of one or two letters are left out.
      const terms = Object.fromEntries(query.map((word, i) => [word, has.has(i)]).filter(([word]) => word.length > 2));
      const hit = { ...entry, score, terms, title: mark(entry.title, known), text: snippet(entry.text, known, at) };
      if (entry.tags) hit.tags = named(entry.tags.map(tag => mark(tag, known)));
      if (!groups.has(page)) groups.set(page, []);
      groups.get(page).push(hit);
    });
    for (const [page, found] of groups) {
      if (found.some(hit => hit.location === page)) continue;
      const title = pieces.find(piece => page in piece.pages).pages[page];
      found.push({ location: page, title, text: "", score: 0, terms: {} });
    }
    return { items: [...groups.values()], missing, ...await completed(text, query.at(-1)) };
  };

  addEventListener("message", async ({ data: message }) => {
    if (message.type === 0) {
      index = message.data.config;
      wanted = message.data.options?.suggest;
      postMessage({ type: 1 });
      return;
    }
    const turn = ++latest;
    const asked = message.data;
    let data = { items: [] }, near = "";
    try {
      data = await search(asked);
      near = await instead(asked, data.missing);
    } catch (error) { console.warn(error); }
    if (turn !== latest) return;
    postMessage({ type: 3, data });
    page.postMessage({ asked, near, missing: data.missing, none: data.missing && !data.items.length });
  });
})();
