"""A letter that never changes again: its page, how it left the house, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.correspondence.letter import OUTGOING, Channel, Dispatch, Outgoing
from app.domain.shared.ids import DocumentId
from app.services import dispatching, letters_out
from app.ui.correspondence.letter_posts import LetterPosts
from app.ui.correspondence.outgoing_verbs import possible_out
from app.ui.correspondence.thread_pane import ThreadPane
from app.ui.correspondence.words import OUTGOING_TONES, channel_text, moment_text
from app.ui.kit.flow import Flow
from app.ui.kit.focus import lead_to
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.letter_lines import OUTGOING_STATES
from app.ui.kit.link import LinkButton
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.preview import Preview
from app.ui.kit.remarks import Remarks
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_BUTTONS = (
    "letter.copy",
    "letter.void",
    "letter.print",
    "letter.proof",
    "letter.file",
)
_APPROVED_BUTTONS = ("letter.copy", "letter.print", "letter.issue")


class IssuedLetter(QWidget):
    """Shows an approved or issued letter."""

    def __init__(self, shell: Shell, letter: Outgoing) -> None:
        super().__init__()
        self.letter, self._shell = letter, shell
        buttons = _buttons(letter)
        may = possible_out(letter.state)
        bar = PageBar(
            letter.number or letter.subject,
            shell.book,
            tuple(name for name in buttons if name in may),
        )
        state = Pill()
        bar.add(state)
        state.tell(_(OUTGOING_STATES[letter.state]), OUTGOING_TONES[letter.state])
        self.told = plain_label(letter.reason, "muted")
        self.told.setWordWrap(True)
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        self.exchange = ThreadPane(shell)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), 0)
        column.setSpacing(px(8))
        self.posts, self.remarks = LetterPosts(shell, letter), Remarks(shell)
        for widget in (bar, self.told, self.posts, Enclosures(shell, letter), self.remarks):
            column.addWidget(widget)
        column.addWidget(self.page, 1)
        column.addWidget(self.exchange)
        lead_to(self, self.page)
        self.remarks.ask(f"{OUTGOING}:{letter.id}", letter.number or letter.subject)
        shell.client.ask(self._show_page, letters_out.page, letter.id)
        self.exchange.ask(OUTGOING, letter.id)
        shell.book.offer(self, {"letter.link": self.exchange.link})
        shell.client.changed.connect(self._news)
        self._ask_ways()

    def _news(self, tables: frozenset[str]) -> None:
        if "letter_dispatch" in tables:
            self._ask_ways()

    def _ask_ways(self) -> None:
        self._shell.client.ask(self._tell_ways, dispatching.of, self.letter.id)

    def _show_page(self, pdf: bytes) -> None:
        self.page.show_pdf(pdf, f"{self.letter.number or self.letter.subject}.pdf")

    def _tell_ways(self, dispatches: tuple[Dispatch, ...]) -> None:
        """Tell how the letter left the house, each way on a line."""
        lines = [_told(one) for one in dispatches]
        if self.letter.reason:
            lines.insert(0, _("Void: {reason}", reason=self.letter.reason))
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))


class Enclosures(QWidget):
    """The documents that a letter encloses, each opened by its name; without any not there."""

    def __init__(self, shell: Shell, letter: Outgoing) -> None:
        super().__init__()
        self._shell = shell
        line = Flow(theme().px(8), self)
        for one in letter.attachments:
            button = LinkButton(self)
            button.setIcon(icon("paperclip", "accent"))
            button.lead_to(one.title or _("Document"))
            button.clicked.connect(partial(self._open, one.document_id))
            line.addWidget(button)
        if not letter.attachments:
            self.hide()

    def _open(self, document_id: DocumentId, _is_checked: object = None) -> None:
        self._shell.open("document", document_id)


def _buttons(letter: Outgoing) -> tuple[str, ...]:
    """Return what can be done with a letter, the main thing last: as it is to leave the house."""
    if not letter.number:
        return _APPROVED_BUTTONS
    by_mail = letter.channel is Channel.EMAIL
    return (*_BUTTONS, "post.send" if by_mail else "letter.send")


def _told(one: Dispatch) -> str:
    parts = [moment_text(one.at), channel_text(one.channel), one.to, one.tracking]
    if one.postage is not None:
        parts.append(formats().money(one.postage.minor, one.postage.currency))
    return " · ".join(part for part in parts if part)
