// Which part of a page is being read: marked in the bar of a phone, whose fold closes behind a choice, and in the rail.
(() => {
  "use strict";
  // A chapter has begun when its heading is above a line near the window's upper edge, however far.
  const BEGUN = { rootMargin: "9999999px 0px -85% 0px" };
  let chapters = [], bar = null, watch = null;

  function look(entries) {
    for (const { target, isIntersecting } of entries) chapters.find(chapter => chapter.heading === target).begun = isIntersecting;
    const now = chapters.filter(chapter => chapter.begun).at(-1);
    for (const chapter of chapters) {
      for (const link of chapter.links) chapter === now ? link.setAttribute("aria-current", "location") : link.removeAttribute("aria-current");
    }
    bar.querySelector(".sb-now").textContent = now?.title ?? "";
  }

  document.addEventListener("click", event => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest(".sb-contents a")) bar.open = false;
    else if (bar?.open && !bar.contains(event.target)) bar.open = false;
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !bar?.open) return;
    if (bar.contains(document.activeElement)) bar.querySelector("summary").focus();
    bar.open = false;
  });

  document.addEventListener("toggle", () => bar?.open && bar.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }), true);

  document$.subscribe(() => {
    watch?.disconnect();
    bar = document.querySelector(".sb-contents");
    chapters = [...(bar?.querySelectorAll("a") ?? [])].map(link => {
      const rail = document.querySelector(`.md-sidebar--secondary a[href$="${CSS.escape(link.hash)}"]`);
      return { heading: document.getElementById(link.hash.slice(1)), title: link.textContent.trim(), links: [link, rail].filter(Boolean) };
    }).filter(chapter => chapter.heading);
    watch = new IntersectionObserver(look, BEGUN);
    for (const chapter of chapters) watch.observe(chapter.heading);
  });
})();
