"""The paper of a contract in a tab: from which template, in which language, as it would print."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.employees.contract import Contract
from app.domain.shared.ids import ContractId, TemplateId
from app.domain.shared.refusals import OfficeError
from app.lang.letter_fields import LABELS
from app.services import contract_papers
from app.services.contract_papers import ContractPage, OpenedPaper, PaperChoice
from app.ui.kit.fields import ChoiceEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.sheets import controls
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

KIND = "contract-paper"
_VERBS = ("contract.take-template", "paper.print", "contract.file-paper")


class ContractPaperPage(RecordPage):
    """Shows a contract as it would print; filed, it lies in the file of the person."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self._contract = ContractId(record or 0)
        self._opened: OpenedPaper | None = None
        self.bar = PageBar(_("Paper of the contract"), shell.book, _VERBS)
        self.template: ChoiceEdit[TemplateId | None] = ChoiceEdit([(None, "–")])
        self.spoken: ChoiceEdit[str] = ChoiceEdit([("", "–")])
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        self._lay_out()
        self.setWindowTitle(_("Paper of the contract"))
        self.template.activated.connect(self._choose)
        self.spoken.activated.connect(self._ask_page)
        shell.book.offer(
            self,
            {
                "contract.file-paper": self._file,
                "contract.take-template": self._take_up,
                "paper.print": self.page.print_out,
            },
        )
        lead_to(self, self.template)
        theme().dress(self, controls)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the contract and the templates there are."""
        self.shell.client.ask_or(self._begin, self._gone, contract_papers.opened, self._contract)

    def _lay_out(self) -> None:
        px = theme().px
        self.template.setAccessibleName(_("Template"))
        self.spoken.setAccessibleName(_("Language of the paper"))
        line = QHBoxLayout()
        line.setSpacing(px(12))
        for title, field in ((_("Template"), self.template), (_("Language"), self.spoken)):
            line.addWidget(plain_label(title, "label"))
            line.addWidget(field)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addLayout(line)
        column.addWidget(self.told)
        column.addWidget(self.page, 1)

    def _begin(self, opened: OpenedPaper) -> None:
        self._opened = opened
        title = _("Contract of {name}", name=opened.person)
        self.bar.title.setText(title)
        self.setWindowTitle(title)
        self.titled.emit(title)
        none: list[tuple[TemplateId | None, str]] = [(None, _("No template"))]
        known = [(one.id, one.name) for one in opened.choices]
        chosen = self.template.value()
        self.template.offer(known or none)
        self.template.put(chosen)
        for name in ("contract.file-paper", "paper.print"):
            self.shell.book.allow(self, name, allowed=bool(known))
        self.shell.book.allow(self, "contract.take-template", allowed=not known)
        self._choose()

    def _chosen(self) -> PaperChoice | None:
        wanted = self.template.value()
        choices = self._opened.choices if self._opened else ()
        return next((one for one in choices if one.id == wanted), None)

    def _choose(self, _place: object = None) -> None:
        """Offer the languages of a template, that of the person first, and show its page."""
        choice = self._chosen()
        if choice is None or self._opened is None:
            self.told.setText(_("There is no template of a contract yet: take up the usual one."))
            self.page.empty(_("Nothing to show yet"))
            return
        self.spoken.offer([(one, _(LANGUAGES.get(one, one))) for one in choice.languages])
        self.spoken.put(self._opened.language)
        self._ask_page()

    def _ask_page(self, _place: object = None) -> None:
        choice = self._chosen()
        if choice is not None:
            asked = (self._contract, choice.id, self.spoken.value())
            client = self.shell.client
            client.do(self._show, contract_papers.show, *asked, refused=self._closed)

    def _show(self, shown: ContractPage) -> None:
        self.page.show_pdf(shown.pdf, f"{self.windowTitle()}.pdf")
        empty = ", ".join(_(LABELS[one]) for one in shown.empty if one in LABELS)
        hint = _("Filed, it lies in the file of the person. Who looks is written down.")
        self.told.setText(_("Nothing is known of: {fields}", fields=empty) if empty else hint)

    def _closed(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.page.empty(_("Only the personnel office may see this."))

    def _take_up(self) -> None:
        self.shell.client.do(self._taken, contract_papers.take_up)

    def _taken(self, _template: object) -> None:
        self.refresh()

    def _file(self) -> None:
        choice = self._chosen()
        if choice is not None and self._opened is not None:
            before = self._opened.contract
            asked = (before.id, before.version, choice.id, self.spoken.value())
            self.shell.client.do(self._filed, contract_papers.write, *asked)

    def _filed(self, contract: Contract) -> None:
        self.shell.say(_("The contract lies in the file of the person"))
        if contract.document_id is not None:
            self.shell.open("document", contract.document_id)
        self.finished.emit()

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()
