"""How fast letters are set, beside platypus and a canvas that is only told what to draw.

``python -m tests.speed.letters`` prints it. No two letters of a side are equal; a merged one has
a receiver of its own, a new one words that were never printed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from babel.messages.pofile import read_po

from app.documents.letters import describe
from app.documents.model import Document
from app.documents.pdf.render import render
from app.domain.correspondence.body import Body, Paragraph, Words
from app.lang.texts import LOCALES
from tests.documents.correspondence import BODIES, a_letter, a_paper, text
from tests.speed.bare import drawn
from tests.speed.documents import Figure, in_turns
from tests.speed.platypus import plainly_set
from tests.speed.scripts import forget_words, script_of

ROUNDS = 21
PAGES = 20
SENTENCES = 1500
STRIDE = 7
BATCH = 50
OFFICES = ("soffice", "libreoffice")


def figures(rounds: int = ROUNDS) -> Iterator[Figure]:
    """Yield every figure of letters."""
    yield beside_platypus("Merged letter, 1 page", merged(rounds), 1.5)
    yield beside_platypus(f"Letter of about {PAGES} pages", long_letters(4), 1.5)
    yield beside_canvas("Merged letter, 1 page", merged(rounds), 2)
    yield thai(rounds)


def merged(count: int) -> list[Document]:
    """Return letters of one text to many receivers."""
    return [
        describe(
            a_paper(
                a_letter(
                    "fi",
                    number=f"OUT-2026-{at:04}",
                    addressee=replace(a_letter("fi").addressee, name=f"Asiakas {at} Oy"),
                    body=Body((text(f"Hyvä asiakas {at},"), *BODIES["fi"][1:])),
                )
            )
        )
        for at in range(count + 1)
    ]


def long_letters(count: int) -> list[Document]:
    """Return letters of many pages in which no paragraph stands twice."""
    said = sentences("en")
    return [
        _of([said[(at * STRIDE + turn) % len(said)] for at in range(SENTENCES)], "en")
        for turn in range(count + 1)
    ]


def new_letters(count: int, language: str) -> list[Document]:
    """Return letters of the program's own sentences, each said once."""
    said = sentences(language)
    size = min(40, len(said) // (count + 1))
    return [_of(said[at * size : (at + 1) * size], language) for at in range(count + 1)]


def sentences(language: str) -> list[str]:
    """Return what the program says, in Thai or in English."""
    with (LOCALES / "th" / "LC_MESSAGES" / "backdesk.po").open("rb") as file:
        known = [entry for entry in read_po(file) if entry.id and not entry.pluralizable]
    return [str(entry.string if language == "th" else entry.id) for entry in known if entry.string]


def _of(said: Sequence[str], language: str) -> Document:
    return describe(a_paper(a_letter(language, body=Body(tuple(_paragraphs(said))))))


def _paragraphs(said: Sequence[str]) -> Iterator[Paragraph]:
    for at in range(0, len(said), 5):
        yield Paragraph((Words(" ".join(said[at : at + 5])),))


def beside_platypus(name: str, made: Sequence[Document], goal: float) -> Figure:
    """Measure letters beside platypus, which is told the same."""
    ours, limit = in_turns(
        [partial(render, paper) for paper in made],
        [partial(plainly_set, paper) for paper in made],
    )
    return Figure(name, ours, limit, "ms", "ms plain platypus", goal)


def beside_canvas(name: str, made: Sequence[Document], goal: float) -> Figure:
    """Measure letters beside a canvas that is told where every text stands."""
    scripts = [script_of(paper) for paper in made]
    forget_words()
    ours, limit = in_turns(
        [partial(render, paper) for paper in made],
        [partial(drawn, script) for script in scripts],
    )
    return Figure(name, ours, limit, "ms", "ms bare canvas", goal)


def thai(rounds: int) -> Figure:
    """Measure letters of new Thai beside letters of the same sentences in English."""
    forget_words()
    ours, limit = in_turns(
        *([partial(render, one) for one in new_letters(rounds, lang)] for lang in ("th", "en"))
    )
    return Figure("Letter of new Thai text", ours, limit, "ms", "ms the same in English", 2)


def batch() -> tuple[float, float | None]:
    """Return the milliseconds of a letter in a batch, and those of LibreOffice where it is."""
    made = merged(BATCH - 1)
    started = perf_counter()
    for paper in made:
        render(paper)
    ours = (perf_counter() - started) * 1000 / BATCH
    program = next((found for name in OFFICES if (found := shutil.which(name))), None)
    return ours, converted(program, made) if program else None


def converted(program: str, made: Sequence[Document]) -> float:
    """Return the milliseconds that LibreOffice needs for each of these letters, in one start."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{at}.html" for at in range(len(made))]
        for file, paper in zip(files, made, strict=True):
            file.write_text(f"<pre>{_plain(paper)}</pre>", encoding="utf-8")
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        started = perf_counter()
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
        taken = perf_counter() - started
        if len(list(Path(folder).glob("*.pdf"))) != len(made):
            raise AssertionError(program)
    return taken * 1000 / len(made)


def _plain(paper: Document) -> str:
    from app.documents.text import plain  # noqa: PLC0415  only where LibreOffice is

    return plain(paper).replace("&", "&amp;").replace("<", "&lt;")


def main() -> None:
    """Print every figure as it comes."""
    for figure in figures():
        sys.stdout.write(f"{figure}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
