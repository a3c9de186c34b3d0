// Notes in the margin stand level with their clause, or below the notes before them; the text never moves for them.
const root = document.documentElement;
const main = document.querySelector(".dz-main");
const asides = [...document.querySelectorAll(".dz-clause > .dz-notes")];
const wide = matchMedia("(min-width: 1000.02px)");
const GAP = 14, FAR = 30;

function beside() {
  return wide.matches && root.dataset.notes === "beside";
}

function arrange() {
  let floor = 0;
  const shown = beside() ? asides.filter((each) => each.offsetHeight) : [];
  const places = shown.map((each) => [each, top(each)]);
  for (const [aside, top] of places) {
    const push = Math.max(0, Math.round(floor - top));
    aside.style.setProperty("--push", push + "px");
    if (push > FAR) aside.dataset.moved = aside.dataset.unit; else delete aside.dataset.moved;
    floor = top + push + aside.offsetHeight + GAP;
  }
  main.style.minHeight = floor ? Math.ceil(floor - main.getBoundingClientRect().top - scrollY) + "px" : "";
}

function top(aside) {
  const clause = aside.parentElement;
  return clause.getBoundingClientRect().top + scrollY + parseFloat(getComputedStyle(clause).paddingTop);
}

// In the margin one note is open at a time.
function onlyOne(opened) {
  if (!opened.open || !beside()) return;
  for (const note of document.querySelectorAll(".dz-note[open]")) if (note !== opened) note.open = false;
}

// What the address names is opened and shown, whatever the reader has hidden.
function unfold(scroll) {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.classList.contains("dz-note")) target.classList.add("dz-asked");
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  if (target.closest(".dz-note")) onlyOne(target.closest(".dz-note"));
  arrange();
  if (scroll && target.closest(".dz-notes")) reveal(target);
}

// In the margin, a note in sight stays where it is; the words it is about may still be read.
function reveal(note) {
  const box = note.getBoundingClientRect();
  const settled = !beside() || box.top < 70 || box.top + Math.min(box.height, 200) > innerHeight;
  if (settled) note.scrollIntoView({ block: box.height < innerHeight - 140 ? "center" : "start" });
}

// Words and their note light up together.
function light(on) {
  return (event) => {
    const part = event.target.closest && event.target.closest("a.dz-noted, .dz-ref, .dz-note[id]");
    if (!part) return;
    const id = part.id || decodeURIComponent(part.hash.slice(1));
    const note = document.getElementById(id);
    if (note) note.classList.toggle("dz-lit", on);
    for (const words of document.querySelectorAll(`a.dz-noted[href$="#${CSS.escape(id)}"]`)) words.classList.toggle("dz-lit", on);
  };
}

if (main && document.querySelector(".dz-note")) {
  for (const note of document.querySelectorAll(".dz-note")) note.addEventListener("toggle", () => { onlyOne(note); arrange(); });
  for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    main.addEventListener(kind, light(on));
  }
  // The same words again: the address does not change, but the note is wanted.
  main.addEventListener("click", (event) => { if (event.target.closest("a.dz-noted, .dz-ref")) setTimeout(() => unfold(true)); });
  addEventListener("hashchange", () => unfold(true));
  document.addEventListener("duizhao:change", arrange);
  wide.addEventListener("change", arrange);
  new ResizeObserver(arrange).observe(main.firstElementChild.parentElement.querySelector(".dz-clauses") || main);
  const fresh = !["reload", "back_forward"].includes((performance.getEntriesByType("navigation")[0] || {}).type);
  unfold(fresh);
  arrange();
}

// Folded material elsewhere, and everything on paper.
if (location.hash) for (let node = document.getElementById(decodeURIComponent(location.hash.slice(1))); node; node = node.parentElement) {
  if (node.tagName === "DETAILS") node.open = true;
}
