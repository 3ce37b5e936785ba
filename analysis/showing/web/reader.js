/* The reader: layers by key, their state in the address, notes of marked words by arrow keys or tap. All else works without. */
(() => {
  const box = document.querySelector(".reader"), article = box.querySelector("article");
  const switches = [...box.querySelectorAll(".layers input")];
  const rove = window.lesartenRove;
  const usual = new Map(switches.map((s) => [s, s.defaultChecked]));
  const state = () => switches.filter((s) => s.checked !== usual.get(s)).map((s) => s.value).join("");
  const keep = () => {
    const turned = state(), query = turned ? `?turned=${turned}` : "";
    try { history.replaceState(null, "", location.pathname + query + location.hash); } catch { /* a browser that forbids it from disk */ }
    document.querySelectorAll('a[href^="text-"]').forEach((a) => {
      const [path, hash] = a.getAttribute("href").split("#");
      a.setAttribute("href", path.split("?")[0] + query + (hash ? "#" + hash : ""));
    });
  };
  const turned = new URLSearchParams(location.search).get("turned") || "";
  switches.forEach((s) => { s.checked = usual.get(s) !== turned.includes(s.value); s.addEventListener("change", keep); });
  keep();
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches("input[type=search]")) return;
    const one = switches[+e.key - 1];
    if (one) { one.checked = !one.checked; keep(); }
  });
  const info = Object.assign(document.createElement("p"), { className: "info" });
  info.setAttribute("role", "status");
  article.after(info);
  const marks = [...article.querySelectorAll("[title]")];
  marks.forEach((m) => { m.dataset.note = m.title; m.setAttribute("role", "note"); m.setAttribute("aria-label", `${m.textContent}: ${m.title}`); });
  const say = (m) => { if (m) info.textContent = m.dataset.note; };
  if (marks.length) rove(article, () => marks);
  article.addEventListener("focusin", (e) => say(e.target.closest("[data-note]")));
  article.addEventListener("click", (e) => { const m = e.target.closest("[data-note]"); if (m) { m.focus({ preventScroll: true }); say(m); } });
  const map = box.querySelector(".map"), fields = [...map.children];
  if (fields.length) rove(map, () => fields);
  const here = () => fields.forEach((f) => f.classList.toggle("here", f.hash === location.hash));
  addEventListener("hashchange", here); here();
})();
