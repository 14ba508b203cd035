"""Files are written at once or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from induce import InputError
from induce.support.files import name_of_part, part_of, parts_of, writable, write_whole
from induce.tables.formats.replacing import replacing


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for text in (b"first", b"second"):
        write_whole(path, text)
        assert path.read_bytes() == text
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_put_in_its_place_is_not_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / "folder", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes and links")
def test_links_and_pipes_stay_what_they_are(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(tmp_path / "file")
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        for path in (link, pipe):
            write_whole(path, b"data")
        assert os.read(reader, 10) == b"data"
    finally:
        os.close(reader)
    assert link.is_symlink()
    assert pipe.is_fifo()
    assert (tmp_path / "file").read_bytes() == b"data"


def test_what_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^\S+none/file: cannot be written: no such file or directory$"):
        write_whole(tmp_path / "none" / "file", b"")


def test_paths_that_no_file_can_have(tmp_path: Path) -> None:
    assert writable(str(tmp_path / "file")) == tmp_path / "file"
    for path in (tmp_path, tmp_path / "none" / "file"):
        with pytest.raises(InputError, match=r"^\S+: cannot be written: expected a file in a folder that exists$"):
            writable(path)


def test_two_that_write_the_same_file_do_not_meet(tmp_path: Path) -> None:
    target = tmp_path / "file"
    with replacing(target) as one, one.open("w") as first:
        first.write("begun ")
        first.flush()
        write_whole(target, b"other")
        with replacing(target) as two:
            two.write_text("third")
        assert target.read_text() == "third"
        first.write("ended")
    assert target.read_text() == "begun ended"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_part_tells_what_it_was_to_be(tmp_path: Path) -> None:
    assert name_of_part(part_of(tmp_path / "table.csv").name) == "table.csv"
    assert name_of_part("my.part") == "my.part"


def test_what_killed_writers_left_is_deleted_after_a_day(tmp_path: Path) -> None:
    target = tmp_path / "table.csv"
    old, new, other = part_of(target), part_of(target), part_of(tmp_path / "other.csv")
    for part in (old, new, other):
        part.write_bytes(b"begun")
    for part in (old, other):
        os.utime(part, (0, time.time() - 90_000))
    assert sorted(parts_of(target)) == sorted([old, new])
    write_whole(target, b"whole")
    assert sorted(tmp_path.iterdir()) == sorted([target, new, other])


def test_a_place_that_is_not_there_has_no_parts(tmp_path: Path) -> None:
    assert parts_of(tmp_path / "nowhere" / "table.csv") == []
