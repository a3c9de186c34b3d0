"""The search engine: queries with what they must find, and all it finds against plain substring truth."""

import random
import re
from collections.abc import Iterator

import pytest
from engine import FOLDERS, Engines, cases
from playwright.sync_api import Browser

from build_tools.diagnostics.report import Report
from build_tools.model.edition import Edition
from build_tools.model.search import Row
from build_tools.pipeline import edition as make_edition
from build_tools.text.folding import fold
from build_tools.text.pinyin import without_tones
from toy_project import PROJECT, TESTS

pytestmark = pytest.mark.corpus

CASES = cases(TESTS / "cases/search/queries.tsv")
SAMPLES = 150


@pytest.fixture(scope="module")
def edition() -> Edition:
    return make_edition(PROJECT, Report())


@pytest.fixture(scope="module")
def engines(browser: Browser, edition: Edition) -> Iterator[Engines]:
    page = browser.new_page()
    page.goto("about:blank")
    yield Engines(page, edition)
    page.close()


def kind_text(hits: list[str]) -> set[str]:
    return {hit.removeprefix("text:") for hit in hits if hit.startswith("text:")}


def test_there_are_enough_queries_of_every_group() -> None:
    groups = {case["group"] for case in CASES}
    assert len(CASES) >= 120
    assert groups >= {"simplified", "taiwan", "hongkong", "english", "pinyin", "place", "signs", "mixed", "hostile"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['group']}-{case['query'][:24]!a}")
def test_a_query_finds_what_it_must(case: dict[str, str], engines: Engines) -> None:
    (found,) = engines.ask(case["locale"], [case["query"]])
    if case["group"] == "empty":
        assert found is None
        return
    assert set(case["must"].split()) <= {*found["places"], *found["hits"]}
    if case["text"]:
        assert len(kind_text(found["hits"])) == int(case["text"])
    if case["group"] == "place":
        assert sorted(found["places"]) == sorted(case["must"].split())


