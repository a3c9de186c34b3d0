// The engine: values in, values out. It knows no page; the index hands it tables and rows, a query gives hits.
const FORMAT = 1;
const BREAK = "\u0001";
const LONGEST = 2000, MOST_WORDS = 64;
const TONES = ["āáǎà", "ōóǒò", "ēéěè", "īíǐì", "ūúǔù", "ǖǘǚǜ"], VOWELS = "aoeiuv";
const MARKED = new Map(TONES.flatMap((row, at) => [...row].map((char, tone) => [char, [VOWELS[at], tone]])));

// A row with its rank, lower is better; marks by field (Chinese, English, names), and what renders them, when asked.
class Hit {
  constructor(row, rank, places) { Object.assign(this, { row, rank, places, seen: null }); }

  get marks() { return this.look().marks; }

  get partners() { return this.look().partners; }

  look() {
    if (this.seen) return this.seen;
    const marks = this.row.folded.map(() => []);
    for (const [field, start, end] of this.places()) marks[field].push([start, end]);
    for (const each of marks) each.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    this.seen = { marks: marks.map(joined), partners: partners(this.row, marks) };
    return this.seen;
  }
}

class Engine {
  constructor(first) {
    if (first.format !== FORMAT) throw new Error(`search index of format ${first.format}`);
    this.locale = first.locale;
    this.chinese = first.chinese;
    this.words = first.words;
    this.agencies = first.agencies;
    this.alphabet = [...first.alphabet];
    this.rows = [];
    this.table = new Map([...first.fold[0]].map((char, at) => [char, [...first.fold[1]][at]]));
    this.equivalents = new Map(first.equivalents);
    this.units = new Map(first.units.map(([unit, agencies, state]) => [unit, { agencies, state }]));
    this.sounds = new Map();
    this.add(first);
  }

  // Takes a part of the index: columns become rows.
  add(part) {
    if (part.format !== FORMAT) throw new Error(`search index of format ${part.format}`);
    const syllables = part.sounds[1].split(" ");
    [...part.sounds[0]].forEach((char, at) => this.sounds.set(char, syllables[at]));
    const spelled = (text) => text.replace(/[\u0080-\u07ff]/g, (char) => this.alphabet[char.charCodeAt(0) - 0x80]);
    const titles = part.titles.map(spelled);
    const whole = (text) => spelled(text).replace(/[\ue000-\uf8ff]/g, (char) => titles[char.charCodeAt(0) - 0xe000]);
    const silent = new Set(part.silent), kinds = part.kinds.flatMap(([kind, count]) => Array(count).fill(kind));
    let agency = 0;
    kinds.forEach((kind, at) => {
      const row = { kind, id: part.id[at].replace("~", part.unit[at]), unit: part.unit[at],
        zh: whole(part.zh[at]), en: whole(part.en[at]), names: part.names[at] || [], uses: part.uses[at] || [],
        unusual: silent.has(at) ? null : part.unusual[at] || [], number: this.rows.length };
      row.folded = [row.zh, row.en, ...row.names].map((text) => this.fold(text));
      row.all = row.folded.join(BREAK);
      row.section = sectionOf(row.unit);
      const known = this.units.get(row.unit) || { agencies: [], state: "" };
      row.agencies = kind === "agency" ? [agency++] : known.agencies;
      row.state = known.state;
      this.rows.push(row);
      if (kind === "term") for (const name of row.names) if (/[\u3400-\u9fff]/.test(name)) this.equivalents.set(name, row.zh);
    });
    const local = [...this.equivalents.keys()].sort((a, b) => b.length - a.length);
    this.local = new RegExp(local.map(literal).join("|") || "(?!)", "g");
    this.english = this.known = null;
  }

