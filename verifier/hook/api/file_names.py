"""Names of files as callers give them: kept as they are where they are harmless, refused otherwise."""

from __future__ import annotations

import unicodedata

from verifier.hook.api.problems import ApiProblem

_MOST = 200


def checked_name(name: str) -> str:
    """`name` in normal form C; 422 for a path, control characters, nothing, or too much."""
    folded = unicodedata.normalize("NFC", name)
    strange = any(unicodedata.category(c) in ("Cc", "Cs") or c in "/\\" for c in folded)
    if strange or not folded.strip() or folded in (".", "..") or len(folded) > _MOST:
        raise ApiProblem(
            422, "file_name", f"文件名不能为空、不能含路径或控制字符，且不超过 {_MOST} 个字符，请更名后重新提交。"
        )
    return folded


def decoded_name(raw: bytes) -> str:
    """A file's name in a form's header: browsers write UTF-8, quotes and line breaks as %22, %0D, %0A."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
