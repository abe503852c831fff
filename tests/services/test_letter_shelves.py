"""Templates, snippets and lists as they are opened: what was kept, and what was typed and left."""

from __future__ import annotations

import pytest

from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.correspondence.body import written
from app.domain.correspondence.template import SnippetForm, SnippetText, TemplateForm, TemplateText
from app.domain.shared.ids import MailingListId, SnippetId, TemplateId
from app.domain.shared.refusals import Conflict, NotFound
from app.services import drafts, letter_shelves, mailing_lists, snippets, templates
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.services.letters import an_office
from tests.trade import AAMU

pytestmark = on_sqlite
TEMPLATE = TemplateForm("Prices", (TemplateText("fi", "Hinnat", written("Hinnat nousevat.")),))
SNIPPET = SnippetForm("greet", (SnippetText("fi", written("Hyvä asiakas,")),))
LIST = MailingForm("Tampere", Wanted(town="Tampere"), (AAMU.id,))


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_what_is_kept_opens_as_it_was(office: Office) -> None:
    template = office.do(templates.add, TEMPLATE).result
    snippet = office.do(snippets.add, SNIPPET).result
    listed = office.do(mailing_lists.add, LIST).result

    assert office.ask(letter_shelves.template, template.id).form == TEMPLATE
    assert office.ask(letter_shelves.snippet, snippet.id).form == SNIPPET
    opened = office.ask(letter_shelves.mailing_list, listed.id)
    assert (opened.form, [row.name for row in opened.names]) == (LIST, [AAMU.name])


def test_a_new_one_begins_with_what_was_typed_and_left(office: Office) -> None:
    typed = TemplateForm("Half of a na")
    office.do(drafts.keep, templates.KIND, 77, 0, typed)

    opened = office.ask(letter_shelves.template)

    assert opened.draft is not None
    assert opened.draft.entity == 77
    assert (opened.template, opened.sample is not None) == (None, True)
    office.do(templates.add, TEMPLATE, TemplateId(77))
    assert office.ask(letter_shelves.template).draft is None


def test_an_id_is_taken_once(office: Office) -> None:
    office.do(templates.add, TEMPLATE, TemplateId(5))

    with pytest.raises(Conflict):
        office.do(templates.add, TemplateForm("Other", TEMPLATE.texts), TemplateId(5))


def test_what_is_not_there_is_not_opened(office: Office) -> None:
    for ask, entity in (
        (letter_shelves.template, TemplateId(9)),
        (letter_shelves.snippet, SnippetId(9)),
        (letter_shelves.mailing_list, MailingListId(9)),
    ):
        with pytest.raises(NotFound):
            office.ask(ask, entity)  # type: ignore[arg-type]  # each with its own id


def test_a_sample_is_what_its_receiver_would_read(office: Office) -> None:
    sample = office.ask(letter_shelves.sample, TEMPLATE, "fi", AAMU.id)
    nothing = office.ask(letter_shelves.sample, TEMPLATE, "th", AAMU.id)

    assert sample.pdf.startswith(b"%PDF")
    assert sample.problems == ()
    assert "letters.without-words" in [one.code for one in nothing.problems]
