"""The index of an export lists and searches in any browser, and no text in it harms anybody."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tracemalloc
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtQml import QJSEngine
from PySide6.QtWidgets import QApplication

from app import RESOURCES
from app.domain.archive.stems import endings
from app.domain.shared.search import folded
from app.formats import handed_index
from app.formats.handed_index import IndexFiles, IndexRow, IndexWords

WORDS = IndexWords(
    "fi", "Arkisto", "Hae", "Kaikki", "Vuodet", "{n}", "Lisää", ("a",), "v {n}", "T", "%", "L", "W"
)
NASTY = "</script><script>alert(1)</script><img src=x onerror=alert(1)> & \u2028 \ud800 $SCRIPT$"
ROW = IndexRow("A", "Bill", "", "2026-01-01", "1.1.2026", "", "", "", "", ("a/ä #1?.pdf",))
LETTERS = "aäöåšžéüßσςΣİ กขำ็้ัเ่ไล๎ÆøΩ1½ﬁ-\u00a0"


class Written(dict[str, bytes]):
    """What was written, by its path."""

    def write(self, path: str, pieces: Iterable[bytes]) -> int:
        assert path not in self
        self[path] = b"".join(pieces)
        return len(self[path])


def told(content: bytes, call: str) -> list[object]:
    """Return what a file of the index tells the page."""
    text = content.decode()
    assert text.startswith(call) and text.endswith(",\n]);\n")
    found: list[object] = json.loads("[" + text.split("[\n", 1)[1].removesuffix(",\n]);\n") + "]")
    return found


def test_rows_and_texts_lie_beside_the_page_in_files_of_a_bounded_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handed_index, "ROWS_AT_ONCE", 3)
    monkeypatch.setattr(handed_index, "TEXT_AT_ONCE", 11)
    out = Written()
    files = IndexFiles(out.write)

    for number in range(7):
        files.put(replace(ROW, title=f"A{number}"), ("five ", "\n words") if number % 2 else ())
    page = b"".join(files.page(WORDS)).decode()

    assert [path for path in sorted(out) if "words" not in path] == [
        *(f"index/rows-{number:05}.js" for number in (1, 2, 3)),
        *(f"index/texts-{number:05}.js" for number in (1, 2)),
    ]
    assert [row[0] for row in told(out["index/rows-00002.js"], "rows(3, [")] == ["A3", "A4", "A5"]  # type: ignore[index]  # rows are lists
    assert told(out["index/texts-00002.js"], "texts([") == [[5, "five words"]]
    assert '"row_files":3,"text_files":2,"word_files":["' in page


def test_an_archive_of_nothing_has_a_page() -> None:
    out = Written()

    page = b"".join(IndexFiles(out.write).page(WORDS)).decode()

    assert '"row_files":0,"text_files":0' in page
    assert not out


def test_the_index_harms_nobody_and_needs_no_network() -> None:
    out = Written()
    files = IndexFiles(out.write)
    files.put(replace(ROW, title=NASTY, correspondent=NASTY), (NASTY,))

    page = b"".join(files.page(replace(WORDS, title=NASTY, language='"><script>'))).decode()

    whole = page + "".join(content.decode() for content in out.values())
    assert page.count("<script") == page.count("</script") == 2
    assert (
        "<img" not in whole and "onerror=alert" not in page.split("<body>")[0].split("<title>")[0]
    )
    assert "a/%C3%A4%20%231%3F.pdf" in whole
    assert not re.search(r"""\b(src|href)=["']|https?://|\bimport\b|\beval\b""", page)


def test_only_the_script_of_the_page_itself_may_run() -> None:
    page = b"".join(IndexFiles(Written().write).page(WORDS)).decode()

    script = page.rsplit("<script>", 1)[1].split("</script>")[0]
    known = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert f"script-src 'sha256-{known}' file: 'self'" in policy[1]
    assert '<html lang="fi">' in page


def shards_of(out: Written) -> dict[str, object]:
    """Return the files of words as the page takes them in."""
    found: dict[str, object] = {}
    for path, content in out.items():
        if "words-" in path:
            begin, stems, lists = json.loads(content.decode()[len("stems(...") : -len(");\n")])
            found[begin] = {"stems": stems, "lists": lists}
    return found


