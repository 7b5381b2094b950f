"""The commands `serve` and `keys`. What they need is imported when they run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from nlp.errors import MissingExtraError

keys = typer.Typer(no_args_is_help=True, help="API keys of the service: add, list and revoke them.")
KeysFile = Annotated[
    Path | None, typer.Option("--keys", help="File of API keys [default: api_keys.json in your configuration folder].")
]


def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on; others than loopback need API keys [default: 127.0.0.1].")
    ] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0: a free one [default: 8080].")] = None,
    model: Annotated[str | None, typer.Option(help="Model by name or folder [default: default].")] = None,
    device: Annotated[
        str | None, typer.Option(help="Where the encoder runs: auto, cpu or cuda [default: auto].")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=0, help="Processes; 0: one for each core [default: 0].")] = None,
    keys: KeysFile = None,
    config: Annotated[
        Path | None, typer.Option(help="TOML file of settings (docs/serving.md); options go over it.")
    ] = None,
) -> None:
    """Tag posts live over HTTP: POST /v1/extract gives the record that `run` writes. A page to try it is at /."""
    from nlp.serve.settings import load_settings

    settings = load_settings(config, host=host, port=port, model=model, device=device, workers=workers, keys=keys)
    try:
        from nlp.serve.app import create_app
        from nlp.serve.server import run
    except ImportError as error:
        raise MissingExtraError("serve", "the HTTP service") from error
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    run(create_app(settings, cores), settings)


@keys.command("add")
def add(
    name: Annotated[str, typer.Argument(help="Whose key it is.")],
    file: KeysFile = None,
) -> None:
    """Make a key and print it, once: only its hash is kept."""
    from nlp.serve.keys import add_key, default_keys_path

    path = file or default_keys_path()
    key, secret = add_key(path, name)
    typer.echo(f"key {key.id} of {key.name}, in {path}; keep it, it is shown only now:", err=True)
    typer.echo(secret)


@keys.command("list")
def list_keys(file: KeysFile = None) -> None:
    """List the keys: id, when they were made and revoked, whose they are."""
    from nlp.serve.keys import default_keys_path, read_keys

    for key in read_keys(file or default_keys_path()):
        state = f"revoked {key.revoked}" if key.revoked else "valid"
        typer.echo(f"{key.id}  {key.created}  {state}  {key.name}")


@keys.command("revoke")
def revoke(
    key: Annotated[str, typer.Argument(help="Id or name of the key.")],
    file: KeysFile = None,
) -> None:
    """Revoke a key; running services refuse it within a second."""
    from nlp.serve.keys import default_keys_path, revoke_key

    revoked = revoke_key(file or default_keys_path(), key)
    typer.echo(f"revoked {revoked.id} of {revoked.name}", err=True)
