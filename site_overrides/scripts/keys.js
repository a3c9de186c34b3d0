// Keyboard shortcuts: single letters, never while typing, listed in a dialog, and off for whoever wants them off.
const root = document.documentElement;
const help = document.getElementById("keys");
const aligned = document.querySelector("[data-view-switch]");

function cycle(key) {
  const values = duizhao.choices[key];
  duizhao.choose(key, values[(values.indexOf(root.dataset[key]) + 1) % values.length]);
}

function follow(selector) {
  const link = document.querySelector(selector);
  if (link) link.click();
}

function openMenu(selector) {
  const menu = document.querySelector(selector);
  menu.open = !menu.open;
  const first = menu.open && (menu.querySelector("[aria-current], input:checked, a") || menu.querySelector("summary"));
  if (first) first.focus();
}

const READING = {
  j: () => duizhao.go(1), k: () => duizhao.go(-1),
  1: () => duizhao.choose("view", "zh"), 2: () => duizhao.choose("view", "both"), 3: () => duizhao.choose("view", "en"),
  i: () => cycle("layout"), n: () => cycle("notes"), p: () => cycle("pinyin")
};
const EVERYWHERE = {
  h: () => follow(".dz-before"), l: () => follow(".dz-after"), c: () => openMenu(".dz-menu:has(.dz-drawer)"),
  o: () => openMenu(".dz-options"), "?": () => help.showModal(),
  t: () => duizhao.choose("scheme", document.body.dataset.mdColorScheme === "slate" ? "default" : "slate")
};

function typing(element) {
  return element.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog[open], [role=dialog]");
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (duizhao.recall("keys") === "off" || typing(event.target)) return;
  const act = EVERYWHERE[event.key] || (aligned && READING[event.key]);
  if (!act) return;
  event.preventDefault();
  act();
}

if (help) {
  document.addEventListener("keydown", press);
  const box = help.querySelector("input");
  box.checked = duizhao.recall("keys") !== "off";
  box.addEventListener("change", () => duizhao.remember("keys", box.checked ? "on" : "off"));
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.addEventListener("click", () => { duizhao.closeMenus(); help.showModal(); });
  }
  help.addEventListener("click", (event) => { if (event.target === help || event.target.closest("[data-close]")) help.close(); });
}
