"""What the sample company writes again and again: templates, snippets, lists and a mailing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app import RESOURCES
from app.domain.contacts.contact import Role
from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.correspondence.scripts import body_of
from app.domain.correspondence.template import (
    SnippetForm,
    SnippetText,
    TemplateForm,
    TemplateText,
)
from app.domain.shared.ids import MailingListId, TemplateId
from app.services import admin, mailing_lists, merge_runs, snippets, templates
from app.services.office import Office

Story = Mapping[str, Any]


def tell_mailings(office: Office) -> None:
    """Write templates, snippets and lists, and prepare a mailing that is not issued yet."""
    path = RESOURCES / "demo" / "mailings.toml"
    story = tomllib.loads(path.read_text("utf-8"))
    home = office.ask(admin.company).language
    kept = {one["key"]: _template(office, one, home) for one in story["templates"]}
    for one in story["snippets"]:
        texts = tuple(SnippetText(code, body_of((said,))) for code, said in one["texts"].items())
        office.do(snippets.add, SnippetForm(one["shortcut"], texts))
    lists = {one["key"]: _list(office, one, home) for one in story["lists"]}
    for one in story["runs"]:
        office.do(merge_runs.prepare, lists[one["list"]], kept[one["template"]])


def parted(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with an empty one between them."""
    for place, line in enumerate(lines):
        if place:
            yield ""
        yield line


def _template(office: Office, one: Story, home: str) -> TemplateId:
    texts = tuple(
        TemplateText(text["language"], text["subject"], body_of(parted(text["words"])))
        for text in one["texts"]
    )
    form = TemplateForm(one["name"].get(home, one["name"]["en"]), texts)
    return office.do(templates.add, form).result.id


def _list(office: Office, one: Story, home: str) -> MailingListId:
    wanted = Wanted(roles=frozenset({Role(one["role"])}))
    form = MailingForm(one["name"].get(home, one["name"]["en"]), wanted)
    return office.do(mailing_lists.add, form).result.id
