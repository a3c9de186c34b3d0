// What readers see: suggestions in the box of every page, and the page of results.
const { Engine, narrow } = duizhaoSearch;
const GROUPS = ["place", "term", "agency", "text", "note", "instrument"];
const SHOWN = { place: 3, term: 3, agency: 2, text: 5, note: 2, instrument: 1 };
const FIRST = 20, AROUND = 70;
const NUMERALS = "〇一二三四五六七八九";

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) if (value !== null && value !== false) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

function groupOf(kind) { return kind.startsWith("note") ? "note" : kind; }

function numeral(value) {
  const tens = Math.floor(value / 10), ones = value % 10;
  return (tens > 1 ? NUMERALS[tens] : "") + (tens ? "十" : "") + (ones ? NUMERALS[ones] : "");
}

// As model/ids.py: 2.8.3.s2 is 二（八）3第2句.
function chineseLabel(id) {
  const found = /^(0|\d+)(?:\.(\d+))?(?:\.(p?)(\d+))?(?:\.s(\d+)|\.[hr])?$/.exec(id);
  const preamble = /^0\.p(\d+)(?:\.s(\d+)|\.r)?$/.exec(id);
  if (preamble) return `引言第${preamble[1]}段` + (preamble[2] ? `第${preamble[2]}句` : "");
  if (!found) return "";
  const [, part, section, p, clause, sentence] = found;
  const place = clause ? (p ? `第${clause}段` : clause) : "";
  return numeral(Number(part)) + (section ? `（${numeral(Number(section))}）` : "") + place + (sentence ? `第${sentence}句` : "");
}

// The next place at which a word begins; in Chinese every character is one.
function wordStart(text, at) {
  let place = Math.max(0, at);
  while (place < text.length && /\w/.test(text[place]) && /\w/.test(text[place - 1] || " ")) place += 1;
  return place;
}

function oneLine(text) { return text.replace(/\n(?:- )?/g, " · "); }

class Search {
  constructor(dialog, index) {
    this.dialog = dialog;
    this.engine = new Engine(index);
    this.complete = false;
    this.active = -1;
    this.english = this.engine.locale === "en";
    const input = dialog.querySelector("input");
    input.addEventListener("keydown", (event) => this.key(event));
    dialog.addEventListener("close", () => this.choose(-1));
  }

  more(index) {
    this.engine.add(index);
    this.complete = true;
    this.again();
  }

  fail() {
    this.complete = true;
    this.again();
  }

  again() {
    if (this.dialog.open) this.suggest();
    if (this.page) this.show(this.page);
  }

  word(key, blanks) {
    return this.engine.words[key].replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
  }

  kind(kind) { return this.word(kind.startsWith("note-") ? `note.${kind.slice(5)}` : `search.kind.${kind}`); }

  // Where a row leads: the page of its entry, or the sentence itself.
  link(row) {
    const page = (name, anchor) => this.dialog.dataset.page.replace("~", name) + (anchor ? `#${anchor}` : "");
    if (row.kind === "term") return page(`terms/${row.id}`);
    if (row.kind === "agency") return page("agencies", row.id);
    if (row.kind === "instrument") return page(`instruments/${row.id}`);
    const home = row.section || "full";
    if (row.kind.startsWith("note")) return page(home, `note-${row.id}`);
    const heading = row.id === `${row.unit}.h` && (row.unit === row.section || !row.section);
    return page(home, heading ? row.unit : row.id);
  }

  label(row) {
    if (row.kind === "term" || row.kind === "agency" || row.kind === "instrument") return "";
    const id = row.kind === "text" ? row.id : row.unit;
    const key = `unit.${id}`;
    if (this.engine.words[key]) return this.word(key);
    return this.english ? id.replace(/\.[hr]$/, "") : chineseLabel(id);
  }

