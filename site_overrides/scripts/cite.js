// Cite and share: the dialog of a clause, a sentence or selected words.
const dialog = document.getElementById("cite");
const NO_TEXT = ".dz-ref, .dz-here, .dz-no, .dz-missing, rt, rp";

if (dialog && dialog.showModal) {
  const part = (name) => dialog.querySelector(".dz-cite__" + name);
  const work = document.getElementById("cite-work"), style = document.getElementById("cite-style");
  const quote = document.querySelector(".dz-quote");
  const said = { ...dialog.dataset };
  let place = null, selected = null;

  // Opening: the number of a clause, the mark of a sentence, or selected words.
  for (const link of document.querySelectorAll("a.dz-here, a.dz-no[href^='#']")) {
    const id = decodeURIComponent(link.hash.slice(1));
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-label", said.open.replace("{}", link.getAttribute("aria-label").replace(said.link, "")));
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      history.replaceState(history.state, "", "#" + id);
      open(document.getElementById(id), selection());
    });
  }

  async function open(element, words) {
    place = element;
    selected = words && element.contains(words.pair) ? words : null;
    part("place").textContent = element.id;
    part("words").hidden = dialog.querySelector("[data-copy='words']").hidden = !selected;
    part("words").textContent = selected ? selected.text : "";
    if (selected) part("words").lang = selected.language;
    part("said").textContent = "";
    quote.hidden = true;
    dialog.showModal();
    report();
    try {
      await load();
      part("place").textContent = labelOf(element.id);
      show();
    } catch (error) {
      part("text").textContent = said.unavailable;
    }
  }

  part("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  // The data are loaded by an element and not by a request, so that they also come from a folder.
  let loading = null;
  function load() {
    loading = loading || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = said.citations;
      script.onload = () => resolve(window.duizhaoCitations);
      script.onerror = () => {
        loading = null;
        reject(new Error(script.src));
      };
      document.head.append(script);
    });
    return loading;
  }

  // Citations: templates made by the build, with blanks for place, address and day.
  function split(id) {
    const [, unit, sentence] = /^(.*?)(?:\.s(\d+)|\.[hr])?$/.exec(id);
    return [unit, sentence];
  }

  function blanks(id, day) {
    const data = window.duizhaoCitations, [unit, sentence] = split(id), found = { key: id };
    data.forms.forEach((form, i) => {
      found[form] = data.units[unit][i] + (sentence ? data.sentence[i].replace("{}", sentence) : "");
    });
    if (!found.zh) found.id = "";
    return { ...found, ...days(day), address: data.base + id + data.ending };
  }

  function days(date) {
    const [y, m, d] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    const two = (number) => String(number).padStart(2, "0");
    const month = window.duizhaoCitations.months[m - 1], short = window.duizhaoCitations.short[m - 1];
    return {
      iso: `${y}-${two(m)}-${two(d)}`,
      day_zh: `${y}年${m}月${d}日`,
      day_us: `${month} ${d}, ${y}`,
      day_short: `${short} ${d}, ${y}`,
      day_uk: `${d} ${month} ${y}`,
      day_ris: `${y}/${two(m)}/${two(d)}`,
      day_csl: `${y}, ${m}, ${d}`,
    };
  }

  function fill(template, values) {
    return template.map((each) => {
      if (typeof each === "string") return each;
      const [before, name, after] = each;
      return values[name] ? before + values[name] + after : "";
    }).join("");
  }

  function citation(id, what, how, day) {
    return fill(window.duizhaoCitations.templates[what][how], blanks(id, day));
  }

  function labelOf(id) {
    const known = blanks(id, new Date());
    return (document.documentElement.lang === "en" ? known.id : known.zh) || id;
  }

  function show() {
    const chinese = style.value === "manual" || (work.value === "official" && style.value.startsWith("gbt"));
    part("text").lang = chinese ? "zh-Hans" : "en";
    part("text").classList.toggle("dz-cite__text--record", ["bibtex", "ris", "csl"].includes(style.value));
    part("text").textContent = citation(place.id, work.value, style.value, new Date());
  }

  for (const select of [work, style]) {
    try {
      const last = localStorage.getItem("duizhao." + select.id);
      if ([...select.options].some((each) => each.value === last)) select.value = last;
    } catch (error) { /* storage may be forbidden */ }
    select.addEventListener("change", () => {
      try { localStorage.setItem("duizhao." + select.id, select.value); } catch (error) { /* the same */ }
      if (window.duizhaoCitations) show();
    });
  }

  // Text: what is written, without marks of notes, links and readings.
  function clean(node) {
    const copy = node.cloneNode(true);
    for (const each of copy.querySelectorAll(NO_TEXT)) each.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function textIn(element, language) {
    const kind = language === "en" ? "dz-en" : "dz-zh";
    const all = (within) => [...element.querySelectorAll(`${within} > .${kind}:not(.dz-missing)`)].map(clean);
    const title = all(".dz-title"), space = language === "en" ? " " : "";
    const sentences = element.matches(".dz-pair") ? [...element.children].filter((each) =>
      each.matches(`.${kind}:not(.dz-missing)`)).map(clean) : all(".dz-pair");
    return [...title, sentences.join(space)].filter(Boolean).join("\n");
  }

  function sourceLine(language) {
    const key = language === "en" ? "en" : said.chinese;
    return fill(window.duizhaoCitations.sources[key], blanks(place.id, new Date()));
  }

  function asked(what) {
    if (what === "link") return blanks(place.id, new Date()).address;
    if (what === "citation") return part("text").textContent;
    if (what === "words") return `${selected.text}\n\n${sourceLine(selected.language)}`;
    const languages = (what === "both" ? ["zh", "en"] : [what]).filter((each) => textIn(place, each));
    return `${languages.map((each) => textIn(place, each)).join("\n\n")}\n\n${languages.map(sourceLine).join("\n")}`;
  }

  for (const button of dialog.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      part("said").textContent = "";
      try {
        await load();
        await copy(asked(button.dataset.copy));
        part("said").textContent = said.copied;
      } catch (error) {
        part("said").textContent = window.duizhaoCitations ? said.failed : said.unavailable;
      }
    });
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      byHand(text);
    }
  }

  // Where the clipboard is closed to scripts, as in a folder: a field whose text the browser copies itself.
  function byHand(text) {
    const field = document.createElement("textarea"), focused = document.activeElement;
    field.value = text;
    field.readOnly = true;
    field.className = "dz-cite__field";
    field.setAttribute("aria-hidden", "true");
    dialog.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused.focus();
    if (!done) {
      part("text").textContent = text;
      getSelection().selectAllChildren(part("text"));
      throw new Error("copy");
    }
  }

  // A report opens the repository's form with the place and the words filled in.
  function report() {
    part("report").hidden = !said.repository;
    if (!said.repository) return;
    const page = document.querySelector("link[rel='canonical']").href + "#" + place.id;
    const words = selected ? selected.text : "";
    const known = {
      template: "problem.yml",
      title: `${place.id}: `,
      clause: place.id,
      words: words.slice(0, 500),
      version: said.version,
      view: document.documentElement.dataset.view || "",
      locale: document.documentElement.lang,
      page,
    };
    part("report").href = `${said.repository.replace(/\/$/, "")}/issues/new?${new URLSearchParams(known)}`;
  }

  // Selected words offer the same dialog.
  function selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0), start = range.startContainer;
    const from = start.nodeType === Node.ELEMENT_NODE ? start : start.parentElement;
    const pair = from.closest(".dz-pair[id]"), text = clean(range.cloneContents());
    if (!pair || !text || dialog.contains(from)) return null;
    return { pair, text, language: from.closest("[lang]").lang === "en" ? "en" : said.chinese, range };
  }

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 250);
  });

  function offer() {
    const words = dialog.open ? null : selection();
    quote.hidden = !words;
    if (!words) return;
    const box = words.range.getBoundingClientRect();
    quote.style.top = `${box.bottom + scrollY + 8}px`;
    quote.style.left = `${Math.min(box.left + scrollX, scrollX + innerWidth - quote.offsetWidth - 12)}px`;
  }

  quote.addEventListener("mousedown", (event) => event.preventDefault());
  quote.addEventListener("click", () => {
    const words = selection();
    if (words) open(words.pair, words);
  });

  // Words copied by hand come without marks too, also where a browser copies what cannot be selected.
  document.addEventListener("copy", (event) => {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed || !event.clipboardData) return;
    const taken = chosen.getRangeAt(0).cloneContents();
    const marks = taken.querySelectorAll(NO_TEXT);
    if (!marks.length) return;
    marks.forEach((each) => each.remove());
    const bare = document.createElement("div");
    bare.className = "dz-cite__field";
    bare.append(taken);
    document.body.append(bare);
    event.clipboardData.setData("text/plain", bare.innerText.trim());
    event.clipboardData.setData("text/html", bare.innerHTML);
    bare.remove();
    event.preventDefault();
  });
}
