// Which chapter of a transcript is being read: marked in the bar of a phone, whose fold closes behind a choice, and in the rail.
// In a long one, whose turns are laid out only near the window, an anchor is held until what stands above it has its true height.
(() => {
  "use strict";
  const BELOW = 110; // pixels under the window's edge: the header, the bar, and a line
  let chapters = [], now = null, bar = null, asked = 0;

  function look() {
    asked = 0;
    const begun = chapters.filter(chapter => chapter.heading.getBoundingClientRect().top <= BELOW && !chapter.heading.hidden);
    const current = begun.at(-1) ?? null;
    if (current === now) return;
    now?.links.forEach(link => link.removeAttribute("aria-current"));
    current?.links.forEach(link => link.setAttribute("aria-current", "location"));
    bar.querySelector(".sb-now").textContent = current ? current.title : "";
    now = current;
  }

  function hold(frames) {
    const target = document.querySelector(".sb-long") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !frames) return;
    target.scrollIntoView({ behavior: "instant" });
    requestAnimationFrame(() => hold(frames - 1));
  }
  addEventListener("hashchange", () => hold(8));

  document.addEventListener("scroll", () => { asked ||= bar && requestAnimationFrame(look); }, { passive: true });
  document.addEventListener("click", event => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest("a[href*='#']"); // the theme's own way to an anchor tells nobody
    if (link?.pathname === location.pathname) setTimeout(() => link.hash === location.hash && hold(8), 50);
    if (event.target.closest(".sb-contents a")) bar.open = false;
    else if (bar?.open && !bar.contains(event.target)) bar.open = false;
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !bar?.open) return;
    if (bar.contains(document.activeElement)) bar.querySelector("summary").focus();
    bar.open = false;
  });

  document$.subscribe(() => {
    bar = document.querySelector(".sb-contents");
    now = null;
    chapters = [...(bar?.querySelectorAll("a") ?? [])].map(link => {
      const rail = document.querySelector(`.md-sidebar--secondary a[href$="${CSS.escape(link.hash)}"]`);
      return { heading: document.getElementById(link.hash.slice(1)), title: link.textContent.trim(), links: [link, rail].filter(Boolean) };
    }).filter(chapter => chapter.heading);
    if (bar) look();
    if (location.hash) setTimeout(hold, 50, 8);
  });
})();
