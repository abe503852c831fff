"""What is kept for letters to many: mailings, their lists, templates and snippets."""

from __future__ import annotations

from app.domain.contacts.mailing import MailingList
from app.domain.correspondence.merging import RunRow, RunState
from app.domain.correspondence.plain_text import plain_text
from app.domain.correspondence.template import Snippet, Template
from app.lang.texts import mark
from app.services import mailing_lists, merge_runs, snippets, templates
from app.ui.correspondence.list_words import rule_text
from app.ui.correspondence.preparing import begin_mailing
from app.ui.correspondence.words import channel_text, moment_text
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.listing import Empty
from app.ui.kit.sections import Strip
from app.ui.kit.shelf import Kept, Moves, Shelf
from app.ui.kit.shell import Shell
from app.ui.kit.table import Column
from app.ui.kit.texts import _

RUN_STATES = {
    RunState.PREPARED: mark("Not issued"),
    RunState.ISSUED: mark("Issued"),
    RunState.DISCARDED: mark("Discarded"),
}
RUN_TONES = {
    RunState.PREPARED: "warn",
    RunState.ISSUED: "good",
    RunState.DISCARDED: "muted",
}
LONGEST = 90


def _languages(kept: Template | Snippet) -> str:
    return ", ".join(_(LANGUAGES.get(one.language, one.language)) for one in kept.texts)


def _first_words(one: Snippet) -> str:
    words = " ".join(plain_text(one.texts[0].body).split()) if one.texts else ""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


RUNS: Kept[RunRow] = Kept(
    kind="merge-run",
    title=mark("Mailings"),
    new=mark("Write to many…"),
    columns=(
        Column(mark("Mailing"), lambda row: row.run.name, width=240),
        Column(mark("Made"), lambda row: moment_text(row.run.made_at), width=140),
        Column(mark("By"), lambda row: row.run.made_by, width=100),
        Column(mark("Letters"), lambda row: str(row.ready + row.issued), right=True, width=80),
        Column(mark("Skipped"), lambda row: str(row.skipped), right=True, width=80),
        Column(
            mark("Status"),
            lambda row: _(RUN_STATES[row.run.state]),
            tone=lambda row: RUN_TONES[row.run.state],
            is_pill=True,
            width=100,
        ),
    ),
    room=mark("Mailing"),
    read=merge_runs.runs,
    tables=frozenset({"merge_run", "merge_item"}),
    empty=Empty(
        "mail-forward",
        mark("No letter has gone to many yet"),
        mark("Choose a list and a template: each receiver gets a numbered letter of their own."),
    ),
)
LISTS: Kept[MailingList] = Kept(
    kind="mailing-list",
    title=mark("Mailing lists"),
    new=mark("New mailing list"),
    columns=(
        Column(mark("Name"), lambda row: row.form.name, width=200),
        Column(mark("Who is on it"), lambda row: rule_text(row.form), width=360),
    ),
    room=mark("Who is on it"),
    read=mailing_lists.lists,
    tables=frozenset({"mailing_list"}),
    empty=Empty(
        "users",
        mark("No mailing list yet"),
        mark("A list finds its contacts by a rule, as a town or a role, or holds those you add."),
    ),
    moves=Moves(
        mailing_lists.put_away,
        mailing_lists.take_back,
        lambda row: row.form.name,
    ),
)
TEMPLATES: Kept[Template] = Kept(
    kind="template",
    title=mark("Templates"),
    new=mark("New template"),
    columns=(
        Column(mark("Name"), lambda row: row.name, width=220),
        Column(mark("Languages"), _languages, width=220),
        Column(mark("Goes by"), lambda row: channel_text(row.channel), width=120),
    ),
    room=mark("Name"),
    read=templates.templates,
    tables=frozenset({"letter_template"}),
    empty=Empty(
        "writing",
        mark("No template yet"),
        mark("What is written again and again is kept here, once in each language."),
    ),
    moves=Moves(
        templates.put_away,
        templates.take_back,
        lambda row: row.name,
    ),
)
SNIPPETS: Kept[Snippet] = Kept(
    kind="snippet",
    title=mark("Snippets"),
    new=mark("New snippet"),
    columns=(
        Column(mark("Shortcut"), lambda row: f"::{row.shortcut}", width=140),
        Column(mark("Words"), _first_words, width=360),
        Column(mark("Languages"), _languages, width=200),
    ),
    room=mark("Words"),
    read=snippets.snippets,
    tables=frozenset({"snippet"}),
    empty=Empty(
        "message",
        mark("No snippet yet"),
        mark("Type two colons and its shortcut in a letter, and its words stand there."),
    ),
    moves=Moves(
        snippets.put_away,
        snippets.take_back,
        lambda row: f"::{row.shortcut}",
    ),
)


class RunShelf(Shelf[RunRow]):
    """Lists mailings; a new one asks for a list and a template first."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, RUNS)

    def begin(self) -> None:
        begin_mailing(self.shell, self)
