"""The columns of our own tables have words in every language."""

from __future__ import annotations

import pytest

from app.domain.contacts.columns import HEADINGS as CONTACT_HEADINGS
from app.domain.products.columns import HEADINGS as PRODUCT_HEADINGS
from app.domain.shared.imports import fields_of
from app.lang.headings import CONTACTS, PRODUCTS, headings_in, known_headings
from app.lang.texts import LANGUAGES


def test_every_column_that_is_read_has_a_word() -> None:
    assert CONTACTS.keys() == CONTACT_HEADINGS.keys()
    assert PRODUCTS.keys() == PRODUCT_HEADINGS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fields", [CONTACTS, PRODUCTS])
def test_a_heading_leads_back_to_its_column(fields: dict[str, str], language: str) -> None:
    spoken = headings_in(fields, language)

    assert fields_of(tuple(spoken.values()), known_headings(fields)) == tuple(fields)
