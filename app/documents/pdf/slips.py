"""The payment slips at the foot of a last page: how high each is, and who draws it."""

from __future__ import annotations

from app.documents.pdf import payment_slips, swiss_slips
from app.documents.pdf.canvas import Canvas
from app.documents.slips import Slip, SwissSlip


def height_of(slip: Slip) -> float:
    """Return how much of the foot of the page a slip takes, in points."""
    return swiss_slips.HEIGHT if isinstance(slip, SwissSlip) else payment_slips.HEIGHT


def paint_slip(slip: Slip, canvas: Canvas) -> None:
    """Draw a slip at the foot of the page."""
    if isinstance(slip, SwissSlip):
        swiss_slips.SwissForm(slip, canvas).paint()
    else:
        payment_slips.Slip(slip, canvas).paint()
