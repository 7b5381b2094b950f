"""Files that grow by whole flushes, so that an interrupted run can cut back to what it had vouched for."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from nlp.errors import FirsthandError, UsageError


class OutputError(FirsthandError):
    """The output could not be written: a full disk, a reader that went away. What was flushed before is intact."""

    @staticmethod
    def of(path: Path | str, error: OSError) -> OutputError:
        """The error with its cause in words and what can be done."""
        remedy = "free some space and continue with --resume" if error.errno in FULL else "continue with --resume"
        return OutputError(f"{path}: cannot be written: {error.strerror or error}; {remedy}")


FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class AppendFile:
    """A file of `size` bytes that is written at its end. Nothing is on the disk in part: an append is whole or undone.

    Opened with size 0 an existing file is emptied; with more, what lies behind is cut off. Raises UsageError if the
    file cannot be opened or is shorter than `size`.
    """

    def __init__(self, path: Path, size: int = 0) -> None:
        self.path, self.size = path, size
        try:
            self._file = os.open(path, os.O_WRONLY | (0 if size else os.O_CREAT), 0o666)
            found = os.fstat(self._file).st_size
            if found >= size:
                os.ftruncate(self._file, size)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
        if found < size:
            os.close(self._file)
            raise UsageError(
                f"{path}: has {found} bytes, {size} were written before: it was changed; use --overwrite to start anew"
            )
        os.lseek(self._file, size, os.SEEK_SET)

    def append(self, data: bytes) -> None:
        """Write `data` and wait until it is on the disk. Raises OutputError, with the file as it was before."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._file, rest) :]
            os.fsync(self._file)
        except BaseException as error:
            self._undo()
            if isinstance(error, OSError):
                raise OutputError.of(self.path, error) from error
            raise
        self.size += len(data)

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _undo(self) -> None:
        os.ftruncate(self._file, self.size)
        os.lseek(self._file, self.size, os.SEEK_SET)
