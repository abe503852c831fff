"""Catalogues: extract the texts of the program, bring the .po files up to date, compile them.

python build/locales.py            extract and compile
python build/locales.py compile    compile only (what the bundle needs)
python build/locales.py missing fi print what is not translated yet, as JSON
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app import VERSION  # noqa: E402  after ROOT
from app.lang.texts import (  # noqa: E402  after ROOT
    LANGUAGES,
    LOCALES,
    PAPER_LANGUAGES,
    SOURCE,
    compile_catalogue,
)

KEYWORDS = {"_": None, "say": None, "mark": None, "many": (1, 2)}
HEADER = (
    "# Backdesk in {language}. Written by `python build/locales.py`; edit the msgstr lines only."
)
PAPERS = (
    "app/documents/",
    "app/lang/person_words.py",
    "app/services/sending.py",
    "app/services/letter_mails.py",
    "app/services/reminder_mails.py",
    "app/services/paper_mails.py",
    "app/services/layout_samples.py",
    "app/services/demo_layouts.py",
)
"""Where the words of papers stand: languages of papers alone have no others."""
FIXED_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Babel writes dates into the headers; a fixed one keeps a run without new texts unchanged."""


def extracted() -> Catalog:
    """Return every marked text of the program, with the files that hold it."""
    found = Catalog(project="Backdesk", creation_date=FIXED_DAY, revision_date=FIXED_DAY)
    texts = extract_from_dir(
        str(ROOT / "app"),
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        strip_comment_tags=True,
    )
    for file, _line, text, comments, context in sorted(texts, key=lambda entry: entry[0]):
        if not "".join(text).strip():
            continue
        found.add(text, locations=[(f"app/{file}", 0)], auto_comments=comments, context=context)
    return found


def said_on_papers(whole: Catalog) -> Catalog:
    """Return of every text those that papers say."""
    found = Catalog(project="Backdesk", creation_date=FIXED_DAY, revision_date=FIXED_DAY)
    for entry in whole:
        files = [(file, 0) for file, _line in entry.locations if file.startswith(PAPERS)]
        if entry.id and files:
            found.add(entry.id, locations=files, context=entry.context)
    return found


def catalogue_of(language: str) -> Catalog:
    """Return the catalogue as it lies in the repository, empty at first."""
    path = po(language)
    if not path.exists():
        return Catalog(locale=Locale.parse(language))
    with path.open("rb") as file:
        return read_po(file, locale=Locale.parse(language))


def po(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return LOCALES / language / "LC_MESSAGES" / "backdesk.po"


def update(language: str, template: Catalog) -> Catalog:
    """Bring one catalogue up to date: new texts come in empty, gone ones leave."""
    ours = catalogue_of(language)
    ours.update(template, no_fuzzy_matching=True)
    save(ours, language)
    return ours


def save(ours: Catalog, language: str) -> None:
    """Write a catalogue sorted by text, without line numbers, so that changes read well."""
    ours.fuzzy = False
    ours.project, ours.version, ours.copyright_holder = "Backdesk", VERSION, "the Backdesk project"
    ours.msgid_bugs_address = ours.last_translator = ours.language_team = ""
    ours.header_comment = HEADER.format(language=ours.locale.english_name)
    ours.creation_date = ours.revision_date = FIXED_DAY
    ours.obsolete.clear()
    path = po(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, ours, sort_output=True, include_lineno=False, width=100)


def compile_all() -> None:
    """Write the .mo beside every .po."""
    for language in (*LANGUAGES, *PAPER_LANGUAGES):
        if po(language).exists():
            po(language).with_suffix(".mo").write_bytes(compile_catalogue(po(language)))


def missing(language: str) -> list[str | list[str]]:
    """Return the texts that have no translation in a language."""
    return [
        list(entry.id) if isinstance(entry.id, tuple) else entry.id
        for entry in catalogue_of(language)
        if entry.id and not (all(entry.string or ()) if entry.pluralizable else entry.string)
    ]


def told(language: str, template: Catalog) -> None:
    """Say how far a catalogue is."""
    print(f"{language}: {len(template)} texts, {len(missing(language))} not translated")


def main(words: list[str]) -> int:
    """Do what the words ask for."""
    if words[:1] == ["missing"]:
        print(json.dumps(missing(words[1]), ensure_ascii=False, indent=1))
        return 0
    if words[:1] != ["compile"]:
        template = extracted()
        for language in LANGUAGES:
            if language != SOURCE:
                update(language, template)
                told(language, template)
        papers = said_on_papers(template)
        for language in PAPER_LANGUAGES:
            update(language, papers)
            told(language, papers)
    compile_all()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
