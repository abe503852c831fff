"""Asking: a question to the archive becomes what its index is asked, for who asks it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from app.domain.archive import indexed
from app.domain.archive.document import DocumentState
from app.domain.archive.fields import BEINGS, SCALES, STATES, Being, Field, plain_name
from app.domain.archive.kinds import Tag, within
from app.domain.archive.language import is_word, keys, tokens_of
from app.domain.archive.matching import AllOf, AnyOf, Match, Part, Run, any_of
from app.domain.archive.question import SIGNS, Clause, Reader
from app.domain.archive.row import Wanted
from app.domain.archive.spans import AMOUNTS, DAYS, DUE, Span, of_day, of_days
from app.domain.shared.ids import DocumentId, TagId
from app.domain.shared.search import folded, phrase_of
from app.services.office import Desk
from app.services.registering import Register

SHORTEST_BEGINNING = 3
"""Of how many letters a word must be to stand for longer ones that begin so."""
_PARTS = {
    Field.TITLE: Part.TITLE,
    Field.TEXT: Part.TEXT,
    Field.SENDER: Part.SENDER,
    Field.NOTE: Part.CARD,
}
_NAMED = {
    Field.REFERENCE: indexed.REFERENCE,
    Field.BINDER: indexed.BINDER,
    Field.FILE: indexed.FILE,
}
_BEING = {
    Being.SEALED: indexed.SEALED,
    Being.LOCKED: indexed.LOCKED,
    Being.TAGGED: indexed.TAGGED,
    Being.UNTYPED: indexed.UNTYPED,
}


class Asking:
    """Reads the questions of one asker: what may not be seen answers none of them."""

    def __init__(self, desk: Desk, register: Register | None = None) -> None:
        self._desk = desk
        self._index = desk.store.document_index
        self._words = self._index.words
        self._register = register or Register(desk)
        self._hidden = self._register.hidden

    def read(self, question: str) -> tuple[Clause, ...]:
        """Return what a question asks for."""
        own = self._own_names() if SIGNS.intersection(question) else {}
        return Reader(self._desk.today, own).read(question)

    def _own_names(self) -> dict[str, str]:
        """Return the office's fields by every name that a question may call them by."""
        return {
            plain_name(name): code
            for code, field in self._desk.store.kinds.fields().items()
            for name in (code, *field.names.values())
        }

    def match(self, clauses: Sequence[Clause], wanted: Wanted | None = None) -> AllOf:
        """Return what the index is asked: for what is wanted too, but for days and binders.

        Where nothing is said of what is wanted, it is all but the trash.
        """
        asked = [self._clause(one) for one in clauses if one.is_wanted]
        asked += self._wanted(wanted) if wanted else ()
        without = [self._clause(one) for one in clauses if not one.is_wanted]
        without += [Run((indexed.kind(one),)) for one in sorted(self._hidden)]
        if wanted and wanted.is_sealed is False:
            without.append(Run((indexed.SEALED,)))
        if wanted is None and all(one.field is not Field.STATE for one in clauses):
            without.append(Run((indexed.state(DocumentState.TRASHED.value),)))
        return AllOf(
            tuple(one for one in asked if one is not None),
            tuple(one for one in without if one is not None),
        )

    def within(self, clauses: Sequence[Clause], wanted: Wanted) -> AllOf:
        """Return what the index is asked among all that is wanted, its days and binder too.

        Where no state is wanted or named, it is all but the trash.
        """
        asked = self.match((*clauses, *_card_clauses(wanted)), wanted)
        if wanted.states or any(one.field is Field.STATE for one in clauses):
            return asked
        trashed = Run((indexed.state(DocumentState.TRASHED.value),))
        return AllOf(asked.parts, (*asked.without, trashed))

    def answers(self, words: str, wanted: Wanted) -> array[int] | None:
        """Return the documents that answer words, in no order; none where there are no words."""
        clauses = self.read(words)
        return self._index.all(self.match(clauses, wanted)) if clauses else None

    def newest(self, words: str, wanted: Wanted, size: int) -> tuple[DocumentId, ...] | None:
        """Return the newest that answer words; none where the index alone cannot tell them."""
        clauses = self.read(words)
        if not clauses or wanted.since or wanted.until or wanted.binder:
            return None
        return self._index.documents(self._index.newest(self.match(clauses, wanted), size))

    def _wanted(self, wanted: Wanted) -> Iterator[Match]:
        """Yield what the index knows of what a list shows."""
        groups: list[Iterable[str]] = [
            map(indexed.kind, wanted.type_ids),
            map(indexed.correspondent, wanted.correspondent_ids),
            map(indexed.stage, wanted.stages),
            (indexed.state(one.value) for one in wanted.states),
            (indexed.SEALED,) if wanted.is_sealed else (),
        ]
        groups += [map(indexed.tag, sorted(within(one, self._tags))) for one in wanted.tag_ids]
        for group in map(tuple, groups):
            if group:
                yield any_of(Run((fact,)) for fact in group)
        if wanted.due_by:
            yield _blocks(DUE.span(0, of_day(wanted.due_by)))

    def _clause(self, clause: Clause) -> Match | None:
        """Return what answers a clause; none for one in which there is no word."""
        if clause.low is not None and clause.high is not None:
            return _blocks(SCALES[clause.field].span(clause.low, clause.high))
        if clause.field is Field.ANY:
            return self._any(clause)
        if part := _PARTS.get(clause.field):
            return self._said(clause, part)
        if name := _NAMED.get(clause.field) or (clause.own and indexed.own_field(clause.own)):
            return _after(name, clause.words)
        return any_of(Run((fact,)) for fact in self._facts(clause))

    def _facts(self, clause: Clause) -> Iterator[str]:
        """Yield the facts any of which a clause asks for."""
        match clause.field:
            case Field.TYPE:
                yield from map(indexed.kind, self._types(clause.words))
            case Field.TAG:
                yield from map(indexed.tag, self._tags_named(clause.words))
            case Field.STATE:
                yield indexed.state(STATES[folded(clause.words)].value)
            case Field.IS:
                yield _BEING[BEINGS[folded(clause.words)]]
            case Field.STAGE:
                yield indexed.stage(clause.words)

    def _any(self, clause: Clause) -> Match | None:
        """Return what answers words anywhere: by their forms, by tags, as days or as an amount."""
        said = self._said(clause, None)
        if said is None or clause.is_phrase:
            return said
        found = [said]
        found += [Run((indexed.tag(one),)) for one in self._tags_like(clause.words)]
        if clause.days is not None:
            found.append(_blocks(DAYS.span(*of_days(clause.days.first, clause.days.last))))
        if clause.amount is not None:
            found.append(_blocks(AMOUNTS.span(clause.amount, clause.amount)))
        return any_of(found)

    def _said(self, clause: Clause, part: Part | None) -> Match | None:
        if clause.is_phrase:
            phrase = phrase_of(clause.words, is_open=False)
            return Run(phrase.tokens, part, phrase.is_open) if phrase else None
        words = clause.words.split()
        last = len(words) - 1
        each = [
            self._word(word, part, is_open=clause.is_open and place == last)
            for place, word in enumerate(words)
        ]
        said = tuple(one for one in each if one is not None)
        return said[0] if len(said) == 1 else AllOf(said) if said else None

    def _word(self, word: str, part: Part | None, *, is_open: bool) -> Match | None:
        phrase = phrase_of(word, is_open=is_open)
        if phrase is None:
            return None
        *before, last = phrase.tokens
        if before or not is_word(last):
            is_long = len(last) >= SHORTEST_BEGINNING or not last.isascii()
            return Run(phrase.tokens, part, phrase.is_open and is_long)
        longer = self._words.begun(last) if is_open else ()
        words = dict.fromkeys((last, *self._words.forms(last), *longer))
        return any_of(Run((one,), part) for one in words)

    def _types(self, named: str) -> Iterator[int]:
        """Yield the types of a name or code, several between commas; none that is hidden."""
        wanted = {plain_name(name) for name in named.split(",")}
        for one in self._register.types:
            names = {plain_name(name) for name in (one.code, *one.names.values())}
            if one.id not in self._hidden and not names.isdisjoint(wanted):
                yield one.id

    def _tags_named(self, named: str) -> Iterator[int]:
        """Yield the tags of a name, several between commas, with those under them."""
        wanted = {plain_name(name) for name in named.split(",")}
        for one in self._tags.values():
            if plain_name(one.name) in wanted:
                yield from sorted(within(one.id, self._tags))

    def _tags_like(self, word: str) -> Iterator[int]:
        """Yield the tags in whose name a word or a form of it stands, with those under them."""
        said = frozenset(tokens_of((word,)))
        alike = frozenset[str]().union(*map(keys, said))
        for one in self._tags.values():
            named = frozenset(tokens_of((one.name,)))
            is_form = not alike.isdisjoint(frozenset[str]().union(*map(keys, named)))
            if is_form or said <= named:
                yield from sorted(within(one.id, self._tags))

    @cached_property
    def _tags(self) -> dict[TagId, Tag]:
        return self._desk.store.kinds.tags()


def _card_clauses(wanted: Wanted) -> Iterator[Clause]:
    """Yield what is wanted of a card and is asked as a question would ask it."""
    if wanted.since or wanted.until:
        low, high = of_days(wanted.since or date.min, wanted.until or date.max)
        yield Clause(Field.DAY, "", low=low, high=high)
    if wanted.binder:
        yield Clause(Field.BINDER, wanted.binder)


def _after(name: str, words: str) -> Match:
    """Return what answers words right behind the name of a field."""
    phrase = phrase_of(words, is_open=True)
    if phrase is None:
        return Run((name,))
    is_long = len(phrase.tokens[-1]) >= SHORTEST_BEGINNING
    return Run((name, *phrase.tokens), Part.CARD, phrase.is_open and is_long)


def _blocks(span: Span) -> Match:
    wanted, without = (
        tuple(Run((indexed.block(one),)) for one in blocks)
        for blocks in (span.wanted, span.without)
    )
    return AllOf((AnyOf(wanted),), without) if without else AnyOf(wanted)
