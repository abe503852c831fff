"""Templates and snippets: what is written again and again, once per language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.domain.correspondence.body import Body
from app.domain.correspondence.letter import Channel
from app.domain.shared.ids import LetterTypeId, SignatoryId, SnippetId, TemplateId


class InLanguage(Protocol):
    """A text in one language."""

    @property
    def language(self) -> str: ...


T = TypeVar("T", bound=InLanguage)


@dataclass(frozen=True, slots=True)
class TemplateText:
    """What a template says in one language."""

    language: str
    subject: str
    body: Body


@dataclass(frozen=True, slots=True)
class Template:
    """A letter that is written again and again."""

    id: TemplateId
    version: int
    name: str
    texts: tuple[TemplateText, ...] = ()
    type_id: LetterTypeId | None = None
    channel: Channel = Channel.POST
    signatory_id: SignatoryId | None = None
    layout: str = ""
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class SnippetText:
    """What a snippet says in one language."""

    language: str
    body: Body


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words that ``::shortcut`` writes."""

    id: SnippetId
    version: int
    shortcut: str
    texts: tuple[SnippetText, ...] = ()
    is_archived: bool = False


def text_in(texts: Iterable[T], *languages: str) -> T | None:
    """Return the text in the first of these languages that there is one in, else the first."""
    known = tuple(texts)
    for language in languages:
        for text in known:
            if text.language == language:
                return text
    return next(iter(known), None)
