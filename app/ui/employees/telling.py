"""What a dialog says of a refusal, with all that was typed still there."""

from __future__ import annotations

from app.domain.shared.refusals import Invalid, OfficeError
from app.ui.kit.messages import error_sentence, problem_text


def refusal_text(error: OfficeError) -> str:
    """Return what stands in the way, a line for each wrong field."""
    if isinstance(error, Invalid):
        told = [problem_text(one) for one in error.problems if not one.is_warning]
    else:
        told = [str(error_sentence(error))]
    return "\n".join(f"✕ {one}" for one in told)
