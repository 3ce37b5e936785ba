/* One tab stop for a group of controls; arrows, Home and End move inside it. */
window.lesartenRove = (box, list) => {
  const set = (item) => list().forEach((i) => { i.tabIndex = i === item ? 0 : -1; });
  box.addEventListener("focusin", (e) => { if (list().includes(e.target)) set(e.target); });
  box.addEventListener("keydown", (e) => {
    const all = list(), at = all.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    const to = e.key === "Home" ? 0 : e.key === "End" ? all.length - 1 : at + step;
    if (at < 0 || !(to >= 0 && to < all.length)) return;
    e.preventDefault(); all[to].focus();
  });
  set(list()[0]);
  return () => set(list().find((i) => i.tabIndex === 0) || list()[0]);
};
