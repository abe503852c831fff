"""Rounds of the mail: what waits is handed over, and mailboxes are fetched, beside the clerk.

How long a mail pauses stands in the office; here is only when somebody looks again. Whatever ends
the window gives up a silent server at once, and hears the answer to a mail that has left whole.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.correspondence.mail import pause
from app.domain.shared.ids import MailAccountId
from app.domain.shared.refusals import OfficeError, Unavailable
from app.ui.kit.client import OfficeClient
from app.ui.kit.work import Work

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.mail_queues import Standing
    from app.services.mail_rounds import Sent
    from app.services.mailboxes import Visit

FIRST = 5_000
SOON = 200
AGAIN = 30_000
LONGEST = 300_000
"""How long after an office was opened the first round begins, after something changed, and after
a round that could send nothing; and how long no round is made at most, in milliseconds."""
FETCH = 300.0
"""So often mailboxes are fetched, in seconds."""
TABLES = frozenset({"mail", "mail_account"})


class MailRounds(QObject):
    """Sends and fetches; ``stood(Standing)`` tells how mails stand, ``came(visits)`` what came.

    Without ``by_itself`` it does so only when the clerk asks for it.

    ``began(work)`` is told when the clerk asked for it, ``ended(sent, visits)`` when that is done,
    ``failed(error)`` when it could not be.
    """

    stood = Signal(object)
    came = Signal(object)
    began = Signal(object)
    ended = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self, client: OfficeClient, parent: QObject | None = None, *, by_itself: bool = True
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._by_itself = by_itself
        self._is_stopped = False
        self._is_busy = False
        self._is_first = True
        self._is_asked = False
        self._was_due = False
        self._has_news = False
        self._sent = 0
        self._send_at = self._fetch_at = 0.0
        self._rests: dict[MailAccountId, tuple[int, float]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        client.changed.connect(self._news)
        client.stopped.connect(self.stop)

    def wait(self) -> None:
        """Begin by itself after a while."""
        self._timer.start(FIRST)

    def stop(self) -> None:
        """Make no more rounds: the office is about to be closed."""
        self._is_stopped = True
        self._timer.stop()

    def look(self) -> None:
        """Ask how mails stand, and do what can be done."""
        if self._is_stopped or self._client.office.is_read_only:
            return
        self._has_news = False
        # The service is loaded with the first look; it must not be before the first paint.
        from app.services import mail_queues  # noqa: PLC0415  after the first paint

        self._client.ask_or(self._stands, self._leave, mail_queues.standing)

    def now(self) -> None:
        """Send and fetch at once, whatever rests: the clerk asked for it."""
        if self._is_asked or self._is_stopped:
            return
        from app.services import mail_queues  # noqa: PLC0415  after the first paint

        self._is_asked = True
        self._sent = 0
        self._rests.clear()
        self._send_at = self._fetch_at = 0.0
        self._client.do(self._hurried, mail_queues.hurry, refused=self._refused)

    def _hurried(self, _count: int) -> None:
        self._is_first = True
        self.look()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES and not self._is_stopped:
            self._has_news = True
            self._timer.start(SOON)

    def _stands(self, standing: Standing) -> None:
        if self._is_stopped:
            return
        self.stood.emit(standing)
        if self._is_busy or not (self._by_itself or self._is_asked):
            return
        now = time.monotonic()
        self._was_due = standing.due > 0
        if self._is_first or (self._was_due and now >= self._send_at):
            self._send()
        elif standing.fetching and now >= self._fetch_at:
            self._fetch()
        else:
            self._end(())
            self._rest(standing)

    def _rest(self, standing: Standing) -> None:
        """Look again when something can be done; at once if it was asked before the last news."""
        if self._has_news:
            return
        now = time.monotonic()
        rests = [float(LONGEST)]
        if standing.next_at is not None:
            left = standing.next_at - self._client.office.clock.now()
            rests.append(1000 * max(left.total_seconds(), self._send_at - now) + SOON)
        if standing.fetching:
            rests.append(1000 * (self._fetch_at - now))
        self._timer.start(max(int(min(rests)), SOON))

    def _send(self) -> None:
        from app.services import outbox  # noqa: PLC0415  after the first paint

        self._is_busy, self._is_first = True, False
        beside = self._client.errand_beside
        self._follow(beside(self._were_sent, outbox.send_some, refused=self._refused))

    def _were_sent(self, sent: Sent) -> None:
        self._is_busy = False
        self._sent += sent.sent
        if self._was_due and not sent.sent:
            self._send_at = time.monotonic() + AGAIN / 1000
        self.look()

    def _fetch(self) -> None:
        from app.services import mailboxes  # noqa: PLC0415  after the first paint

        self._is_busy = True
        now = time.monotonic()
        resting = tuple(one for one, (_tries, until) in self._rests.items() if until > now)
        beside, refused = self._client.errand_beside, self._refused
        self._follow(beside(self._came, mailboxes.fetch_all, resting, refused=refused))

    def _came(self, visits: tuple[Visit, ...]) -> None:
        self._is_busy = False
        now = time.monotonic()
        self._fetch_at = now + FETCH
        for one in visits:
            tries = self._rests.pop(one.account_id, (0, 0.0))[0] + 1
            if one.code:
                later = now + max(pause(tries).total_seconds(), FETCH)
                self._rests[one.account_id] = (tries, later)
        if any(one.fetched.left for one in visits):
            self._fetch_at = 0.0
        self.came.emit(visits)
        self._end(visits)
        self.look()

    def _follow(self, work: Work) -> None:
        if self._is_asked:
            self.began.emit(work)

    def _end(self, visits: tuple[Visit, ...]) -> None:
        if self._is_asked:
            self._is_asked = False
            self.ended.emit(self._sent, visits)

    def _leave(self, _error: OfficeError) -> None:
        """Do nothing for somebody who may not read mails."""

    def _refused(self, error: OfficeError) -> None:
        """Try again later where the machine could not; who may not send mails does not."""
        self._is_busy = False
        if self._is_asked:
            self._is_asked = False
            self.failed.emit(error)
        if isinstance(error, Unavailable) and not (self._is_stopped or self._has_news):
            self._timer.start(AGAIN)
