"""Style sheets made of tokens, for ``theme().dress(widget, sheet)``; never on a table."""

from __future__ import annotations

from app.ui.kit.theme import Theme
from app.ui.kit.tokens import mixed


def controls(theme: Theme) -> str:
    """Return the look of buttons, fields and labels; for pages, forms, bars and dialogs."""
    return _buttons(theme) + _fields(theme) + _labels(theme) + scroll_bar(theme)


def _buttons(theme: Theme) -> str:
    t, px = theme.tokens, theme.px
    deep = mixed(t.accent, t.text, 0.12)
    return f"""
QPushButton, QToolButton {{ icon-size: {px(16)}px; }}
QPushButton {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.border};
  border-radius: {px(6)}px; padding: {px(5)}px {px(12)}px; min-height: {px(20)}px;
}}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: {px(5) - 1}px {px(12) - 1}px; }}
QPushButton:disabled {{ color: {t.disabled}; border-color: {t.line}; background: transparent; }}
QPushButton[primary="true"] {{
  background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600;
}}
QPushButton[primary="true"]:hover {{ background: {deep}; border-color: {deep}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[primary="true"]:disabled {{
  background: {t.hover}; color: {t.muted}; border-color: {t.line};
}}
QPushButton[plain="true"] {{ border-color: transparent; background: transparent; }}
QPushButton[plain="true"]:hover {{ background: {t.hover}; }}
QPushButton[plain="true"]:focus {{ border: 2px solid {t.accent}; }}
QToolButton {{
  background: transparent; color: {t.text}; border: 1px solid transparent;
  border-radius: {px(6)}px; padding: {px(4)}px;
  min-width: {px(18)}px; min-height: {px(18)}px;
}}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:pressed, QToolButton:open {{ background: {t.line}; }}
QToolButton:focus {{ border: 2px solid {t.accent}; padding: {px(4) - 1}px; }}
QLineEdit QToolButton {{ min-width: 0; min-height: 0; padding: 0; }}
QPushButton[align="left"] {{ text-align: left; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _fields(theme: Theme) -> str:
    t, px = theme.tokens, theme.px
    boxes = "QLineEdit, QPlainTextEdit, QComboBox"
    return f"""
{boxes} {{
  background: {t.surface}; color: {t.text}; border: 1px solid {t.border};
  border-radius: {px(6)}px; padding: {px(5)}px {px(8)}px; min-height: {px(20)}px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.muted};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
  border: 2px solid {t.accent}; padding: {px(5) - 1}px {px(8) - 1}px;
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
  color: {t.disabled}; border-color: {t.line}; background: {t.window};
}}
QLineEdit:read-only {{ background: {t.window}; border-color: {t.line}; }}
QLineEdit[problem="bad"], QPlainTextEdit[problem="bad"], QComboBox[problem="bad"] {{
  border-color: {t.bad};
}}
QLineEdit[problem="warn"], QPlainTextEdit[problem="warn"], QComboBox[problem="warn"] {{
  border-color: {t.warn};
}}
QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox::down-arrow {{ image: none; }}
QCheckBox, QRadioButton {{ color: {t.text}; spacing: {px(8)}px; padding: {px(4)}px 0; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.accent}; }}
"""


def _labels(theme: Theme) -> str:
    t = theme.tokens
    size = theme.base_points
    return f"""
