"""What VIES answered about a contact's VAT number, written down by hand; nothing is asked here."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.contacts.contact import Contact, VatAnswer, Verdict
from app.domain.contacts.vies import USUAL_SOURCE, VatForm
from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.services import vat_answers
from app.services.vat_answers import Proven
from app.ui.contacts.words import VERDICTS
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_WIDE = 560


class VatAnswerDialog(Dialog):
    """Asks what was answered, on which day, and by whom; Enter or the button keeps it."""

    def __init__(self, parent: QWidget, shell: Shell, proven: Proven) -> None:
        text = _(
            "Ask at ec.europa.eu/taxation_customs/vies, and write down what it says. It is the "
            "proof for a sale within the EU without VAT."
        )
        super().__init__(
            parent, _("VAT number {number}", number=proven.number), text, "world-check"
        )
        self.drafted_of = proven.contact.id
        self.setMinimumWidth(theme().px(_WIDE))
        self._shell = shell
        self._contact = proven.contact
        self.verdict: ChoiceEdit[Verdict] = ChoiceEdit([(one, _(VERDICTS[one])) for one in Verdict])
        self.on, self.source = DateEdit(shell.today), TextEdit()
        self.name, self.address = TextEdit(), MultiLine(2)
        self.consultation = TextEdit()
        self.form = Form()
        for path, name, editor, columns in (
            ("verdict", _("Answer"), self.verdict, 6),
            ("on", _("On"), self.on, 6),
            ("source", _("Source"), self.source, 6),
            ("consultation", _("Consultation number"), self.consultation, 6),
            ("name", _("Name as answered"), self.name, 12),
            ("address", _("Address as answered"), self.address, 12),
        ):
            self.form.add(path, name, editor, columns=columns)
        self.form.chain()
        self.form.submitted.connect(self.keep)
        record = (f"contact:{proven.contact.id}",)
        writing = Writing(self.form, self._reread, self.keep, record)
        self.standoff = settling(shell, self, writing)
        self.add_field(self.standoff.line)
        self.add_field(self.form)
        self._show(proven)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.keep_button = self.add_button(_("Keep"), self.keep, primary=True)
        self.verdict.setFocus()

    def value(self) -> VatForm:
        """Return what is written."""
        told = (self.source.value(), self.name.value(), self.address.value())
        return VatForm(self.verdict.value(), self.on.value(), *told, self.consultation.value())

    def keep(self) -> None:
        """Keep the answer, or show what has to be mended first."""
        if self.standoff.is_open:
            self.standoff.ask()
            return
        self.form.show_problems(())
        self.keep_button.setEnabled(False)
        known = (self._contact.id, self._contact.version, self.value())
        self._shell.client.do(self._kept, vat_answers.record, *known, refused=self._refused)

    def _reread(self) -> None:
        asked = self._contact.id
        self._shell.client.ask_or(self._show, self.standoff.lost, vat_answers.proven, asked)

    def _show(self, proven: Proven) -> None:
        self._contact = proven.contact
        self._put(proven.contact.vat_answer)
        self.form.call_clean()
        self.standoff.opened(proven.contact.version)

    def _put(self, answer: VatAnswer | None) -> None:
        self.on.put(self._shell.today())
        self.source.put(answer.source if answer else USUAL_SOURCE)
        if answer is not None:
            self.name.put(answer.name)
            self.address.put(answer.address)

    def _kept(self, contact: Contact) -> None:
        self.accept()
        self._shell.did(answered(self._contact, contact))

    def _refused(self, error: OfficeError) -> None:
        self.keep_button.setEnabled(True)
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems, focus=True)
        elif isinstance(error, Conflict | NotFound):
            self.standoff.meet()
        else:
            self._shell.refuse(error)


def answered(before: Contact, after: Contact) -> Deed:
    """Return that an answer was written down: it can be as it was."""
    text = _("The answer about {name} is kept", name=after.name)
    told = (after.id, after.version, before.vat_answer)
    return Deed(text, vat_answers.put_back, told, partial(answered, after))


def ask_vat_answer(page: QWidget, shell: Shell, proven: Proven) -> None:
    """Ask what was answered about a contact; one without a VAT number has none to ask about."""
    if proven.number:
        VatAnswerDialog(page, shell, proven).open()
    else:
        name = proven.contact.name
        shell.say(_("{name} has no VAT number of the EU", name=name))