@pytest.mark.parametrize("script", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_chinese_finds_every_passage_that_has_it(
    script: str, folder: str, engines: Engines, edition: Edition
) -> None:
    """Whatever stands in the text of one script is found in every locale, and nothing that does not fold into it."""
    texts = edition.texts[script]
    queries = sorted(set(chinese_samples(texts.values(), f"{script} {folder}")))
    for query, found in zip(queries, engines.ask(folder, queries), strict=True):
        truth = {segment for segment, text in texts.items() if query in text}
        assert truth <= kind_text(found["hits"]), query
        wanted = {each.strip() for each in (fold(query, edition.search.fold), *equivalents(query, edition))}
        allowed = {row.id for row in rows(edition) if any(each in folded(row, edition) for each in wanted)}
        assert kind_text(found["hits"]) == allowed, query


def chinese_samples(texts: object, seed: str) -> Iterator[str]:
    """Stretches of two to eight characters, signs included; spaces separate words and numbers name places."""
    chance = random.Random(seed)
    pool = [text for text in texts if len(text) > 8]  # type: ignore[attr-defined]
    for _ in range(SAMPLES):
        text, length = chance.choice(pool), chance.randint(2, 8)
        start = chance.randrange(len(text) - length)
        query = text[start : start + length]
        if re.search(r"[㐀-鿿]", query) and not re.search(r"[\s（）\"a-zA-Z]|\d", query):
            yield query


def rows(edition: Edition) -> tuple[Row, ...]:
    return edition.search.first["text"]


_FOLDED: dict[str, str] = {}


def folded(row: Row, edition: Edition) -> str:
    """The Chinese and the English of a row, folded once."""
    if row.id not in _FOLDED:
        _FOLDED[row.id] = f"{fold(row.zh, edition.search.fold)}\n{fold(row.en, edition.search.fold)}"
    return _FOLDED[row.id]


def equivalents(query: str, edition: Edition) -> set[str]:
    """The query with words of Taiwan and Hong Kong replaced, longest first, as the list and the glossary say."""
    words = {each.local: each.mainland for each in edition.search.equivalents}
    for row in edition.search.first["term"]:
        words |= {name: row.zh for name in row.names if re.search("[㐀-鿿]", name)}
    ordered = sorted(words, key=lambda word: -len(word))
    replaced = re.sub("|".join(map(re.escape, ordered)), lambda match: words[match[0]], query)
    return {fold(replaced, edition.search.fold)}


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_english_phrase_finds_every_passage_that_has_it(folder: str, engines: Engines, edition: Edition) -> None:
    chance = random.Random(folder)
    pool = [row.en for row in rows(edition) if len(row.en.split()) > 4]
    phrases = []
    for _ in range(SAMPLES):
        words, length = chance.choice(pool).split(), chance.randint(1, 4)
        start = chance.randrange(len(words) - length + 1)
        phrases.append(" ".join(words[start : start + length]).swapcase())
    phrases = [phrase for phrase in phrases if not re.search(r"[\"\d]", phrase)]
    for phrase, found in zip(phrases, engines.ask(folder, [f'"{phrase}"' for phrase in phrases]), strict=True):
        truth = {row.id for row in rows(edition) if fold(phrase, edition.search.fold).strip() in folded(row, edition)}
        plain = {row.id for row in rows(edition) if phrase.lower() in row.en.lower()}
        assert plain <= truth == kind_text(found["hits"]), phrase


@pytest.mark.parametrize("form", ["together", "apart", "marked"])
def test_pinyin_finds_every_passage_that_sounds_so(form: str, engines: Engines, edition: Edition) -> None:
    chance = random.Random(form)
    spoken = [list(spoken_runs(row)) for row in rows(edition)]
    pool = [run for runs in spoken for run in runs if len(run) > 5]
    samples = [sample(chance, chance.choice(pool)) for _ in range(SAMPLES)]
    typed = {"together": lambda each: without_tones("".join(each)), "apart": lambda each: without_tones(" ".join(each))}
    queries = [typed.get(form, " ".join)(each) for each in samples]
    for query, wanted, found in zip(queries, samples, engines.ask("zh-hans", queries), strict=True):
        pairs = zip(rows(edition), spoken, strict=True)
        truth = {row.id for row, runs in pairs if any(sounds(wanted, run, form) for run in runs)}
        assert truth <= kind_text(found["hits"]), query


def sample(chance: random.Random, run: list[str]) -> list[str]:
    length = chance.randint(2, 5)
    start = chance.randrange(len(run) - length + 1)
    return run[start : start + length]


def spoken_runs(row: Row) -> Iterator[list[str]]:
    """The syllables between signs."""
    run: list[str] = []
    for sound in (*row.sounds, ""):
        if sound:
            run.append(sound)
        elif run:
            yield run
            run = []


def sounds(wanted: list[str], run: list[str], form: str) -> bool:
    if form != "marked":
        wanted, run = [without_tones(each) for each in wanted], [without_tones(each) for each in run]
    return any(run[at : at + len(wanted)] == wanted for at in range(len(run)))


def test_pinyin_with_tones_finds_nothing_else(engines: Engines, edition: Edition) -> None:
    for query in ("hù lián wǎng", "yín háng", "chóng fù", "zhòng yào", "xíng dòng", "háng yè"):
        (found,) = engines.ask("en", [query])
        wanted = query.split()
        truth = {row.id for row in rows(edition) if any(sounds(wanted, run, "marked") for run in spoken_runs(row))}
        assert truth == kind_text(found["hits"])


@pytest.mark.parametrize("folder", FOLDERS)
def test_rows_come_out_of_the_index_as_they_went_in(folder: str, engines: Engines, edition: Edition) -> None:
    shown = engines.rows(folder)
    index = edition.search
    expected = [row for part in (index.first, index.later) for group in part.values() for row in group]
    assert [(row["id"], row["unit"], row["en"]) for row in shown] == [(row.id, row.unit, row.en) for row in expected]
    texts = edition.texts[FOLDERS[folder].chinese]
    assert [row["zh"] for row in shown[: len(index.first["text"])]] == [texts[row.id] for row in index.first["text"]]
    assert [row["folded"][0] for row in shown] == [fold(row.zh, index.fold) for row in expected]


def test_what_is_found_is_marked_in_both_languages(engines: Engines) -> None:
    chinese = engines.marked("en", "众创空间", "2.1.2.h")
    assert chinese == {"found": [["众创空间"], []], "partners": [[], ["mass makerspaces"]]}
    english = engines.marked("en", "mass makerspaces", "2.1.2.h")
    assert english == {"found": [[], ["mass", "makerspaces"]], "partners": [["众创空间"], []]}
    spoken = engines.marked("zh-hant-tw", "zhòng chuàng kōng jiān", "2.1.2.h")
    assert spoken["found"][0] == ["眾創空間"]


def test_facets_narrow_and_count(engines: Engines) -> None:
    engines.ask("en", ["互联网"])
    narrowed = engines.evaluate("""() => {
      const hits = engines.en.search("互联网").hits, all = duizhaoSearch.narrow(hits, {});
      const some = duizhaoSearch.narrow(hits, { kind: "text", section: "2.8" });
      const kinds = [...all.counts.kind.values()].reduce((a, b) => a + b), section = all.counts.section.get("2.8");
      return { all: hits.length, kinds, section, both: some.hits.length, texts: some.counts.kind.get("text"),
        ids: some.hits.map((hit) => hit.row.section + hit.row.kind) };
    }""")
    assert narrowed["kinds"] == narrowed["all"]
    assert 0 < narrowed["both"] == narrowed["texts"] <= narrowed["section"]
    assert set(narrowed["ids"]) == {"2.8text"}
