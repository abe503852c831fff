"""Every work by its name; a short one does so little that every call of it can be made to fail."""

from __future__ import annotations

from tests.faults.erase_works import ERASURES
from tests.faults.office_works import OFFICES
from tests.faults.pay_works import PAY
from tests.faults.trade_works import IMPORT, MANY, TWO, trade

OTHERS = (IMPORT, *PAY, *ERASURES, *OFFICES)
WORKS = {work.name: work for work in (*trade(MANY), *OTHERS)}
SHORT = {work.name: work for work in (*trade(TWO), *OTHERS)}
EVERY = WORKS | SHORT
