"""A picture is kept as we drew it anew: nothing else of the file comes in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image

import app.services
from app.services import (
    admin,
    fresh_pictures,
    letter_pictures,
    photos,
    products,
    signatories,
)
from app.services.door import doorways
from app.services.fresh_pictures import LARGEST_SIDE, drawn, fresh
from app.services.office import Office
from app.services.permissions import name_of
from app.storage.database import Database
from app.storage.unit import Unit
from tests import foreign
from tests.employing import hire
from tests.order_desk import an_ordering_office

SERVICES = Path(app.services.__path__[0])
PICTURE = foreign.a_picture(Image.new("RGB", (30, 20), "#123456"))


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


def opened(content: bytes | None) -> Image.Image:
    assert content is not None
    return Image.open(BytesIO(content))


def test_a_picture_keeps_its_dots_and_loses_what_was_hidden_in_it() -> None:
    hidden = Image.Exif()
    hidden[ExifTags.Base.Orientation] = 6
    hidden[ExifTags.Base.Make] = "SECRET MAKER"
    out = BytesIO()
    Image.new("RGB", (40, 20), "#123456").save(out, "JPEG", exif=hidden, comment=b"SECRET")

    found = fresh(out.getvalue() + b"SECRET TRAILER")

    assert opened(found).size == (20, 40)
    assert b"SECRET" not in (found or b"")


def test_what_is_seen_through_stays_so_and_a_huge_picture_becomes_smaller() -> None:
    clear = foreign.a_picture(Image.new("RGBA", (5000, 10), (1, 2, 3, 0)))

    found = opened(fresh(clear))

    assert (found.mode, found.size[0]) == ("RGBA", LARGEST_SIDE)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nxx", b"\xff\xd8\xff"])
def test_what_is_no_picture_that_papers_show_is_none(content: bytes) -> None:
    assert fresh(content) is None


def test_a_bomb_is_none() -> None:
    assert fresh(foreign.a_picture_bomb()) is None


def test_no_picture_is_drawn_while_a_transaction_is_open(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = office.database
    person, signatory = hire(office), office.do(signatories.add, "Maija").result
    path = tmp_path / "map.png"
    path.write_bytes(PICTURE)
    watched = Watched(database)
    monkeypatch.setattr(database, "write", watched.write)
    monkeypatch.setattr(fresh_pictures, "apart", watched.apart)

    office.do(products.keep_picture, PICTURE)
    office.do(letter_pictures.keep, PICTURE)
    office.do(letter_pictures.keep_file, path)
    office.do(admin.change_logo, PICTURE)
    office.do(signatories.change_picture, signatory.id, PICTURE)
    office.do(photos.put, person.id, person.version, picture=PICTURE)

    assert watched.open_when_drawn == [False] * 6


def test_a_picture_is_drawn_in_the_transaction_only_where_nobody_drew_it_before() -> None:
    assert drawn(None, bytes.upper, b"a") == b"A"
    assert drawn(b"drawn before", bytes.upper, b"a") == b"drawn before"
    assert drawn(b"", bytes.upper, b"a") == b""


def test_whoever_draws_pictures_does_it_before_the_transaction() -> None:
    users = {
        path.stem for path in SERVICES.glob("*.py") if ".fresh_pictures" in path.read_text("utf-8")
    }
    drawing = {
        name_of(way.function).partition(".")[0] for way in doorways() if way.mark.before is not None
    }

    assert users - {"stationery"} == drawing


class Watched:
    """A database that says whether it was being written to when a picture was drawn."""

    def __init__(self, database: Database) -> None:
        self._write = database.write
        self._open = 0
        self.open_when_drawn: list[bool] = []

    @contextmanager
    def write(self, rights: frozenset[str] | None = None) -> Iterator[Unit]:
        with self._write(rights) as unit:
            self._open += 1
            try:
                yield unit
            finally:
                self._open -= 1

    def apart(self, _work: object, content: bytes, *_: object, **__: object) -> str:
        self.open_when_drawn.append(self._open > 0)
        return b64encode(content).decode()
