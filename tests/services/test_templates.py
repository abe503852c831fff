"""Templates have a name of their own, texts in languages, and fields that letters have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.correspondence.body import EMPTY, Body, Chip, Paragraph, Words, written
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.domain.shared.refusals import Conflict, Invalid
from app.services import templates
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role

SAID = written("Sorry.")
SORRY = TemplateForm(" Sorry for  the delay ", (TemplateText("en", "Delay", SAID),))


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_a_template_is_kept_tidy_and_listed_by_name(office: Office) -> None:
    sorry = office.do(templates.add, SORRY).result
    offer = office.do(templates.add, replace(SORRY, name="Offer")).result

    assert sorry.name == "Sorry for the delay"
    assert office.ask(templates.templates) == (offer, sorry)
    assert office.ask(templates.get, offer.id) == offer


def test_a_language_in_which_nothing_is_written_is_left_out(office: Office) -> None:
    texts = (*SORRY.texts, TemplateText("fi", " ", Body((Paragraph((Words(""),)),))))

    assert office.do(templates.add, replace(SORRY, texts=texts)).result.texts == SORRY.texts


def test_two_templates_in_use_have_two_names(office: Office) -> None:
    first = office.do(templates.add, SORRY).result
    with pytest.raises(Invalid) as taken:
        office.do(templates.add, replace(SORRY, name="SORRY for the delay"))
    office.do(templates.put_away, first.id, 1)
    office.do(templates.add, SORRY)

    with pytest.raises(Invalid) as again:
        office.do(templates.take_back, first.id, 2)

    assert codes(taken) == codes(again) == ["templates.name-taken"]


def test_a_template_without_text_or_with_one_language_twice_is_refused(office: Office) -> None:
    with pytest.raises(Invalid) as empty:
        office.do(templates.add, TemplateForm("", (TemplateText("en", "", EMPTY),)))
    with pytest.raises(Invalid) as twice:
        office.do(templates.add, replace(SORRY, texts=SORRY.texts * 2))
    with pytest.raises(Invalid) as strange:
        office.do(templates.add, replace(SORRY, texts=(TemplateText("xx", "Delay", SAID),)))

    assert codes(empty) == ["templates.without-name", "templates.without-text"]
    assert codes(twice) == ["templates.twice-in-language"]
    assert codes(strange) == ["language.unknown"]


def test_a_field_that_no_letter_has_is_refused_at_its_text(office: Office) -> None:
    body = Body((Paragraph((Chip("contact.shoe-size"),)),))

    with pytest.raises(Invalid) as refused:
        office.do(templates.add, replace(SORRY, texts=(TemplateText("en", "x", body),)))

    assert [one.field for one in refused.value.problems] == ["texts.0.body"]
    assert office.ask(templates.templates) == ()


def test_a_template_is_changed_only_as_it_was_read(office: Office) -> None:
    first = office.do(templates.add, SORRY).result

    changed = office.do(templates.change, first.id, 1, replace(SORRY, name="Late")).result

    assert changed.name == "Late"
    with pytest.raises(Conflict):
        office.do(templates.change, first.id, 1, SORRY)


def test_what_was_put_away_is_listed_only_when_asked_for(office: Office) -> None:
    first = office.do(templates.add, SORRY).result

    away = office.do(templates.put_away, first.id, 1).result

    assert office.ask(templates.templates) == ()
    assert office.ask(templates.templates, with_archived=True) == (away,)
    assert office.do(templates.take_back, first.id, 2).result.is_archived is False


def test_who_may_only_read_letters_writes_no_template(office: Office) -> None:
    reads = Role("reader", frozenset({Permission.LETTERS_READ}))
    reader = Office(office.database, office.clock, Actor("Reader", reads))

    with pytest.raises(NotAllowed):
        reader.do(templates.add, SORRY)
    assert reader.ask(templates.templates) == ()
