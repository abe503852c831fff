"""How the office destroys: after how many days the trash may go, and whether two have to agree."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.archive.disposal import DisposalRules
from app.services import disposing
from app.ui.archive.form_dialog import FormDialog, Refused
from app.ui.kit.dialogs import Question
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import NumberEdit
from app.ui.kit.form import Form
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class DisposalRulesFields(Form):
    """The days in the trash, and four eyes."""

    def __init__(self, before: DisposalRules) -> None:
        super().__init__()
        self.days = NumberEdit(0)
        self.four_eyes = CheckEdit(_("Whoever proposed a list cannot sign it"))
        self.add("trash_days", _("Days in the trash"), self.days, columns=6)
        self.add("is_four_eyes", _("Four eyes"), self.four_eyes, columns=12)
        self.put(before)

    def put(self, rules: DisposalRules) -> None:
        """Show the rules."""
        self.days.put(Decimal(rules.trash_days))
        self.four_eyes.put(rules.is_four_eyes)

    def trash_days(self) -> int:
        """Return the days; none while they cannot be read."""
        days = self.days.value() if self.days.is_readable() else None
        return int(days) if days is not None else 0


class DisposalRulesDialog(FormDialog):
    """Changes how the office destroys."""

    def __init__(self, parent: QWidget, shell: Shell, before: DisposalRules) -> None:
        question = Question(
            _("How documents are destroyed"),
            _("It holds for every list that is signed from now on."),
            _("Save"),
        )
        super().__init__(parent, shell, question, "file-x")
        self._before = before
        self.fields = DisposalRulesFields(before)
        self.hold(self.fields, self._keep)
        self.guard("disposal_rules", before.version, self._reread)

    def _reread(self) -> None:
        if self.standoff is not None:
            self._shell.client.ask_or(self._show, self.standoff.lost, disposing.rules)

    def _show(self, rules: DisposalRules) -> None:
        self._before = rules
        self.fields.put(rules)
        if self.standoff is not None:
            self.standoff.opened(rules.version)

    def _keep(self, refused: Refused) -> None:
        known = (self._before.version, self.fields.trash_days(), self.fields.four_eyes.value())
        self._shell.client.do(self._kept, disposing.set_rules, *known, refused=refused)

    def _kept(self, _rules: DisposalRules) -> None:
        self._shell.say(_("Kept: this is how documents are destroyed"))
        self.accept()
