// Where a link leads to is where one arrives, also on a page that comes without a reload and in a long text that is laid out late.
(() => {
  "use strict";
  let back = false, first = true;

  // In a transcript whose turns are laid out only near the window an anchor is held until what stands above it has its true height.
  function hold(frames) {
    const target = document.querySelector(".sb-long") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !frames) return;
    target.scrollIntoView({ behavior: "instant" });
    requestAnimationFrame(() => hold(frames - 1));
  }
  addEventListener("hashchange", () => hold(8));

  // Who opens the search by its box, as keys do on a phone, wants to type.
  document.addEventListener("change", event => event.target.id === "__search" && event.target.checked && document.forms.search.query.focus());

  // The theme notes a place for every page that is left: without one it was its own step to an anchor and not a way back.
  addEventListener("popstate", event => { back = event.state !== null; });
  document.addEventListener("click", event => {
    back = false;
    const link = event.target instanceof Element ? event.target.closest("a[href*='#']") : null; // the theme's own way to an anchor tells nobody
    if (link?.pathname === location.pathname) setTimeout(() => link.hash === location.hash && hold(8), 50);
  }, true);

  // The theme notes the place of the old page a tenth of a second after it was scrolled, and takes it for the new page's if that came
  // in between. It has placed the page when it tells of it: a page that was come back to stays there, another one goes to its anchor.
  document$.subscribe(() => {
    if (location.hash && !back && !first) location.replace(location.href);
    if (location.hash && !back) setTimeout(hold, 50, 8);
    first = false;
  });
})();
