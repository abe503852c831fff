"""The sample company has templates in four languages, snippets, lists and a mailing that waits."""

from __future__ import annotations

import pytest

from app.outside.clock import FixedClock
from app.services import letter_shelves, mailing_lists, merge_runs, snippets, templates, welcome
from app.services.demo_mailings import parted
from app.services.permissions import Actor
from tests.builders import TODAY
from tests.databases import Samples


def test_lines_are_parted_by_empty_ones() -> None:
    assert list(parted(("Dear", "Bye"))) == ["Dear", "", "Bye"]
    assert list(parted(())) == []


@pytest.mark.parametrize("country", ["FI", "TH"])
def test_the_sample_has_what_a_mailing_needs(sample_of: Samples, country: str) -> None:
    office = welcome.open_office(sample_of(country), FixedClock(TODAY), Actor("Aino"))
    try:
        kept = office.ask(templates.templates)
        assert [len(one.texts) for one in kept].count(4) == 3
        assert len(office.ask(snippets.snippets)) == 4
        assert len(office.ask(mailing_lists.lists)) == 2
        (row,) = office.ask(merge_runs.runs)
        assert row.ready > 1
        assert office.ask(merge_runs.preview, row.run.id, 0).startswith(b"%PDF")
        opened = office.ask(letter_shelves.template, kept[0].id)
        sample = office.ask(letter_shelves.sample, opened.form, "de", None)
        assert sample.pdf.startswith(b"%PDF")
    finally:
        office.close()
