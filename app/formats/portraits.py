"""Portraits: a picture of any size becomes a small upright one that tells nothing but the face."""

from __future__ import annotations

from io import BytesIO

LARGEST = (480, 600)
QUALITY = 88


def portrait(content: bytes) -> bytes:
    """Return a picture as a small JPEG, turned upright, without where and when it was taken."""
    from PIL import Image, ImageOps  # noqa: PLC0415  loaded with the first picture

    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
        upright = ImageOps.exif_transpose(opened)
        shown = upright.convert("RGBA")
    paper = Image.new("RGB", shown.size, "white")
    paper.paste(shown, mask=shown.getchannel("A"))
    paper.thumbnail(LARGEST)
    out = BytesIO()
    paper.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
