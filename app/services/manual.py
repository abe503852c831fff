"""The manual: its pages in the clerk's language, as Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from app import MANUAL
from app.domain.shared.refusals import NotFound

PAGES = (
    "first-day",
    "keys",
    "contacts",
    "products",
    "invoices",
    "layouts",
    "quotes",
    "orders",
    "stock",
    "counting",
    "deliveries",
    "employees",
    "hours",
    "expenses",
    "payroll",
    "self-service",
    "letters",
    "letter-paper",
    "mail",
    "mail-accounts",
    "books",
    "taxes",
    "archive",
    "log",
    "safety",
    "users",
    "personal-data",
    "second-desk",
    "scripts",
)
"""Every page, in the order in which they are listed."""

FALLBACK = "en"


class NoSuchPage(NotFound):
    """The manual has no page of that name."""

    code = "manual.no-such-page"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name, its heading and its text in Markdown."""

    name: str
    title: str
    text: str


def page(name: str, language: str) -> Page:
    """Return a page in a language, in English where it was not translated; raises NoSuchPage."""
    if name not in PAGES:
        raise NoSuchPage(page=name)
    files = (MANUAL / one / f"{name}.md" for one in (language, FALLBACK))
    text = next(file for file in files if file.exists()).read_text("utf-8")
    return Page(name, text.partition("\n")[0].removeprefix("# ").strip(), text)


def pages(language: str) -> tuple[Page, ...]:
    """Return the whole manual in a language."""
    return tuple(page(name, language) for name in PAGES)


def found(words: str, language: str) -> tuple[Page, ...]:
    """Return the pages that hold every one of these words."""
    wanted = words.casefold().split()
    return tuple(
        one for one in pages(language) if all(word in one.text.casefold() for word in wanted)
    )
