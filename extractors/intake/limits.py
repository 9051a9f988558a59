"""What one file may cost: set by environment, checked before anything is decoded."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from models.errors import HeyanError, TooLarge
from models.settings import Limits

_SETTINGS: dict[str, tuple[str, Callable[[str], float]]] = {
    "HEYAN_MAX_BYTES": ("max_bytes", int),
    "HEYAN_MAX_PAGES": ("max_pages", int),
    "HEYAN_MAX_PIXELS": ("max_pixels", int),
    "HEYAN_MAX_SECONDS": ("max_seconds_per_file", float),
    "HEYAN_MAX_SECONDS_PER_PAGE": ("max_seconds_per_page", float),
}


def limits_from_environment(environment: Mapping[str, str] | None = None, defaults: Limits | None = None) -> Limits:
    """`defaults` with what the HEYAN_MAX_* variables set; HeyanError when one is not a positive number."""
    given = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    for variable, (name, number) in _SETTINGS.items():
        text = given.get(variable, "").strip()
        if not text:
            continue
        try:
            value = number(text)
        except ValueError:
            value = 0
        if not 0 < value < float("inf"):
            raise HeyanError(f"环境变量 {variable} 应为正数，现为“{text}”，请改正后重新运行。")
        values[name] = value
    return replace(defaults or Limits(), **values)


def check_bytes(size: int, limits: Limits) -> None:
    """TooLarge when a file of `size` bytes is over the limit."""
    if size > limits.max_bytes:
        raise TooLarge(
            f"文件有 {size / 1048576:.1f} MB，超过上限 {limits.max_bytes / 1048576:.1f} MB，请压缩或拆分后重新上传。"
        )


def check_pages(pages: int, limits: Limits) -> None:
    """TooLarge when a file has more pages than the limit allows."""
    if pages > limits.max_pages:
        raise TooLarge(f"文件有 {pages} 页，超过上限 {limits.max_pages} 页，请拆分后重新上传。")


def check_pixels(width: int, height: int, limits: Limits) -> None:
    """TooLarge when an image of this size would have more pixels than the limit allows."""
    if width * height > limits.max_pixels:
        raise TooLarge(
            f"图片尺寸为 {width}×{height} 像素，超过上限 {limits.max_pixels / 1e6:.0f} 百万像素，"
            "请降低分辨率后重新上传。"
        )
