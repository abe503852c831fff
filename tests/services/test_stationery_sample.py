"""The sample letter shows a stationery that is tried out, before it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.admin.stationery import Stationery
from app.domain.shared.refusals import Invalid
from app.services import signatories, stationery
from app.services.office import Office
from app.services.stationery_sample import sample, signed
from tests.documents.reading import page_texts


def test_the_sample_has_a_first_a_following_and_a_last_page(office: Office) -> None:
    pages = page_texts(office.ask(sample, Stationery()))

    assert len(pages) >= 3


def test_what_is_tried_out_is_shown_and_not_kept(office: Office) -> None:
    kept = office.ask(stationery.stationery)
    tried = replace(kept, layout="us", foot_mm=60)

    assert office.ask(sample, tried) != office.ask(sample, kept)
    assert office.ask(stationery.stationery) == kept


def test_what_cannot_be_is_refused(office: Office) -> None:
    with pytest.raises(Invalid):
        office.ask(sample, Stationery(top_mm=900))


@pytest.mark.parametrize("layout", ["", "sfs2487", "din5008", "us", "th"])
def test_a_signatory_signs_a_short_letter_of_every_custom(office: Office, layout: str) -> None:
    anna = office.do(signatories.add, "Anna Virta", "Toimitusjohtaja").result

    (page,) = page_texts(office.ask(signed, anna.id, layout))

    assert "Anna Virta" in page
    assert "Toimitusjohtaja" in page


def test_nobody_signs_by_a_custom_that_does_not_exist(office: Office) -> None:
    anna = office.do(signatories.add, "Anna Virta").result

    with pytest.raises(Invalid):
        office.ask(signed, anna.id, "klingon")
