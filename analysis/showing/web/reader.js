/* The reader: layers by key, their state in the address, notes of marked words by arrow keys or tap, all sentences of a count. All else works without. */
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
  const foot = Object.assign(document.createElement("div"), { className: "foot" });
  foot.append(info); article.after(foot);
  const marks = [...article.querySelectorAll("[title]")];
  marks.forEach((m) => { m.dataset.note = m.title; m.setAttribute("role", "note"); m.setAttribute("aria-label", `${m.textContent}: ${m.title}`); });
  const say = (m) => { if (m) info.textContent = m.dataset.note; };
  if (marks.length) rove(article, () => marks);
  article.addEventListener("focusin", (e) => say(e.target.closest("[data-note]")));
  article.addEventListener("click", (e) => { const m = e.target.closest("[data-note]"); if (m) { m.focus({ preventScroll: true }); say(m); } });
  const map = box.querySelector(".map"), fields = [...map.children];
  if (fields.length) rove(map, () => fields);
  // A count leads to several sentences, here and in other texts: #s3,5;004:2,7;+31 (31 more are not listed).
  const make = (tag, props, ...kids) => { const e = Object.assign(document.createElement(tag), props); e.append(...kids); return e; };
  const walk = make("p", { className: "walk" });
  walk.setAttribute("role", "status");
  const go = (name, text, turn) => { const b = make("button", { type: "button", onclick: turn }, text); b.setAttribute("aria-label", name); return b; };
  const here = () => {
    const [own, ...others] = decodeURIComponent(location.hash.slice(1)).split(";");
    const wanted = /^s\d+(,\d+)*$/.test(own) ? own.slice(1).split(",").map((n) => document.getElementById("s" + n)).filter(Boolean) : [];
    box.querySelectorAll(".lit").forEach((e) => e.classList.remove("lit"));
    wanted.forEach((e) => e.classList.add("lit"));
    fields.forEach((f) => f.classList.toggle("here", wanted.some((e) => f.hash === "#" + e.id)));
    const texts = others.filter((o) => /^[\w-]+:\d+(,\d+)*$/.test(o)), more = others.find((o) => /^\+\d+$/.test(o));
    walk.remove();
    if (wanted.length + texts.length < 2) return;
    let at = 0;
    const said = make("span", {});
    const show = (to) => {
      at = (to + wanted.length) % wanted.length;
      said.textContent = `Sentence ${at + 1} of the ${wanted.length} counted here`;
      wanted[at].scrollIntoView({ block: "center" });
    };
    walk.replaceChildren(said);
    if (wanted.length > 1) walk.append(go("Previous sentence", "‹", () => show(at - 1)), go("Next sentence", "›", () => show(at + 1)));
    if (texts.length) {
      const [id, to] = texts[0].split(":"), n = texts.reduce((sum, o) => sum + o.split(",").length, 0);
      const rest = [...texts.slice(1), `${location.pathname.match(/text-([\w-]+)\.html$/)?.[1]}:${own.slice(1)}`, ...(more ? [more] : [])];
      walk.append(make("a", { href: `text-${id}.html${location.search}#s${to};${rest.join(";")}` }, `${n} in ${texts.length > 1 ? texts.length + " other texts" : "another text"} →`));
    }
    if (more) walk.append(` ${more.slice(1)} more are not listed.`);
    foot.prepend(walk);
    if (wanted.length) show(0);
  };
  addEventListener("hashchange", here); here();
})();
