"""What a form says of a text that it cannot read: the text stays, nothing is guessed."""

from __future__ import annotations

from app.domain.shared.problems import Rule

NO_NUMBER = Rule("forms.no-number", "text")
NO_DAY = Rule("forms.no-day", "text")
NO_EARLY = Rule("forms.no-early-payment", "text")
NO_CHOICE = Rule("forms.no-choice", "text")
