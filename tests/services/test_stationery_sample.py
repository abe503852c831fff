"""The sample letter shows a stationery that is tried out, before it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.admin.stationery import Stationery
from app.domain.shared.refusals import Invalid
from app.services import stationery
from app.services.office import Office
from app.services.stationery_sample import sample
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
