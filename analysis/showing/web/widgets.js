/* Tables: search, pages, one tab stop; sorting is sortable-tablesort's (beside this file). Works without: all rows show. */
(() => {
  if (window.lesartenTables) return window.lesartenTables();
  const rove = window.lesartenRove;
  const make = (tag, props, ...kids) => { const e = Object.assign(document.createElement(tag), props); e.append(...kids); return e; };
  let n = 0;
  const equip = (box) => {
    if (box.dataset.ready) return;
    box.dataset.ready = 1;
    const table = box.querySelector("table"), size = 10, rows = [...table.tBodies[0].rows];
    const text = new Map(rows.map((r) => [r, r.textContent.toLowerCase()]));
    let page = 0, found = rows.length;
    for (const th of table.tHead.rows[0].cells) th.replaceChildren(make("button", { type: "button" }, ...th.childNodes));
    const input = make("input", { type: "search", id: "q" + ++n + table.id });
    const status = make("span", { role: "status" });
    const turn = (by) => { page += by; draw(); };
    const back = make("button", { type: "button", onclick: () => turn(-1) }, "‹ back");
    const next = make("button", { type: "button", onclick: () => turn(1) }, "more ›");
    const name = (table.caption?.textContent || table.closest("section")?.querySelector("h2,h3")?.firstChild?.textContent || "table").trim();
    back.setAttribute("aria-label", "Previous rows: " + name); next.setAttribute("aria-label", "Next rows: " + name);
    const label = make("label", { htmlFor: input.id }, "Search ", make("span", { className: "unseen" }, name + " "));
    box.prepend(make("div", { className: "tools" }, label, input, status, back, next));
    const draw = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const hits = [...table.tBodies[0].rows].filter((r) => words.every((w) => text.get(r).includes(w)));
      found = hits.length;
      page = Math.max(0, Math.min(page, Math.ceil(found / size) - 1));
      const shown = new Set(hits.slice(page * size, page * size + size));
      rows.forEach((r) => { r.hidden = !shown.has(r); });
      status.textContent = found ? `${page * size + 1}–${Math.min(found, page * size + size)} of ${found}` : "nothing found";
      back.hidden = next.hidden = found <= size;
      back.disabled = !page; next.disabled = (page + 1) * size >= found;
      refresh();
    };
    const controls = () => [...table.tHead.querySelectorAll("button"), ...[back, next].filter((b) => !b.hidden && !b.disabled),
      ...[...table.tBodies[0].rows].filter((r) => !r.hidden).flatMap((r) => [...r.querySelectorAll("a[href]")])];
    table.querySelectorAll("tbody a[href]").forEach((a) => { a.tabIndex = -1; });
    let refresh = () => {};
    back.tabIndex = next.tabIndex = -1;
    refresh = rove(box, controls);
    box.addEventListener("keydown", (e) => {
      if (e.target === input || !["PageDown", "PageUp"].includes(e.key)) return;
      e.preventDefault(); turn(e.key === "PageDown" ? 1 : -1);
    });
    input.addEventListener("input", () => { page = 0; draw(); });
    box.addEventListener("sort-end", () => { page = 0; draw(); });
    draw();
  };
  // A table that is folded away gets its controls when it is opened: a page with many is usable sooner.
  const later = (box) => {
    const fold = box.closest("details:not([open])");
    if (fold) fold.addEventListener("toggle", () => equip(box), { once: true }); else equip(box);
  };
  window.lesartenTables = () => document.querySelectorAll(".searchable").forEach(later);
  window.lesartenTables();
})();
