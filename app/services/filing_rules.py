"""Filing rules: said once, tried out over what is there, and applied to what comes in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.form import UNKNOWN_STAGE, UNKNOWN_TAG, UNKNOWN_TYPE
from app.domain.archive.offers import Choice, chosen
from app.domain.archive.row import Wanted
from app.domain.archive.rules import (
    Case,
    FilingRule,
    Then,
    When,
    applied,
    check,
    fits,
    tidied,
    written,
)
from app.domain.shared.ids import DocumentId, DocumentTypeId, FilingRuleId, new_id
from app.domain.shared.paging import View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services.learning import Learner
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import Register
from app.services.suggesting import Thought

MOST_TRIED = 10_000
"""How many of the newest documents a rule is tried out on."""

_EXAMPLES, _AT_ONCE = 20, 200
_LIVING = (DocumentState.INBOX, DocumentState.FILED)
_RECOGNISED = ("correspondent_id", "type_id", "amount")


@dataclass(frozen=True, slots=True)
class RuleForm:
    """The editable part of a rule."""

    name: str
    when: When
    then: Then
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Touched:
    """A document that a rule would write on."""

    document_id: DocumentId
    title: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule would do: how many documents it fits and touches, and the newest of them.

    ``tried`` are the documents looked at; the office may have more when it is ``MOST_TRIED``.
    """

    tried: int
    fitting: int
    touched: int
    examples: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rules with what is needed to show them: the names of their contacts, our currency."""

    rules: tuple[FilingRule, ...]
    names: Mapping[str, str]
    currency: str


@query(Permission.ARCHIVE_READ)
def ruling(desk: Desk) -> Ruling:
    """Return the rules in their order, with the names of the contacts by their ids."""
    shown = rules(desk)
    named = (one for each in shown for one in (each.when, each.then))
    ids = [one.correspondent_id for one in named if one.correspondent_id is not None]
    rows = desk.store.contact_lists.rows(ids)
    names = {str(row.id): row.name for row in rows}
    return Ruling(shown, names, desk.store.company.get().currency)


@query(Permission.ARCHIVE_READ)
def rules(desk: Desk) -> tuple[FilingRule, ...]:
    """Return the rules in their order, but for those about types that the asker may not see."""
    hidden = Register(desk).hidden
    return tuple(one for one in desk.store.filing_rules.all() if not _names(one, hidden))


@command(Permission.ARCHIVE_ARRANGE)
def add_rule(desk: Desk, form: RuleForm) -> FilingRule:
    """Add a rule behind all others; raises Invalid."""
    places = [one.position for one in desk.store.filing_rules.all()]
    place = max(places, default=-1) + 1
    new = _rule(desk, FilingRuleId(new_id()), 1, place, form)
    desk.store.filing_rules.add(new)
    return new


@command(Permission.ARCHIVE_ARRANGE)
def change_rule(desk: Desk, rule_id: FilingRuleId, version: int, form: RuleForm) -> FilingRule:
    """Change a rule; raises Invalid, or Conflict if it changed since."""
    before = _get(desk, rule_id)
    if before.version != version:
        raise Conflict(record="filing_rule", id=rule_id)
    after = _rule(desk, rule_id, version, before.position, form)
    return desk.store.filing_rules.save(before, after)


@command(Permission.ARCHIVE_ARRANGE)
def remove_rule(desk: Desk, rule_id: FilingRuleId) -> None:
    """Remove a rule; what it wrote stays."""
    desk.store.filing_rules.remove(_get(desk, rule_id))


@command(Permission.ARCHIVE_ARRANGE)
def reorder_rules(desk: Desk, ids: tuple[FilingRuleId, ...]) -> tuple[FilingRule, ...]:
    """Put rules into this order; those that are not named follow as they stood."""
    known = {one.id: one for one in desk.store.filing_rules.all()}
    named = [known[one] for one in dict.fromkeys(ids) if one in known]
    rest = [one for one in known.values() if one not in named]
    desk.store.filing_rules.arrange((*named, *rest))
    return rules(desk)


@query(Permission.ARCHIVE_ARRANGE)
def try_out(desk: Desk, form: RuleForm) -> Trial:
    """Return what a rule would do to the documents that are there; raises Invalid."""
    rule = _rule(desk, FilingRuleId(0), 1, 0, form)
    book = RuleBook(desk)
    tried, fitting, touched = 0, 0, list[Touched]()
    for document, after in book.trial(rule):
        tried += 1
        fitting += after is not None
        if after is not None and after != document:
            touched.append(Touched(document.id, document.title))
    return Trial(tried, fitting, len(touched), tuple(touched[:_EXAMPLES]))


@command(Permission.ARCHIVE_ARRANGE)
def run_rule(desk: Desk, rule_id: FilingRuleId) -> int:
    """Apply a rule to the documents that are there; return how many it wrote on."""
    rule, book = _get(desk, rule_id), RuleBook(desk)
    register, count = Register(desk), 0
    for document, after in tuple(book.trial(rule)):
        if after is not None and after != document:
            register.save(document, after)
            count += 1
    return count


class RuleBook:
    """The rules at one desk, applied to documents."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._types = desk.store.kinds.types()

    def sort(self, ids: Iterable[DocumentId]) -> None:
        """Apply the rules to documents that came into the inbox, or whose text has become known."""
        active = [one for one in self._store.filing_rules.all() if one.is_active]
        if not active:
            return
        register = Register(self._desk)
        for document in self._store.documents.get_all(tuple(ids)):
            if document.state is not DocumentState.INBOX or document.locked_by:
                continue
            after = applied(active, self._case(document, active), self._types)
            if after != document:
                register.save(document, after)

    def trial(self, rule: FilingRule) -> Iterator[tuple[Document, Document | None]]:
        """Yield the newest documents, each as the rule would leave it, or none where not fitting.

        What is sealed or taken out stays as it is, and so does what the asker may not see.
        """
        register = Register(self._desk)
        scope = register.scope(Wanted(states=_LIVING, is_sealed=False))
        ids = self._store.document_lists.first(View(), MOST_TRIED, scope)
        for start in range(0, len(ids), _AT_ONCE):
            self._desk.progress(start, len(ids))
            for document in self._store.documents.get_all(ids[start : start + _AT_ONCE]):
                if not document.locked_by:
                    yield document, self._outcome(rule, document)

    def _outcome(self, rule: FilingRule, document: Document) -> Document | None:
        """Return a document as one rule leaves it, or none; a text is read last."""
        textless = replace(rule.when, words=())
        if rule.when.words and not textless.is_empty and document.state is DocumentState.FILED:
            card = Case(document, self._file_name(document), self._places(document, (rule,)))
            if not fits(textless, card):
                return None
        case = self._case(document, (rule,))
        return written(rule.then, document, self._types) if fits(rule.when, case) else None

    def _case(self, document: Document, asked: Sequence[FilingRule]) -> Case:
        """Return a document as these rules look at it: no more is read than they ask for."""
        needs_text = any(one.when.words for one in asked)
        file = self._store.archive.get(document.file_id)
        texts = Learner(self._desk).texts(file) if needs_text else ()
        seen = self._seen(document) if self._needs_sight(document, asked) else None
        return Case(document, file.name, self._places(document, asked), texts, seen)

    def _needs_sight(self, document: Document, asked: Sequence[FilingRule]) -> bool:
        wanted = [
            name
            for one in asked
            for name, is_asked in (
                ("correspondent_id", one.when.correspondent_id is not None),
                ("type_id", one.when.type_id is not None),
                ("amount", one.when.least is not None or one.when.most is not None),
            )
            if is_asked
        ]
        is_new = document.state is DocumentState.INBOX
        return is_new and any(getattr(document, name) is None for name in wanted)

    def _seen(self, document: Document) -> Document:
        """Return the card as the text alone fills it, where that is sure."""
        sure = [
            Choice(one.field, one.value)
            for one in Thought(self._desk, document).offers()
            if one.is_sure and one.field in _RECOGNISED
        ]
        return chosen(document, sure).onto(document)

    def _places(self, document: Document, asked: Sequence[FilingRule]) -> tuple[str, ...]:
        if not any(one.when.folder for one in asked):
            return ()
        return tuple(one.place for one in self._store.arrivals.of(document.id))

    def _file_name(self, document: Document) -> str:
        return self._store.archive.get(document.file_id).name


