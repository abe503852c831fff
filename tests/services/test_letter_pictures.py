"""Pictures in letters are kept once, and only what letters can show."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from app.services import letter_pictures
from app.services.letter_pictures import LARGEST, NotAPicture
from app.services.office import Office
from app.storage.database import Database
from tests.services.letters import an_office


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def a_png() -> bytes:
    out = BytesIO()
    Pillow.new("RGB", (4, 3), "red").save(out, "PNG")
    return out.getvalue()


def test_a_picture_is_given_back_by_its_contents(office: Office) -> None:
    image = office.do(letter_pictures.keep, a_png(), "Logo").result

    found = office.ask(letter_pictures.contents, (image.sha256, "0" * 64))

    assert found == {image.sha256: a_png()}
    assert image.text == "Logo"


def test_a_file_is_kept_under_its_name(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "Map of Tampere.png"
    path.write_bytes(a_png())

    assert office.do(letter_pictures.keep_file, path).result.text == "Map of Tampere"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n" + b"x" * LARGEST])
def test_what_letters_cannot_show_is_refused(office: Office, content: bytes) -> None:
    with pytest.raises(NotAPicture):
        office.do(letter_pictures.keep, content)


def test_a_file_that_is_not_there_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotAPicture):
        office.do(letter_pictures.keep_file, tmp_path / "gone.png")
