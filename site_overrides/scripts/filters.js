// Tables that can be narrowed: one choice for each key, made from what the rows say, kept in the address.
function filters(box) {
  const rows = [...document.getElementById(box.dataset.filterTable).tBodies[0].rows];
  const selects = box.dataset.filterKeys.split(" ").map((key) => choice(rows, key, box));
  const count = document.createElement("output");
  const show = () => {
    const chosen = selects.filter((each) => each.value);
    for (const row of rows) row.hidden = !chosen.every((each) => values(row, each.name).includes(each.value));
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = box.dataset.labelCount.replace("#", shown);
  };
  for (const select of selects) {
    select.addEventListener("change", () => { show(); keep(select); });
  }
  box.append(...selects, count);
  box.hidden = false;
  show();
}

function values(row, key) {
  return row.dataset[key].split(" ").filter(Boolean);
}

function choice(rows, key, box) {
  const select = document.createElement("select");
  const name = box.dataset["label" + key[0].toUpperCase() + key.slice(1)];
  select.name = key;
  select.setAttribute("aria-label", box.getAttribute("aria-label") + box.dataset.colon + name);
  select.append(new Option(name, ""));
  const found = new Map();
  for (const row of rows) for (const value of values(row, key)) found.set(value, label(row, key, value));
  for (const [value, text] of found) select.append(new Option(text, value));
  const asked = new URLSearchParams(location.search).get(key);
  if (found.has(asked)) select.value = asked;
  return select;
}

// The words for a value are those the table shows: a link to it, or the beginning of its cell.
function label(row, key, value) {
  const cell = row.querySelector(`[data-cell="${key}"]`);
  if (!cell) return value;
  const link = cell.querySelector(`a[href$="#${CSS.escape(value)}"]`);
  return (link || cell.firstElementChild || cell).textContent.trim();
}

function keep(select) {
  const address = new URL(location);
  if (select.value) address.searchParams.set(select.name, select.value);
  else address.searchParams.delete(select.name);
  try { history.replaceState(null, "", address); } catch (error) { /* a page from a folder may not */ }
}

for (const box of document.querySelectorAll("[data-filter-table]")) filters(box);
