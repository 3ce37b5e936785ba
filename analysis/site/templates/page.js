/* A page: one switch for all code, links of sections copied at a click, charts with one tab stop, everything open in print. */
(() => {
  const codes = [...document.querySelectorAll("details.code")], main = document.querySelector("main");
  if (codes.length) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "all-code", textContent: "Show all code" });
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", on);
      document.body.classList.toggle("with-code", on);
      codes.forEach((d) => { d.open = on; });
    });
    document.querySelector("header.top nav").append(button);
  }
  document.addEventListener("click", (e) => {
    const link = e.target.closest("a.here");
    if (!link) return;
    navigator.clipboard?.writeText(link.href).catch(() => {});
    link.textContent = "copied";
    setTimeout(() => { link.textContent = "#"; }, 1200);
  });
  if (window.lesartenRove) document.querySelectorAll(".pic, .marks, table").forEach((box) => {
    if (box.closest(".searchable")) return;
    const links = [...box.querySelectorAll("a[href]")];
    if (links.length) { box.removeAttribute("tabindex"); window.lesartenRove(box, () => links); }
  });
  const folded = () => [...document.querySelectorAll("details.fold")].filter((d) => !d.open);
  let opened = [];
  addEventListener("beforeprint", () => { opened = folded(); opened.forEach((d) => { d.open = true; }); });
  addEventListener("afterprint", () => opened.forEach((d) => { d.open = false; }));
  const target = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details")?.setAttribute("open", "");
  addEventListener("hashchange", target); target();
})();
