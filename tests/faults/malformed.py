"""Malformed files of every family: refused with a sentence, at once, in little room."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import NamedTuple
from unittest.mock import patch

from app.domain.shared.refusals import OfficeError
from app.formats import (
    handed,
    mails,
    messages,
    order_files,
    pages,
    rates,
    stationery,
    tables,
)
from app.formats.einvoices import reading
from app.formats.reading.drawn_pdf import DrawnPdf, Sheet
from app.formats.reading.drawn_picture import drawn_picture, redrawn
from app.formats.reading.files import open_file
from app.outside import preferences
from app.storage.backup_manifests import MANIFEST, read_manifest
from app.storage.keys import read_keys
from app.storage.place import KEYS
from app.storage.platform import bound_process
from tests.faults.seeds import SEEDS, TOKENS
from tests.faults.table import Row
from tests.faults.work import Verdict
from tests.faults.workers import Site

FAULT = "malformed"
SEED = 686_56
SECONDS, MEGABYTES, CPU_SECONDS = 5, 512, 3600
MOST_BLOWS = 4
PATIENCE = 60.0
"""So many seconds may pass between two answers on a machine with other work."""

Read = Callable[[bytes], object]


class TooLong(Exception):
    """A file took longer than a reader may take."""


class Answer(NamedTuple):
    """What became of one file: how often one was read so far, and what was wrong."""

    number: int
    wrong: str


def malformed(where: Site, files: int, only: str = "") -> Iterator[Row]:
    """Read so many malformed files of each family."""
    for family, read in FAMILIES.items():
        if only in family:
            yield spoilt(family, read, files)


def spoilt(family: str, read: Read, files: int) -> Row:
    """Let a bounded process read malformed files; one that dies is begun anew after the file."""
    began, row, number = time.monotonic(), Row(FAULT, family), 0
    while number < files:
        for answer in _answers(family, read, number, files):
            row = row.with_run(Verdict(), answer.wrong)
            number = answer.number + 1
    return replace(row, seconds=time.monotonic() - began)


def _answers(family: str, read: Read, first: int, files: int) -> Iterator[Answer]:
    here, there = multiprocessing.Pipe(duplex=False)
    beginning = multiprocessing.get_context("fork")
    process = beginning.Process(target=_reading, args=(there, family, read, first, files))
    process.start()
    there.close()
    number = first
    try:
        while here.poll(PATIENCE):
            number, wrong = here.recv()
            yield Answer(number, wrong)
            number += 1
        yield Answer(number, f"{number}: no answer")
    except EOFError:
        if number < files:
            yield Answer(number, f"{number}: the process ended")
    finally:
        process.kill()
        process.join()
        here.close()


def _reading(
    there: Connection[object, object], family: str, read: Read, first: int, files: int
) -> None:
    bound_process(MEGABYTES, CPU_SECONDS)
    signal.signal(signal.SIGALRM, _too_long)
    for number in range(first, files):
        there.send((number, _tried(read, spoiled(family, number), number)))


def _tried(read: Read, content: bytes, number: int) -> str:
    """Return what is wrong with how a file was read, or nothing."""
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        read(content)
    except OfficeError:
        return ""
    except Exception as error:  # noqa: BLE001  what is not refused is what is looked for
        return f"{number}: {type(error).__name__}: {error}"[:200]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return ""


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong


def spoiled(family: str, number: int) -> bytes:
    """Return the n-th malformed file of a family: always the same."""
    chance = random.Random(f"{SEED} {family} {number}")  # noqa: S311  the same files every time
    seeds = SEEDS[family]()
    content = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, MOST_BLOWS)):
        _strike(content, chance, seeds)
    return bytes(content)


def _strike(content: bytearray, chance: random.Random, seeds: Sequence[bytes]) -> None:
    """Spoil a file in one of the ways in which files are spoilt."""
    at = chance.randrange(len(content) + 1)
    size = min(len(content) - at, int(chance.expovariate(1 / 24)) + 1)
    match chance.randrange(7):
        case 0:
            del content[at:]
        case 1:
            del content[at : at + size]
        case 2:
            content[at:at] = content[at : at + size] * chance.randint(1, 40)
        case 3:
            content[at : at + size] = chance.randbytes(size)
        case 4:
            content[at : at + size] = chance.choice(TOKENS)
        case 5 if at < len(content):
            content[at] ^= 1 << chance.randrange(8)
        case _:
            other = chance.choice(seeds)
            start = chance.randrange(len(other) + 1)
            content[at:] = other[start:]


def _table(content: bytes) -> object:
    return tables.read_content(content, {})


def _einvoice(content: bytes) -> object:
    return reading.read_file(content, "application/xml", "bill.xml")


def _pages(name: str, content: bytes) -> object:
    found = open_file(name, content)
    return [found.page(number).text for number in range(min(found.count, 3))]


def _attached(content: bytes) -> object:
    return reading.read_file(content, "application/pdf", "bill.pdf")


def _rates(content: bytes) -> object:
    return rates.rates_in(content, "THB", "file")


def _looked_at(content: bytes) -> object:
    file = DrawnPdf(content)
    try:
        return file.draw(0, (595, 842), (0, 0, 595, 842), Sheet()), file.read(0)
    finally:
        file.close()


def _picture(content: bytes) -> object:
    return drawn_picture(content), _pages("a.png", content), redrawn(content, 1600)


def _stack(content: bytes) -> object:
    return pages.looked(content, "application/pdf")


def _stationery(content: bytes) -> object:
    return stationery.fit(content, 3)


def _preferences(content: bytes) -> object:
    with TemporaryDirectory() as folder:
        (Path(folder) / preferences.FILE).write_bytes(content)
        with patch.dict(os.environ, {preferences.FOLDER: folder}):
            return preferences.read()


def _mail(content: bytes) -> object:
    return mails.parts_of(content), messages.message_of(content)


def _orders(content: bytes) -> object:
    return order_files.read_orders([("order.xml", content)])


def _handed(content: bytes) -> object:
    return list(handed.read(content.splitlines(keepends=True)))


def _keys(content: bytes) -> object:
    with TemporaryDirectory() as folder:
        (Path(folder) / KEYS).write_bytes(content)
        return read_keys(Path(folder) / KEYS, "secret", "Anna")


def _backup(content: bytes) -> object:
    with TemporaryDirectory() as folder:
        (Path(folder) / MANIFEST).write_bytes(content)
        return read_manifest(Path(folder))


FAMILIES: dict[str, Read] = {
    "csv": _table,
    "xlsx": _table,
    "e-invoice": _einvoice,
    "ubl": _einvoice,
    "cii": _einvoice,
    "factur-x": _attached,
    "rates": _rates,
    "viewer": _looked_at,
    "picture": _picture,
    "stack": _stack,
    "stationery": _stationery,
    "preferences": _preferences,
    "order": _orders,
    "eml": _mail,
    "msg": partial(_pages, "a.msg"),
    "pdf": partial(_pages, "a.pdf"),
    "zip": partial(_pages, "a.docx"),
    "archive": _handed,
    "keys": _keys,
    "backup": _backup,
}
