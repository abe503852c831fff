from __future__ import annotations

import re
import zlib

from app.documents.pdf.packing import MOST, Pack, together
from tests.documents.drawing import Drawing


def unpacked(stream: bytes) -> tuple[bytes, list[int], bytes]:
    """Return what a packet says, the numbers and places at its head, and its objects."""
    said, rest = stream.split(b">>\nstream\n", 1)
    content = zlib.decompress(rest.removesuffix(b"\nendstream"))
    first = int(re.findall(rb"/First (\d+)", said)[0])
    return said, [int(number) for number in content[:first].split()], content[first:]


def test_objects_lie_where_the_head_of_their_packet_says() -> None:
    said, places, objects = unpacked(together({7: "<</A 1>>", 12: "[1 2]"}))

    assert b"/N 2" in said and places == [7, 0, 12, 9]
    assert objects[0:8] == b"<</A 1>>" and objects[9:14] == b"[1 2]"


def test_a_packet_is_closed_when_it_is_full() -> None:
    pack = Pack(Drawing().press.sheets._doc)

    for _ in range(MOST + 1):
        pack.add(pack.next(), "null")
    pack.close()

    assert [len(packet.inside) for packet in pack.packets] == [MOST, 1]
