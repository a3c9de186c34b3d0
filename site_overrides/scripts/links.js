// Links into the site carry the reader's choices along; another language opens at the same passage.
const CARRIED = ["view", "layout", "notes", "pinyin"];
const site = new URL(document.documentElement.dataset.root || ".", location.href);

function within(link) {
  return link.host === location.host && link.protocol === location.protocol && link.pathname.startsWith(site.pathname)
    && !link.hasAttribute("download") && /(\/|\.html)$/.test(link.pathname);
}

function carry(link) {
  const here = new URLSearchParams(location.search), there = new URLSearchParams(link.search);
  for (const key of CARRIED) if (here.has(key) && !there.has(key)) there.set(key, here.get(key));
  if (String(there)) link.search = String(there);
}

// What the address names, while it is in sight; else the passage at the top of the window.
function place() {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const box = named && named.getBoundingClientRect();
  if (box && box.bottom > 0 && box.top < innerHeight) return location.hash;
  const top = scrollY > 120 && duizhao.topmost();
  return top ? "#" + top.id : "";
}

function prepare(event) {
  const link = event.target.closest && event.target.closest("a[href]");
  if (!link || !within(link)) return;
  carry(link);
  if (!link.dataset.locale) return;
  duizhao.remember("locale", link.dataset.locale);
  if (link.closest(".dz-locales")) link.hash = place();
}

for (const kind of ["pointerdown", "click", "auxclick"]) document.addEventListener(kind, prepare, true);
