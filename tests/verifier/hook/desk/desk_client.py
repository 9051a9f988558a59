"""A person at the desk without scripts: opens pages, fills in their forms and sends them."""

from __future__ import annotations

import html
import re
from typing import Any

from starlette.testclient import TestClient

from tests.verifier.hook.desk.desk_site import PASSWORD

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


def hidden(text: str) -> dict[str, str]:
    """The hidden fields of a piece of a page."""
    return {name: html.unescape(value) for name, value in _HIDDEN.findall(text)}


def sign_in(client: TestClient, login: str, password: str = PASSWORD, **more: str) -> Any:
    token = hidden(client.get("/desk/sign-in").text)["token"]
    return client.post("/desk/sign-in", data={"login": login, "password": password, "token": token, **more})


class Reviewer:
    """Somebody signed in."""

    def __init__(self, client: TestClient, login: str) -> None:
        self.client = client
        answer = sign_in(client, login)
        assert answer.status_code == 303, answer.text

    def get(self, path: str, status: int = 200) -> str:
        answer = self.client.get(f"/desk{path}")
        assert answer.status_code == status, answer.text
        return str(answer.text)

    def form(self, page: str, action: str, **marks: str) -> dict[str, str]:
        """The hidden fields of the form on `page` that goes to `action` and has these hidden fields among its own."""
        for found in re.findall(rf'<form[^>]*action="/desk{re.escape(action)}"[^>]*>(.*?)</form>', page, re.S):
            values = hidden(found)
            if marks.items() <= values.items():
                return values
        raise AssertionError(f"no form to {action} with {marks}")

    def send(self, action: str, values: dict[str, str], status: int = 303) -> Any:
        answer = self.client.post(f"/desk{action}", data=values)
        assert answer.status_code == status, f"{answer.status_code} {answer.text}"
        return answer

    def follow(self, answer: Any) -> str:
        """The page that the answer leads to."""
        return self.get(answer.headers["location"].removeprefix("/desk").partition("#")[0])

    def fill(self, page: str, action: str, values: dict[str, str], **marks: str) -> Any:
        """Fills in that form, and the answer."""
        return self.send(action, {**self.form(page, action, **marks), **values})
