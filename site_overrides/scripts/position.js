// Where the reader is: the clause in sight, the way to its neighbours, and the place to take up again later.
const root = document.documentElement;
const pill = document.querySelector(".dz-position");
const clauses = [...document.querySelectorAll(".dz-clauses > .dz-clause[id]")];
const HEADER = 90;
let seen = 0;

function inSight() {
  const above = clauses.filter((each) => each.getBoundingClientRect().top < HEADER + 30);
  return above.length ? clauses.indexOf(above[above.length - 1]) : -1;
}

// The clause that has the focus counts while it is in sight: near its end a page cannot scroll every clause to the top.
function current() {
  const focused = clauses.indexOf(document.activeElement.closest(".dz-clause"));
  const box = focused >= 0 && clauses[focused].getBoundingClientRect();
  return box && box.top > 0 && box.top < innerHeight ? focused : inSight();
}

// Back from the middle of a clause leads to its beginning first.
function target(step) {
  const at = current(), here = clauses[at];
  if (step < 0 && here && here.getBoundingClientRect().top < HEADER - 60) return "#" + here.id;
  const next = clauses[at + step];
  const page = document.querySelector(`link[rel="${step > 0 ? "next" : "prev"}"]`);
  return next ? "#" + next.id : page && page.href;
}

function go(step) {
  const address = target(step);
  if (!address) return;
  if (!address.startsWith("#")) {
    const link = document.createElement("a");
    link.href = address;
    document.body.append(link);
    link.click();
    return;
  }
  const clause = document.getElementById(address.slice(1));
  history.replaceState(history.state, "", location.pathname + location.search + address);
  clause.scrollIntoView({ block: "start" });
  clause.querySelector(".dz-no").focus({ preventScroll: true });
}

function show() {
  const here = clauses[Math.max(0, inSight())];
  pill.querySelector("output").textContent = here.dataset.label;
  pill.hidden = scrollY < 240;
  pill.classList.toggle("dz-position--away", scrollY > seen);
  seen = scrollY;
  if (scrollY > 240) duizhao.remember("place", JSON.stringify([root.dataset.page, here.id, here.dataset.label]));
}

function offer(line) {
  let place = null;
  try { place = JSON.parse(duizhao.recall("place")); } catch (error) { /* not ours */ }
  const section = place && [...document.querySelectorAll("[data-section]")].find((each) => each.dataset.section === place[0]);
  if (!section) return;
  const link = line.querySelector("a");
  link.href = section.getAttribute("href") + "#" + place[1];
  link.textContent = link.dataset.text.replace("*", place[1].replace(/\.p1$/, ""));
  line.hidden = false;
}

if (pill && clauses.length) {
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; show(); });
  };
  addEventListener("scroll", later, { passive: true });
  for (const button of pill.querySelectorAll("[data-step]")) button.addEventListener("click", (event) => { event.preventDefault(); go(Number(button.dataset.step)); });
  show();
}
for (const line of document.querySelectorAll(".dz-continue")) offer(line);
duizhao.go = go;
