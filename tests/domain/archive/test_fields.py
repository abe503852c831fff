"""Fields are named in every language, without case and accents."""

from __future__ import annotations

from app.domain.archive.fields import FIELDS, SCALES, Field, plain_name


def test_fields_have_names_in_three_languages() -> None:
    names = ("From", "Lähettäjä", "จาก")

    assert {FIELDS[plain_name(name)] for name in names} == {Field.SENDER}
    assert set(FIELDS.values()) == set(Field) - {Field.ANY, Field.OWN}
    assert set(SCALES) < set(Field)


def test_a_name_of_several_words_is_written_in_one() -> None:
    assert plain_name("Huoneen Numero") == "huoneen-numero"
