"""Masks of QR codes: the best of the eight by ISO/IEC 18004, 7.8.3, weighed all lines at once.

A code is one whole number here, a bit for each module, so that one operation looks at all of them;
module by module, weighing the masks took longer than the rest of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

_EYE = "1011101"
_FIRST_WITH_VERSION = 45
"""The size of version 7, the first that says its version in the code."""

Make = Callable[[int], Sequence[bytearray]]


def best_of(drawn: int, size: int, others: tuple[int, ...]) -> int:
    """Return a code, drawn with mask 0, under the mask that reads best.

    ``others`` says in which modules each of the eight masks differs from mask 0.
    """
    weighed = _weighed(size)
    return min((drawn ^ other for other in others), key=lambda code: penalty(code & weighed, size))


def differences(make: Make) -> tuple[int, ...]:
    """Return in which modules each mask differs from mask 0; the content does not matter."""
    codes = [as_number(make(mask)) for mask in range(8)]
    return tuple(codes[0] ^ code for code in codes)


def as_number(matrix: Sequence[bytearray]) -> int:
    """Return the modules as the bits of one number, the first module highest."""
    return int("".join(row.hex()[1::2] for row in matrix), 2)


def as_rows(code: int, size: int) -> tuple[tuple[bool, ...], ...]:
    """Return the bits of a number as the modules of a code."""
    bits = f"{code:0{size * size}b}"
    lines = (bits[at : at + size] for at in range(0, size * size, size))
    return tuple(tuple(map("1".__eq__, line)) for line in lines)


def penalty(code: int, size: int) -> int:
    """Return how hard a code is to read: runs, blocks, what looks like an eye, and the balance."""
    alike_across = ~(code ^ code >> 1) & _inner(size)
    alike_down = ~(code ^ code >> size) & ((1 << size * (size - 1)) - 1)
    blocks = alike_across & alike_across >> size & alike_down
    share = code.bit_count() * 100 / (size * size)
    return (
        _runs(alike_across, 1)
        + _runs(alike_down, size)
        + 3 * blocks.bit_count()
        + _eyes(code, size)
        + 10 * int(abs(share - 50) / 5)
    )


def _runs(alike: int, step: int) -> int:
    """Return three for every run of five modules, and one for each that is longer."""
    long = alike & alike >> step & alike >> 2 * step & alike >> 3 * step
    return long.bit_count() + 2 * (long & ~(long >> step)).bit_count()


def _eyes(code: int, size: int) -> int:
    """Return forty for every eye with four light modules beside it."""
    count = 0
    for step in (1, size):
        quiet = _quiet_eyes(code, size, step)
        if quiet & (quiet >> 4 * step | quiet >> 6 * step):
            return _eyes_line_by_line(code, size)
        count += quiet.bit_count()
    return 40 * count


def _quiet_eyes(code: int, size: int, step: int) -> int:
    """Return the modules at which an eye ends beside which, on one side, four modules are light.

    Beyond the edge all is light.
    """
    light = ~code
    eyes = code & light >> step & light >> 5 * step & code >> 6 * step
    eyes &= code >> 2 * step & code >> 3 * step & code >> 4 * step & _within(size, step, 6)
    if not eyes:
        return 0
    before = after = 0
    for far in range(1, 5):
        before |= code >> (6 + far) * step & _within(size, step, 6 + far)
        after |= code << far * step & _within(size, step, -far)
    return eyes & ~(before & after)


@cache
def _within(size: int, step: int, far: int) -> int:
    """Return the modules that have one so far from them in their line; down, none is wrapped."""
    if step == size:
        return -1
    return int("".join("01"[0 <= at - far < size] for at in range(size)) * size, 2)


def _eyes_line_by_line(code: int, size: int) -> int:
    """Return the same where eyes share modules: then only the first of them counts."""
    bits = f"{code:0{size * size}b}"
    lines = [bits[at : at + size] for at in range(0, size * size, size)]
    lines += [bits[at::size] for at in range(size)]
    return 40 * sum(_eyes_in(line) for line in lines if _EYE in line)


def _eyes_in(line: str) -> int:
    """Return how often a line has the pattern of an eye with four light modules beside it."""
    count, at = 0, line.find(_EYE)
    while at >= 0:
        after = at + len(_EYE)
        before = line[max(at - 4, 0) : at]
        is_quiet = "1" not in before or "1" not in line[after : after + 4]
        count += is_quiet
        at = line.find(_EYE, after if is_quiet else at + 4)
    return count


@cache
def _inner(size: int) -> int:
    """Return the modules that have one at their left in the same line."""
    return int(("0" + "1" * (size - 1)) * size, 2)


@cache
def _weighed(size: int) -> int:
    """Return the modules that are weighed: what is said of mask and version is left out."""
    rows = [["1"] * size for _ in range(size)]
    for at in (*range(6), 7, 8, *range(size - 8, size)):
        rows[8][at] = rows[at][8] = "0"
    if size >= _FIRST_WITH_VERSION:
        for at in range(6):
            for beside in range(size - 11, size - 8):
                rows[at][beside] = rows[beside][at] = "0"
    return int("".join("".join(row) for row in rows), 2)