QLabel {{ color: {t.text}; background: transparent; }}
QLabel[role="title"] {{ font-size: {size * 1.6:.1f}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {size * 1.15:.1f}pt; font-weight: 600; }}
QLabel[role="label"] {{ color: {t.muted}; font-size: {size * 0.94:.1f}pt; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="good"] {{ color: {t.good}; }}
QLabel[role="bad"] {{ color: {t.bad}; font-size: {size * 0.94:.1f}pt; }}
QLabel[role="warn"] {{ color: {t.warn}; font-size: {size * 0.94:.1f}pt; }}
QLabel[role="frame"] {{
  color: {t.muted}; border: 1px solid {t.line}; border-radius: {theme.px(6)}px;
}}
QLabel[role="total"] {{ font-size: {size * 1.35:.1f}pt; font-weight: 600; }}
"""


def header(theme: Theme) -> str:
    """Return the look of a table's header line."""
    t, px = theme.tokens, theme.px
    return f"""
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{
  background: {t.surface}; color: {t.muted}; border: none;
  border-bottom: 1px solid {t.line}; padding: {px(6)}px {px(10)}px;
}}
QHeaderView::section:hover {{ color: {t.text}; background: {t.hover}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: none; width: {px(10)}px; }}
"""


def scroll_bar(theme: Theme) -> str:
    """Return the look of a slim scroll bar."""
    t, px = theme.tokens, theme.px
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {px(12)}px; }}
QScrollBar:horizontal {{ height: {px(12)}px; }}
QScrollBar::handle {{
  background: {mixed(t.surface, t.border, 0.55)}; border-radius: {px(4)}px; margin: 2px;
}}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::handle:hover {{ background: {t.border}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def menus(theme: Theme) -> str:
    """Return the look of the menu bar and of menus."""
    t, px = theme.tokens, theme.px
    return f"""
QMenuBar {{ background: {t.window}; color: {t.text}; padding: {px(2)}px {px(6)}px; border: none; }}
QMenuBar::item {{
  padding: {px(5)}px {px(10)}px; border-radius: {px(6)}px; background: transparent;
}}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: {px(4)}px;
}}
QMenu::item {{
  padding: {px(6)}px {px(28)}px {px(6)}px {px(12)}px; border-radius: {px(4)}px;
}}
QMenu::item:selected {{ background: {t.selected}; color: {t.on_selected}; }}
QMenu::item:disabled {{ color: {t.disabled}; background: transparent; }}
QMenu::icon {{ padding-left: {px(10)}px; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px {px(8)}px; }}
"""


def chips(theme: Theme) -> str:
    """Return the look of a bar of filter chips."""
    t, px = theme.tokens, theme.px
    return (
        controls(theme)
        + f"""
QPushButton[chip="true"] {{
  border: 1px solid transparent; background: transparent; color: {t.muted};
  border-radius: {px(6)}px; padding: {px(4)}px {px(10)}px;
}}
QPushButton[chip="true"]:hover {{ background: {t.hover}; color: {t.text}; }}
QPushButton[chip="true"]:checked {{ background: {t.selected}; color: {t.on_selected}; }}
QPushButton[chip="true"]:focus {{
  border: 2px solid {t.accent}; padding: {px(4) - 1}px {px(10) - 1}px;
}}
"""
    )


def popup(theme: Theme) -> str:
    """Return the look of a list that pops up under a field."""
    t, px = theme.tokens, theme.px
    return (
        scroll_bar(theme)
        + f"""
QListWidget {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: {px(4)}px;
  outline: none;
}}
QListWidget::item {{ padding: {px(6)}px {px(8)}px; border-radius: {px(4)}px; }}
QListWidget::item:hover {{ background: {t.hover}; }}
QListWidget::item:selected {{ background: {t.selected}; color: {t.on_selected}; }}
"""
    )


def page_list(theme: Theme) -> str:
    """Return the look of a short list of lines on a page."""
    t, px = theme.tokens, theme.px
    return (
        scroll_bar(theme)
        + f"""
QListWidget {{ background: transparent; color: {t.text}; border: none; outline: none; }}
QListWidget::item {{ padding: {px(5)}px {px(6)}px; border-radius: {px(4)}px; }}
QListWidget::item:hover {{ background: {t.hover}; }}
QListWidget::item:selected {{ background: {t.selected}; color: {t.on_selected}; }}
QListWidget:focus {{ border: 2px solid {t.accent}; border-radius: {px(6)}px; }}
"""
    )


def toast(theme: Theme) -> str:
    """Return the look of a toast: dark on a light window, light on a dark one."""
    t, px = theme.tokens, theme.px
    return f"""
Toast {{ background: {t.text}; border-radius: {px(8)}px; }}
QLabel {{ color: {t.surface}; background: transparent; }}
QPushButton {{
  background: transparent; color: {t.surface}; font-weight: 600; border: 1px solid {t.surface};
  border-radius: {px(6)}px; padding: {px(3)}px {px(10)}px; min-height: {px(18)}px;
}}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.surface}; }}
QToolButton {{
  border: 1px solid transparent; background: transparent; padding: {px(4)}px;
  icon-size: {px(16)}px; min-width: {px(16)}px; min-height: {px(16)}px;
}}
"""


def record_bar(theme: Theme) -> str:
    """Return the look of the tabs on top of a module."""
    t, px = theme.tokens, theme.px
    return f"""
QTabBar {{ background: {t.window}; }}
QTabBar::tab {{
  background: transparent; color: {t.muted}; padding: {px(8)}px {px(14)}px;
  border: none; border-bottom: 2px solid transparent;
}}
QTabBar::tab:hover {{ color: {t.text}; background: {t.hover}; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; font-weight: 600; }}
QTabBar::tab:focus {{ border: 2px solid {t.accent}; }}
QToolButton {{
  border: 2px solid transparent; border-radius: {px(4)}px; padding: 0; background: transparent;
}}
QToolButton:hover {{ background: {t.line}; }}
QToolButton:focus {{ border: 2px solid {t.accent}; }}
"""


def west(theme: Theme) -> str:
    """Return the ground under the west bar."""
    t = theme.tokens
    return (
        f"QFrame#side {{ background: {t.side}; border: none; border-right: 1px solid {t.line}; }}"
    )


def banner(theme: Theme) -> str:
    """Return the look of a strip that says what is unusual."""
    t, px = theme.tokens, theme.px
    ground = t.wash("warn")
    return f"""
QFrame {{ background: {ground}; border: none; border-bottom: 1px solid {t.line}; }}
QLabel {{ color: {t.text}; border: none; }}
QPushButton {{
  background: transparent; color: {t.text}; border: 1px solid {t.border};
  border-radius: {px(6)}px; padding: {px(3)}px {px(10)}px; min-height: {px(18)}px;
}}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; }}
"""


def foot(theme: Theme) -> str:
    """Return the look of the status line."""
    t = theme.tokens
    return f"""
QFrame#foot {{ background: {t.window}; border: none; border-top: 1px solid {t.line}; }}
QLabel {{ color: {t.muted}; }}
"""


def palette(theme: Theme) -> str:
    """Return the look of the palette."""
    t, px = theme.tokens, theme.px
    return (
        scroll_bar(theme)
        + f"""
Palette {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: {px(10)}px; }}
QLineEdit {{
  background: transparent; color: {t.text}; border: none; border-bottom: 1px solid {t.line};
  padding: {px(10)}px {px(8)}px; font-size: {theme.base_points * 1.2:.1f}pt;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QListView {{ background: transparent; border: none; outline: none; }}
QLabel {{ color: {t.muted}; padding: {px(24)}px; }}
"""
    )


def welcome(theme: Theme) -> str:
    """Return the look of the first page."""
    t, px = theme.tokens, theme.px
    return (
        controls(theme)
        + f"""
QFrame#card {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(12)}px; }}
"""
    )
