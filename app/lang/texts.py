"""Texts: every English sentence of the program in the language of its reader.

The English text is the key of a gettext catalogue. A catalogue is one value per language, so a
window in Finnish and a Thai invoice can speak at the same time.
"""

from __future__ import annotations

import re
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from app import RESOURCES

LANGUAGES = ("en", "fi", "th")
PAPER_LANGUAGES = ("de", "sv")
"""Languages that papers speak and the window does not: their catalogues hold what papers say."""

SOURCE = "en"
PSEUDO = "xx"
"""The made-up language of the tests: it shows texts that no one marked and labels that clip."""

LOCALES = RESOURCES / "locales"
_SLOT = re.compile(r"\{(\w+)\}")


class Say:
    """Speaks one language: call it with the English text and the values of its ``{slots}``."""

    __slots__ = ("_catalogue", "language")

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, text: str, /, **slots: object) -> str:
        return filled(self._catalogue.gettext(text), slots) if text else ""

    def many(self, one: str, other: str, n: int, /, **slots: object) -> str:
        """Return the form of a text that fits a number; ``{n}`` is the number unless given."""
        return filled(self._catalogue.ngettext(one, other, n), {"n": n, **slots})

    def __repr__(self) -> str:
        return f"Say({self.language!r})"


def filled(text: str, slots: dict[str, object]) -> str:
    """Return the text with its slots filled; a slot without a value stays as it is written.

    Values are put in as they are: braces inside a value are no slots.
    """
    if not slots:
        return text
    return _SLOT.sub(lambda found: str(slots.get(found[1], found[0])), text)


def mark(text: str) -> str:
    """Return the text unchanged: it is extracted here and translated where it is shown."""
    return text


@cache
def say_in(language: str) -> Say:
    """Return who speaks a language (``fi``, ``fi-FI``); one that we do not have is English.

    German and Swedish are spoken on papers; what is no paper's is English in them.
    """
    base = language.replace("_", "-").split("-")[0].lower()
    if base == PSEUDO:
        return Say(PSEUDO, _Pseudo())
    if base == SOURCE or base not in {*LANGUAGES, *PAPER_LANGUAGES}:
        return Say(SOURCE, NullTranslations())
    return Say(base, catalogue(LOCALES / base / "LC_MESSAGES"))


def catalogue(folder: Path) -> GNUTranslations:
    """Return the catalogue of a folder: its .mo, or its .po where the .mo is missing or older."""
    written, compiled = folder / "backdesk.po", folder / "backdesk.mo"
    if compiled.exists() and not _is_newer(written, compiled):
        with compiled.open("rb") as file:
            return GNUTranslations(file)
    return GNUTranslations(BytesIO(compile_catalogue(written)))


def compile_catalogue(written: Path) -> bytes:
    """Return the .mo bytes of a .po file."""
    # Babel costs 25 ms to import and is needed only where no .mo was built.
    from babel.messages.mofile import write_mo  # noqa: PLC0415  25 ms
    from babel.messages.pofile import read_po  # noqa: PLC0415  25 ms

    with written.open("rb") as file:
        entries = read_po(file)
    compiled = BytesIO()
    write_mo(compiled, entries)
    return compiled.getvalue()


def _is_newer(written: Path, compiled: Path) -> bool:
    return written.exists() and written.stat().st_mtime_ns > compiled.stat().st_mtime_ns


_ACCENTED = str.maketrans("AEIOUYaeiouycdnrstz", "ÅÉÎÖÜÝåéîöüýçđñŕšŧž")
_KEPT = re.compile(r"(\{\w+\}|<[^<>]*>|&\w)")


class _Pseudo(NullTranslations):
    """English made foreign: accented, bracketed and 40 % longer, slots and tags kept."""

    def gettext(self, message: str) -> str:
        parts = _KEPT.split(message)
        accented = "".join(
            part if place % 2 else part.translate(_ACCENTED) for place, part in enumerate(parts)
        )
        return f"[{accented}{'~' * max(1, len(message) * 2 // 5 - 2)}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)
