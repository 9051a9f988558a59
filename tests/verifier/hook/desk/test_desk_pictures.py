"""Pictures of pages are drawn by the reading workers, behind their fences, and never by the web process itself."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.verifier.hook.desk.desk_client import Reviewer
from tests.verifier.hook.desk.desk_site import PAGE, Site
from tests.verifier.hook.papers import PoolOfNone
from verifier.hook.desk.opened import Opened, opened
from verifier.hook.desk.picture_pages import drawn
from verifier.hook.desk.throttle import Throttle
from verifier.hook.desk.visits import Desk
from verifier.hook.storage.blobs import BlobStore
from verifier.reading.warm_pool import WarmPool
from verifier.reports.html.page_images import picture_name

Result = TypeVar("Result")


class FailingPool(PoolOfNone):
    """Notes what it is asked for; dies over more than one page, and over pages of `poison`."""

    def __init__(self, settings: Any) -> None:
        super().__init__(settings, 1)
        self.asked: list[tuple[int, ...]] = []
        self.poison: set[int] = set()

    def call(self, function: Callable[..., Result], args: tuple[Any, ...], seconds: float) -> Result:
        numbers = tuple(number for number, _ in args[1])
        self.asked.append(numbers)
        if self.poison & set(numbers):
            raise RuntimeError("the worker died")
        return super().call(function, args, seconds)


def size_of(picture: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(picture)).size


def desk_of(site: Site, pool: WarmPool) -> tuple[Desk, Opened, list[str]]:
    """A desk that draws with `pool`, applicant A001 opened on it, and the names of the pictures of the first file."""
    desk = Desk(site.settings, site.database, BlobStore(site.settings.blobs), Throttle(10), pool)
    found = opened(desk, site.ids["A001"])
    assert isinstance(found, Opened)
    file = found.found.files[0]
    return desk, found, [picture_name(file, page) for page in file.pages]


def test_pages_are_drawn_once_and_kept(site: Site) -> None:
    pool = FailingPool(site.settings.reading)
    desk, found, (name,) = desk_of(site, pool)
    path = drawn(desk, found, name)
    assert size_of(path.read_bytes()) == PAGE
    assert drawn(desk, found, name) == path
    assert pool.asked == [(1,)]
    assert oct((site.settings.data / "pages").stat().st_mode & 0o777) == "0o700"


def test_pages_that_cannot_be_drawn_together_are_drawn_alone(site: Site) -> None:
    pool = FailingPool(site.settings.reading)
    pool.poison = {3}
    desk, found, _ = desk_of(site, pool)
    file = found.found.files[0]
    pages = tuple(replace(file.pages[0], number=n) for n in range(1, 7))
    found = replace(found, found=replace(found.found, files=(replace(file, pages=pages),)))
    file = found.found.files[0]
    assert drawn(desk, found, picture_name(file, pages[0])).is_file()
    assert pool.asked == [(1, 2, 3, 4), (1,)]
    assert not drawn(desk, found, picture_name(file, pages[2])).is_file()
    assert pool.asked[2:] == [(3, 4, 5, 6), (3,)]


def test_a_page_that_cannot_be_drawn_has_no_picture(site: Site, reviewer: Callable[[str], Reviewer]) -> None:
    pool = FailingPool(site.settings.reading)
    pool.poison = {1}
    desk, found, (name,) = desk_of(site, pool)
    assert not drawn(desk, found, name).is_file()
    assert pool.asked == [(1,)]
    picture = reviewer("li").client.get(f"/desk/applications/{site.ids['A001']}/pages/{name}")
    assert picture.headers["content-type"] == "image/webp"
    assert size_of(picture.content) == PAGE


@pytest.fixture
def real_pool(site: Site) -> Iterator[WarmPool]:
    pool = WarmPool(site.settings.reading, 1)
    yield pool
    pool.stop()


@pytest.mark.ocr
def test_another_process_opens_what_strangers_handed_in(site: Site, real_pool: WarmPool, tmp_path: Path) -> None:
    desk, found, (name,) = desk_of(site, real_pool)
    assert size_of(drawn(desk, found, name).read_bytes()) == PAGE
    worker = real_pool.call(os.getpid, (), 60)
    assert worker != os.getpid()
    with pytest.raises(PermissionError):
        real_pool.call(Path.write_bytes, (tmp_path / "x", b"x"), 60)
    # A file that is no picture any more costs its page, not the desk.
    path = found.found.files[1].path
    path.chmod(0o600)
    path.write_bytes(cv2.imencode(".png", np.zeros((9, 9, 3), np.uint8))[1].tobytes()[:40])
    other = picture_name(found.found.files[1], found.found.files[1].pages[0])
    assert not drawn(desk, found, other).is_file()