  sectionName(section) {
    if (section === "0") return this.word("preamble.title");
    const row = this.engine.rows.find((each) => each.id === `${section}.h`);
    return row ? `${this.english ? section : chineseLabel(section)} ${this.english ? row.en || row.zh : row.zh}` : section;
  }

  // Text with what was found in <mark>, what renders it in <mark class="dz-partner">; long text around its first find.
  marked(text, found, partner, long) {
    const spans = [...found.map((span) => [...span, ""]), ...partner.map((span) => [...span, "dz-partner"])].sort((a, b) => a[0] - b[0]);
    const first = spans.length ? spans[0][0] : 0, roomy = /^[\x00-\u024f]/.test(text) ? 2 : 1;
    const start = long && first > AROUND * roomy ? wordStart(text, first - (AROUND * roomy) / 2) : 0;
    const end = long ? Math.min(text.length, wordStart(text, start + 2 * AROUND * roomy)) : text.length;
    const pieces = [start ? "… " : ""];
    let at = start;
    for (const [from, to, name] of spans) {
      if (from < at || from >= end) continue;
      pieces.push(oneLine(text.slice(at, from)), element("mark", { class: name || null }, text.slice(from, Math.min(to, end))));
      at = Math.min(to, end);
    }
    pieces.push(oneLine(text.slice(at, end)), end < text.length ? " …" : "");
    return pieces;
  }

  texts(hit, brief) {
    const { row, marks, partners } = hit, long = row.kind.startsWith("note"), length = { zh: 0, en: 0 };
    const zh = element("span", { lang: this.engine.chinese, class: "dz-zh" }, ...this.marked(row.zh, marks[0], partners[0], long || brief));
    const en = row.en ? element("span", { lang: "en", class: "dz-en" }, ...this.marked(row.en, marks[1], partners[1], long || brief)) : null;
    const names = row.names.map((name, at) => [name, marks[at + 2]]).filter(([, spans]) => spans.length);
    const also = names.map(([name, spans]) => element("span", { class: "dz-also", lang: /[\u3400-\u9fff]/.test(name) ? this.engine.chinese : "en" }, ...this.marked(name, spans, [], false)));
    return [...(this.english ? [en, zh] : [zh, en]), ...also].filter(Boolean);
  }

  hits(query) {
    const found = this.engine.search(query);
    if (!found) return null;
    const places = found.places.map((row) => ({ row, marks: row.folded.map(() => []), partners: [[], []], place: true }));
    return { ...found, places };
  }

  count(number, total) {
    if (!this.complete) return this.word("search.counting", { count: number });
    return number === 1 ? this.word("search.one") : this.word("search.count", { count: number, total });
  }

  // The box of every page: a few of each group.
  suggest() {
    const input = this.dialog.querySelector("input"), list = this.dialog.querySelector("[role=listbox]");
    const status = this.dialog.querySelector("[data-status]"), found = this.hits(input.value);
    const before = this.options && this.options[this.active] && this.asked === input.value ? this.options[this.active].href : null;
    this.choose(-1);
    this.options = [];
    this.asked = input.value;
    const groups = found ? this.grouped([...found.places, ...found.hits]) : new Map();
    list.replaceChildren(...[...groups].map(([group, hits]) => this.group(group, hits)));
    input.setAttribute("aria-expanded", String(this.options.length > 0));
    status.replaceChildren(...(found ? this.state(found, input) : []));
    if (before) this.choose(this.options.findIndex((option) => option.href === before));
  }

  grouped(hits) {
    const groups = new Map(GROUPS.map((group) => [group, []]));
    for (const hit of hits) groups.get(hit.place ? "place" : groupOf(hit.row.kind)).push(hit);
    const late = ([group, each]) => (group === "term" || group === "agency") && each[0].rank > 0;
    const found = [...groups].filter(([, each]) => each.length);
    return new Map([...found.filter((each) => !late(each)), ...found.filter(late)]);
  }

