// The desk: keys that judge. Everything here only fills in or finds forms of the page; the page works without it.
"use strict";
(() => {
  const page = window.applicantPage;
  const help = document.getElementById("help");
  const FILTERS = "heyan-shown-statuses";

  function tell(text) {
    const told = document.getElementById("told");
    told.textContent = text;
    told.hidden = !text;
  }

  const SELECT_FIRST = "请先用 j 或 k 选中一项。";

  function judge(status) {
    const form = page.current && page.current.querySelector("form.decide");
    tell(form ? "" : page.current ? "这一项现在不能认定：不是待人工核对的事项，或已认定（可先撤销），或由他人审核。" : SELECT_FIRST);
    if (!form) return;
    form.querySelector(`input[value="${status}"]`).checked = true;
    form.querySelector('input[name="reason"]').focus();
  }

  function correct() {
    const link = page.current && page.current.querySelector("a.correct");
    tell(link ? "" : page.current ? "这一项没有可以更正的字段，可从“材料一览”打开材料的“读到的内容”。" : SELECT_FIRST);
    if (link) link.click();
  }

  function show(element, lacking) {
    tell(element ? "" : lacking);
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
      c: correct,
      n: () => show(document.getElementById("note"), "现在不能写备注：材料已退回，或由他人审核。"),
      u: () => show(document.querySelector("#history .undo"), "没有可以撤销的操作。"),
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
