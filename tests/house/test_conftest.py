from __future__ import annotations

import socket

import pytest

from tests.house.tree import ROOT, text

pytest_plugins = ["pytester"]


def test_a_test_cannot_open_a_network_socket() -> None:
    with pytest.raises(pytest.fail.Exception, match="network socket"):
        socket.socket(socket.AF_INET)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no such sockets")
def test_sockets_within_the_machine_are_allowed() -> None:
    left, right = socket.socketpair()

    left.sendall(b"hello")
    heard = right.recv(5)

    left.close()
    right.close()
    assert heard == b"hello"


@pytest.mark.network
def test_a_marked_test_may_open_a_network_socket() -> None:
    with socket.socket(socket.AF_INET) as opened:
        family = opened.family

    assert family is socket.AF_INET


@pytest.mark.parametrize(
    ("required", "expected"),
    [("1", {"failed": 1, "skipped": 1}), ("", {"skipped": 2})],
)
def test_a_skipped_postgresql_test_fails_where_it_must_run(
    required: str,
    expected: dict[str, int],
    pytester: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BACKDESK_REQUIRE_POSTGRES", required)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest(text("tests/conftest.py"))
    pytester.makepyfile(
        test_offices="""
        import pytest

        def test_books():
            pytest.skip("PostgreSQL does not start here")

        def test_paper():
            pytest.skip("no printer")
        """,
    )

    result = pytester.runpytest_subprocess()

    result.assert_outcomes(**expected)
