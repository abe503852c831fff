"""Trying an account: its servers are spoken to, and what came of it stands under the fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.domain.correspondence.mail_form import AccountForm
from app.domain.shared.ids import MailAccountId
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import mail_accounts
from app.services.office import Cancelled
from app.ui.kit.client import OfficeClient
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.messages import error_sentence
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.work import Work


class Trial(QWidget):
    """Says how far a trial is, lets it be stopped, and tells what the servers said."""

    def __init__(self, client: OfficeClient) -> None:
        super().__init__()
        self._client = client
        self._work: Work | None = None
        self._refused: Callable[[OfficeError], object] | None = None
        self.told = plain_label("", "text")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(theme().px(8))
        self.bar.setRange(0, 0)
        self.stop_button = QPushButton(_("Cancel"))
        self.stop_button.clicked.connect(self.stop)
        line = QHBoxLayout()
        line.setSpacing(theme().px(12))
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addLayout(line)
        theme().dress(self, controls)
        self.forget()

    @property
    def is_busy(self) -> bool:
        """Say whether a server is being spoken to."""
        return self._work is not None

    def begin(
        self,
        form: AccountForm,
        password: str,
        account_id: MailAccountId,
        refused: Callable[[OfficeError], object],
    ) -> None:
        """Try an account as it is written; what is wrong in its fields goes to ``refused``."""
        if self._work is not None:
            return
        self._refused = refused
        self._tell(_("Speaking to {host}…", host=form.smtp.host), "muted", is_busy=True)
        self._work = self._client.errand_beside(
            self._went, mail_accounts.try_written, form, password, account_id, refused=self._failed
        )

    def stop(self) -> None:
        """Speak to the servers no more."""
        if self._work is not None:
            self.stop_button.setEnabled(False)
            self._work.cancel()

    def forget(self) -> None:
        """Say nothing: another account is shown."""
        self.stop()
        self._tell("", "muted", is_busy=False)

    def _went(self, _nothing: None) -> None:
        self._work = None
        self._tell(_("✓ The servers take the user and the password."), "good", is_busy=False)

    def _failed(self, error: OfficeError) -> None:
        self._work = None
        self._tell("", "muted", is_busy=False)
        if isinstance(error, Cancelled):
            self._tell(_("Stopped; nothing was sent."), "muted", is_busy=False)
        elif isinstance(error, Invalid) and self._refused is not None:
            self._refused(error)
        else:
            found = error_sentence(error)
            parts = (f"✕ {found.what}", found.why, found.todo)
            self._tell(" ".join(part for part in parts if part), "bad", is_busy=False)

    def _tell(self, text: str, role: str, *, is_busy: bool) -> None:
        self.told.setText(text)
        show_role(self.told, role)
        self.told.setVisible(bool(text))
        self.bar.setVisible(is_busy)
        self.stop_button.setVisible(is_busy)
        self.stop_button.setEnabled(is_busy)
        self.setVisible(bool(text) or is_busy)
