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

  // A fold in which an anchor lies is opened, as the browser does by itself on a page that is loaded anew.
  function arrive() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = [];
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) if (!fold.open) closed.push(fold);
    for (const fold of closed) fold.open = true;
    if (closed.length) target.scrollIntoView({ behavior: "instant" });
    hold(8);
  }
  addEventListener("hashchange", arrive);

  // Who opens the search by its box, as keys do on a phone, wants to type.
  document.addEventListener("change", event => event.target.id === "__search" && event.target.checked && document.forms.search.query.focus());

  // The theme notes a place for every page that is left: without one it was its own step to an anchor and not a way back.
  addEventListener("popstate", event => { back = event.state !== null; });
  document.addEventListener("click", event => {
    back = false;
    const link = event.target instanceof Element ? event.target.closest("a[href*='#']") : null; // the theme's own way to an anchor tells nobody
    if (link?.pathname === location.pathname) setTimeout(() => link.hash === location.hash && arrive(), 50);
  }, true);

  // The theme notes the place of the old page a tenth of a second after it was scrolled, and takes it for the new page's if that came
  // in between. It has placed the page when it tells of it: a page that was come back to stays there, another one goes to its anchor.
  document$.subscribe(() => {
    if (location.hash && !back && !first) location.replace(location.href);
    if (location.hash && !back) setTimeout(arrive, 50);
    first = false;
  });
})();
