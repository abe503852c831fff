"""Where the faults of this package happen, and who works there."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.faults.workers import NoDisk, Site, Worker, hired, site


@pytest.fixture(scope="session")
def where() -> Iterator[Site]:
    with site() as made:
        yield made


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """Return a worker on an ordinary disk."""
    if not hasattr(os, "fork"):
        pytest.skip("Who is killed is forked.")
    with hired() as one:
        yield one


@pytest.fixture(scope="session")
def recorded_worker(where: Site) -> Iterator[Worker]:
    """Return a worker whose disk remembers and fails."""
    try:
        disk = where.disk
    except NoDisk:
        pytest.skip("The recording disk needs Linux and a C compiler.")
    with hired(disk) as one:
        yield one
