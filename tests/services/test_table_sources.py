"""Tables are read from files and from what was pasted, and known again by their headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared.imports import ImportKind, NotTheSameFile, Plan, Source
from app.formats.tables import NoSuchFile
from app.services.table_sources import (
    header_of,
    is_heading,
    name_of,
    outline,
    signature,
    table_at,
    table_of,
)

ROWS = b"Name;Town\nAamu;Tampere;x\n"


def test_a_table_is_the_same_from_a_file_and_pasted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(ROWS)

    table = table_at(Source(path))

    assert table == table_at(Source(), ROWS)
    assert header_of(table) == ("Name", "Town", "")
    assert (name_of(Source(path)), name_of(Source())) == ("a.csv", "pasted")
    plan = Plan(ImportKind.CONTACTS, Source(path), ("name", "town", ""), sha256=table.sha256)
    assert outline(plan, table).sample == (("Aamu", "Tampere", "x"),)


def test_a_plan_holds_for_the_content_it_was_made_for_alone(tmp_path: Path) -> None:
    plan = Plan(ImportKind.CONTACTS, Source(), (), sha256=table_at(Source(), ROWS).sha256)

    assert table_of(plan, ROWS).rows
    with pytest.raises(NotTheSameFile):
        table_of(plan, ROWS + b"more;rows")
    with pytest.raises(NoSuchFile):
        table_at(Source(tmp_path / "none.csv"))


def test_headings_are_known_by_their_letters_alone() -> None:
    assert signature(("E-mail ", "NÄME", "")) == signature(("email", "name"))
    assert is_heading(("Name", "Town"))
    assert not is_heading(("Aamu", "33100"))
