"""Writing to many: which list, by which template, on what day and which way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from app.domain.contacts.mailing import MailingList
from app.domain.correspondence.letter import Channel
from app.domain.correspondence.merging import KIND, MergeRun
from app.domain.correspondence.template import Template
from app.domain.shared.ids import MailingListId, TemplateId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import mailing_lists, merge_runs, templates
from app.ui.correspondence.list_words import rule_text
from app.ui.correspondence.words import CHANNELS
from app.ui.kit.dialogs import Dialog, tell
from app.ui.kit.editor import CheckEdit, Editor
from app.ui.kit.fields import ChoiceEdit, DateEdit
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class MailingDialog(Dialog):
    """Asks for a list and a template; what stands in the way is told at its field."""

    drafted_of = 0

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        lists: Sequence[MailingList],
        kept: Sequence[Template],
    ) -> None:
        text = _("Each letter can be read before any is issued, and nothing is numbered yet.")
        super().__init__(parent, _("Write to many"), text, "mail-forward")
        self._shell = shell
        self._kept = {one.id: one for one in kept}
        named = [(one.id, f"{one.form.name} – {rule_text(one.form)}") for one in lists]
        self.list: ChoiceEdit[MailingListId] = ChoiceEdit(named)
        self.template: ChoiceEdit[TemplateId] = ChoiceEdit([(one.id, one.name) for one in kept])
        self.channel = ChoiceEdit([(way, _(name)) for way, name in CHANNELS.items()])
        self.dated_on = DateEdit(shell.today)
        self.dated_on.setPlaceholderText(_("The day of issue"))
        self.notes = {name: plain_label("", "bad") for name in ("list_id", "template_id")}
        self._put("list_id", _("Mailing list"), self.list)
        self._put("template_id", _("Template"), self.template)
        self._put("channel", _("Goes by"), self.channel)
        self.otherwise = CheckEdit(_("By post to who has no e-mail address"))
        self.otherwise.put(True)  # noqa: FBT003  an editor is given its value
        self.add_field(self.otherwise)
        self.channel.currentIndexChanged.connect(self._turn)
        self._put("dated_on", _("Date"), self.dated_on)
        self.template.currentIndexChanged.connect(self._follow)
        self._follow()
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Prepare"), self._take, primary=True)
        self.list.setFocus()

    def _put(self, name: str, label: str, editor: Editor) -> None:
        editor.setAccessibleName(label)
        self.add_field(plain_label(label, "muted"))
        self.add_field(editor)
        if name in self.notes:
            note = self.notes[name]
            note.setWordWrap(True)
            note.hide()
            self.add_field(note)

    def _follow(self, _index: int = 0) -> None:
        self.channel.put(self._kept[self.template.value()].channel)
        self._turn()

    def _turn(self, _index: int = 0) -> None:
        """Ask what becomes of who has no e-mail address, where that counts."""
        self.otherwise.setVisible(self.channel.value() is Channel.EMAIL)

    def _take(self) -> None:
        if not self.dated_on.is_readable():
            self.dated_on.setFocus()
            return
        asked = (self.list.value(), self.template.value(), self.dated_on.value())
        by_mail = self.channel.value() is Channel.EMAIL
        otherwise = Channel.POST if by_mail and self.otherwise.value() else None
        ways: tuple[Channel | None, Channel | None] = (self.channel.value(), otherwise)
        work = self._shell.client.work(
            self._prepared, merge_runs.prepare, *asked, *ways, refused=self._refused
        )
        self._shell.watch(work, _("Preparing the letters"))

    def _prepared(self, run: MergeRun) -> None:
        self.accept()
        self._shell.open(KIND, run.id)

    def _refused(self, error: OfficeError) -> None:
        problems = error.problems if isinstance(error, Invalid) else ()
        if not problems:
            self.reject()
            self._shell.refuse(error)
        for name, note in self.notes.items():
            self._tell(note, next((one for one in problems if one.field == name), None))

    def _tell(self, note: QLabel, problem: Problem | None) -> None:
        note.setText(f"✕ {problem_text(problem)}" if problem else "")
        show_role(note, "bad")
        note.setVisible(problem is not None)


def begin_mailing(shell: Shell, parent: QWidget) -> None:
    """Ask for a list and a template, and open the mailing that is prepared."""
    Beginning(shell, parent).start()


class Beginning:
    """Reads what there is to choose from, then asks."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent

    def start(self) -> None:
        """Ask for the lists, then for the templates."""
        self._shell.client.ask_each(self._know_lists, mailing_lists.lists)

    def _know_lists(self, lists: Sequence[MailingList]) -> None:
        answer = partial(self._know_templates, lists)
        self._shell.client.ask_each(answer, templates.templates)

    def _know_templates(self, lists: Sequence[MailingList], kept: Sequence[Template]) -> None:
        if not lists:
            tell(
                self._parent,
                _("There is no mailing list yet"),
                _("Make one under Mailing lists: by a rule, or by hand."),
            )
        elif not kept:
            tell(
                self._parent,
                _("There is no template yet"),
                _("Write one under Templates: what every letter of the mailing says."),
            )
        else:
            MailingDialog(self._shell, self._parent, lists, kept).open()
