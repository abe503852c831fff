"""Style sheets of the invoice's form, made of the kit's tokens."""

from __future__ import annotations

from app.ui.kit.sheets import controls
from app.ui.kit.theme import Theme


def figures(look: Theme) -> str:
    """Return the look of the sums: the ones that count are bold, a link looks like one."""
    t, px = look.tokens, look.px
    return (
        controls(look)
        + f"""
QLabel[role="strong"] {{ font-weight: 600; }}
QPushButton[link="true"] {{
  border: 1px solid transparent; background: transparent; color: {t.accent};
  padding: {px(2)}px {px(4)}px; margin-left: -{px(4)}px; text-align: left;
}}
QPushButton[link="true"]:hover {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[link="true"]:disabled {{ color: {t.disabled}; }}
"""
    )


def problem_count(look: Theme) -> str:
    """Return the look of the count of problems beside the button that issues."""
    t, px = look.tokens, look.px
    rows = "".join(
        f'QPushButton[tone="{tone}"] {{ color: {t.tone(tone)}; background: {t.wash(tone)};'
        f" border: 1px solid {t.line}; }}"
        for tone in ("bad", "warn", "muted")
    )
    return (
        controls(look)
        + rows
        + "QPushButton[tone]:focus"
        + f" {{ border: 2px solid {t.accent}; padding: {px(4)}px {px(11)}px; }}"
    )


def line_note(look: Theme) -> str:
    """Return the look of the sentence under the lines."""
    t, px = look.tokens, look.px
    return (
        f"QLabel {{ color: {t.muted}; padding: {px(2)}px 0; }}"
        f'QLabel[role="bad"] {{ color: {t.bad}; }} QLabel[role="warn"] {{ color: {t.warn}; }}'
    )


def line_header(look: Theme) -> str:
    """Return the look of the titles over the lines and of the numbers beside them."""
    t, px = look.tokens, look.px
    return f"""
QHeaderView, QTableCornerButton::section {{ background: {t.surface}; border: none; }}
QTableCornerButton::section {{ border-bottom: 1px solid {t.line}; }}
QHeaderView::section {{
  background: {t.surface}; color: {t.muted}; border: none;
  border-bottom: 1px solid {t.line}; padding: {px(5)}px {px(8)}px;
}}
"""