  group(group, hits) {
    const id = `search-${group}`, shown = hits.slice(0, SHOWN[group]);
    const more = hits.length > shown.length ? ` ${hits.length}` : "";
    const options = shown.map((hit) => this.option(hit));
    return element("div", { role: "group", "aria-labelledby": id }, element("p", { id, role: "presentation" }, this.word(`search.group.${group}`) + more), ...options);
  }

  option(hit) {
    const label = this.label(hit.row);
    const option = element("a", { role: "option", tabindex: "-1", "aria-selected": "false", id: `search-${this.options.length}`, href: this.link(hit.row) },
      label ? element("b", {}, label) : null, ...this.texts(hit, true));
    option.addEventListener("click", () => this.dialog.close());
    this.options.push(option);
    return option;
  }

  state(found, input) {
    const count = found.places.length + found.hits.length;
    if (count) return [this.count(count, count)];
    return this.complete ? this.nothing(input.value, (value) => { input.value = value; input.focus(); this.again(); }) : [this.word("search.counting", { count })];
  }

  // Nothing found: terms that look or sound alike, to be tried with one press.
  nothing(query, ask) {
    const near = this.engine.suggestions(query).map((row) => {
      const name = this.english ? row.en : row.zh;
      const button = element("button", { type: "button", class: "dz-button", lang: this.english ? "en" : this.engine.chinese }, name);
      button.addEventListener("click", () => ask(name));
      return button;
    });
    return [this.word("search.none", { query: query.trim().slice(0, 80) }), " ", ...(near.length ? [this.word("search.near"), " ", ...near] : [this.word("search.hint")])];
  }

