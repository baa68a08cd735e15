import json
from pathlib import Path

import pytest

from kg.errors import StoreError, StoreLocked
from kg.store import marker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / marker.MARKER).touch()
    marker.mark(tmp_path)
    return tmp_path


def test_a_marked_folder_passes_and_marking_twice_changes_nothing(folder: Path) -> None:
    before = (folder / marker.MARKER).read_bytes()
    assert json.loads(before) == {"format": marker.FORMAT}
    marker.mark(folder)
    marker.check(folder)
    assert (folder / marker.MARKER).read_bytes() == before


@pytest.mark.parametrize("content", ["", "{}", "[]", "\x00", "null"])
def test_a_damaged_marker_is_named(folder: Path, content: str) -> None:
    (folder / marker.MARKER).write_text(content)
    with pytest.raises(StoreError, match=f"{marker.MARKER} is damaged"):
        marker.check(folder)


def test_a_store_of_another_format_is_refused(folder: Path) -> None:
    (folder / marker.MARKER).write_text('{"format": 99}')
    with pytest.raises(StoreError, match="format 99; this version reads 1"):
        marker.check(folder)


def test_one_writer_or_many_readers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "WAIT", 0.0)
    path = folder / marker.MARKER
    first, second = marker.Lock(path, exclusive=False), marker.Lock(path, exclusive=False)
    with pytest.raises(StoreLocked, match="another process has this store open") as caught:
        marker.Lock(path, exclusive=True)
    assert caught.value.hint
    first.release()
    second.release()
    writer = marker.Lock(path, exclusive=True)
    with pytest.raises(StoreLocked):
        marker.Lock(path, exclusive=False)
    writer.release()


def test_a_lock_ends_with_its_object(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "WAIT", 0.0)
    lock = marker.Lock(folder / marker.MARKER, exclusive=True)
    del lock
    marker.Lock(folder / marker.MARKER, exclusive=True).release()
