// The search box: opens at once and loads the index when it is first used.
const dialog = document.querySelector("[data-search]");
let loading;

function script(name) {
  return new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = dialog.dataset.search + name;
    element.onload = done;
    element.onerror = () => failed(new Error(name));
    document.head.append(element);
  });
}

// The engine with the text; notes and instruments follow, and whoever asked is told.
function load() {
  const index = dialog.dataset.index;
  loading ||= Promise.all([script("engine.js"), script(`${index}.js`)]).then(() => {
    const search = duizhaoSearch.start(dialog);
    script(`${index}.later.js`).then(() => search.more(duizhaoIndex.later), () => search.fail());
    return search;
  });
  loading.catch(() => { loading = null; });
  return loading;
}

// A handler for typing that waits for an input method to finish and for the index to come.
function attend(input, status, show) {
  let asked = 0;
  const ask = (event) => {
    if (event && event.isComposing) return;
    const turn = ++asked;
    if (!loading) status.textContent = dialog.dataset.loading;
    load().then((search) => { if (turn === asked) show(search); }, () => { status.textContent = dialog.dataset.failed; });
  };
  input.addEventListener("input", ask);
  input.addEventListener("compositionend", () => ask());
  return ask;
}

function open(event) {
  const field = document.querySelector("[data-search-page] input[type=search]") || dialog.querySelector("input");
  if (event) event.preventDefault();
  if (dialog.contains(field) && !dialog.open) dialog.showModal();
  field.focus();
  field.select();
  load().catch(() => {});
}

function shortcut(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog[open]")) return;
  if (self.duizhao && duizhao.recall && duizhao.recall("keys") === "off") return;
  open(event);
}

if (dialog) {
  document.addEventListener("keydown", shortcut);
  for (const link of document.querySelectorAll("[data-search-open]")) link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-search-close]")) dialog.close();
  });
  attend(dialog.querySelector("input"), dialog.querySelector("[data-status]"), (search) => search.suggest());
  const page = document.querySelector("[data-search-page]");
  if (page) {
    page.hidden = false;
    const ask = attend(page.querySelector("input[type=search]"), page.querySelector("[data-status]"), (search) => search.show(page));
    load().then((search) => search.open(page), () => ask());
  }
}
