"""The emblem: what pictures are taken, how large they are set, and what is refused."""

from __future__ import annotations

import pytest

from draftkit.errors import Unreadable
from draftkit.writers.emblem import HEIGHT, LARGEST, WIDTH, emblem
from pictures import emf, jpeg, png


@pytest.mark.parametrize(("make", "suffix"), [(png, "png"), (jpeg, "jpeg"), (emf, "emf")])
def test_a_picture_is_as_large_as_its_room_allows(make, suffix: str) -> None:  # type: ignore[no-untyped-def]
    wide, tall = emblem(make(2000, 100), "e"), emblem(make(100, 2000), "e")
    assert (wide.suffix, wide.width, wide.height) == (suffix, WIDTH, round(WIDTH / 20))
    assert (tall.width, tall.height) == (round(HEIGHT / 20), HEIGHT)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(40),
        png(0, 100),
        png(100_000, 100),
        png(1, 1)[:20],
        jpeg(10, 10)[:9],
        b"\xff\xd8\xff" + bytes(100),
        b"\xff\xd8" + b"\xff\xe0\x00\x00" * 1000,
        emf(-5, 10),
        emf(10, 10)[:60],
        png(10, 10) + bytes(LARGEST),
    ],
)
def test_what_is_no_picture_for_a_masthead_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"e\.gif: .+; "):
        emblem(data, "e.gif")
