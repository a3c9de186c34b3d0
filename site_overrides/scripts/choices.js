// What a reader may choose. A choice is remembered, the address says it, and the place on the page is kept.
const root = document.documentElement;
const IN_ADDRESS = ["view", "layout", "notes", "pinyin"];

function remember(key, value) {
  try { localStorage.setItem("duizhao." + key, value); } catch (error) { /* storage may be forbidden */ }
}

function passages() {
  return [...document.querySelectorAll(".dz-pair[id], .dz-title[id]")].filter((each) => each.getClientRects().length);
}

// The first passage of which more than a line stands below the header: by it the eye knows where it is.
function topmost() {
  return passages().find((each) => each.getBoundingClientRect().bottom > 100);
}

function keepingPlace(change) {
  const anchor = scrollY > 0 && topmost();
  const before = anchor && anchor.getBoundingClientRect().top;
  change();
  document.dispatchEvent(new Event("duizhao:change"));
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
}

function choose(key, value) {
  if (!duizhao.choices[key].includes(value)) return;
  remember(key, value);
  if (IN_ADDRESS.includes(key)) {
    const address = new URL(location);
    address.searchParams.set(key, value);
    history.replaceState(history.state, "", address);
  }
  keepingPlace(() => { root.dataset[key] = value; });
}

function hiddenKinds() {
  return root.dataset.hide.split(" ").filter(Boolean);
}

function showKind(kind, shown) {
  const hidden = hiddenKinds().filter((each) => each !== kind);
  if (!shown) hidden.push(kind);
  remember("hide", hidden.join(" "));
  keepingPlace(() => { root.dataset.hide = hidden.join(" "); });
}

// The controls show what is chosen, whoever chose it.
function reflect() {
  for (const button of document.querySelectorAll("[data-view-switch]")) {
    button.setAttribute("aria-pressed", String(button.dataset.viewSwitch === root.dataset.view));
  }
  for (const input of document.querySelectorAll("[data-choice] input")) {
    input.checked = root.dataset[input.name] === input.value;
  }
  for (const box of document.querySelectorAll("[data-note-kind]")) {
    box.checked = !hiddenKinds().includes(box.dataset.noteKind);
  }
}

Object.assign(duizhao, { remember, choose, keepingPlace, passages, topmost });
for (const button of document.querySelectorAll("[data-view-switch]")) {
  button.addEventListener("click", () => choose("view", button.dataset.viewSwitch));
}
for (const input of document.querySelectorAll("[data-choice] input")) {
  input.addEventListener("change", () => choose(input.name, input.value));
}
for (const box of document.querySelectorAll("[data-note-kind]")) {
  box.addEventListener("change", () => showKind(box.dataset.noteKind, box.checked));
}
document.addEventListener("duizhao:change", reflect);
addEventListener("pageshow", reflect);
reflect();
