"""The program's icon for every system, drawn from the one SVG: PNG, Windows' .ico, Apple's .icns.

python build/icons.py    writes them to .work/icons
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "resources" / "icons" / "backdesk.svg"
PLACE = ROOT / ".work" / "icons"

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
"""Apple's kind of each picture: plain sizes first, then the same doubled for sharp screens."""
PNG_SIZES = (48, 64, 128, 256, 512)


def drawn(size: int) -> bytes:
    """Return the icon as a PNG of so many pixels square."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(kept.data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return Windows' container of PNG pictures, named by their size."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(header) + 16 * len(pictures)
    entries = []
    for size, picture in pictures.items():
        side = size % 256
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place))
        place += len(picture)
    return b"".join((header, *entries, *pictures.values()))


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return Apple's container of PNG pictures, named by their size."""
    parts = [
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_KINDS.items()
    ]
    return b"icns" + struct.pack(">I", 8 + sum(map(len, parts))) + b"".join(parts)


def main() -> None:
    """Write every icon."""
    PLACE.mkdir(parents=True, exist_ok=True)
    pictures = {size: drawn(size) for size in {*ICO_SIZES, *ICNS_KINDS.values(), *PNG_SIZES}}
    (PLACE / "backdesk.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    (PLACE / "backdesk.icns").write_bytes(icns(pictures))
    for size in PNG_SIZES:
        (PLACE / f"backdesk-{size}.png").write_bytes(pictures[size])


if __name__ == "__main__":
    main()
