"""How a letter left the house: the way, to whom, the tracking number and the postage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.correspondence.letter import Channel, Outgoing
from app.domain.shared.money import Money, money
from app.services.dispatching import where
from app.ui.correspondence.words import CHANNELS
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, MoneyEdit, TextEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.texts import _


@dataclass(frozen=True, slots=True)
class Sending:
    """What a clerk says of a dispatch; an empty ``to`` is the letter's own address."""

    channel: Channel
    to: str = ""
    tracking: str = ""
    postage: Money | None = None


class SendingDialog(Dialog):
    """Asks how a letter left the house."""

    def __init__(
        self,
        parent: QWidget,
        letter: Outgoing,
        currency: str,
        answer: Callable[[Sending], object],
        by_mail: Callable[[], object],
    ) -> None:
        text = _("The fingerprint of the exact paper, the way and the time are kept as a proof.")
        title = _("How did {number} leave the house?", number=letter.number)
        super().__init__(parent, title, text, "truck")
        self.drafted_of = letter.id
        self._letter = letter
        self._currency = currency
        self._answer = answer
        self._by_mail = by_mail
        self.channel = ChoiceEdit([(way, _(name)) for way, name in CHANNELS.items()])
        self.to, self.tracking, self.postage = TextEdit(), TextEdit(), MoneyEdit(currency)
        for name, editor in (
            (_("Way"), self.channel),
            (_("Receiver"), self.to),
            (_("Tracking number"), self.tracking),
            (_("Postage"), self.postage),
        ):
            editor.setAccessibleName(name)
            self.add_field(plain_label(name, "muted"))
            self.add_field(editor)
        self.mail_button = self.add_button(_("Send it from here…"), self._mail, primary=False)
        self.mail_button.setAutoDefault(False)
        self.channel.put(letter.channel)
        self.channel.currentIndexChanged.connect(self._follow)
        self._follow()
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Note it"), self._take, primary=True)
        self.channel.setFocus()

    def _follow(self, _index: int = 0) -> None:
        self.to.setPlaceholderText(where(self._letter, self.channel.value()))

        self.mail_button.setVisible(self.channel.value() is Channel.EMAIL)

    def _mail(self) -> None:
        """Let Backdesk send it, instead of noting that another program did."""
        self.reject()
        self._by_mail()

    def _take(self) -> None:
        amount = self.postage.value()
        self.accept()
        self._answer(
            Sending(
                channel=self.channel.value(),
                to=self.to.value(),
                tracking=self.tracking.value(),
                postage=None if amount is None else money(amount, self._currency),
            )
        )
