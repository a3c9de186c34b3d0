// Pinyin above names and terms. The readings come with the page; they are drawn by the style sheet, so that neither
// copying nor searching meets them.
const root = document.documentElement;
const data = document.getElementById("pinyin");
let built = false;

function ruby(text, readings) {
  const element = document.createElement("ruby");
  [...text].forEach((character, at) => {
    const above = document.createElement("rt");
    if (readings[at]) above.dataset.reading = readings[at];
    element.append(character, above);
  });
  return element;
}

function annotate(node, table, pattern) {
  const parts = node.data.split(pattern);
  if (parts.length < 2) return;
  node.replaceWith(...parts.filter(Boolean).map((part) => (table[part] ? ruby(part, table[part].split(" ")) : part)));
}

function textsIn(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function build() {
  if (built || root.dataset.pinyin !== "on") return;
  built = true;
  const table = JSON.parse(data.textContent);
  const longest = Object.keys(table).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${longest.join("|")})`);
  const places = ".dz-zh a.dz-term, .dz-zh a.dz-noted, .dz-pair--note .dz-zh, .dz-who :is(a, .dz-now):lang(zh)";
  for (const place of document.querySelectorAll(places)) textsIn(place).forEach((node) => annotate(node, table, pattern));
}

if (data) {
  document.addEventListener("duizhao:change", build);
  build();
}
