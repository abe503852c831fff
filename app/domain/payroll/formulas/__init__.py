"""Formulas: a small language for reckoning pay, read once to a tree and never run as code.

Numbers (``12.5``, ``40 %``), names, ``+ - * /``, comparisons, ``min``, ``max``, ``if``,
``round_half_up``, and the rates of a law: ``rate`` gives its figure, ``band`` adds a scale up,
``step`` gives the percentage that holds at a figure. Steps before the last have names:
``year = pay * 12; year / 12``.
"""

from __future__ import annotations
