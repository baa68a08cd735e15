"""Answers that are worked out once and kept: of a token, and of any other object."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_A = TypeVar("_A")
_O = TypeVar("_O")


def once(question: Callable[["Token"], _A]) -> Callable[["Token"], _A]:
    """Lets a question to a token be answered once; to be asked when nothing changes in the tree any more."""

    @wraps(question)
    def asked(token: "Token") -> _A:
        answers = token.answers
        if answers is None:
            answers = token.answers = {}
        if question not in answers:
            answers[question] = question(token)
        found: _A = answers[question]
        return found

    return asked


class lazy(Generic[_O, _A]):
    """A property that is worked out once: ``functools.cached_property`` without its lock in Python 3.11."""

    def __init__(self, question: Callable[[_O], _A]) -> None:
        self._question = question
        self.__doc__ = question.__doc__

    def __get__(self, asked: _O, _: type[_O]) -> _A:
        found = asked.__dict__[self._question.__name__] = self._question(asked)
        return found