def _names(one: FilingRule, types: Collection[DocumentTypeId]) -> bool:
    """Say whether a rule asks for one of some types, or writes it."""
    return one.when.type_id in types or one.then.type_id in types


def _get(desk: Desk, rule_id: FilingRuleId) -> FilingRule:
    """Return a rule; raises NotFound, also for one about a type that the asker may not see."""
    found = desk.store.filing_rules.get(rule_id)
    if _names(found, Register(desk).hidden):
        raise NotFound(record="filing_rule", id=rule_id)
    return found


def _rule(
    desk: Desk, rule_id: FilingRuleId, version: int, position: int, form: RuleForm
) -> FilingRule:
    """Return a rule as it is kept; raises Invalid, NotFound for no such contact."""
    rule = tidied(
        FilingRule(rule_id, version, position, form.name, form.when, form.then, form.is_active)
    )
    problems = (*check(rule), *_unknown(desk, rule))
    if problems:
        raise Invalid(problems)
    for contact_id in (rule.when.correspondent_id, rule.then.correspondent_id):
        if contact_id is not None:
            desk.store.contacts.get(contact_id)
    return rule


def _unknown(desk: Desk, rule: FilingRule) -> Iterator[Problem]:
    """Yield what a rule names that is not there, or that the asker may not see."""
    hidden = Register(desk).hidden
    types = {key: one for key, one in desk.store.kinds.types().items() if key not in hidden}
    for field, type_id in (("when", rule.when.type_id), ("then", rule.then.type_id)):
        if type_id is not None and type_id not in types:
            yield UNKNOWN_TYPE.at(f"{field}.type_id")
    if not set(rule.then.tags) <= set(desk.store.kinds.tags()):
        yield UNKNOWN_TAG.at("then.tags")
    type_id = rule.then.type_id or rule.when.type_id
    stage, named = rule.then.stage, types.get(type_id) if type_id else None
    if stage and named is not None and named.stage(stage) is None:
        yield UNKNOWN_STAGE.at("then.stage", stage=stage)
