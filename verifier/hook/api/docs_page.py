"""/docs: the OpenAPI document as a plain page, drawn here, without scripts and without anything from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from jinja2 import Environment
from starlette.responses import HTMLResponse, Response

_PAGES = files("verifier.hook.api").joinpath("pages")
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


def install(app: FastAPI) -> None:
    """Adds /docs to `app`."""
    drawn: list[str] = []

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        if not drawn:
            drawn.append(_page(app.openapi()))
        return HTMLResponse(drawn[0], headers=_HEADERS)

    @app.get("/docs/docs.css", include_in_schema=False)
    def style() -> Response:
        return Response(_PAGES.joinpath("docs.css").read_bytes(), media_type="text/css; charset=utf-8")


def _page(api: dict[str, Any]) -> str:
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        _PAGES.joinpath("docs.html").read_text("utf-8")
    )
    schemas = [(name, _shown(schema)) for name, schema in sorted(api["components"]["schemas"].items())]
    return template.render(api=api, operations=list(_operations(api)), schemas=schemas)


def _operations(api: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path, methods in api["paths"].items():
        for method, operation in methods.items():
            yield {
                "id": operation["operationId"],
                "method": method.upper(),
                "path": path,
                "summary": operation.get("summary", ""),
                "description": operation.get("description", ""),
                "parameters": [
                    {
                        "name": p["name"],
                        "in": p["in"],
                        "required": p.get("required", False),
                        "shape": _shape(p["schema"]),
                        "description": p.get("description", ""),
                    }
                    for p in operation.get("parameters", [])
                ],
                "bodies": [
                    (kind, _shown(body["schema"]))
                    for kind, body in operation.get("requestBody", {}).get("content", {}).items()
                ],
                "responses": [
                    {
                        "status": status,
                        "description": response.get("description", ""),
                        "content": "、".join(response.get("content", {})),
                    }
                    for status, response in sorted(operation["responses"].items())
                ],
            }


def _shape(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " | ".join(_shape(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    told = str(schema.get("type", schema.get("$ref", "").rpartition("/")[2]))
    return f"{told} {schema['pattern']}" if "pattern" in schema else told


def _shown(schema: Any) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2)
