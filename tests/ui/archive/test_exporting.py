from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.archive.record import Record
from app.services.office import Office
from app.ui.archive.exporting import export_to
from app.ui.kit.shell import Note, Shell


def test_the_archive_lies_in_a_folder_of_its_own(
    qtbot: QtBot, shell: Shell, filed: dict[str, Record], tmp_path: Path
) -> None:
    said: list[Note] = []
    shell.noted.connect(said.append)
    place = tmp_path / "place"
    place.mkdir()

    export_to(shell, place)

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    (folder,) = place.iterdir()
    assert (folder / "index.html").is_file()
    assert said[0].text.startswith("4 documents exported to Archive 2026-03-10")


def test_the_audit_knows_that_a_copy_leaves_the_office(
    qtbot: QtBot, shell: Shell, office: Office, filed: dict[str, Record], tmp_path: Path
) -> None:
    said: list[Note] = []
    shell.noted.connect(said.append)
    before = count(office)

    export_to(shell, tmp_path)

    qtbot.waitUntil(lambda: bool(said) and count(office) == before + 1, timeout=20_000)


def count(office: Office) -> int:
    """Return how many deeds the audit knows."""
    with office.database.read() as unit:
        return unit.audit.count()
