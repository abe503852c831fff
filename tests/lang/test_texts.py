from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.lang.texts import LANGUAGES, catalogue, filled, mark, say_in

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Save"
msgstr "{word}"
"""


def test_english_is_the_text_itself_with_its_slots_filled() -> None:
    say = say_in("en")

    assert say("Invoice {number}", number="INV-1") == "Invoice INV-1"
    assert say("") == ""


def test_a_slot_without_a_value_stays_visible_instead_of_failing() -> None:
    assert filled("{a} and {b}", {"a": 1}) == "1 and {b}"


def test_braces_inside_a_value_are_not_filled_again() -> None:
    assert filled("{a} {b}", {"a": "{b}", "b": "x"}) == "{b} x"


@pytest.mark.parametrize(("n", "text"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
def test_a_number_chooses_the_form(n: int, text: str) -> None:
    assert say_in("en").many("{n} row", "{n} rows", n) == text


def test_the_number_can_be_given_as_it_shall_be_read() -> None:
    assert say_in("en").many("{n} row", "{n} rows", 12000, n="12,000") == "12,000 rows"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_speaks_and_keeps_its_name(language: str) -> None:
    say = say_in(language)

    assert say.language == language
    assert say("Cancel") != "" and (language == "en" or say("Cancel") != "Cancel")


def test_a_region_is_accepted_and_an_unknown_language_is_english() -> None:
    assert say_in("fi-FI").language == "fi"
    assert say_in("th_TH").language == "th"
    assert say_in("tlh").language == "en"


def test_the_pseudo_language_is_longer_and_keeps_slots_and_tags() -> None:
    say = say_in("xx")
    text = say("Issue <b>{number}</b> at once", number="INV-7")

    assert "<b>INV-7</b>" in text and "Issue" not in text
    assert len(text) >= 1.3 * len("Issue <b>INV-7</b> at once")
    assert say.many("{n} row", "{n} rows", 3) != say.many("{n} row", "{n} rows", 1)


def test_marking_leaves_the_text_alone() -> None:
    assert mark("Issue") == "Issue"


def test_a_catalogue_that_was_not_compiled_or_is_older_is_read_from_its_source(
    tmp_path: Path,
) -> None:
    po, mo = tmp_path / "backdesk.po", tmp_path / "backdesk.mo"
    po.write_text(PO.format(word="Tallenna"), "utf-8")
    first = catalogue(tmp_path).gettext("Save")
    mo.write_bytes(b"older and broken")
    os.utime(mo, (1, 1))

    assert first == "Tallenna"
    assert catalogue(tmp_path).gettext("Save") == "Tallenna"


def test_texts_are_loaded_without_babel() -> None:
    code = "import sys, app.lang.texts; raise SystemExit('babel' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
