from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.ui.kit.page_layout import (
    STEPS,
    USUAL,
    WIDEST_FIT,
    Fit,
    Layout,
    Spacing,
    next_step,
    scale_of,
)

A4 = QSizeF(595, 842)
SPACING = Spacing(16, 12)


def test_pages_stand_under_each_other_in_the_middle() -> None:
    layout = Layout((A4, A4), 1.0, 795, SPACING)

    assert layout.rect(0) == QRectF(100, 16, 595, 842)
    assert layout.rect(1).top() == 16 + 842 + 12
    assert layout.height == 2 * 842 + 12 + 2 * 16
    assert layout.width == 595 + 2 * 16


def test_a_document_without_pages_takes_no_room() -> None:
    layout = Layout((), 1.0, 800, SPACING)

    assert (layout.height, list(layout.pages_in(0, 1000))) == (0, [])


def test_only_pages_that_are_seen_are_named() -> None:
    layout = Layout((A4,) * 100, 1.0, 800, SPACING)

    assert list(layout.pages_in(0, 100)) == [0]
    assert list(layout.pages_in(800, 900)) == [0, 1]
    assert list(layout.pages_in(layout.height - 10, layout.height)) == [99]
    assert layout.page_at(1000) == 1


def test_a_place_and_its_point_on_the_page_are_the_same() -> None:
    layout = Layout((A4, A4), 2.0, 800, SPACING)

    place = layout.place_of(1, QPointF(10, 20))

    assert layout.point_on(1, place) == QPointF(10, 20)


def test_a_fitting_page_is_as_wide_as_the_room_but_not_huge() -> None:
    assert scale_of(Fit.WIDTH, (A4,), QSizeF(627, 400), SPACING) == pytest.approx(1.0)
    assert scale_of(Fit.WIDTH, (A4,), QSizeF(9000, 400), SPACING) == WIDEST_FIT * USUAL
    assert scale_of(Fit.PAGE, (A4,), QSizeF(900, 453), SPACING) == pytest.approx(0.5)
    assert scale_of(2.0, (A4,), QSizeF(1, 1), SPACING) == 2 * USUAL


def test_zoom_steps_lead_from_any_scale_to_the_next_and_stop_at_the_ends() -> None:
    assert next_step(0.73 * USUAL, 1) == 0.80
    assert next_step(0.73 * USUAL, -1) == 0.67
    assert next_step(1.0 * USUAL, 1) == 1.10
    assert next_step(20 * USUAL, 1) == STEPS[-1] / 100
    assert next_step(0.01, -1) == STEPS[0] / 100
