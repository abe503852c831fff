"""Dovecot on this machine, for tests of mailboxes: one user, one folder, TLS."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import trustme

from tests.mail_servers import HOST

DOVECOT = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
SECRET = "salasana-9931"  # noqa: S105  of a server that lives as long as one test
_CONFIG = """
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
mail_location = maildir:{home}/mail
first_valid_uid = 1
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/mail
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
"""


@dataclass
class Served:
    """A mailbox that is served, and where its messages lie."""

    port: int
    folder: Path
    owner: tuple[int, int]

    def put(self, name: str, content: bytes) -> None:
        """Let a message arrive."""
        path = self.folder / "new" / name
        path.write_bytes(content)
        os.chown(path, *self.owner)


@contextmanager
def dovecot(authority: trustme.CA, name: str = HOST) -> Iterator[Served]:
    """Serve an empty mailbox with a certificate of that name."""
    assert DOVECOT is not None
    with TemporaryDirectory(prefix="imap", dir="/tmp", ignore_cleanup_errors=True) as made:
        home = Path(made)
        home.chmod(0o755)
        owner = _owner()
        for part in ("", "cur", "new", "tmp"):
            path = home / "mail" / part
            path.mkdir(exist_ok=True)
            os.chown(path, *owner)
        issued = authority.issue_cert(name)
        issued.private_key_pem.write_to_path(str(home / "key.pem"))
        for each in issued.cert_chain_pems:
            each.write_to_path(str(home / "cert.pem"), append=True)
        port = _free_port()
        settings = {"home": home, "port": port, "password": SECRET}
        told = _CONFIG.format(**settings, user=owner[0], group=owner[1])
        (home / "dovecot.conf").write_text(told)
        command = [DOVECOT, "-F", "-c", str(home / "dovecot.conf")]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            _wait_for(port, server)
            yield Served(port, home / "mail", owner)
        finally:
            server.terminate()
            server.wait()


def _owner() -> tuple[int, int]:
    """Return who owns the mail: never root, for whom Dovecot opens no mailbox."""
    if os.getuid():
        return os.getuid(), os.getgid()
    found = pwd.getpwnam("mail")
    return found.pw_uid, found.pw_gid


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as free:
        return int(free.getsockname()[1])


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            socket.create_connection((HOST, port), 1).close()
        except OSError:
            continue
        return
    raise RuntimeError(server.returncode)
