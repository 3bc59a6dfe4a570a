"""What the rules take for granted where neither the report nor the editors say otherwise."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from tracker.model import Period

VERSION = "1"
RELEASE_LAG = 45  # days from the end of a period to its publication
STALE_AFTER = Decimal("1.5")  # reporting periods
RATE_TOLERANCE = Decimal("0.5")  # percentage points, for 左右 on a rate
COUNT_TOLERANCE = Decimal("0.10")  # share of the goal, for 左右 on a count
RATES = ("%", "‰", "百分点")

PERIODS = {
    Period.MONTH: timedelta(days=30),
    Period.QUARTER: timedelta(days=90),
    Period.HALF: timedelta(days=180),
    Period.YEAR: timedelta(days=365),
}