  // As text/folding.py: one character for every character.
  fold(text) {
    const small = text.toLowerCase();
    const same = small.length === text.length ? small : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
    return same.replace(/[^a-z0-9 .,;:!?'"()%\n]/g, (char) => this.table.get(char) || char);
  }

  // Hits for a query, best first, and the places it names; null if it asks for nothing.
  search(query) {
    const text = query.normalize("NFC").slice(0, LONGEST).trim();
    const needles = this.needles(text);
    if (!needles.length) return null;
    const places = this.places(text);
    const literals = this.matching(places.length ? [this.needle(text, true)] : needles);
    let hits = literals, how = "literal";
    const spoken = this.pinyin(text);
    const wanted = spoken && (spoken.toned || !literals.length || (spoken.least > 1 && !this.isEnglish(text)));
    if (wanted) hits = merge(this.sounding([spoken], "pinyin"), literals);
    if (!hits.length && /[“”「」]/.test(text)) hits = this.matching(this.needles(text.replace(/[“”「」]/g, '"')));
    if (!hits.length && !places.length) [hits, how] = [this.initials(text), "initials"];
    return { places, hits, how: wanted && hits.length > literals.length ? "pinyin" : how };
  }

  // The words that must all be there; what stands in straight quotation marks is one word, taken exactly.
  needles(text) {
    const found = [...text.matchAll(/["＂]([^"＂]+)["＂]|[^\s"＂\u3000]+/g)].slice(0, MOST_WORDS);
    return found.map((each) => this.needle(each[1] ?? each[0], each[1] !== undefined)).filter(Boolean);
  }

  needle(word, exact) {
    const text = this.fold(word).trim();
    if (!text) return null;
    const other = this.fold(word.replace(this.local, (local) => this.equivalents.get(local))).trim();
    const spoken = exact || !/^[^\x00-\x7f]*[a-zü]/i.test(word) ? null : this.pinyin(word);
    return { texts: other === text ? [text] : [text, other], plurals: exact ? [] : plurals(text),
      spoken: spoken && spoken.least > 1 ? spoken : null };
  }

  // Whether a row has every word is all that is asked here: where they stand is looked up for what is shown.
  matching(needles) {
    const mixed = needles.some((needle) => /[\u3400-\u9fff]/.test(needle.texts[0])), hits = [];
    for (const row of this.rows) {
      let rank = 0;
      for (const needle of needles) {
        const found = needle.texts.some((text) => row.all.includes(text)) ? 0 : this.hasOtherwise(row, needle, mixed) ? 1 : -1;
        rank = found < 0 ? -1 : Math.max(rank, found);
        if (rank < 0) break;
      }
      if (rank >= 0) hits.push(new Hit(row, rank, () => needles.flatMap((needle) => this.placesIn(row, needle, mixed))));
    }
    return this.order(hits, needles);
  }

  // As the other number of an English noun or, beside Chinese, as pinyin.
  hasOtherwise(row, needle, mixed) {
    return needle.plurals.some((word) => wholeWords(row.all, word, 0, [])) || (mixed && needle.spoken && this.heard(row, needle.spoken).length > 0);
  }

  // Where one word stands in a row: [field, start, end].
  placesIn(row, needle, mixed) {
    const places = [];
    row.folded.forEach((text, field) => { for (const each of needle.texts) occurrences(text, each, field, places); });
    if (places.length) return places;
    row.folded.forEach((text, field) => { for (const each of needle.plurals) wholeWords(text, each, field, places); });
    return places.length || !mixed || !needle.spoken ? places : this.heard(row, needle.spoken);
  }

  // Registers whose name is the query come first, then exact finds, then the order of the index.
  order(hits, needles) {
    const whole = needles.map((needle) => needle.texts[0]).join(" ");
    const others = new Set(needles.length === 1 ? needles[0].texts : [whole]);
    for (const hit of hits) {
      const { folded, kind } = hit.row;
      if (kind !== "text" && !kind.startsWith("note") && folded.some((text) => others.has(text))) hit.rank -= 2;
      else if (needles.length > 1 && !hit.row.all.includes(whole)) hit.rank += 0.5;
    }
    return hits.sort((a, b) => a.rank - b.rank || a.row.number - b.row.number);
  }

  // Whether every word stands as such, in small letters, in the English of the text.
  isEnglish(text) {
    this.english ||= new Set(this.rows.filter((row) => row.kind === "text").flatMap((row) => row.en.match(/\b[a-z]+\b/g) || []));
    return text.split(/[\s'’-]+/).every((word) => this.english.has(word.toLowerCase()));
  }

  // A query as pinyin: letters without marks, the marks, and where a syllable must begin; null if it is none.
  pinyin(text) {
    const typed = digitsToMarks(text.normalize("NFC").toLowerCase().replace(/u:/g, "ü").replace(/[’ʼ`]/g, "'"));
    if (!/^[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü' \-]+$/.test(typed)) return null;
    const pieces = typed.split(/[' -]+/).filter(Boolean).map((piece) => [plain(piece), piece]);
    if (!pieces.length) return null;
    this.known ||= new Set([...this.sounds.values(), ...this.rows.flatMap((row) => (row.unusual || []).filter((_, at) => at % 2))].map(plain));
    let least = 0;
    const borders = [0];
    for (const [at, [letters]] of pieces.entries()) {
      const count = syllables(letters, this.known, at === pieces.length - 1 && (pieces.length > 1 || letters.length > 3));
      if (!count) return null;
      least += count;
      borders.push(borders[at] + letters.length);
    }
    const letters = pieces.map((piece) => piece[0]).join(""), marks = pieces.map((piece) => piece[1]).join("");
    return { letters, marks, toned: [...marks].some((char) => MARKED.has(char)), borders: borders.slice(1, -1), least };
  }

  sounding(needles) {
    const hits = [];
    for (const row of this.rows) {
      const found = needles.map((needle) => this.heard(row, needle));
      if (found.every((each) => each.length)) hits.push(new Hit(row, found.every((each) => each.whole) ? -1 : 0, () => found.flat()));
    }
    return hits.sort((a, b) => a.rank - b.rank || a.row.number - b.row.number);
  }

  // Where pinyin is heard in a row. It begins and ends with a syllable; the last of several may be incomplete.
  // It runs over a sign, such as a comma, only where the query has a space.
  heard(row, { letters, marks, borders, least }) {
    const places = [], voice = this.voice(row);
    if (!voice || !voice.letters.includes(letters)) return places;
    for (let from = voice.letters.indexOf(letters); from >= 0; from = voice.letters.indexOf(letters, from + 1)) {
      if (!agree(marks, voice.marks, from)) continue;
      const first = voice.starts.indexOf(from), end = from + letters.length;
      if (first < 0) continue;
      let last = first;
      while (last + 1 < voice.starts.length && voice.starts[last + 1] < end) last += 1;
      const complete = (voice.starts[last + 1] ?? voice.letters.length) === end;
      if (!complete && (least < 3 || last - first < 2)) continue;
      let joins = borders.every((border) => voice.starts.includes(from + border));
      for (let at = first + 1; joins && at <= last; at++) joins = !voice.gaps.has(at) || borders.includes(voice.starts[at] - from);
      if (joins) places.push([0, voice.places[first], voice.places[last] + 1]);
      if (joins && first === 0 && last === voice.starts.length - 1 && row.kind !== "text") places.whole = true;
    }
    return places;
  }

  // How a row is read aloud: its letters without and with marks, where syllables begin, and on which characters.
  voice(row) {
    if (row.unusual === null) return null;
    row.voice ||= readAloud(row, this.sounds);
    return row.voice;
  }

  // First letters of syllables: only where nothing else is found, and only in names and headings.
  initials(text) {
    if (!/^[a-z]{3,12}$/i.test(text)) return [];
    const letters = text.toLowerCase(), hits = [];
    for (const row of this.rows) {
      const voice = row.kind === "text" && !row.id.endsWith(".h") ? null : this.voice(row);
      if (!voice) continue;
      const { firsts } = voice, at = firsts.indexOf(letters), end = at + letters.length - 1;
      const place = [0, voice.places[at], voice.places[end] + 1];
      if (at >= 0) hits.push(new Hit(row, firsts === letters ? -1 : 0, () => [place]));
    }
    return hits.sort((a, b) => a.rank - b.rank || a.row.number - b.row.number);
  }

  // The rows at which the places begin that a query names: 2.8.3, 二（八）3, 第二部分第八节, s. 2.8.
  places(text) {
    const units = placeIds(this.fold(text));
    const all = this.rows.filter((row) => row.kind === "text");
    const rows = units.flatMap((wanted) => all.filter(wanted));
    if (!rows.length && units.inside) rows.push(...all.filter((row) => row.unit.startsWith(units.inside)).slice(0, 1));
    const seen = new Set();
    return rows.filter((row) => !row.id.endsWith(".r") && !seen.has(row.unit) && seen.add(row.unit));
  }

  // Names that look or sound like a query that found nothing, the nearest first.
  suggestions(query) {
    const text = this.fold(query.trim()), sound = plain(text.replace(/[^a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]/g, ""));
    const scored = this.rows.filter((row) => row.kind === "term" || row.kind === "agency").map((row) => {
      const voice = this.voice(row), candidates = [...row.folded, ...(sound.length > 3 && voice ? [voice.letters] : [])];
      return [Math.max(...candidates.map((each) => likeness(each, each === voice?.letters ? sound : text))), row];
    });
    return scored.filter(([score]) => score >= 0.4).sort((a, b) => b[0] - a[0] || a[1].number - b[1].number).slice(0, 4).map((each) => each[1]);
  }
}

function literal(text) { return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }

function sectionOf(unit) {
  const found = /^(0|\d+\.\d+)(?:\.p?\d+)?$/.exec(unit);
  return found ? found[1] : "";
}

function occurrences(text, word, field, places) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push([field, at, at + word.length]);
}

function wholeWords(text, word, field, places) {
  const found = [];
  occurrences(text, word, field, found);
  const isLetter = (char) => char !== undefined && char >= "a" && char <= "z";
  places.push(...found.filter(([, start, end]) => !isLetter(text[start - 1]) && !isLetter(text[end])));
  return places.length > 0;
}

// The singular of an English plural and the other way round, as whole words; short words are left alone.
function plurals(word) {
  if (!/^[a-z' ]{6,}$/.test(word)) return [];
  if (/[^aeiou]ies$/.test(word)) return [word.slice(0, -3) + "y"];
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return [word.slice(0, -2)];
  if (/[^aeiou]y$/.test(word)) return [word.slice(0, -1) + "ies"];
  return /[^sui]s$/.test(word) ? [word.slice(0, -1)] : [];
}

function joined(spans) {
  const found = [];
  for (const [start, end] of spans) {
    const last = found[found.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

// Words of the other language that render what was found: half of a term at least must be marked.
function partners(row, marks) {
  const found = [[], []];
  const covers = (spans, start, length) => spans.some(([from, to]) => Math.min(to, start + length) - Math.max(from, start) >= length / 2);
  for (let at = 0; at < row.uses.length; at += 4) {
    const [zh, zhLength, en, enLength] = row.uses.slice(at, at + 4);
    if (covers(marks[0], zh, zhLength)) found[1].push([en, en + enLength]);
    if (covers(marks[1], en, enLength)) found[0].push([zh, zh + zhLength]);
  }
  return found.map((spans) => joined(spans.sort((a, b) => a[0] - b[0])));
}

// Pinyin first, in its order; a row that is found both ways keeps the marks of both.
function merge(spoken, literals) {
  const byRow = new Map(literals.map((hit) => [hit.row, hit]));
  for (const hit of spoken) {
    const same = byRow.get(hit.row), heard = hit.places;
    if (same) hit.places = () => [...heard(), ...same.places()];
    byRow.delete(hit.row);
  }
  return [...spoken, ...byRow.values()];
}

function plain(marked) {
  return [...marked].map((char) => (MARKED.has(char) ? MARKED.get(char)[0] : char === "ü" ? "v" : char)).join("");
}

// hu4lian2wang3 as hùliánwǎng: the mark stands on a or e, on the o of ou, else on the last vowel.
function digitsToMarks(text) {
  return text.replace(/([a-zü]+)([1-5])/g, (_, letters, tone) => {
    const vowels = letters.replace(/ü/g, "v");
    const main = vowels.search(/[ae]/), at = main >= 0 ? main : vowels.includes("ou") ? vowels.indexOf("ou") : vowels.search(/[aoeiuv][^aoeiuv]*$/);
    if (at < 0 || tone === "5") return letters;
    return letters.slice(0, at) + TONES[VOWELS.indexOf(vowels[at])][tone - 1] + letters.slice(at + 1);
  });
}

// The least number of syllables a piece can be cut into, 0 if it cannot; the last may be the beginning of one.
function syllables(letters, known, incomplete) {
  const least = [0];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - 6); start < end; start++) {
      if (least[start] === undefined) continue;
      const piece = letters.slice(start, end), last = incomplete && end === letters.length && start > 0;
      if (known.has(piece) || (last && beginsOne(piece, known))) least[end] = Math.min(least[end] ?? Infinity, least[start] + 1);
    }
  }
  return least[letters.length] || 0;
}

function beginsOne(piece, known) {
  for (const each of known) if (each.startsWith(piece)) return true;
  return false;
}

// A letter with a mark must have the same mark; one without may have any.
function agree(asked, spoken, from) {
  for (let at = 0; at < asked.length; at++) if (MARKED.has(asked[at]) && asked[at] !== spoken[from + at]) return false;
  return true;
}

function readAloud(row, sounds) {
  const unusual = new Map();
  for (let at = 0; at < row.unusual.length; at += 2) unusual.set(row.unusual[at], row.unusual[at + 1]);
  const voice = { letters: "", marks: "", starts: [], places: [], gaps: new Set() };
  let place = 0, gap = false;
  [...simplifiedOf(row)].forEach((char, at) => {
    const sound = unusual.has(at) ? unusual.get(at) : sounds.get(char) || "";
    if (!sound) gap = true;
    else {
      if (gap) voice.gaps.add(voice.starts.length);
      gap = false;
      voice.starts.push(voice.letters.length);
      voice.places.push(place);
      voice.letters += plain(sound);
      voice.marks += sound;
    }
    place += char.length;
  });
  voice.firsts = voice.starts.map((start) => voice.letters[start]).join("");
  return voice;
}

// Readings are known for simplified characters; folding gives them, except where it joins two that are read apart.
function simplifiedOf(row) { return row.folded[0]; }

const NUMERAL = "[一二三四五六七八九十]{1,3}|\\d{1,2}";
const ENGLISH = /^(?:part|pt\.?)(\d{1,2}|i{1,3})(?:,?(?:section|sec\.?|s\.?)(\d{1,2}))?(?:,?(?:clause|cl\.?|item|no\.?|para(?:graph)?\.?)(\d{1,2}))?$/;
const DOTTED = /^(?:sections?|sec\.?|s\.?|clauses?|cl\.?|articles?|art\.?|para(?:graph)?\.?|items?|no\.?|§+|第)?(\d{1,2}(?:\.(?:\d{1,2}|[ps]\d{1,2}|[hr]))+)\.?(?:[条條项項节節款点點段]|部分)?$/;
const CHINESE = new RegExp(`^(?:第?(${NUMERAL})(部分|部份|章|,)?)?(?:第\\(?(${NUMERAL})\\)?[节節]|\\((${NUMERAL})\\))?(?:第?(${NUMERAL})[.]?[条條项項款点點目]?|第(${NUMERAL})(?:自然)?段)?(?:第(${NUMERAL})句)?$`);
const PREAMBLE = new RegExp(`^(?:引言|序言|preamble)(?:第?(${NUMERAL})段?)?(?:第(${NUMERAL})句)?$`);

// Tests for the rows of the places that a folded query names.
function placeIds(folded) {
  const text = folded.replace(/(\d) (?=\d)/g, "$1.").replace(/ +/g, ""), one = (id) => Object.assign([(row) => row.id === id || row.unit === id], { inside: `${id}.` });
  const dotted = DOTTED.exec(text), english = ENGLISH.exec(text), preamble = PREAMBLE.exec(text);
  if (dotted) return one(dotted[1]);
  if (preamble) return one(["0", preamble[1] && "p" + number(preamble[1]), preamble[2] && "s" + number(preamble[2])].filter(Boolean).join("."));
  if (english) return one([english[1].replace(/i+/, (i) => i.length), english[2], english[3]].filter(Boolean).join("."));
  const section = /^(?:section|sec\.?|s\.?)(\d{1,2})$/.exec(text);
  if (section) return ending(`.${section[1]}`);
  return chinesePlace(CHINESE.exec(text));
}

// A place without its part means every part that has it.
function chinesePlace(found) {
  if (!found) return [];
  const [, part, partWord, named, bracketed, item, paragraph, sentence] = found, section = named || bracketed;
  if (!section && (!partWord || item || paragraph)) return [];
  const rest = [section && number(section), item && number(item), paragraph && "p" + number(paragraph), sentence && "s" + number(sentence)];
  const tail = rest.filter(Boolean).join(".");
  if (part) return [(row) => [row.id, row.unit].includes([number(part), tail].filter(Boolean).join("."))];
  return ending(`.${tail}`);
}

function ending(tail) {
  const pattern = new RegExp(`^\\d+${literal(tail)}$`);
  return [(row) => pattern.test(row.unit) || pattern.test(row.id)];
}

function number(numeral) {
  if (/\d/.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const digit = (char) => "一二三四五六七八九".indexOf(char) + 1;
  return (numeral.includes("十") ? (tens ? digit(tens) : 1) * 10 : 0) + (ones ? digit(ones) : 0);
}

// Shared pairs of neighbouring characters, as a share of all (Dice).
function likeness(one, other) {
  const pairs = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const left = pairs(one), right = pairs(other);
  if (!left.length || !right.length) return 0;
  const rest = new Map();
  for (const pair of left) rest.set(pair, (rest.get(pair) || 0) + 1);
  let shared = 0;
  for (const pair of right) {
    if (rest.get(pair) > 0) { rest.set(pair, rest.get(pair) - 1); shared += 1; }
  }
  return (2 * shared) / (left.length + right.length);
}

// What is left of hits under chosen facets, and how many hits each value of a facet would leave.
const FACETS = {
  kind: (hit) => [hit.row.kind],
  section: (hit) => (hit.row.section ? [hit.row.section] : []),
  agency: (hit) => hit.row.agencies.map(String),
  state: (hit) => (hit.row.state ? [hit.row.state] : []),
};

function narrow(hits, chosen) {
  const fits = (hit, except) => Object.entries(FACETS).every(([facet, values]) =>
    facet === except || !chosen[facet] || values(hit).includes(chosen[facet]));
  const counts = {};
  for (const [facet, values] of Object.entries(FACETS)) {
    counts[facet] = new Map();
    for (const hit of hits) if (fits(hit, facet)) for (const value of values(hit)) counts[facet].set(value, (counts[facet].get(value) || 0) + 1);
  }
  return { hits: hits.filter((hit) => fits(hit)), counts };
}

self.duizhaoSearch = { Engine, narrow };
