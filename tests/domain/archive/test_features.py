"""By what a document is recognised: marks, names, words and looks, each as it is written."""

from __future__ import annotations

from app.domain.archive.clues.finding import clues_in
from app.domain.archive.features import (
    AMOUNT,
    MARK,
    MOST_WORDS,
    NAME,
    PAPER,
    TITLE,
    WORD,
    Features,
    Looks,
    features_of,
    sender_feature,
    words_in,
)
from app.domain.shared.money import Money

TEXT = "Aallon Energia Oy\nLASKU\nSähköenergia 412 kWh\ninfo@aalto.fi\nMaksettava 125,50 €"


def features(text: str = TEXT, **looks: Money) -> Features:
    return features_of(
        Looks("Scan", "INV-2026-0042.pdf", "application/pdf", **looks), (text,), clues_in((text,))
    )


def test_marks_name_and_words_are_kept_apart_and_shown_as_written() -> None:
    found = features()

    assert found.of(MARK) == (f"{MARK}info@aalto.fi", f"{MARK}aalto.fi")
    assert len(found.of(NAME)) == 2
    assert found.shown[found.of(NAME)[0]] == "Aallon Energia Oy"
    assert f"{WORD}sähköenergia" in found.all
    assert found.shown[f"{WORD}kwh"] == "kWh"
    assert found.of(PAPER) == (f"{PAPER}bill",)


def test_a_name_is_recognised_by_its_shape_and_an_amount_by_itself() -> None:
    assert features().of(TITLE) == (f"{TITLE}inv-9999-9999.pdf",)
    assert features(amount=Money(85000, "EUR")).of(AMOUNT) == (f"{AMOUNT}850.00 EUR",)
    assert features().of(AMOUNT) == (f"{AMOUNT}125.50 EUR",)


def test_figures_and_words_that_stand_everywhere_tell_nothing() -> None:
    assert list(words_in(("The kWh of 2026 ja sähkö ค่าไฟฟ้า ของ",))) == ["kWh", "sähkö", "ค่าไฟฟ้า"]


def test_no_document_has_more_words_than_are_counted() -> None:
    many = " ".join(f"word{chr(97 + a)}{chr(97 + b)}" for a in range(20) for b in range(20))

    assert len(features(many).of(WORD)) == MOST_WORDS


def test_a_sender_is_a_feature_of_its_documents() -> None:
    assert sender_feature(5) == "s:5"
