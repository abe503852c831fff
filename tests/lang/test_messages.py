from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.shared.money import Money
from app.lang.formats import formats_in
from app.lang.messages import Sentence, sentence, written
from app.lang.texts import say_in


def told(code: str, language: str = "en", **facts: object) -> Sentence:
    return sentence(code, facts, say_in(language), formats_in(language))


def test_a_sentence_says_what_happened_why_and_what_to_do() -> None:
    found = told("invoices.no-lines")

    assert found == Sentence(
        "The invoice has nothing to charge.",
        "It needs at least one line with a quantity or a price.",
        "Add a line.",
    )
    assert str(found).endswith("price. Add a line.")


def test_a_moment_is_written_as_the_reader_s_clock_shows_it() -> None:
    text = written("at", {"at": "2026-03-10T09:30:00+00:00"}, say_in("fi"), formats_in("fi"))

    assert text.startswith("10.3.2026 ")


def test_a_code_without_a_sentence_is_named() -> None:
    assert "made.up" in told("made.up").what


@pytest.mark.parametrize(
    ("name", "fact", "text"),
    [
        ("due_on", "2026-03-10", "10.3.2026"),
        ("due_on", date(2026, 3, 10), "10.3.2026"),
        ("at", "2026-13-10T09:30:00+00:00", "2026-13-10T09:30:00+00:00"),
        ("difference", "-2.5", "−2,5"),
        ("since", None, "ei tiedossa"),
        ("name", "", "ei tiedossa"),
        ("place", "/home" + "/x" * 40, "…" + "/x" * 40),
        ("amount", "1234.5", "1\u00a0234,50\u00a0€"),
        ("amount", Money(-5, "EUR"), "−0,05\u00a0€"),
        ("most", str(Money(154616, "EUR")), "1\u00a0546,16\u00a0€"),
        ("most", str(Money(-5, "JPY")), "−5\u00a0¥"),
        ("percent", "150.00", "150\u00a0%"),
        ("value", "0.1234567", "0,1234567"),
        ("places", 6, "6"),
        ("value", Decimal("1E+30"), "1" + 10 * "\u00a0000"),
        ("value", "NaN", "NaN"),
        ("value", "1E+99999", "1E+99999"),
        ("number", "INV-2026-00001", "INV-2026-00001"),
        ("postcode", "00100", "00100"),
        ("day", "never", "never"),
        ("due_on", "2026-02-31", "2026-02-31"),
        ("use", AccountUse.BANK, "pankki"),
        ("use", "bank", "pankki"),
        ("rows", (1, 2), "1, 2"),
        ("name", "x" * 200, "x" * 80 + "…"),
    ],
)
def test_facts_are_written_as_the_reader_writes_them(name: str, fact: object, text: str) -> None:
    facts = {name: fact, "currency": "EUR"}

    assert written(name, facts, say_in("fi"), formats_in("fi")) == text


def test_a_moment_is_told_in_the_time_of_the_clerk() -> None:
    moment = datetime(2026, 3, 10, 8, 5, tzinfo=UTC)

    text = written("since", {"since": moment}, say_in("fi"), formats_in("fi"))

    assert text == formats_in("fi").instant(moment.astimezone())


def test_the_reason_in_the_facts_chooses_the_sentence() -> None:
    network = told("place.unsafe", because="network", place="/mnt/x")
    other = told("place.unsafe", because="moon", place="/mnt/x")

    assert "network" in network.why and "network" not in other.why
    assert told("office.read-only", why="reader").why == "It was opened that way."


def test_the_sentence_speaks_the_language_of_the_reader() -> None:
    found = told("invoices.due-before-issue", "th", due_on="2026-03-09", issued_on="2026-03-10")

    assert "09/03/2569" in found.what and "due" not in found.what
