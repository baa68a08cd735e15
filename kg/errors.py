"""The one family of errors that callers may see.

::

    KgError                    something migkg can explain; exit code 1
    ├── UsageError             the call itself is wrong; exit code 2
    ├── InputError             a file or text given to us cannot be used
    │   └── GroundingError     a claim is not carried by the words it names
    ├── StoreError             the store cannot be opened, read or written
    │   ├── StoreMissing       there is no store at that place
    │   └── StoreLocked        another process has it open
    ├── QueryError             a query is unknown, malformed or lacks a parameter
    └── ServiceError           a service that was asked does not answer as it should

A message is one line that says what is wrong and where; ``hint`` says what to do about it.
"""


class KgError(Exception):
    """Base of every error raised on purpose.

    Args:
        message: One line: what is wrong, and where.
        hint: One line: what the reader can do about it.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows in place of a traceback."""
        return [f"{type(self).__name__}: {self.message}", *([f"Hint: {self.hint}"] if self.hint else [])]


class UsageError(KgError):
    """The call itself is wrong: an unknown name, format or option."""

    exit_code = 2


class InputError(KgError):
    """A file or text that was given cannot be used."""


class GroundingError(InputError):
    """A claim names words that its article does not have at that place."""


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class StoreMissing(StoreError):
    """There is no store at the given place."""


class StoreLocked(StoreError):
    """Another process has the store open."""


class QueryError(KgError):
    """A query is unknown, malformed or lacks a parameter."""


class ServiceError(KgError):
    """A service that was asked does not answer as it should."""
