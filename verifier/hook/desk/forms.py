"""Posted forms: small, urlencoded, read only from who is known."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from verifier.hook.desk.refusals import Refused, bad_form

MOST_BYTES = 64 * 1024
MOST_FIELDS = 40
_TYPE = "application/x-www-form-urlencoded"


class Form:
    """The fields of a form; of a field that comes twice the last counts."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = dict(values)

    def text(self, name: str, label: str, most: int, *, required: bool = True) -> str:
        """The text in a field, without blanks around; Refused, naming `label`, for none or one that is too long."""
        value = self.values.get(name, "").replace("\r\n", "\n").strip()
        if required and not value:
            raise bad_form(f"{label}尚未填写，请返回填写。")
        if len(value) > most:
            raise bad_form(f"{label}最多 {most} 个字，现有 {len(value)} 个字，请返回删减。")
        if "\x00" in value:
            raise bad_form(f"{label}中有不能保存的字符，请返回修改。")
        return value

    def line(self, name: str, label: str, most: int, *, required: bool = True) -> str:
        """As `text`, on one line."""
        return " ".join(self.text(name, label, most, required=required).split())

    def raw(self, name: str) -> str:
        """Exactly what was typed; "" for nothing."""
        return self.values.get(name, "")

    def number(self, name: str) -> int:
        """A whole number that the page itself put there."""
        value = self.values.get(name, "")
        if not value.isascii() or not value.isdigit() or len(value) > 9:
            raise bad_form("页面内容不完整，请刷新后重试。")
        return int(value)


async def read_form(request: Request) -> Form:
    """The form posted with `request`; Refused for one that is too large or none at all."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _TYPE:
        raise Refused(415, "未能处理", "请通过页面上的表单提交。")
    body = b""
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > MOST_BYTES:
                raise Refused(413, "内容过长", "提交的内容过长，请返回删减。", headers={"connection": "close"})
    except ClientDisconnect as error:
        raise bad_form("连接已中断，请重试。") from error
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError as error:
        raise bad_form("提交的内容无法识别，请刷新页面后重试。") from error
    return Form(dict(pairs))
