"""What a driver reports is known by its cause, and what it does not know is ours."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors
from sqlcipher3 import dbapi2 as driver

from app.domain.shared.refusals import OfficeError
from app.storage.faults import (
    Busy,
    Damaged,
    DiskFailed,
    DiskFull,
    NotWritable,
    Unreachable,
    fault_of,
)


@pytest.mark.parametrize(
    ("number", "kind"),
    [(5, Busy), (261, Busy), (13, DiskFull), (10, DiskFailed), (778, DiskFailed), (26, Damaged)],
)
def test_sqlites_errors_have_their_causes(number: int, kind: type[OfficeError]) -> None:
    error = driver.OperationalError("x")
    error.sqlite_errorcode = number

    assert type(fault_of(error)) is kind


def test_a_text_that_is_none_is_damage_and_its_bytes_are_not_told() -> None:
    with driver.connect(":memory:") as rows, pytest.raises(driver.OperationalError) as raised:
        rows.execute("SELECT CAST(x'4b616e61726961ff' AS TEXT)").fetchall()

    fault = fault_of(raised.value)

    assert isinstance(fault, Damaged)
    assert "Kanaria" in str(raised.value)
    assert "Kanaria" not in str(fault.facts)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (errors.DiskFull("x"), DiskFull),
        (errors.LockNotAvailable("x"), Busy),
        (errors.ReadOnlySqlTransaction("x"), NotWritable),
        (errors.AdminShutdown("x"), Unreachable),
        (psycopg.OperationalError("server closed the connection"), Unreachable),
    ],
)
def test_postgresqls_errors_have_their_causes(
    error: BaseException, kind: type[OfficeError]
) -> None:
    assert type(fault_of(error)) is kind


def test_a_mistake_of_ours_is_no_fault_of_the_machine() -> None:
    mistake = driver.IntegrityError("UNIQUE constraint failed")
    mistake.sqlite_errorcode = 19

    assert fault_of(mistake) is None
    assert fault_of(errors.UniqueViolation("x")) is None
    assert fault_of(KeyError("x")) is None
