"""Addresses of servers: what they may say, and that no password goes over an open line.

To another machine TLS is demanded, with a certificate that names the machine and that somebody
vouches for (``verify-full``); the own machine needs none.
"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.shared.refusals import Refusal
from app.storage.line_names import line_name

if TYPE_CHECKING:
    # The first list of a folder's office does not wait for SQLAlchemy.
    from sqlalchemy import URL

VERIFIED = "verify-full"
SECONDS = "10"
"""So long an answer is waited for before a server counts as unreachable."""
_OWN_ROOTS = Path(".postgresql") / "root.crt"


class NotAnAddress(Refusal):
    """What was typed is no address of a database: postgresql://user@machine/database."""

    code = "server.not-an-address"


class Unprotected(Refusal):
    """The address asks for a line to another machine that others could read or pretend to be."""

    code = "server.unprotected"


def address_of(text: str) -> URL:
    """Return an address as it is connected to; raises NotAnAddress, Unprotected."""
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415  as said above

    try:
        url = _parsed(text)
    except (ArgumentError, ValueError):
        raise NotAnAddress(address=text) from None
    if url.drivername.partition("+")[0] != "postgresql" or not url.database:
        raise NotAnAddress(address=url.render_as_string())
    added = {"application_name": line_name(), "connect_timeout": SECONDS}
    if not is_local(url):
        added |= _protected(url)
    return url.update_query_dict({one: told for one, told in added.items() if one not in url.query})


def shown(text: str) -> str:
    """Return an address as it may be shown and kept: without its password."""
    return _parsed(text)._replace(password=None).render_as_string()


def with_password(text: str, password: str) -> str:
    """Return an address with the password of its account; without one, it is as it was."""
    url = _parsed(text)
    return url.set(password=password).render_as_string(hide_password=False) if password else text


def is_local(url: URL) -> bool:
    """Say whether an address stays on this machine."""
    return all(_is_own(one) for one in hosts_of(url))


def hosts_of(url: URL) -> Sequence[str]:
    """Return the machines of an address; the own one is an empty name."""
    told = [url.host or ""] if url.host else []
    for name in ("host", "hostaddr"):
        found = url.query.get(name, ())
        listed = (found,) if isinstance(found, str) else found
        told += [one for some in listed for one in some.split(",")]
    return told or [""]


def _parsed(text: str) -> URL:
    from sqlalchemy import make_url  # noqa: PLC0415  as said above

    return make_url(text)


def _protected(url: URL) -> dict[str, str]:
    if url.query.get("sslmode", VERIFIED) != VERIFIED:
        raise Unprotected(host=", ".join(hosts_of(url)), found=str(url.query["sslmode"]))
    own = Path.home() / _OWN_ROOTS
    return {"sslmode": VERIFIED} | ({} if own.exists() else {"sslrootcert": "system"})


def _is_own(host: str) -> bool:
    if host in ("", "localhost") or host.startswith(("/", "@")):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return Path(host).is_absolute()
