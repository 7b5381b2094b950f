"""The settings of the service: defaults, a TOML file over them, the command line over both."""

from __future__ import annotations

import ipaddress
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from annotated_types import Ge, Gt, Le
from pydantic import ConfigDict, TypeAdapter, ValidationError

from nlp.errors import UsageError

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """How the service runs. Sizes are bytes, times are seconds, tokens are estimated (see `nlp.serve.engine`).

    `workers` 0: one process for each core. `rate_posts` is per API key and second, 0: no limit. `keys` is the file of
    API keys, None: the user's own. `tracing_endpoint` takes OpenTelemetry traces (OTLP over HTTP), None: no tracing.
    """

    host: str = "127.0.0.1"
    port: Annotated[int, Ge(0), Le(65_535)] = 8080
    model: str = "default"
    device: str = "auto"
    drug_field: str = "drug"
    workers: Annotated[int, Ge(0)] = 0
    keys: Path | None = None
    queue_tokens: Annotated[int, Gt(0)] = 131_072
    batch_tokens: Annotated[int, Gt(0)] | None = None
    window_seconds: Annotated[float, Ge(0)] = 0.002
    deadline_seconds: Annotated[float, Gt(0)] = 60.0
    drain_seconds: Annotated[float, Gt(0)] = 60.0
    post_bytes: Annotated[int, Gt(0)] = MIB
    request_bytes: Annotated[int, Gt(0)] = 8 * MIB
    batch_posts: Annotated[int, Gt(0)] = 256
    stream_posts: Annotated[int, Gt(0)] = 64
    rate_posts: Annotated[float, Ge(0)] = 0.0
    rate_burst: Annotated[int, Gt(0)] = 512
    idempotency_seconds: Annotated[float, Ge(0)] = 600.0
    idempotency_bytes: Annotated[int, Ge(0)] = 64 * MIB
    cors_origins: tuple[str, ...] = ()
    tracing_endpoint: str | None = None

    __pydantic_config__ = ConfigDict(extra="forbid")

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the service."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def load_settings(file: Path | None = None, **options: Any) -> ServeSettings:
    """The settings in a TOML file, with those `options` that are not None over them.

    Raises UsageError for a file that cannot be read, and for unknown names and wrong values, each by its name.
    """
    values: dict[str, Any] = {}
    if file is not None:
        try:
            values = tomllib.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise UsageError(f"cannot read {file}: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{file} is not TOML: {error}") from error
    values |= {name: value for name, value in options.items() if value is not None}
    try:
        return TypeAdapter(ServeSettings).validate_python(values)
    except ValidationError as error:
        raise UsageError(f"{file or 'options'}: {'; '.join(map(_complaint, error.errors()))}") from None


def _complaint(error: Any) -> str:
    name = ".".join(map(str, error["loc"]))
    if error["type"] == "unexpected_keyword_argument":
        choices = ", ".join(ServeSettings.__dataclass_fields__)
        return f"unknown setting {name!r}; choices: {choices}"
    return f"{name} = {error['input']!r}: {error['msg']}"
