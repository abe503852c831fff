"""Web pages: the words, without what is not read on the page."""

from __future__ import annotations

from app.formats.reading.web import read_web, words_of


def test_words_are_read_and_scripts_and_styles_are_not() -> None:
    page = (
        "<html><head><title>Lasku 4711</title><style>p{}</style></head><body>"
        "<script>alert(1)</script><p>Hyv&auml;&auml; <b>p&auml;iv&auml;&auml;</b></p>"
        "<ul><li>yksi<li>kaksi</ul></body></html>"
    )

    (text,) = read_web(page).texts

    assert text.split("\n\n")[0] == "Lasku 4711"
    assert "Hyvää päivää" in text
    assert "yksi\nkaksi" in text
    assert "alert" not in text
    assert "p{}" not in text


def test_cells_of_a_row_stand_on_one_line() -> None:
    assert words_of("<table><tr><td>Sähkö<td>12,50</tr><tr><td>a</td></tr></table>") == (
        "Sähkö\t12,50\n\na"
    )


def test_what_is_no_web_page_at_all_never_raises() -> None:
    for odd in ("<![if", "<!x", "</", "<", "&#xFFFFFFFF;", "<a" * 99, "<!DOCTYPE [<!ENTITY"):
        words_of(f"Hei {odd} moi")
