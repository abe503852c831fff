"""The words of a letter in languages that papers are written in and the window is not.

A letter has a score of words of its own; for these a small table is enough, and what it does not
have stays English.
"""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations

from app.lang.texts import LANGUAGES, Say

WORDS = {
    "de": {
        "Letter": "Schreiben",
        "Letter no. {number}": "Nr. {number}",
        "Re: {subject}": "{subject}",
        "Subject": "Betreff",
        "Attention": "Zu Händen",
        "Refers to": "Bezug",
        "Enclosures": "Anlagen",
        "Copies": "Verteiler",
        "Your reference": "Ihr Zeichen",
        "Your letter": "Ihr Schreiben",
        "Our reference": "Unser Zeichen",
        "Number": "Nummer",
        "Handled by": "Bearbeitung",
        "Contact person": "Auskunft erteilt",
        "Phone": "Telefon",
        "E-mail": "E-Mail",
        "Date": "Datum",
        "Registered mail": "Einschreiben",
        "By courier": "Per Kurier",
        "By hand": "Per Boten",
        "Page {page} of {pages}": "Seite {page} von {pages}",
        "DRAFT": "ENTWURF",
        "Good day,": "Guten Tag,",
        "Please find attached our letter {number}: {subject}.": (
            "anbei erhalten Sie unser Schreiben {number}: {subject}."
        ),
        "Kind regards": "Mit freundlichen Grüßen",
        "VAT number": "USt-IdNr.",
        "Tax number": "Steuernummer",
        "Tax ID": "Steuernummer",
        "Business ID": "Unternehmensnummer",
    },
    "sv": {
        "Letter": "Brev",
        "Letter no. {number}": "Nr {number}",
        "Re: {subject}": "{subject}",
        "Subject": "Ärende",
        "Attention": "Till",
        "Refers to": "Hänvisning",
        "Enclosures": "Bilagor",
        "Copies": "För kännedom",
        "Your reference": "Er referens",
        "Your letter": "Ert brev",
        "Our reference": "Vår referens",
        "Number": "Nummer",
        "Handled by": "Handläggare",
        "Contact person": "Kontaktperson",
        "Phone": "Telefon",
        "E-mail": "E-post",
        "Date": "Datum",
        "Registered mail": "Rekommenderat brev",
        "By courier": "Med bud",
        "By hand": "Överlämnas personligen",
        "Page {page} of {pages}": "Sida {page} av {pages}",
        "DRAFT": "UTKAST",
        "Good day,": "Hej,",
        "Please find attached our letter {number}: {subject}.": (
            "bifogat finner ni vårt brev {number}: {subject}."
        ),
        "Kind regards": "Med vänlig hälsning",
        "VAT number": "Momsnummer",
        "Tax number": "Skattenummer",
        "Tax ID": "Skattenummer",
        "Business ID": "FO-nummer",
        "E-invoice address": "E-fakturaadress",
        "Operator": "Operatör",
    },
}


def letter_words(language: str, otherwise: Say) -> Say:
    """Return who speaks the language of a letter: its own table, or who speaks it otherwise."""
    base = language.replace("_", "-").split("-")[0].lower()
    if base in LANGUAGES or base not in WORDS:
        return otherwise
    return _spoken(base)


@cache
def _spoken(language: str) -> Say:
    return Say(language, _Table(WORDS[language]))


class _Table(NullTranslations):
    """A catalogue that is a table."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        return self._words.get(message, message)
