// The queue: up and down with j and k, / to search.
"use strict";
(() => {
  const links = [...document.querySelectorAll("#queue tbody th a")];
  const query = document.getElementById("query");

  function move(by) {
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)].focus();
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    g: () => document.getElementById("take-next").click(),
    "/": () => query.focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  for (const select of document.querySelectorAll("form.filters select")) {
    select.addEventListener("change", () => select.form.requestSubmit());
  }
})();
