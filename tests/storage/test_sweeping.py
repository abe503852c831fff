"""Bytes that nobody refers to are swept after a while; everything else stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.admin.company import Company
from app.domain.archive.record import Filing
from app.domain.correspondence.body import Body, Condition, Image, Passage
from app.domain.correspondence.template import Snippet, SnippetText, Template, TemplateText
from app.domain.shared.ids import SnippetId, TemplateId
from app.storage.archive import archive_file
from app.storage.checks import check
from app.storage.contents import Missing
from app.storage.copying import OnAServer
from app.storage.database import Database
from app.storage.deeds import Deed
from app.storage.imports import import_run
from app.storage.offices import open_office
from app.storage.passwords import file_password
from app.storage.pictured import NAMED
from app.storage.receiving import intake_taken
from app.storage.sweeping import REFERENCES, sweep
from app.storage.types import metadata
from tests.builders import a_product
from tests.databases import on_postgresql, on_sqlite
from tests.domain.correspondence.letters import an_outgoing
from tests.storage.letters import ANNA, furnish

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
PNG = "image/png"


def tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)


@on_sqlite
def test_only_what_nobody_refers_to_is_swept(database: Database) -> None:
    with database.write() as unit:
        logo, image, lost = (unit.contents.put((name,)).sha256 for name in (b"l", b"i", b"x"))
        unit.company.add(replace(Company("Lumo", "FI", "EUR", "fi"), logo=logo))
        unit.products.add(a_product(image=image), AT)
        record = unit.archive.add(Filing("a.png", PNG), (b"filed",), AT)
        unit.audit.record(Deed(AT, "Anna", "archive.file", []), unit.changes)

    swept = sweep(database, tomorrow())

    with database.read() as unit:
        kept = [b"".join(unit.contents.get(name)) for name in (logo, image, record.sha256)]
        with pytest.raises(Missing):
            list(unit.contents.get(lost))
    assert (swept, kept) == (1, [b"l", b"i", b"filed"])
    assert check(database) == ()


@on_sqlite
def test_pictures_in_letters_templates_and_snippets_stay(database: Database) -> None:
    furnish(database)
    with database.write() as unit:
        names = [unit.contents.put((bytes([at]),)).sha256 for at in range(5)]
        bodies = [Body((Image(name, 20),)) for name in names]
        unit.letters_out.add(an_outgoing(body=bodies[0]))
        text = TemplateText(
            "fi", "Kuva", Body((Passage(Condition("today"), (Image(names[1], 9),)),))
        )
        unit.templates.add(Template(TemplateId(1), 1, "Kuva", (text,)))
        unit.snippets.add(Snippet(SnippetId(1), 1, "kuva", (SnippetText("fi", bodies[2]),)))
        unit.signatories.save(ANNA, replace(ANNA, version=2, picture=names[3]))

    swept = sweep(database, tomorrow())

    with database.read() as unit:
        assert swept == 1
        assert [b"".join(unit.contents.get(name)) for name in names[:4]] == [
            bytes([at]) for at in range(4)
        ]


@on_sqlite
def test_what_is_young_may_still_be_referred_to(database: Database) -> None:
    with database.read() as unit:
        young = unit.contents.put((b"x",)).sha256

    assert sweep(database, datetime.now(UTC) - timedelta(days=7)) == 0

    with database.read() as unit:
        assert list(unit.contents.get(young)) == [b"x"]


def test_after_a_sweep_the_archive_is_guarded_as_before(folder: Path) -> None:
    office = open_office(folder)
    with office.read() as unit:
        unit.contents.put((b"x",))
    sweep(office, tomorrow())
    with office.contents.writing() as connection:
        guards = connection.exec_driver_sql(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        ).scalar()
    office.close()

    assert guards == 6


@on_postgresql
def test_a_server_is_not_swept(database: Database) -> None:
    with pytest.raises(OnAServer):
        sweep(database, tomorrow())


def test_every_column_that_names_bytes_is_known() -> None:
    only_a_fingerprint = {import_run.c.sha256, intake_taken.c.sha256, file_password.c.sha256}
    named = {
        column
        for table in metadata.tables.values()
        for column in table.columns
        if column.name in {"sha256", "image", "logo", "picture", "content"}
    }

    open_files = archive_file.c.sha256
    assert named - only_a_fingerprint == {*REFERENCES, *NAMED, open_files}
