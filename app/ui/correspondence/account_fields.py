"""What is written of a mail account; most of it follows from its address."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QLineEdit

from app.domain.correspondence.mail import Security, Server
from app.domain.correspondence.mail_form import AccountForm, form_of_account
from app.domain.correspondence.mail_servers import IMAP_PORTS, SMTP_PORTS, proposal
from app.lang.texts import mark
from app.services.mail_accounts import SeenAccount
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.texts import _

SECURITIES = {
    Security.TLS: mark("TLS from the start"),
    Security.STARTTLS: mark("STARTTLS after the greeting"),
    Security.NONE: mark("None (this machine only)"),
}


class PasswordEdit(TextEdit):
    """A password: it is not seen, and its blanks belong to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)


class ServerFields:
    """The fields of one server; the port follows its protection as long as it is a usual one."""

    def __init__(self, name: str, ports: dict[Security, int]) -> None:
        self.name = name
        self.ports = ports
        self.host, self.port, self.user = TextEdit(), NumberEdit(0), TextEdit()
        self.security = ChoiceEdit([(kind, _(text)) for kind, text in SECURITIES.items()])
        self.security.edited.connect(self.follow)

    def add_to(self, form: Form) -> None:
        """Put the fields on a form."""
        form.add(f"{self.name}.host", _("Server"), self.host, columns=6)
        form.add(f"{self.name}.security", _("Protection"), self.security, columns=4)
        form.add(f"{self.name}.port", _("Port"), self.port, columns=2)
        form.add(f"{self.name}.user", _("User"), self.user, columns=6)

    def put(self, server: Server) -> None:
        """Show a server."""
        self.host.put(server.host)
        self.security.put(server.security)
        self.port.put(Decimal(server.port))
        self.user.put(server.user)

    def value(self) -> Server:
        """Return the server as it is written; a port that cannot be read is none."""
        port = self.port.value()
        is_whole = port is not None and port == port.to_integral_value() and abs(port) < 10**6
        return Server(
            self.host.value(),
            int(port) if port is not None and is_whole else 0,
            self.security.value(),
            self.user.value(),
        )

    def follow(self) -> None:
        """Take the port that is usual for the protection."""
        port = self.port.value()
        if port is None or port in {Decimal(one) for one in self.ports.values()}:
            self.port.put(Decimal(self.ports[self.security.value()]))


class AccountFields(Form):
    """What is written of an account; a new one begins with the company's address."""

    def __init__(self, seen: SeenAccount | None, proposed: AccountForm) -> None:
        super().__init__()
        self._usual = proposed if seen is None else form_of_account(seen.account)
        self.address, self.name, self.from_name = TextEdit(), TextEdit(), TextEdit()
        self.smtp = ServerFields("smtp", SMTP_PORTS)
        self.imap = ServerFields("imap", IMAP_PORTS)
        self.password, self.folder = PasswordEdit(), TextEdit()
        self.fetches = CheckEdit(_("Mails that come in are fetched too"))
        self._lay_out(seen)
        self.put(self._usual)
        if seen is None:
            self.fetches.put(True)  # noqa: FBT003  an editor is given its value
            self._show_box()
        self.left.connect(self._propose)
        self.fetches.edited.connect(self._show_box)
        self.call_clean()

    def put(self, form: AccountForm) -> None:
        """Show an account."""
        self.address.put(form.address)
        self.name.put(form.name)
        self.from_name.put(form.sender)
        self.folder.put(form.folder)
        self.smtp.put(form.smtp)
        self.fetches.put(form.imap is not None)
        usual = proposal(form.address).imap or Server("", IMAP_PORTS[Security.TLS])
        self.imap.put(form.imap or usual)
        self._show_box()

    def value(self) -> AccountForm:
        """Return the account as it is written."""
        return AccountForm(
            self.name.value(),
            self.address.value(),
            self.from_name.value(),
            self.smtp.value(),
            self.imap.value() if self.fetches.value() else None,
            self.folder.value(),
        )

    def _lay_out(self, seen: SeenAccount | None) -> None:
        about = _("The servers follow from it")
        self.add("address", _("E-mail address"), self.address, columns=6, help_text=about)
        self.add("name", _("Name of the account"), self.name, columns=6)
        self.add("sender", _("Sender, as receivers see it"), self.from_name, columns=6)
        self.add("password", _("Password"), self.password, columns=6, help_text=_kept(seen))
        self.heading(_("Mails go out by (SMTP)"))
        self.smtp.add_to(self)
        self.heading(_("Mails come in by (IMAP)"))
        self.add("fetches", "", self.fetches, columns=12)
        self.imap.add_to(self)
        self.add("folder", _("Folder"), self.folder, columns=6)

    def _propose(self, path: str) -> None:
        """Fill in what follows from the address, where nothing else was written."""
        if path != "address" or self.address.value() == self._usual.address:
            return
        before, usual = self.value(), proposal(self.address.value())
        known = (self._usual.smtp, self._usual.imap)
        self._usual = AccountForm(usual.name, usual.address, before.sender, usual.smtp, usual.imap)
        if not before.smtp.host or before.smtp == known[0]:
            self.smtp.put(usual.smtp)
        if usual.imap is not None and (not self.imap.host.value() or before.imap == known[1]):
            self.imap.put(usual.imap)
        if not before.name or "@" in before.name:
            self.name.put(usual.name)

    def _show_box(self) -> None:
        """Show where mails come in, if they do."""
        for path in ("imap.host", "imap.port", "imap.security", "imap.user", "folder"):
            self.cell(path).setVisible(self.fetches.value())


def _kept(seen: SeenAccount | None) -> str:
    """Return where the password is kept."""
    if seen is not None and not seen.is_lasting:
        return _("This system has no key store: Backdesk asks again after each start")
    if seen is not None and seen.account.smtp.user and not seen.asks:
        return _("Kept in the system's key store; write one to replace it")
    return _("Kept outside of the company's files; some providers give one for programs only")
