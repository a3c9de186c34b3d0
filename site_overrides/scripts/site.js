

const root = document.documentElement;

function remember(key, value) {
  try { localStorage.setItem("duizhao." + key, value); } catch (error) { /* storage may be forbidden */ }
}

// Color scheme: the system's, until the reader chooses. The style sheets follow data-md-color-scheme on <body>.
function scheme() {
  if (root.dataset.scheme) return root.dataset.scheme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
}

function paint() {
  const dark = scheme() === "slate";
  document.body.dataset.mdColorScheme = scheme();
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.hidden = false;
    button.setAttribute("aria-label", dark ? button.dataset.labelLight : button.dataset.labelDark);
    button.title = button.getAttribute("aria-label");
  }
}

function switchScheme() {
  root.dataset.scheme = scheme() === "slate" ? "default" : "slate";
  remember("scheme", root.dataset.scheme);
  paint();
}

// Views: Chinese, both, English. The place on the page is kept; the address says which view it is.
function showView(view) {
  const anchor = topmost();
  const before = anchor && anchor.getBoundingClientRect().top;
  root.dataset.view = view;
  if (anchor) scrollBy(0, anchor.getBoundingClientRect().top - before);
  pressView();
}

function topmost() {
  return [...document.querySelectorAll(".dz-pair[id]")].find((each) => each.getBoundingClientRect().bottom > 80);
}

function pressView() {
  for (const button of document.querySelectorAll("[data-view-switch]")) {
    button.setAttribute("aria-pressed", String(button.dataset.viewSwitch === root.dataset.view));
  }
}

function chooseView(view) {
  const address = new URL(location);
  address.searchParams.set("view", view);
  history.replaceState(null, "", address);
  remember("view", view);
  showView(view);
}

// Another language opens at the same clause.
function keepPlace() {
  for (const link of document.querySelectorAll(".dz-locales a")) {
    link.addEventListener("click", () => {
      remember("locale", link.dataset.locale);
      link.search = location.search;
      link.hash = location.hash || nearestAnchor();
    });
  }
}

function nearestAnchor() {
  const anchors = [...document.querySelectorAll(".dz-pair[id], .dz-clause[id]")];
  const above = anchors.filter((each) => each.getBoundingClientRect().top < innerHeight / 3);
  return window.scrollY > 200 && above.length ? "#" + above[above.length - 1].id : "";
}

// The menu closes on Escape and on a click outside it.
function menus() {
  for (const menu of document.querySelectorAll(".dz-menu")) {
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
  }
}

// Long material that is folded opens when an address points into it.
function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  if (target) target.scrollIntoView();
}

// Kinds of notes a reader does not want, remembered from page to page.
function noteKinds() {
  let hidden = [];
  try { hidden = JSON.parse(localStorage.getItem("duizhao.hidden-notes")) || []; } catch (error) { /* none stored */ }
  const show = () => {
    for (const note of document.querySelectorAll("[data-kind]")) note.hidden = hidden.includes(note.dataset.kind);
  };
  for (const box of document.querySelectorAll("[data-note-kind]")) {
    box.checked = !hidden.includes(box.dataset.noteKind);
    box.addEventListener("change", () => {
      hidden = hidden.filter((kind) => kind !== box.dataset.noteKind);
      if (!box.checked) hidden.push(box.dataset.noteKind);
      remember("hidden-notes", JSON.stringify(hidden));
      show();
    });
  }
  show();
}

// The tracker: a choice of states, sections and lead agencies, made from what the rows say.
function filters() {
  for (const box of document.querySelectorAll("[data-filter-table]")) {
    const rows = [...document.getElementById(box.dataset.filterTable).tBodies[0].rows];
    const selects = ["state", "section", "agency"].map((key) => choice(rows, key, box));
    const show = () => rows.forEach((row) => {
      row.hidden = selects.some((each) => each.value && !row.dataset[each.name].split(" ").includes(each.value));
    });
    selects.forEach((each) => each.addEventListener("change", show));
    box.append(...selects);
    box.hidden = false;
  }
}

function choice(rows, key, box) {
  const select = document.createElement("select");
  select.name = key;
  const name = box.dataset["label" + key[0].toUpperCase() + key.slice(1)];
  select.setAttribute("aria-label", `${box.getAttribute("aria-label")}: ${name}`);
  select.append(new Option(name, ""));
  const values = new Map();
  for (const row of rows) {
    for (const value of row.dataset[key].split(" ")) {
      if (value) values.set(value, label(row, key, value));
    }
  }
  for (const [value, text] of values) select.append(new Option(text, value));
  return select;
}

function label(row, key, value) {
  if (key === "state") return row.querySelector(".dz-state").textContent;
  if (key === "agency") return row.querySelector(`a[href$="#${value}"]`).textContent;
  return value;
}

paint();
filters();
noteKinds();
pressView();
for (const button of document.querySelectorAll("[data-view-switch]")) {
  button.addEventListener("click", () => chooseView(button.dataset.viewSwitch));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
for (const button of document.querySelectorAll("[data-theme-switch]")) button.addEventListener("click", switchScheme);
keepPlace();
menus();
addEventListener("hashchange", unfold);
if (location.hash) unfold();