def others(engine: QJSEngine, out: Written, asked: str) -> list[str]:
    """Return for which other words the page looks."""
    shards = json.dumps(shards_of(out))
    call = f"forms(fold({json.dumps(asked)}), new RegExp({json.dumps(endings())}), shards)"
    found: Any = engine.evaluate(
        f"{{ const shards = new Map(Object.entries({shards})); JSON.stringify({call}) }}"
    )
    assert not found.isError(), found.toString()
    told: list[str] = json.loads(found.toString())
    return told


def test_the_page_looks_for_forms_and_compounds_as_backdesk_does(script: QJSEngine) -> None:
    out = Written()
    files = IndexFiles(out.write)
    files.put(ROW, ("lasku laskuista ostolaskut ehdot toimitusehtoja hinnan companies ถนน",))
    b"".join(files.page(WORDS))

    assert set(others(script, out, "Laskujen")) >= {"lasku", "laskuista", "ostolaskut"}
    assert set(others(script, out, "ehtojen")) >= {"ehdot", "toimitusehtoja"}
    assert "hinnan" in others(script, out, "hintoja")
    assert "companies" in others(script, out, "company")
    assert others(script, out, "hevonen") == []
    assert others(script, out, "ถนน") == []


@pytest.mark.parametrize(
    ("text", "answer"), [("a lasku b", "lasku"), ("laskutus", None), ("ostolasku", None)]
)
def test_another_form_stands_as_a_whole_word(
    script: QJSEngine, text: str, answer: str | None
) -> None:
    assert said(script, "answer", text, "laskujen", ["lasku"]) == answer


@pytest.fixture(scope="module")
def script(qapp: QApplication) -> QJSEngine:
    """Return an engine that knows how the page finds words."""
    engine = QJSEngine(qapp)
    found: Any = engine.evaluate(
        (RESOURCES / "handing_out" / "words.js").read_text(encoding="utf-8")
    )
    assert not found.isError(), found.toString()
    return engine


def said(engine: QJSEngine, name: str, *values: object) -> object:
    """Return what a function of the page says."""
    written = ", ".join(json.dumps(value) for value in values)
    found: Any = engine.evaluate(f"JSON.stringify({name}({written}) ?? null)")
    assert not found.isError(), found.toString()
    return json.loads(found.toString())


@given(st.text(LETTERS, max_size=30))
def test_the_page_folds_words_as_backdesk_does(script: QJSEngine, text: str) -> None:
    assert said(script, "fold", text) == folded(text).replace("\u0307", "")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Sähkö  LASKU", ["sahko", "lasku"]),
        ('"maksu ehdot" x', ["maksu ehdot", "x"]),
        ('a "b c', ["a", "b c"]),
        ("ใบกำกับ", ["ใบก\u0e4dาก\u0e31บ"]),
        (' "" ', []),
    ],
)
def test_words_and_phrases_are_told_apart(script: QJSEngine, asked: str, words: list[str]) -> None:
    assert said(script, "parts", asked) == words


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Yleiset TOIMITUSEHDOT 2026", "ehdot", ["Yleiset TOIMITUS", "EHDOT", " 2026"]),
        ("Sähkölaskusi äöå", "lasku", ["Sähkö", "lasku", "si äöå"]),
        ("ตามใบกำกับภาษีเลขที่", "กำกับ", ["ตามใบ", "กำกับ", "ภาษีเลขที่"]),
        ("a Ärjä b", "ar", ["a ", "Är", "jä b"]),
    ],
)
def test_what_was_found_is_shown_as_it_is_written(
    script: QJSEngine, text: str, word: str, found: list[str]
) -> None:
    asked, plain = said(script, "fold", word), said(script, "fold", text)

    assert said(script, "snippet", text, plain, ["x y", asked]) == found
    assert said(script, "snippet", text, plain, ["missing"]) is None


@given(st.text(LETTERS, max_size=60), st.data())
def test_a_snippet_tells_the_text_and_nothing_else(
    script: QJSEngine, text: str, data: st.DataObject
) -> None:
    plain = str(said(script, "fold", text))
    begin = data.draw(st.integers(0, max(0, len(plain) - 1)))
    word = plain[begin : begin + data.draw(st.integers(1, 5))]

    shown = said(script, "snippet", text, plain, [word])

    assert (shown is None) is not bool(word)
    assert not isinstance(shown, list) or "".join(shown) == text


def test_an_index_that_grows_keeps_no_more_in_memory() -> None:
    files = IndexFiles(lambda _path, pieces: sum(map(len, pieces)))
    text = "ใบกำกับภาษี toimitusehdot " * 100
    tracemalloc.start()

    for _ in range(2_500):
        files.put(ROW, (text,))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 6 << 20
