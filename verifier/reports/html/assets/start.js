// The start page: filter and sort the table of applicants. Nothing is fetched.
"use strict";
(() => {
  const table = document.getElementById("applicants");
  const body = table.tBodies[0];
  const query = document.getElementById("query");
  const verdicts = [...document.querySelectorAll('input[name="verdict"]')];
  const shown = document.getElementById("shown");
  const rows = [...body.rows].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
    verdict: row.dataset.verdict,
    id: row.cells[0].textContent,
    name: row.cells[1].textContent,
    weight: Number(row.dataset.weight),
    fail: Number(row.cells[3].textContent),
    missing: Number(row.cells[4].textContent),
    review: Number(row.cells[5].textContent),
    problems: Number(row.cells[6].textContent),
  }));

  function filter() {
    const wanted = query.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const kept = new Set(verdicts.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const one of rows) {
      const seen = kept.has(one.verdict) && wanted.every((word) => one.text.includes(word));
      one.row.hidden = !seen;
      count += seen;
    }
    shown.textContent = count === rows.length ? `共 ${count} 人` : `显示 ${count} 人，共 ${rows.length} 人`;
  }

  function sort(button) {
    const key = button.dataset.key;
    const head = button.closest("th");
    const first = button.dataset.first || "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const order = head.getAttribute("aria-sort") === first ? other : first;
    for (const th of table.tHead.rows[0].cells) {
      if (th.hasAttribute("aria-sort")) th.setAttribute("aria-sort", "none");
    }
    head.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    const collator = new Intl.Collator("zh-CN", { numeric: true });
    const compare = (a, b) => (typeof a[key] === "number" ? a[key] - b[key] : collator.compare(a[key], b[key]));
    rows.sort((a, b) => sign * compare(a, b));
    body.append(...rows.map((one) => one.row));
  }

  query.addEventListener("input", filter);
  for (const box of verdicts) box.addEventListener("change", filter);
  document.querySelector("form.filters").addEventListener("submit", (event) => event.preventDefault());
  table.tHead.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) sort(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select, textarea")) {
      event.preventDefault();
      query.focus();
    }
  });
  filter();
})();
