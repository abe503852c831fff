"""The letters: what came in and what goes out, side by side."""

from __future__ import annotations

from functools import partial

from app.lang.texts import mark
from app.services.letters_due import DueToday
from app.ui.correspondence.due import DueCount
from app.ui.correspondence.incoming_list import IncomingList
from app.ui.correspondence.mail_list import MailList
from app.ui.correspondence.outgoing_list import OutgoingList
from app.ui.correspondence.postage import PostageSection
from app.ui.correspondence.preparing import begin_mailing
from app.ui.correspondence.shelves import LISTS, SNIPPETS, TEMPLATES, RunShelf
from app.ui.correspondence.to_do import ToDoSection
from app.ui.kit.sections import Section, Sections
from app.ui.kit.shelf import Shelf
from app.ui.kit.shell import Shell

_REGISTERS = ("in", "out", "mail", "to-do", "mailings")
_POSTAGE = ("out", "postage")
_SHELVES = ("in", "mailings", "lists", "templates", "snippets")


class LettersTab(Sections):
    """The ways into the correspondence."""

    def __init__(self, shell: Shell) -> None:
        lists, templates, snippets = (
            partial(Shelf, shell, kept=LISTS),
            partial(Shelf, shell, kept=TEMPLATES),
            partial(Shelf, shell, kept=SNIPPETS),
        )
        super().__init__(
            (
                Section("in", mark("Letters in"), partial(IncomingList, shell), _REGISTERS),
                Section("out", mark("Letters out"), partial(OutgoingList, shell), _REGISTERS),
                Section("mail", mark("Mail"), partial(MailList, shell), _REGISTERS),
                Section("to-do", mark("To do"), partial(ToDoSection, shell), _REGISTERS),
                Section("postage", mark("Postage"), partial(PostageSection, shell), _POSTAGE),
                Section("mailings", mark("Mailings"), partial(RunShelf, shell), _SHELVES),
                Section("lists", mark("Lists"), lists, _SHELVES),
                Section("templates", mark("Templates"), templates, _SHELVES),
                Section("snippets", mark("Snippets"), snippets, _SHELVES),
            )
        )
        shell.book.offer(
            self,
            {
                "letters.in": partial(self.show_section, "in"),
                "letters.out": partial(self.show_section, "out"),
                "letters.mail": partial(self.show_section, "mail"),
                "letters.stationery": partial(shell.open, "stationery"),
                "post.accounts": partial(shell.open, "mail-accounts"),
                "letters.kinds": partial(shell.open, "letter-kinds"),
                "letters.mailings": partial(self.show_section, "mailings"),
                "letters.lists": partial(self.show_section, "lists"),
                "letters.templates": partial(self.show_section, "templates"),
                "letters.snippets": partial(self.show_section, "snippets"),
                "mailing.new": partial(begin_mailing, shell, self),
                "letters.postage": partial(self.show_section, "postage"),
                "letters.to-do": partial(self.show_section, "to-do"),
            },
        )
        self._due = DueCount(shell, self)
        self._due.told.connect(self._count)
        self._due.ask()

    def _count(self, due: DueToday) -> None:
        """Show on the strips how much is due."""
        self.count({"in": due.replies, "mail": due.mails, "to-do": due.follow_ups})
