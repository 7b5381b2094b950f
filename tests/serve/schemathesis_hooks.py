"""What schemathesis cannot read from the OpenAPI: how NDJSON is written, and that a key is used once."""

import re
from uuid import uuid4

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def write_lines(_, value):
    return value.encode("utf-8", "replace") if isinstance(value, str) else str(value).encode()


@schemathesis.hook
def before_call(_, case, __):
    """A key that was made up twice, for two requests, would rightly be refused."""
    if case.headers and re.fullmatch(r"[\x21-\x7e]{1,255}", str(case.headers.get("Idempotency-Key", ""))):
        case.headers["Idempotency-Key"] = uuid4().hex
