"""A server is fit for an office when it forgets nothing and knows every letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.admin.serving import OLDEST, ServerFacts, problems

FIT = ServerFacts(OLDEST, "UTF8", "on", "on", has_checksums=True)


def test_a_fit_server_has_no_problems() -> None:
    assert list(problems(FIT)) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (replace(FIT, version=OLDEST - 1), "server.too-old"),
        (replace(FIT, encoding="LATIN1"), "server.not-utf8"),
        (replace(FIT, synchronous_commit="off"), "server.not-durable"),
        (replace(FIT, fsync="off"), "server.not-durable"),
    ],
)
def test_what_would_lose_something_is_no_server_for_an_office(
    facts: ServerFacts, code: str
) -> None:
    (found,) = problems(facts)

    assert (found.code, found.is_warning) == (code, False)


def test_checksums_are_recommended_only() -> None:
    (found,) = problems(replace(FIT, has_checksums=False))

    assert (found.code, found.is_warning) == ("server.no-checksums", True)
