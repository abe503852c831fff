"""What tests of erasure share: a person of canaries, and the looking for them everywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import inspect, text

from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Kind, Point, PointKind
from app.domain.contacts.form import ContactForm
from app.storage.database import Database
from app.storage.place import PAGES

NAME, STREET, MAIL, PHONE = "Quokkanen Zyx", "Wombatinkuja", "zyxq@quokka", "+358409990001"
NOTE = "Xylofonisti"
CANARIES = (NAME, "Quokkanen", STREET, MAIL, PHONE, "9990001", NOTE, "FI2112345600000785")
FORM = ContactForm(
    NAME,
    kind=Kind.PERSON,
    addresses=(Address(f"{STREET} 7", postcode="33100", town="Tampere", country="FI"),),
    points=(Point(PointKind.EMAIL, f"{MAIL}.example"), Point(PointKind.PHONE, PHONE)),
    accounts=(BankAccount("FI2112345600000785"),),
    note=NOTE,
)


SALT, RESERVED = 16, 80
"""The salt at the beginning of a file; the vector and the proof at the end of each page."""


def found_in_rows(database: Database, canaries: Collection[str] = CANARIES) -> list[str]:
    """Return each table in which a canary stands, of both databases and all their indexes."""
    found = []
    for engine in (database.rows.reader, database.documents.reader):
        with engine.connect() as connection:
            for table in inspect(connection).get_table_names():
                rows = connection.execute(text(f'SELECT * FROM "{table}"'))  # noqa: S608  ours
                told = "\n".join(map(str, rows)).casefold()
                found += [f"{table}: {one}" for one in canaries if one.casefold() in told]
    return found


def found_in_pages(folder: Path, key: bytes, canaries: Collection[str] = CANARIES) -> list[str]:
    """Return each file in whose pages, free ones too, a canary stands when they are decrypted."""
    found = []
    for name in ("office.db", "archive.db"):
        pages = b"".join(_pages(folder / name, key)).lower()
        found += [f"{name}: {one}" for one in canaries if one.lower().encode() in pages]
    return found


def _pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Yield every page of a SQLCipher file decrypted, whether anything refers to it or not."""
    size, raw = PAGES[path.name], path.read_bytes()
    for start in range(0, len(raw), size):
        page = raw[start : start + size]
        body, vector = page[SALT if start == 0 else 0 : -RESERVED], page[-RESERVED:][:SALT]
        cipher = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
        yield cipher.update(body) + cipher.finalize()
