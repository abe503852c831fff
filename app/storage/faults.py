"""Faults of the machine: what a database driver reports, as causes that have a sentence."""

from __future__ import annotations

from app.domain.shared.refusals import OfficeError, Refusal, Unavailable


class DiskFull(Unavailable):
    """The disk is full; nothing more can be written, what is there can be read."""

    code = "storage.disk-full"


class DiskFailed(Unavailable):
    """The disk could not read or write: it was removed, it is broken, or it denies access."""

    code = "storage.disk-failed"


class Busy(Unavailable):
    """Somebody else has been writing for longer than we waited."""

    code = "storage.busy"


class Overtaken(Unavailable):
    """Nobody waits for the answer any more: the question was broken off."""

    code = "storage.overtaken"


class Damaged(Unavailable):
    """A page of the file does not carry its proof: it was changed or it broke."""

    code = "storage.damaged"


class NotWritable(Unavailable):
    """The files may be read and not written."""

    code = "storage.not-writable"


class CannotOpen(Unavailable):
    """The file cannot be opened at all."""

    code = "storage.cannot-open"


class Unreachable(Unavailable):
    """The database server does not answer."""

    code = "storage.unreachable"


class NotTrusted(Unavailable):
    """The database server did not prove who it is; nothing was sent to it."""

    code = "server.not-trusted"


class NotLetIn(Unavailable):
    """The database server does not let the account of the address in."""

    code = "server.not-let-in"


class NoDatabase(Unavailable):
    """The database server has no database of the name in the address."""

    code = "server.no-database"


class Replaced(Unavailable):
    """The file on the disk is not the one that was opened: it was moved or copied over."""

    code = "storage.replaced"


class NotSaved(Unavailable):
    """The disk failed while saving; we looked, and nothing of it was saved."""

    code = "storage.not-saved"


class OutcomeUnknown(Unavailable):
    """The disk failed while saving and it cannot be read either: saved or not is not known yet.

    ``seq`` and ``proof`` name the row of the audit that is there if it was saved.
    """

    code = "storage.outcome-unknown"


class OldDriver(Unavailable):
    """The database driver is older than the one that is known to be safe."""

    code = "storage.old-driver"


class UnsafeSetting(Unavailable):
    """The database did not accept a setting on which our promises stand."""

    code = "storage.unsafe-setting"


class Forbidden(Refusal):
    """The database itself keeps this from the role of who asks, whatever a service lets through."""

    code = "storage.forbidden"


_SQLITE: dict[int, type[OfficeError]] = {
    5: Busy,
    6: Busy,
    8: NotWritable,
    9: Overtaken,
    10: DiskFailed,
    11: Damaged,
    13: DiskFull,
    14: CannotOpen,
    23: Forbidden,
    26: Damaged,
}
_SQLITE_PRIMARY = 0xFF
_FORBIDDEN = "not authorized to use function"
"""What SQLite says, with the number of any mistake, of a function that is closed."""
_NO_TEXT = "Could not decode to UTF-8"
"""What the driver itself says, without a number, of a text that is none; its bytes follow."""

_SAID: dict[str, type[OfficeError]] = {
    "database or disk is full": DiskFull,
    "disk I/O error": DiskFailed,
    "unable to open database file": CannotOpen,
    "attempt to write a readonly database": NotWritable,
    "database disk image is malformed": Damaged,
    "file is not a database": Damaged,
    "database is locked": Busy,
    "An error occurred with PRAGMA key or rekey": DiskFailed,
}
"""What the driver says where it gives no number: of a whole copy, and of new keys."""

_POSTGRESQL: dict[str, type[OfficeError]] = {
    "53100": DiskFull,
    "55P03": Busy,
    "40001": Busy,
    "40P01": Busy,
    "58030": DiskFailed,
    "XX001": Damaged,
    "XX002": Damaged,
    "25006": NotWritable,
    "42501": Forbidden,
}
_POSTGRESQL_GONE = ("08", "57P")
_WHILE_CONNECTING: tuple[tuple[str, type[OfficeError]], ...] = (
    ("SSL", NotTrusted),
    ("certificate", NotTrusted),
    ("authentication", NotLetIn),
    ("pg_hba.conf", NotLetIn),
    ("no password supplied", NotLetIn),
    ("permission denied for database", NotLetIn),
    ("role ", NotLetIn),
    ("database ", NoDatabase),
)
"""What libpq, which has no numbers for it, says while it connects; the first that fits."""


def fault_of(error: BaseException) -> OfficeError | None:
    """Return the cause that a driver's error stands for, or none: then it is a mistake of ours."""
    if (number := getattr(error, "sqlite_errorcode", None)) is not None:
        found = _SQLITE.get(number & _SQLITE_PRIMARY)
        if found is None and str(error).startswith(_FORBIDDEN):
            found = Forbidden
        if found:
            return found(reason=str(error))
    if str(error).startswith(_NO_TEXT):
        return Damaged(reason=_NO_TEXT)
    module = type(error).__module__.partition(".")[0]
    if module == "sqlcipher3":
        return _said(str(error))
    return _postgresql_fault(error) if module == "psycopg" else None


def _said(words: str) -> OfficeError | None:
    """Return the cause for which the driver of a file has words alone."""
    found = next((one for begins, one in _SAID.items() if words.startswith(begins)), None)
    return found(reason=words) if found else None


def _postgresql_fault(error: BaseException) -> OfficeError | None:
    state = getattr(error, "sqlstate", None)
    if state is None:
        lost = type(error).__name__ in {"OperationalError", "ConnectionTimeout"}
        return _unconnected(str(error)) if lost else None
    if state.startswith(_POSTGRESQL_GONE):
        return Unreachable(reason=str(error))
    found = _POSTGRESQL.get(state)
    return found(reason=str(error)) if found else None


def _unconnected(reason: str) -> OfficeError:
    """Return why there is no connection; of a line that broke off, that the server is gone."""
    if "connection failed" not in reason and "connection to server" not in reason:
        return Unreachable(reason=reason)
    told = reason.partition("FATAL:")[2] or reason.rpartition("failed:")[2]
    kind = next((kind for word, kind in _WHILE_CONNECTING if word in told), Unreachable)
    return kind(reason=told.strip())
