/* Predictions that have fallen due since the site was made, by the clock of the reader's device: “Open” and “Due” become “Past”, a word of
   no greater width, so that nothing moves. A build knows no clock. Without this script, or with a clock that is behind, nothing changes. */
(() => {
  "use strict";
  const title = "Its date is over by the clock of your device. The curator has not judged it.";
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, "2024-06-30".length);

  /** Marks what is over in a document: of a month or a year when all of it is over. */
  window.sbPast = root => {
    const over = [...root.querySelectorAll(".sb-status[data-due]")].filter(({ dataset: { due } }) => today.slice(0, due.length) > due);
    for (const status of over) {
      status.removeAttribute("data-due");
      Object.assign(status, { textContent: "Past", title });
      status.dataset.status = "past";
      const row = status.closest("tr");
      if (row) row.dataset.status = status.textContent;
    }
    const choice = over.length && root.querySelector("[data-sb-filter] select[name=status]");
    if (choice && ![...choice.options].some(option => option.value === "Past")) choice.append(new Option("Past"));
  };

  document$.subscribe(() => window.sbPast(document));
})();
