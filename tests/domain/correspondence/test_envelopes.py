from __future__ import annotations

import pytest

from app.domain.correspondence.envelopes import ENVELOPES, envelope, usual


def test_an_envelope_is_known_by_its_code() -> None:
    assert (envelope("c5"), envelope("b4")) == (ENVELOPES[2], None)


@pytest.mark.parametrize(("country", "first"), [("FI", "dl"), ("US", "10"), ("TH", "dl")])
def test_the_usual_envelope_of_a_country_comes_first(country: str, first: str) -> None:
    found = usual(country)

    assert found[0].code == first
    assert set(found) == set(ENVELOPES)
