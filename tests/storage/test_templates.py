"""Templates and snippets come back as they were written, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.correspondence.body import Body, Chip, Paragraph, Words
from app.domain.correspondence.letter import Channel
from app.domain.correspondence.template import Snippet, SnippetText, Template, TemplateText
from app.domain.shared.ids import LetterTypeId, SignatoryId, SnippetId, TemplateId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database

BODY = Body((Paragraph((Words("Hei "), Chip("contact.name"))),))


def a_template(name: str) -> Template:
    return Template(
        id=TemplateId(new_id()),
        version=1,
        name=name,
        texts=(TemplateText("fi", "Tarjous", BODY), TemplateText("th", "ใบเสนอราคา", BODY)),
        type_id=LetterTypeId(3),
        channel=Channel.EMAIL,
        signatory_id=SignatoryId(4),
        layout="din5008",
    )


def test_a_template_comes_back_as_it_was_written(database: Database) -> None:
    one, two = a_template("a"), a_template("b")
    with database.write() as unit:
        unit.templates.add(one)
        unit.templates.add(two)

    with database.read() as unit:
        assert unit.templates.all() == (one, two)
        assert unit.templates.get(two.id) == two
        assert unit.templates.current(two.id, 1) == two
        with pytest.raises(NotFound):
            unit.templates.get(1)
        with pytest.raises(Conflict):
            unit.templates.current(two.id, 2)


def test_a_template_is_changed_only_as_it_was_read(database: Database) -> None:
    one = a_template("a")
    changed = replace(one, version=2, name="b", is_archived=True)
    with database.write() as unit:
        unit.templates.add(one)
        unit.templates.save(one, changed)

        with pytest.raises(Conflict):
            unit.templates.save(one, changed)
        assert unit.templates.all() == (changed,)
        noted = [change.record for change in unit.changes.noted]
    assert noted == [f"template:{one.id}"] * 2


def test_a_snippet_comes_back_as_it_was_written(database: Database) -> None:
    snippet = Snippet(SnippetId(new_id()), 1, "greet", (SnippetText("en", BODY),))
    with database.write() as unit:
        unit.snippets.add(snippet)
        unit.snippets.save(snippet, replace(snippet, version=2, is_archived=True))

    with database.read() as unit:
        assert unit.snippets.all() == (replace(snippet, version=2, is_archived=True),)
