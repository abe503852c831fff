from __future__ import annotations

from app.domain.correspondence.fields import FIELDS


def test_every_field_is_there_once_and_says_whose_it_is() -> None:
    assert len(set(FIELDS)) == len(FIELDS)
    assert all("." in field for field in FIELDS)
