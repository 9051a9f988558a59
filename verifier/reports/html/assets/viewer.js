// The page viewer: a picture in an SVG whose user units are stored pixels, turned upright; boxes are drawn in stored pixels.
"use strict";
class PageViewer {
  constructor() {
    this.select = document.getElementById("page");
    this.sheet = document.getElementById("sheet");
    this.svg = document.getElementById("drawing");
    this.lacking = document.getElementById("no-picture");
    this.extraTurn = 0;
    this.boxes = [];
    this.view = [0, 0, 1, 1];
    this.ready = this.select.options.length > 0;
    if (!this.ready) {
      this.lacking.hidden = false;
      this.lacking.textContent = "没有可显示的页面。";
      this.svg.setAttribute("hidden", "");
      for (const control of document.querySelectorAll("#viewer .tools *")) control.disabled = true;
      return;
    }
    this.listen();
    this.show(this.select.value, []);
  }

  static element(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  static parse(text) {
    return text ? text.split(";").map((box) => box.split(",").map(Number)) : [];
  }

  get option() {
    return this.select.selectedOptions[0];
  }

  get size() {
    return this.option.dataset.size.split(",").map(Number);
  }

  get turn() {
    return (Number(this.option.dataset.turn) + this.extraTurn) % 4;
  }

  get uprightSize() {
    const [width, height] = this.size;
    return this.turn % 2 ? [height, width] : [width, height];
  }

  upright([x0, y0, x1, y1]) {
    const [w, h] = this.size;
    return [[x0, y0, x1, y1], [h - y1, x0, h - y0, x1], [w - x1, h - y1, w - x0, h - y0], [y0, w - x1, y1, w - x0]][this.turn];
  }

  show(page, boxes) {
    if (!this.ready) return;
    if (page !== this.select.value) this.extraTurn = 0;
    this.select.value = page;
    this.boxes = boxes;
    this.draw();
    this.fit();
  }

  // No box of one check stays on the page while another is open.
  clear() {
    if (!this.ready) return;
    this.boxes = [];
    this.draw();
  }

  draw() {
    const [width, height] = this.size;
    const src = this.option.dataset.src;
    const matrix = [
      "1 0 0 1 0 0", `0 1 -1 0 ${height} 0`, `-1 0 0 -1 ${width} ${height}`, `0 -1 1 0 0 ${width}`,
    ][this.turn];
    const group = PageViewer.element("g", { transform: `matrix(${matrix})` });
    if (src) {
      const image = PageViewer.element("image", { href: src, width, height, preserveAspectRatio: "none" });
      image.addEventListener("error", () => { this.lacking.hidden = false; });
      group.append(image);
    } else group.append(PageViewer.element("rect", { class: "blank", width, height }));
    const add = (kind) => ([x0, y0, x1, y1]) =>
      group.append(PageViewer.element("rect", { class: kind, x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
    PageViewer.parse(this.option.dataset.unread).forEach(add("unread"));
    this.boxes.forEach(add("evidence"));
    this.svg.replaceChildren(group);
    this.svg.setAttribute("aria-label", `${this.option.textContent.trim()}${this.boxes.length ? "，已框出依据" : ""}`);
    this.lacking.hidden = Boolean(src);
  }

  setView(view) {
    this.view = view;
    this.svg.setAttribute("viewBox", view.map((n) => n.toFixed(1)).join(" "));
  }

  fit() {
    this.setView([0, 0, ...this.uprightSize]);
  }

  near() {
    if (!this.boxes.length) return;
    const [x0, y0, x1, y1] = this.upright(this.boxes[0]);
    const room = Math.max(40, (y1 - y0) * 1.5, (x1 - x0) * 0.3);
    this.setView([x0 - room, y0 - room, x1 - x0 + 2 * room, y1 - y0 + 2 * room]);
  }

  // A point of the drawing stays where it is on the screen; cx, cy are shares of the view, 0 to 1.
  zoom(factor, cx = 0.5, cy = 0.5) {
    const [x, y, w, h] = this.view;
    const wide = this.uprightSize[0];
    const scale = Math.min(Math.max(w * factor, wide / 20), wide * 2) / w;
    this.setView([x + w * (1 - scale) * cx, y + h * (1 - scale) * cy, w * scale, h * scale]);
  }

  pan(dx, dy) {
    const [x, y, w, h] = this.view;
    this.setView([x + w * dx, y + h * dy, w, h]);
  }

  rotate() {
    this.extraTurn = (this.extraTurn + 1) % 4;
    this.draw();
    this.fit();
  }

  listen() {
    const on = (id, what) => document.getElementById(id).addEventListener("click", what);
    on("larger", () => this.zoom(0.7));
    on("smaller", () => this.zoom(1 / 0.7));
    on("whole", () => this.fit());
    on("near", () => this.near());
    on("turn", () => this.rotate());
    this.select.addEventListener("change", () => { this.extraTurn = 0; this.boxes = []; this.draw(); this.fit(); });
    this.sheet.addEventListener("wheel", (event) => {
      event.preventDefault();
      const frame = this.svg.getBoundingClientRect();
      this.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, (event.clientX - frame.x) / frame.width, (event.clientY - frame.y) / frame.height);
    }, { passive: false });
    this.sheet.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] }[event.key];
      if (!step) return;
      event.preventDefault();
      this.pan(...step);
    });
    this.drag();
  }

  drag() {
    let from = null;
    this.svg.addEventListener("pointerdown", (event) => {
      from = [event.clientX, event.clientY];
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (!from) return;
      const matrix = this.svg.getScreenCTM();
      const [x, y, w, h] = this.view;
      this.setView([x - (event.clientX - from[0]) / matrix.a, y - (event.clientY - from[1]) / matrix.d, w, h]);
      from = [event.clientX, event.clientY];
    });
    for (const end of ["pointerup", "pointercancel"]) this.svg.addEventListener(end, () => { from = null; });
  }
}
