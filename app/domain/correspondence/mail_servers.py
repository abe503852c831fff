"""Mail servers as they usually are: by the domain of an address, and by the kind of protection."""

from __future__ import annotations

from app.domain.correspondence.mail import Security, Server
from app.domain.correspondence.mail_form import AccountForm, is_address
from app.domain.shared.lines import one_line

SMTP_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}
IMAP_PORTS = {Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143}

_TLS, _STARTTLS = Security.TLS, Security.STARTTLS
_KNOWN: dict[str, tuple[str, Security, str]] = {
    "gmail.com": ("smtp.gmail.com", _TLS, "imap.gmail.com"),
    "googlemail.com": ("smtp.gmail.com", _TLS, "imap.gmail.com"),
    "icloud.com": ("smtp.mail.me.com", _STARTTLS, "imap.mail.me.com"),
    "me.com": ("smtp.mail.me.com", _STARTTLS, "imap.mail.me.com"),
    "yahoo.com": ("smtp.mail.yahoo.com", _TLS, "imap.mail.yahoo.com"),
    "fastmail.com": ("smtp.fastmail.com", _TLS, "imap.fastmail.com"),
    "zoho.com": ("smtp.zoho.com", _TLS, "imap.zoho.com"),
    "gmx.de": ("mail.gmx.net", _TLS, "imap.gmx.net"),
    "gmx.net": ("mail.gmx.net", _TLS, "imap.gmx.net"),
    "web.de": ("smtp.web.de", _STARTTLS, "imap.web.de"),
    "t-online.de": ("securesmtp.t-online.de", _TLS, "secureimap.t-online.de"),
}
"""Large providers whose servers are not called as those of others: sends, protected by, fetches."""


def proposal(address: str) -> AccountForm:
    """Return the account of an address as it usually is; nothing but the text for no address."""
    tidy = one_line(address)
    if not is_address(tidy):
        return AccountForm(address=tidy)
    domain = tidy.rpartition("@")[2].casefold()
    usual = (f"smtp.{domain}", _TLS, f"imap.{domain}")
    smtp, security, imap = _KNOWN.get(domain, usual)
    return AccountForm(
        name=tidy,
        address=tidy,
        smtp=Server(smtp, SMTP_PORTS[security], security, tidy),
        imap=Server(imap, IMAP_PORTS[_TLS], _TLS, tidy),
    )
