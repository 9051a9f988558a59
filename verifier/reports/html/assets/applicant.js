// An applicant's page: go through the checks, each with its evidence on the page beside it.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const viewer = new PageViewer();
  const checks = [...document.querySelectorAll("li.check")];
  const filters = [...document.querySelectorAll('.filters input[name="status"]')];
  const shown = document.getElementById("shown");
  let current = null;

  function showPlace(button) {
    viewer.show(button.dataset.page, PageViewer.parse(button.dataset.boxes));
    for (const other of document.querySelectorAll(".place[aria-current]")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
  }

  function close() {
    if (!current) return;
    current.classList.remove("current");
    current.querySelector(".head").setAttribute("aria-expanded", "false");
    current = null;
  }

  function open(check, focus) {
    close();
    current = check;
    check.classList.add("current");
    const head = check.querySelector(".head");
    head.setAttribute("aria-expanded", "true");
    const place = check.querySelector(".place");
    if (place) showPlace(place);
    else viewer.clear();
    if (focus) {
      head.focus({ preventScroll: true });
      check.scrollIntoView({ block: "nearest" });
    }
  }

  function move(by) {
    const seen = checks.filter((check) => !check.hidden);
    if (!seen.length) return;
    const at = seen.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1);
    open(seen[next], true);
  }

  function nextPlace() {
    const places = current ? [...current.querySelectorAll(".place")] : [];
    if (!places.length) return;
    const at = places.findIndex((place) => place.hasAttribute("aria-current"));
    showPlace(places[(at + 1) % places.length]);
  }

  function filter() {
    const kept = new Set(filters.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const check of checks) {
      check.hidden = !kept.has(check.dataset.status);
      count += !check.hidden;
    }
    for (const clause of document.querySelectorAll("section.clause")) {
      clause.hidden = !clause.querySelector("li.check:not([hidden])");
    }
    if (current && current.hidden) close();
    shown.textContent = `显示 ${count} 项，共 ${checks.length} 项`;
  }

  const isOpen = (box) => ["fail", "missing", "review"].includes(box.value);
  if (filters.some(isOpen)) for (const box of filters) box.checked = isOpen(box);
  for (const box of filters) box.addEventListener("change", filter);
  filter();

  document.addEventListener("click", (event) => {
    const head = event.target.closest(".head");
    const place = event.target.closest(".place");
    if (head) {
      const check = head.closest("li.check");
      if (check === current) close();
      else open(check, false);
    } else if (place) {
      showPlace(place);
    }
  });

  // A page that lets a reviewer act adds keys of its own (see `applicantPage`).
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    e: nextPlace,
    z: () => viewer.near(),
    r: () => viewer.rotate(),
    "+": () => viewer.zoom(0.7),
    "=": () => viewer.zoom(0.7),
    "-": () => viewer.zoom(1 / 0.7),
    0: () => viewer.fit(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("select, textarea, dialog, input:not([type=checkbox])")) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  function openNamed() {
    const named = document.getElementById(location.hash.slice(1));
    const check = named && named.closest("li.check");
    if (!check) return;
    check.hidden = false;
    open(check, true);
  }
  window.addEventListener("hashchange", openNamed);
  openNamed();

  window.applicantPage = { keys, open, filter, showPlace, get current() { return current; } };
})();
