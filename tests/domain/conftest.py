"""Property tests of the domain: as many examples as fit into a few seconds for all of them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("domain", max_examples=40, stateful_step_count=15, deadline=None)
settings.load_profile("domain")
