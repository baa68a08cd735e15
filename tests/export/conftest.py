from collections.abc import Iterator

import pytest

from kg.store import Store
from kg.store.build import shipped


@pytest.fixture(scope="session")
def graph() -> Iterator[Store]:
    """All that comes with migkg."""
    with shipped() as store:
        yield store
