"""The sign of the mail: how many wait for the line or did not go, and what asks for a password."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.correspondence.mail_queues import WRONG_PASSWORD
from app.domain.shared.ids import MailAccountId
from app.domain.shared.refusals import OfficeError
from app.ui.kit.dialogs import Dialog, tell
from app.ui.kit.fields import TextEdit
from app.ui.kit.foot_sign import FootSign
from app.ui.kit.icons import icon
from app.ui.kit.messages import sentence_of
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip
from app.ui.kit.work import Work
from app.ui.mail_rounds import MailRounds

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.mail_accounts import SeenAccount
    from app.services.mail_queues import Standing
    from app.services.mailboxes import Visit

NOW = "post.now"
_ROOM = 900
"""In a window narrower than this, at the usual text size, only the worst is said."""


class MailSign(FootSign):
    """Follows the mail of one office; ``button`` says what a clerk should know, and leads there."""

    def __init__(self, shell: Shell, window: QWidget, *, by_itself: bool = True) -> None:
        super().__init__(shell)
        self._window = window
        self._standing: Standing | None = None
        self._troubles: dict[MailAccountId, Visit] = {}
        self.button.setIcon(icon("mail-up", "accent"))
        self.rounds = MailRounds(shell.client, self, by_itself=by_itself)
        self.rounds.stood.connect(self._stands)
        self.rounds.came.connect(self._came)
        self.rounds.began.connect(self._began)
        self.rounds.ended.connect(self._ended)
        self.rounds.failed.connect(shell.refuse)
        shell.book.offer(window, {NOW: self.rounds.now})
        shell.book.allow(window, NOW, allowed=not shell.client.office.is_read_only)
        self.rounds.wait()

    def _stands(self, standing: Standing) -> None:
        self._standing = standing
        self._tell()

    def _came(self, visits: tuple[Visit, ...]) -> None:
        for one in visits:
            self._troubles.pop(one.account_id, None)
            if one.code:
                self._troubles[one.account_id] = one
        count = sum(len(one.fetched.kept) for one in visits)
        if count:
            self.shell.say(many("{n} mail came in", "{n} mails came in", count))
        self._tell()

    def _began(self, work: Work) -> None:
        self.shell.watch(work, _("Sending and fetching mails"))

    def _ended(self, sent: int, visits: tuple[Visit, ...]) -> None:
        """Tell the clerk who asked what was done."""
        count = sum(len(one.fetched.kept) for one in visits)
        gone = many("{n} mail sent", "{n} mails sent", sent)
        came = many("{n} came in", "{n} came in", count)
        told = f"{gone}, {came}"
        self.shell.say(told)

    def _tell(self) -> None:
        parts = sign_parts(self._standing, tuple(self._troubles.values()))
        is_wide = self._window.width() >= theme().px(_ROOM)
        self.button.lead_to(" · ".join(parts if is_wide else parts[:1]))
        self.button.setToolTip(plain_tip("\n".join((*parts, "", self._tip()))))

    def _tip(self) -> str:
        told = [str(sentence_of(one.code, one.facts)) for one in self._troubles.values()]
        return "\n".join(told) or _("Open these mails")

    def lead(self) -> None:
        """Ask for the password that is needed, else lead to the mails that are told of."""
        standing = self._standing
        if self._wanted():
            from app.services import mail_accounts  # noqa: PLC0415  as above

            self.shell.client.ask(self._ask_password, mail_accounts.all_accounts)
        elif standing is not None and (standing.waiting or standing.failed or standing.unknown):
            is_stuck = bool(standing.failed or standing.unknown)
            self._go("mail.stuck" if is_stuck else "mail.outbox")
        elif not self._troubles and standing is not None and standing.unread:
            self._go("mail.inbox")
        else:
            self._tell_trouble()

    def _go(self, name: str) -> None:
        """Show the mails of a shelf."""
        for step in ("go.letters", "letters.mail", name):
            if step in self.shell.book.rows:
                self.shell.book.action(step).trigger()

    def _tell_trouble(self) -> None:
        one = next(iter(self._troubles.values()), None)
        if one is not None:
            found = sentence_of(one.code, one.facts)
            title = _("The mailbox of {name} cannot be read", name=one.name)
            text = "\n\n".join(part for part in (found.what, found.why, found.todo) if part)
            tell(self._window, title, text)

    def _ask_password(self, seen: tuple[SeenAccount, ...]) -> None:
        wanted = self._wanted()
        one = next((one for one in seen if one.account.id in wanted), None)
        if one is not None:
            password_dialog(self._window, one, partial(self._take, one.account.id))

    def _wanted(self) -> frozenset[MailAccountId]:
        """Return the accounts whose password has to be told, or told anew."""
        asks = self._standing.asks if self._standing is not None else ()
        refused = (one.account_id for one in self._troubles.values() if one.code == WRONG_PASSWORD)
        return frozenset((*asks, *refused))

    def _take(self, account_id: MailAccountId, password: str) -> None:
        from app.services import mail_accounts  # noqa: PLC0415  as above

        if password:
            told = (account_id, password)
            beside, refused = self.shell.client.errand_beside, self._not_kept
            beside(self._kept, mail_accounts.tell_password, *told, refused=refused)

    def _kept(self, _nothing: None) -> None:
        self.rounds.now()

    def _not_kept(self, error: OfficeError) -> None:
        self.shell.refuse(error)

    def stop(self) -> None:
        """Fetch and send no more: the office is about to be closed."""
        self.shell.book.allow(self._window, NOW, allowed=False)
        super().stop()


def sign_parts(standing: Standing | None, troubles: tuple[Visit, ...]) -> list[str]:
    """Return what a clerk should know, the worst first; nothing when all is well."""
    parts = []
    if standing is not None:
        unknown, failed, waiting = standing.unknown, standing.failed, standing.waiting
        asks = len(standing.asks)
        told = (
            (unknown, many("{n} mail perhaps sent", "{n} mails perhaps sent", unknown)),
            (failed, many("{n} mail failed", "{n} mails failed", failed)),
            (asks, many("{n} mail password needed", "{n} mail passwords needed", asks)),
            (
                waiting,
                many("{n} mail waits for the line", "{n} mails wait for the line", waiting),
            ),
        )
        parts += [text for count, text in told if count]
    parts += [_("{name} cannot be read", name=one.name) for one in troubles]
    unread = standing.unread if standing is not None else 0
    return [*parts, *([many("{n} unread mail", "{n} unread mails", unread)] if unread else ())]


def password_dialog(parent: QWidget, one: SeenAccount, given: partial[None]) -> Dialog:
    """Ask for the password of an account."""
    text = _(
        "Backdesk sends and fetches the mails of {address} with it.", address=one.account.address
    )
    if not one.is_lasting:
        kept = _("This system has no key store: Backdesk asks again after each start")
        text = f"{text} {kept}."
    dialog = Dialog(parent, _("Password of {name}", name=one.account.name), text, "key")
    line = TextEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(_("Password"))
    dialog.add_field(line)
    dialog.add_button(_("Cancel"), dialog.reject, primary=False)
    dialog.add_button(_("Keep"), dialog.accept, primary=True)
    dialog.accepted.connect(partial(_give, line, given))
    dialog.open()
    line.setFocus()
    return dialog


def _give(line: TextEdit, given: partial[None]) -> None:
    given(line.text())
