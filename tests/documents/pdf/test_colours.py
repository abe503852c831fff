from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

from app.documents.pdf.colours import NAME, profile


def test_the_profile_means_the_colours_of_every_screen() -> None:
    own = ImageCms.ImageCmsProfile(BytesIO(profile()))
    change = ImageCms.buildTransform(own, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    pixels = bytes(range(0, 255, 5))

    changed = ImageCms.applyTransform(Image.frombytes("RGB", (17, 1), pixels), change)

    assert changed is not None
    assert max(abs(a - b) for a, b in zip(changed.tobytes(), pixels, strict=True)) <= 1


def test_the_profile_says_what_it_is_and_that_anybody_may_use_it() -> None:
    own = ImageCms.ImageCmsProfile(BytesIO(profile()))

    assert ImageCms.getProfileDescription(own).strip() == NAME
    assert "CC0" in ImageCms.getProfileCopyright(own)


def test_the_profile_is_small_and_as_long_as_it_says() -> None:
    assert int.from_bytes(profile()[:4], "big") == len(profile()) < 600
