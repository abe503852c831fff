"""How much memory this process has now; on Linux, where the benches are run."""

from __future__ import annotations

import gc
import resource
from pathlib import Path


def memory() -> float:
    """Return the memory of this process now, in megabytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / (1 << 20)
