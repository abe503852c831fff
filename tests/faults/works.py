"""Every work by its name."""

from __future__ import annotations

from tests.faults.office_works import OFFICES
from tests.faults.pay_works import PAY
from tests.faults.trade_works import TRADE

WORKS = {work.name: work for work in (*TRADE, *PAY, *OFFICES)}
