// The desk: keys that judge. Everything here only fills in or finds forms of the page; the page works without it.
"use strict";
(() => {
  const page = window.applicantPage;
  const help = document.getElementById("help");
  const FILTERS = "heyan-shown-statuses";

  function judge(status) {
    const form = page.current && page.current.querySelector("form.decide");
    if (!form) return;
    form.querySelector(`input[value="${status}"]`).checked = true;
    form.querySelector('input[name="reason"]').focus();
  }

  function follow(selector) {
    const link = page.current && page.current.querySelector(selector);
    if (link) link.click();
  }

  function show(element) {
    if (!element) return;
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
  }

  // What a reviewer chose to see stays chosen when the page comes again after an action.
  function rememberFilters() {
    const boxes = [...document.querySelectorAll('.filters input[name="status"]')];
    const kept = sessionStorage.getItem(FILTERS);
    if (kept !== null) {
      for (const box of boxes) box.checked = kept.split(",").includes(box.value);
      page.filter();
    }
    for (const box of boxes) {
      box.addEventListener("change", () => {
        sessionStorage.setItem(FILTERS, boxes.filter((one) => one.checked).map((one) => one.value).join(","));
      });
    }
    const named = document.getElementById(location.hash.slice(1));
    const check = named && named.closest("li.check");
    if (!check) return;
    check.hidden = false;
    check.closest("section.clause").hidden = false;
    page.open(check, true);
  }

  function documentPage() {
    const viewer = new PageViewer();
    const show = (place) => viewer.show(place.dataset.page, PageViewer.parse(place.dataset.boxes));
    document.addEventListener("click", (event) => {
      const place = event.target.closest(".place");
      if (place) show(place);
    });
    const first = document.querySelector("tr.chosen .place");
    if (first) show(first);
    const value = document.getElementById("value");
    if (value) value.select();
    const links = [...document.querySelectorAll("table.fields a.correct")];
    return (by) => {
      const at = links.indexOf(document.activeElement);
      const next = links[Math.min(Math.max(at + by, 0), links.length - 1)];
      if (!next) return;
      next.focus();
      const place = next.closest("tr").querySelector(".place");
      if (place) show(place);
    };
  }

  // A form goes once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !event.target.closest("input, textarea, select")) return;
    event.target.blur();
    const head = page && page.current && page.current.querySelector(".head");
    if (head) head.focus({ preventScroll: true });
  });

  const leave = () => document.getElementById("to-queue").click();
  if (page) {
    Object.assign(page.keys, {
      p: () => judge("pass"),
      f: () => judge("fail"),
      c: () => follow("a.correct"),
      n: () => show(document.getElementById("note")),
      u: () => show(document.querySelector("#history .undo")),
      "?": () => { help.open = !help.open; if (help.open) show(help.querySelector("summary")); },
      q: leave,
    });
    rememberFilters();
  } else {
    const move = documentPage();
    const keys = { j: () => move(1), k: () => move(-1), q: leave };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
  }
})();
