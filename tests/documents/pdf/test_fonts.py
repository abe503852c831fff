from __future__ import annotations

import re
import zlib

import pytest
import uharfbuzz as hb

from app import RESOURCES
from app.documents.pdf.fonts import FILES, FontUse, Style, core, cut, face

NEEDED = "aZ09 äöåÄÖÅ éüßñ €£$฿ ก ฮ ๙ น้ำ –—’“”„ …·×−•◊"


@pytest.mark.parametrize("style", Style)
def test_every_face_has_the_letters_of_our_languages(style: Style) -> None:
    assert [mark for mark in NEEDED if mark not in face(style).glyphs] == []


@pytest.mark.parametrize("style", Style)
def test_figures_are_equally_wide(style: Style) -> None:
    used = face(style)

    assert len({used.advances[used.glyphs[digit]] for digit in "0123456789"}) == 1


def test_a_cut_keeps_the_numbers_of_its_glyphs_and_drops_the_rest() -> None:
    used = face(Style.REGULAR)
    kept, dropped = used.glyphs["ä"], used.glyphs["ก"]

    program = cut(Style.REGULAR, frozenset({kept}))
    font = hb.Font(hb.Face(zlib.decompress(program.packed)))

    assert font.get_glyph_extents(kept).width != 0
    assert font.get_glyph_extents(dropped).width == 0
    assert program.length == len(zlib.decompress(program.packed))


def test_a_cut_is_small() -> None:
    assert len(cut(Style.REGULAR, core(Style.REGULAR)).packed) < 10_000


def test_cuts_of_other_glyphs_are_named_differently() -> None:
    one, other = (cut(Style.BOLD, frozenset({glyph})) for glyph in (5, 6))

    assert one.tag != other.tag and re.fullmatch(r"[A-Z]{6}", one.tag)


def test_a_font_says_which_text_its_glyphs_are() -> None:
    use = FontUse(Style.REGULAR)

    use.note([(use.face.glyphs["ä"], "ä")])

    assert f"<{use.face.glyphs['ä']:04X}> <00E4>".encode() in use.unicode_map()


def test_a_font_says_how_wide_each_of_its_glyphs_is() -> None:
    use = FontUse(Style.REGULAR)
    glyph = use.face.glyphs["ä"]

    use.note([(glyph, "ä")])

    assert f"{glyph} [{use.face.advances[glyph]}]" in use.widths()


def test_the_licence_lies_beside_the_fonts() -> None:
    folder = RESOURCES / "fonts"

    assert "SIL Open Font License" in (folder / "Sarabun-OFL.txt").read_text(encoding="utf-8")
    assert all((folder / f"Sarabun-{name}.ttf").exists() for name in FILES.values())
