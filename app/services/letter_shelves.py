"""What is kept for letters as it is opened: all that a form begins with, and how it would print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.contacts.mailing import MailingForm, MailingList, Wanted
from app.domain.contacts.row import ContactRow
from app.domain.correspondence.body import EMPTY, Body
from app.domain.correspondence.letter import LetterType, Signatory
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.correspondence.template import (
    Snippet,
    SnippetForm,
    Template,
    TemplateForm,
    text_in,
)
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ContactId, MailingListId, SnippetId, TemplateId
from app.domain.shared.problems import Problem
from app.services import contacts, drafts, letters_out, mailing_lists, snippets, templates
from app.services.letter_issuing import LetterIssuer
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class OpenedTemplate:
    """A template as it is written; ``home`` is the language of the office."""

    template: Template | None
    form: TemplateForm
    types: tuple[LetterType, ...]
    signatories: tuple[Signatory, ...]
    snippets: Mapping[str, Body]
    sample: ContactRow | None
    home: str
    draft: FormDraft | None


@dataclass(frozen=True, slots=True)
class OpenedSnippet:
    """A snippet as it is written."""

    snippet: Snippet | None
    form: SnippetForm
    home: str
    draft: FormDraft | None


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A mailing list as it is written; ``names`` are those added and left out by hand."""

    kept: MailingList | None
    form: MailingForm
    names: tuple[ContactRow, ...]
    draft: FormDraft | None


@dataclass(frozen=True, slots=True)
class Sample:
    """A template as one receiver would read it, and what this receiver leaves open."""

    pdf: bytes
    problems: tuple[Problem, ...]


@query(Permission.LETTERS_READ)
def template(
    desk: Desk, template_id: TemplateId | None = None, held: frozenset[int] = frozenset()
) -> OpenedTemplate:
    """Return a template, or what a new one begins with; raises NotFound."""
    draft = _draft(desk, templates.KIND, template_id, held)
    is_new = template_id is None or (draft is not None and draft.is_new)
    kept = None if is_new or template_id is None else desk.store.templates.get(template_id)
    home = desk.store.company.get().language
    return OpenedTemplate(
        template=kept,
        form=templates.form_of(kept) if kept else TemplateForm(""),
        types=desk.store.letter_types.all(),
        signatories=desk.store.signatories.all(),
        snippets=snippets.bodies(desk, home),
        sample=next(iter(contacts.find(desk, "", 1)), None),
        home=home,
        draft=draft,
    )


@query(Permission.LETTERS_READ)
def snippet(
    desk: Desk, snippet_id: SnippetId | None = None, held: frozenset[int] = frozenset()
) -> OpenedSnippet:
    """Return a snippet, or what a new one begins with; raises NotFound."""
    draft = _draft(desk, snippets.KIND, snippet_id, held)
    is_new = snippet_id is None or (draft is not None and draft.is_new)
    kept = None if is_new or snippet_id is None else desk.store.snippets.get(snippet_id)
    form = SnippetForm(kept.shortcut, kept.texts) if kept else SnippetForm("")
    return OpenedSnippet(kept, form, desk.store.company.get().language, draft)


@query(Permission.CONTACTS_READ)
def mailing_list(
    desk: Desk, list_id: MailingListId | None = None, held: frozenset[int] = frozenset()
) -> OpenedList:
    """Return a mailing list, or what a new one begins with; raises NotFound."""
    draft = _draft(desk, mailing_lists.KIND, list_id, held)
    is_new = list_id is None or (draft is not None and draft.is_new)
    kept = None if is_new or list_id is None else desk.store.mailing_lists.get(list_id)
    form = kept.form if kept else MailingForm("", Wanted())
    names = desk.store.contact_lists.rows((*form.added, *form.left_out))
    return OpenedList(kept, form, names, draft)


@query(Permission.LETTERS_READ)
def sample(
    desk: Desk, form: TemplateForm, language: str, contact_id: ContactId | None = None
) -> Sample:
    """Return what a template says in a language as it would be printed for a receiver."""
    text = text_in(form.texts, language)
    is_there = text is not None and text.language == language
    written = OutgoingForm(
        addressee_id=contact_id,
        language=language,
        subject=text.subject if text and is_there else "",
        type_id=form.type_id,
        channel=form.channel,
        signatory_id=form.signatory_id,
        layout=form.layout,
        body=text.body if text and is_there else EMPTY,
    )
    letter, issuer = letters_out.written(desk, written), LetterIssuer(desk)
    return Sample(issuer.preview(letter), issuer.problems(letter))


def _draft(desk: Desk, kind: str, entity: int | None, held: frozenset[int]) -> FormDraft | None:
    if entity is None:
        return drafts.waiting(desk, kind, held)
    return desk.store.drafts.kept(kind, entity, desk.who.name)
