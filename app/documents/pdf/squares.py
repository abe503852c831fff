"""Squares: QR codes of bytes under mask 0 (ISO/IEC 18004), all the bits of a step at once.

What a version always shows is asked of segno once; then a code is whole numbers and one look-up.
Bit by bit, as segno draws each code anew, it took longer than the rest of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import product, zip_longest
from operator import itemgetter
from typing import Any

import segno
from segno import consts

BYTES = 4
"""The mode in which each sign is eight bits."""
FEW = 9
"""Up to this version the number of signs is told in eight bits, above in sixteen."""
LARGEST = 40
TIMING = 6
"""The line and the column of alternating modules."""
WITH_VERSION = 7
"""The first version that says its number in the code."""
_SHORTER = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
"""What consists of these alone is written shorter than in bytes."""


def is_of_bytes(content: bytes) -> bool:
    """Say whether a text is written as bytes: not in a shorter way, nor as signs of Japan."""
    return content[0] < 0x80 and not _SHORTER.issuperset(content)


def square(content: bytes) -> tuple[int, int]:
    """Return the modules of a code of level M as bits of a number, and its version.

    Raises segno.DataOverflowError for more than a code holds.
    """
    version = _version_of(len(content))
    blocks = _blocks(version)
    words = _words(content, version, sum(held for held, _kept in blocks))
    data, parity, at = [], [], 0
    for held, kept in blocks:
        block, at = words[at : at + held], at + held
        data.append(block)
        parity.append(_parity(block, kept))
    placed = bytes((*_woven(data), *_woven(parity)))
    bits = f"{int.from_bytes(placed, 'big'):0{8 * len(placed)}b}"
    fixed, places = _template(version)
    spread: tuple[str, ...] = places(bits.ljust(_room(version), "0") + "0")
    return fixed ^ int("".join(spread), 2), version


def _version_of(count: int) -> int:
    """Return the smallest version that holds so many bytes."""
    for version in range(1, LARGEST + 1):
        room = sum(held for held, _kept in _blocks(version))
        if count + (2 if version <= FEW else 3) <= room:
            return version
    raise segno.DataOverflowError(count)


def _words(content: bytes, version: int, room: int) -> bytes:
    """Return the words of a text: its mode, its length, itself, and what fills the rest.

    Like segno, we leave one word empty before.
    """
    size = 8 if version <= FEW else 16
    told = (BYTES << size | len(content)) << 8 * len(content) | int.from_bytes(content, "big")
    begun = (told << 4).to_bytes(len(content) + (size + 8) // 8, "big")
    return (begun + b"\0" + b"\xec\x11" * room)[:room]


def _woven(blocks: Sequence[bytes]) -> Iterator[int]:
    """Yield the first word of each block, then the second of each, and so on."""
    for rank in zip_longest(*blocks):
        yield from (word for word in rank if word is not None)


def _parity(block: bytes, kept: int) -> bytes:
    """Return the words by which errors in a block are mended: what division leaves over."""
    table, high = _multiples(kept), 8 * (kept - 1)
    mask, rest = (1 << high) - 1, 0
    for word in block:
        rest = (rest & mask) << 8 ^ table[word ^ rest >> high]
    return rest.to_bytes(kept, "big")


@cache
def _multiples(kept: int) -> tuple[int, ...]:
    """Return each multiple of the polynomial that leaves so many words, but for its first one."""
    powers, logs = _field()
    divisor = [1]
    for at in range(kept):
        raised = (*divisor, 0)
        shifted = (0, *(powers[(logs[one] + at) % 255] if one else 0 for one in divisor))
        divisor = [one ^ other for one, other in zip(raised, shifted, strict=True)]
    found = [0]
    for factor in range(1, 256):
        row = (powers[(logs[one] + logs[factor]) % 255] if one else 0 for one in divisor[1:])
        found.append(int.from_bytes(bytes(row), "big"))
    return tuple(found)


@cache
def _field() -> tuple[list[int], dict[int, int]]:
    """Return the powers of two in the field of 256 numbers, and of which power each is."""
    powers, one = [], 1
    for _ in range(255):
        powers.append(one)
        one = one << 1 ^ (0x11D if one & 0x80 else 0)
    return powers, {power: at for at, power in enumerate(powers)}


@cache
def _blocks(version: int) -> tuple[tuple[int, int], ...]:
    """Return the blocks of a version at level M: how many words each holds, and how many mend."""
    known: Any = consts.ECC
    rules = known[version][consts.ERROR_LEVEL_M]
    return tuple(
        (one.num_data, one.num_total - one.num_data) for one in rules for _ in range(one.num_blocks)
    )


@cache
def _room(version: int) -> int:
    """Return how many modules of a version carry words."""
    return len(_order(version))


@cache
def _order(version: int) -> tuple[int, ...]:
    """Return the modules that carry words, in the order of the words: up and down, from the right.

    Each is told by its place in the code, line after line.
    """
    carries, size = _carrying(version), 4 * version + 17
    order, is_up = [], True
    for right in (*range(size - 1, TIMING, -2), *range(TIMING - 1, 0, -2)):
        for row in range(size - 1, -1, -1) if is_up else range(size):
            order += [row * size + at for at in (right, right - 1) if carries[row * size + at]]
        is_up = not is_up
    return tuple(order)


@cache
def _carrying(version: int) -> tuple[bool, ...]:
    """Return of each module whether it carries words: not eyes, lines, and what says the format."""
    size = 4 * version + 17
    found = [[True] * size for _ in range(size)]
    for row, at in _kept(version, size):
        found[row][at] = False
    return tuple(carries for row in found for carries in row)


def _kept(version: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield the modules that show what every code of a version shows."""
    near, far = range(9), range(size - 8, size)
    for rows, columns in ((near, near), (near, far), (far, near)):
        yield from product(rows, columns)
    yield from ((TIMING, at) for at in range(size))
    yield from ((at, TIMING) for at in range(size))
    known: Any = consts.ALIGNMENT_POS
    places = known[version - 2] if version > 1 else ()
    eyes = {(places[one], places[other]) for one, other in ((0, 0), (0, -1), (-1, 0)) if places}
    for row, at in product(places, repeat=2):
        if (row, at) not in eyes:
            yield from product(range(row - 2, row + 3), range(at - 2, at + 3))
    if version >= WITH_VERSION:
        for row, at in product(range(6), range(size - 11, size - 8)):
            yield from ((row, at), (at, row))


def _drawn(version: int) -> bytes:
    """Return the modules of some code of a version, under mask 0 at level M."""
    made = segno.make(b"0", error="m", micro=False, boost_error=False, mask=0, version=version)
    return b"".join(made.matrix)


@cache
def _template(version: int) -> tuple[int, Callable[[str], tuple[str, ...]]]:
    """Return what is always dark, with the mask upon the rest, and what spreads the bits."""
    size, order = 4 * version + 17, _order(version)
    carries, drawn = _carrying(version), _drawn(version)
    dark = "".join(
        "01"[(at // size + at % size) % 2 == 0 if carries[at] else drawn[at]]
        for at in range(size * size)
    )
    from_bit = dict(zip(order, range(len(order)), strict=True))
    places = (from_bit.get(at, len(order)) for at in range(size * size))
    return int(dark, 2), itemgetter(*places)
