"""Templates and snippets: what is written again and again, once per language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from app.domain.correspondence.body import Body
from app.domain.correspondence.filling import check_fields
from app.domain.correspondence.letter import Channel
from app.domain.correspondence.tidying import is_blank, tidied
from app.domain.shared.ids import LetterTypeId, SignatoryId, SnippetId, TemplateId
from app.domain.shared.languages import check_language
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule, within


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


def images_in(texts: Iterable[TemplateText | SnippetText]) -> frozenset[str]:
    """Return the contents of all pictures in texts by SHA-256."""
    return frozenset(name for one in texts for name in one.body.images())


WITHOUT_NAME = Rule("templates.without-name")
NAME_TAKEN = Rule("templates.name-taken", "name")
WITHOUT_TEXT = Rule("templates.without-text")
TWICE_IN_LANGUAGE = Rule("templates.twice-in-language", "language")
WITHOUT_SUBJECT = Rule("templates.without-subject", is_warning=True)
WRONG_SHORTCUT = Rule("snippets.wrong-shortcut", "shortcut")
SHORTCUT_TAKEN = Rule("snippets.shortcut-taken", "shortcut")

SHORTCUT = re.compile(r"[\w.-]{1,40}")


@dataclass(frozen=True, slots=True)
class TemplateForm:
    """The editable part of a template."""

    name: str
    texts: tuple[TemplateText, ...] = ()
    type_id: LetterTypeId | None = None
    channel: Channel = Channel.POST
    signatory_id: SignatoryId | None = None
    layout: str = ""

    def tidied(self) -> TemplateForm:
        """Return the form as it is kept; a language in which nothing is written is left out."""
        texts = (
            replace(one, subject=one_line(one.subject), body=tidied(one.body)) for one in self.texts
        )
        written = tuple(one for one in texts if one.subject or not is_blank(one.body))
        return replace(self, name=one_line(self.name), texts=written)


@dataclass(frozen=True, slots=True)
class SnippetForm:
    """The editable part of a snippet; a shortcut may be typed with its two colons."""

    shortcut: str
    texts: tuple[SnippetText, ...] = ()

    def tidied(self) -> SnippetForm:
        """Return the form as it is kept; a language in which nothing is written is left out."""
        texts = (replace(one, body=tidied(one.body)) for one in self.texts)
        written = tuple(one for one in texts if not is_blank(one.body))
        return replace(self, shortcut=one_line(self.shortcut).removeprefix("::"), texts=written)


def check_template(form: TemplateForm, others: frozenset[str]) -> tuple[Problem, ...]:
    """Return every problem of a template beside those of these names, written in small letters."""
    return tuple(_template_problems(form, others))


def _template_problems(form: TemplateForm, others: frozenset[str]) -> Iterator[Problem]:
    if not form.name:
        yield WITHOUT_NAME.at("name")
    elif form.name.casefold() in others:
        yield NAME_TAKEN.at("name", name=form.name)
    yield from _check_texts(form.texts)
    for at, text in enumerate(form.texts):
        if not text.subject:
            yield WITHOUT_SUBJECT.at(f"texts.{at}.subject")
        yield from within(f"texts.{at}", check_fields(text.body))


def check_snippet(form: SnippetForm, others: frozenset[str]) -> tuple[Problem, ...]:
    """Return every problem of a snippet beside those of these shortcuts."""
    return tuple(_snippet_problems(form, others))


def _snippet_problems(form: SnippetForm, others: frozenset[str]) -> Iterator[Problem]:
    if not SHORTCUT.fullmatch(form.shortcut):
        yield WRONG_SHORTCUT.at("shortcut", shortcut=form.shortcut)
    elif form.shortcut in others:
        yield SHORTCUT_TAKEN.at("shortcut", shortcut=form.shortcut)
    yield from _check_texts(form.texts)
    for at, text in enumerate(form.texts):
        yield from within(f"texts.{at}", check_fields(text.body))


def _check_texts(texts: Iterable[InLanguage]) -> Iterator[Problem]:
    """Yield what is wrong with the languages of texts: none, unknown, or one twice."""
    seen: set[str] = set()
    for at, text in enumerate(texts):
        if not text.language or text.language in seen:
            yield TWICE_IN_LANGUAGE.at(f"texts.{at}.language", language=text.language)
        yield from check_language(text.language, f"texts.{at}.language")
        seen.add(text.language)
    if not seen:
        yield WITHOUT_TEXT.at("texts")
