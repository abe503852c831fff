"""Filing rules: what an office says once, so that it need not be said of every document.

Rules stand in an order. Each says when it fits (all of what it asks for) and what is written then
on the card of a new document. What a clerk or an earlier rule wrote stays; tags gather.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.archive.document import Document
from app.domain.archive.kinds import DocumentType
from app.domain.archive.steps import due_in
from app.domain.shared.ids import ContactId, DocumentTypeId, FilingRuleId, TagId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem, Rule


@dataclass(frozen=True, slots=True)
class When:
    """When a rule fits: everything that is asked for must hold, and something must be asked.

    ``words`` must all stand in the text, the title or the file's name, whatever their case;
    ``title`` is a pattern for title or file name (``invoice*``); ``least`` and ``most`` bound the
    amount; ``folder`` is where the file came from, or how that begins.
    """

    correspondent_id: ContactId | None = None
    type_id: DocumentTypeId | None = None
    words: tuple[str, ...] = ()
    title: str = ""
    least: Money | None = None
    most: Money | None = None
    folder: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is asked for."""
        return self == When()


@dataclass(frozen=True, slots=True)
class Then:
    """What a rule writes on the card; nothing named is left as it is."""

    type_id: DocumentTypeId | None = None
    correspondent_id: ContactId | None = None
    tags: tuple[TagId, ...] = ()
    binder: str = ""
    note: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class FilingRule:
    """One rule; ``position`` is its place in the order, from 0."""

    id: FilingRuleId
    version: int
    position: int
    name: str
    when: When
    then: Then
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """A document as rules look at it: its card, its file, where that came from, and its text.

    ``seen`` is the card as the text alone would fill it: a bill fits a rule about its sender and
    its amount before anybody has written these down.
    """

    document: Document
    file_name: str = ""
    places: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    seen: Document | None = None

    def known(self, name: str) -> object:
        """Return what the card says in a field, else what the text says."""
        return getattr(self.document, name) or (self.seen and getattr(self.seen, name)) or None


WITHOUT_NAME = Rule("rules.without-name")
WITHOUT_CONDITION = Rule("rules.without-condition")
WITHOUT_DEED = Rule("rules.without-deed")
UPSIDE_DOWN = Rule("rules.upside-down")


def tidied(rule: FilingRule) -> FilingRule:
    """Return a rule as it is kept: texts on one line, each word and tag once."""
    words = (one_line(word) for word in rule.when.words)
    when = replace(
        rule.when,
        words=tuple(dict.fromkeys(word for word in words if word)),
        title=one_line(rule.when.title),
        folder=rule.when.folder.strip(),
    )
    then = replace(
        rule.then,
        tags=tuple(dict.fromkeys(rule.then.tags)),
        binder=one_line(rule.then.binder),
        note=rule.then.note.strip(),
    )
    return replace(rule, name=one_line(rule.name), when=when, then=then)


def check(rule: FilingRule) -> tuple[Problem, ...]:
    """Return every problem of a rule that stands in the rule itself."""
    least, most = rule.when.least, rule.when.most
    is_upside_down = least and most and (least.currency != most.currency or most < least)
    found = (
        None if rule.name else WITHOUT_NAME.at("name"),
        WITHOUT_CONDITION.at("when") if rule.when.is_empty else None,
        WITHOUT_DEED.at("then") if rule.then == Then() else None,
        UPSIDE_DOWN.at("when.most") if is_upside_down else None,
    )
    return tuple(problem for problem in found if problem)


def fits(when: When, case: Case) -> bool:
    """Say whether everything that a rule asks for holds of a document."""
    return (
        when.correspondent_id in (None, case.known("correspondent_id"))
        and when.type_id in (None, case.known("type_id"))
        and _lay_in(when.folder, case.places)
        and _is_titled(when.title, case)
        and _costs(when, case.known("amount"))
        and _says(when.words, case)
    )


def _lay_in(folder: str, places: tuple[str, ...]) -> bool:
    wanted = folder.casefold()
    return not wanted or any(place.casefold().startswith(wanted) for place in places)


def _is_titled(pattern: str, case: Case) -> bool:
    wanted = pattern.casefold()
    names = (case.document.title.casefold(), case.file_name.casefold())
    if not any(sign in wanted for sign in "*?["):
        return any(wanted in name for name in names)
    return any(fnmatch.fnmatchcase(name, wanted) for name in names)


def _costs(when: When, amount: object) -> bool:
    bounds = [bound for bound in (when.least, when.most) if bound]
    if not bounds:
        return True
    if not isinstance(amount, Money) or any(bound.currency != amount.currency for bound in bounds):
        return False
    low = when.least is None or when.least <= amount
    return low and (when.most is None or amount <= when.most)


def _says(words: tuple[str, ...], case: Case) -> bool:
    if not words:
        return True
    told = "\n".join((case.document.title, case.file_name, *case.texts)).casefold()
    return all(word.casefold() in told for word in words)


def applied(
    rules: Iterable[FilingRule], case: Case, types: dict[DocumentTypeId, DocumentType]
) -> Document:
    """Return a document as the rules that fit leave it, one after the other."""
    for rule in rules:
        if rule.is_active and fits(rule.when, case):
            case = replace(case, document=written(rule.then, case.document, types))
    return case.document


def written(then: Then, document: Document, types: dict[DocumentTypeId, DocumentType]) -> Document:
    """Return a document with what a rule writes into its empty fields; a note is added.

    A stage that it sets falls due as its type says, counted from the day the document came in.
    """
    type_id = document.type_id or then.type_id
    kind = types.get(type_id) if type_id else None
    step = kind.stage(then.stage) if kind and then.stage and not document.stage else None
    due_on = due_in(step, document.received_at.date()) if step else None
    return replace(
        document,
        type_id=type_id,
        correspondent_id=document.correspondent_id or then.correspondent_id,
        tags=tuple(dict.fromkeys((*document.tags, *then.tags))),
        binder=document.binder or then.binder,
        note="\n".join(_notes(document.note, then.note)),
        stage=step.code if step else document.stage,
        due_on=document.due_on or due_on,
    )


def _notes(before: str, added: str) -> Iterator[str]:
    if before:
        yield before
    if added and added not in before:
        yield added
