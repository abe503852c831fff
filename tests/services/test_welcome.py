"""An office begins: it is created whole or not at all, opened, and never overwritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.company import Company
from app.outside.clock import FixedClock
from app.services import admin, welcome
from app.services.permissions import Actor
from app.services.welcome import NewOffice, NotTheSample
from app.storage.place import Exists

CLOCK = FixedClock(date(2026, 3, 10))
ANNA = Actor("Anna")
NEW = NewOffice("Lumo & Suoni Oy", "FI", "fi")


def test_four_countries_can_be_chosen_finland_first() -> None:
    assert [one.code for one in welcome.countries()] == ["FI", "TH", "DE", "US"]


def test_a_new_office_is_ready_for_its_first_invoice(tmp_path: Path) -> None:
    office = welcome.create(tmp_path / "Lumo.backdesk", NEW, CLOCK, ANNA)

    company = office.ask(admin.company)
    assert (company.name, company.currency, company.terms_days) == ("Lumo & Suoni Oy", "EUR", 14)
    office.close()


def test_an_office_opens_again_as_it_was_left(tmp_path: Path) -> None:
    path = tmp_path / "Lumo.backdesk"
    welcome.create(path, NEW, CLOCK, ANNA).close()

    office = welcome.open_office(path, CLOCK, ANNA)

    assert office.ask(admin.company).name == "Lumo & Suoni Oy"
    office.close()


def test_what_exists_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "Lumo.backdesk"
    welcome.create(path, NEW, CLOCK, ANNA).close()

    with pytest.raises(Exists):
        welcome.create(path, NewOffice("Other", "TH", "th"), CLOCK, ANNA)

    office = welcome.open_office(path, CLOCK, ANNA)
    assert office.ask(admin.company).name == "Lumo & Suoni Oy"
    office.close()


def test_only_the_sample_company_is_removed(tmp_path: Path) -> None:
    real, sample = tmp_path / "Real.backdesk", tmp_path / "Sample.backdesk"
    welcome.create(real, NEW, CLOCK, ANNA).close()
    company = Company("Sample", "FI", "EUR", "fi", is_sample=True)
    welcome.create_for(sample, company, CLOCK, ANNA).close()

    welcome.remove_sample(sample, CLOCK, ANNA)
    with pytest.raises(NotTheSample):
        welcome.remove_sample(real, CLOCK, ANNA)

    assert real.exists()
    assert not sample.exists()


@given(st.text(max_size=120))
def test_every_name_gives_a_folder_that_every_system_allows(name: str) -> None:
    folder = welcome.place_for(name, Path("here")).name

    assert folder.endswith(".backdesk")
    assert not set('<>:"/\\|?*') & set(folder)
    assert len(folder) <= 100
    assert folder.removesuffix(".backdesk").strip(" .")
