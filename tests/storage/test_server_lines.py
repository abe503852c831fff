"""Over the line to another machine nothing is said until its certificate is proven.

The tests' PostgreSQL speaks over a socket of this machine; a gate before it speaks TLS.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import make_url

from app.storage.faults import NotTrusted
from app.storage.offices import create_office
from app.storage.server_address import Unprotected
from app.storage.server_keys import ServerKeys

pytestmark = pytest.mark.network
NAME = "office.example"
NOW = datetime.now(UTC)
SSL_REQUEST = 8
PASSWORD = "hunter2"  # noqa: S105  it must not be seen


class Authority:
    """Vouches for names by certificates."""

    def __init__(self, folder: Path, name: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.root = folder / f"{name}.crt"
        self.root.write_bytes(
            self._signed(self._name, self._key, x509.BasicConstraints(ca=True, path_length=None))
        )

    def certify(self, name: str) -> Path:
        """Return the file of a certificate and its key for a machine."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        names = x509.SubjectAlternativeName([x509.DNSName(name)])
        private = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        file = self.root.with_name(f"{name}.pem")
        file.write_bytes(private + self._signed(subject, key, names))
        return file

    def _signed(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, more: x509.ExtensionType
    ) -> bytes:
        made = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=1))
            .not_valid_after(NOW + timedelta(days=1))
            .add_extension(more, critical=isinstance(more, x509.BasicConstraints))
            .sign(self._key, hashes.SHA256())
        )
        return made.public_bytes(serialization.Encoding.PEM)


class Gate:
    """Takes connections for a server, with a certificate or in the open; ``said`` is what came."""

    def __init__(self, behind: str, certificate: Path | None) -> None:
        self._behind = behind
        self._certificate = certificate
        self.said = bytearray()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._take, daemon=True).start()

    def close(self) -> None:
        """Take nobody any more."""
        self._door.close()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                came, _ = self._door.accept()
                threading.Thread(target=self._serve, args=(came,), daemon=True).start()

    def _serve(self, came: socket.socket) -> None:
        with suppress(OSError), came:
            came.recv(SSL_REQUEST)
            if self._certificate is None:
                came.sendall(b"N")
                self._listen(came)
                return
            came.sendall(b"S")
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self._certificate)
            with context.wrap_socket(came, server_side=True) as proven:
                self._pass_on(proven)

    def _pass_on(self, proven: ssl.SSLSocket) -> None:
        with socket.socket(socket.AF_UNIX) as server:
            server.connect(self._behind)
            threading.Thread(target=_pump, args=(server, proven), daemon=True).start()
            while some := proven.recv(65536):
                self.said += some
                server.sendall(some)

    def _listen(self, came: socket.socket) -> None:
        while some := came.recv(65536):
            self.said += some


def _pump(server: socket.socket, proven: ssl.SSLSocket) -> None:
    with suppress(OSError):
        while some := server.recv(65536):
            proven.sendall(some)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "authority")


@pytest.fixture
def gates(bare_server: str) -> Iterator[list[Gate]]:
    made: list[Gate] = []
    create_office(bare_server).close()
    yield made
    for one in made:
        one.close()


def gate(bare_server: str, certificate: Path | None, gates: list[Gate]) -> Gate:
    folder = make_url(bare_server).query["host"]
    gates.append(Gate(f"{folder}/.s.PGSQL.5432", certificate))
    return gates[-1]


def address(bare_server: str, gate: Gate, root: Path, more: str = "") -> str:
    place = f"{NAME}:{gate.port}/{make_url(bare_server).database}"
    told = f"hostaddr=127.0.0.1&sslrootcert={root}{more}"
    return f"postgresql://postgres:{PASSWORD}@{place}?{told}"


def test_a_server_that_proves_itself_is_spoken_to(
    bare_server: str, authority: Authority, gates: list[Gate]
) -> None:
    own = gate(bare_server, authority.certify(NAME), gates)

    kept = ServerKeys(address(bare_server, own, authority.root)).read()

    assert not kept.has_users
    assert own.said


def test_another_name_is_not_spoken_to(
    bare_server: str, authority: Authority, gates: list[Gate]
) -> None:
    own = gate(bare_server, authority.certify("other.example"), gates)

    with pytest.raises(NotTrusted):
        ServerKeys(address(bare_server, own, authority.root)).read()
    assert own.said == b""


def test_a_name_that_nobody_known_vouches_for_is_not_spoken_to(
    bare_server: str, authority: Authority, gates: list[Gate], tmp_path: Path
) -> None:
    own = gate(bare_server, Authority(tmp_path, "stranger").certify(NAME), gates)

    with pytest.raises(NotTrusted):
        ServerKeys(address(bare_server, own, authority.root)).read()
    assert own.said == b""


def test_a_server_that_only_speaks_openly_is_told_nothing(
    bare_server: str, authority: Authority, gates: list[Gate]
) -> None:
    own = gate(bare_server, None, gates)

    with pytest.raises(NotTrusted):
        ServerKeys(address(bare_server, own, authority.root)).read()
    with pytest.raises(Unprotected):
        ServerKeys(address(bare_server, own, authority.root, "&sslmode=require")).read()
    assert own.said == b""
