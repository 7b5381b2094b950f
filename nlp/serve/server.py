"""Run the application under uvicorn until it is told to stop, then finish what is in flight."""

from __future__ import annotations

import logging
import signal
import socket

import uvicorn
from fastapi import FastAPI

from nlp.errors import UsageError
from nlp.serve import logs
from nlp.serve.settings import ServeSettings

logger = logging.getLogger("firsthand.serve")


class Server(uvicorn.Server):
    """uvicorn around an application of `create_app`; streams are told when it stops accepting."""

    def __init__(self, app: FastAPI, settings: ServeSettings) -> None:
        patience = int(settings.drain_seconds)
        super().__init__(
            uvicorn.Config(
                app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=patience
            )
        )
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop accepting, finish what is in flight, end."""
        self._app.state.service.extraction.stop_streams()
        await super().shutdown(sockets)


def run(app: FastAPI, settings: ServeSettings) -> None:
    """Serve until SIGTERM or Ctrl-C; returns when all that was in flight is answered, or `drain_seconds` later.

    Raises UsageError when the address cannot be listened on.
    """
    logs.configure()
    listening = listen(settings.host, settings.port)
    host, port = listening.getsockname()[:2]
    logger.info("listening", extra={"address": f"http://{f'[{host}]' if ':' in host else host}:{port}"})
    # uvicorn hands the signal that stopped it on to the handler that was there before: nothing more is to happen.
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: None)
    Server(app, settings).run([listening])


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises UsageError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(1024)
    except (OSError, OverflowError) as error:
        listening.close()
        raise UsageError(f"cannot listen on {host} port {port}: {getattr(error, 'strerror', error)}") from error
    return listening