  key(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.options && this.options.length) {
      event.preventDefault();
      const count = this.options.length + 1;
      this.choose(((this.active + 1 + step + count) % count) - 1);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.options[this.active].click();
    } else if (event.key === "Enter" && !event.target.value.trim()) event.preventDefault();
  }

  choose(at) {
    const input = this.dialog.querySelector("input");
    if (this.options && this.options[this.active]) this.options[this.active].setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.options && this.options[at];
    if (!option) { input.removeAttribute("aria-activedescendant"); return; }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  // The page of results: the address says what is asked and what is chosen.
  open(page) {
    this.page = page;
    this.read(page);
    page.addEventListener("change", (event) => { if (event.target.name !== "q") this.show(page); });
    page.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); this.show(page); });
    addEventListener("popstate", () => { this.read(page); this.show(page, true); });
    this.show(page, true);
  }

  read(page) {
    const asked = new URLSearchParams(location.search);
    this.chosen = Object.fromEntries(["kind", "section", "agency", "state"].map((facet) => [facet, asked.get(facet) || ""]));
    page.querySelector("input[type=search]").value = asked.get("q") || "";
    for (const select of page.querySelectorAll("select")) select.replaceChildren();
  }

  write(query) {
    const address = new URL(location);
    address.search = "";
    for (const [name, value] of Object.entries({ q: query.trim(), ...this.chosen })) if (value) address.searchParams.set(name, value);
    try { if (address.href !== location.href) history.replaceState(null, "", address); } catch (error) { /* a page from a folder keeps its address */ }
  }

  show(page, silent) {
    const query = page.querySelector("input[type=search]").value, found = this.hits(query);
    for (const select of page.querySelectorAll("select")) if (select.options.length) this.chosen[select.name] = select.value;
    if (!silent) this.write(query);
    const { hits, counts } = narrow(found ? found.hits : [], this.facets());
    const free = !Object.values(this.chosen).some(Boolean);
    const places = found && free ? found.places : [];
    for (const select of page.querySelectorAll("select")) this.fill(select, counts[select.name]);
    page.querySelector("[data-facets]").hidden = !found || (!found.hits.length && free);
    page.querySelector("[data-status]").replaceChildren(...this.told(page, found, places.length + hits.length));
    const groups = this.grouped([...places, ...hits]), alone = groups.size === 1;
    page.querySelector("[data-results]").replaceChildren(...[...groups].map(([group, each]) => this.section(group, each, alone)));
    document.querySelector("[data-empty]").hidden = Boolean(found);
  }

  // Agencies are chosen by id, so that an address keeps its meaning.
  facets() {
    const agencies = this.engine.rows.filter((row) => row.kind === "agency").map((row) => row.id);
    const at = agencies.indexOf(this.chosen.agency);
    return { ...this.chosen, agency: this.chosen.agency ? String(at) : "" };
  }

  told(page, found, count) {
    if (!found) return [];
    const total = found.places.length + found.hits.length;
    if (total) return [this.count(count, total), found.how === "pinyin" ? ` ${this.word("search.as.pinyin")}` : "", found.how === "initials" ? ` ${this.word("search.as.initials")}` : ""].filter(Boolean);
    const input = page.querySelector("input[type=search]");
    return this.complete ? this.nothing(input.value, (value) => { input.value = value; this.show(page); }) : [this.count(0, 0)];
  }

  fill(select, counts) {
    const chosen = this.chosen[select.name], agencies = this.engine.rows.filter((row) => row.kind === "agency");
    const names = { kind: (value) => this.kind(value), section: (value) => this.sectionName(value), state: (value) => this.word(`state.${value}`), agency: (value) => this.engine.agencies[value] };
    const values = [...counts].map(([value, count]) => [select.name === "agency" ? agencies[value].id : value, `${names[select.name](value)} (${count})`, value]);
    if (select.name === "section") values.sort((a, b) => a[0].localeCompare(b[0], "en", { numeric: true }));
    if (select.name === "agency" || select.name === "state") values.sort((a, b) => counts.get(b[2]) - counts.get(a[2]));
    if (chosen && !values.some(([value]) => value === chosen)) values.push([chosen, chosen]);
    select.replaceChildren(new Option(select.dataset.any, ""), ...values.map(([value, text]) => new Option(text, value, false, value === chosen)));
    select.disabled = !values.length;
  }

  section(group, hits, alone) {
    const id = `results-${group}`, list = element("ol", { "aria-labelledby": id });
    const section = element("section", { class: "dz-results" }, element("h2", { id }, `${this.word(`search.group.${group}`)} `, element("span", { class: "dz-now" }, String(hits.length))), list);
    this.extend(section, list, hits, alone ? 3 * FIRST : FIRST);
    return section;
  }

  extend(section, list, hits, count) {
    const shown = list.children.length, next = hits.slice(shown, shown + count);
    list.append(...next.map((hit) => this.result(hit)));
    const rest = hits.length - list.children.length;
    if (section.lastChild !== list) section.lastChild.remove();
    if (!rest) return;
    const button = element("button", { type: "button", class: "dz-button" }, this.word("search.more", { count: rest }));
    button.addEventListener("click", () => {
      this.extend(section, list, hits, 5 * FIRST);
      list.children[shown + next.length].querySelector("a").focus();
    });
    section.append(button);
  }

  result(hit) {
    const { row } = hit, label = this.label(row), texts = this.texts(hit, false);
    const names = row.kind === "text" || row.kind.startsWith("note");
    const title = names ? [label, row.section && !hit.place ? this.sectionName(row.section).replace(/^\S+ /, "") : ""].filter(Boolean).join(" · ") : "";
    const kind = row.kind.startsWith("note") ? element("span", { class: "dz-now" }, ` ${this.kind(row.kind)}`) : null;
    const head = names ? element("p", { class: "dz-result__place" }, element("a", { href: this.link(row) }, title || this.kind(row.kind)), kind) : null;
    if (head) return element("li", {}, head, ...texts.map((text) => element("p", {}, text)));
    return element("li", {}, element("p", { class: "dz-result__place" }, element("a", { href: this.link(row) }, texts[0])), ...texts.slice(1).map((text) => element("p", {}, text)));
  }
}

self.duizhaoSearch.start = (dialog) => new Search(dialog, duizhaoIndex.first);
