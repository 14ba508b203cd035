"""Files of primitives: what they declare is found, and what is wrong with them is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from induce import InputError
from induce.dsl.language.loading import load_primitives

SOUND = '''from induce import primitive

@primitive("(Int) -> Int")
def {name}(x):
    """Half of it."""
    return x // 2
'''


def test_declarations_of_all_files_are_found_in_order(tmp_path: Path) -> None:
    for name in ("half", "other"):
        (tmp_path / f"{name}.py").write_text(SOUND.format(name=name), encoding="utf-8")
    found = load_primitives([tmp_path / "other.py", str(tmp_path / "half.py")])
    assert [one.reference.__name__ for one in found] == ["other", "half"]
    assert [one(7) for one in found] == [3, 3]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = 1\ndef f(:\n", ":2: is not Python: "),
        ("x = 1\n\ny = x / 0\n", ":3: ZeroDivisionError: division by zero"),
        ("import nothing_like_this\n", ":1: ModuleNotFoundError: No module named 'nothing_like_this'"),
        ("exit(3)\n", ":1: SystemExit: 3"),
        ("x = 1\n", ": declares no primitive; expected a function under @primitive(...)"),
        (SOUND.format(name="half").replace("(Int) -> Int", "Int"), ":3: @primitive: 'Int' is not a valid signature"),
        (SOUND.format(name="half").replace("primitive(", "primitive(7, "), ":3: TypeError: "),
        ("def f():\n    raise ValueError('a\\nb')\nf()\n", ":2: ValueError: a b"),
        ("(" * 500 + ")" * 500, ": is not Python: "),
        (
            "class Odd(Exception):\n    def __str__(self):\n        raise ValueError\nraise Odd\n",
            ":4: Odd: an exception that cannot be shown",
        ),
        (
            "from induce import primitive\nhalf = primitive('(Int) -> Int')(len)\n",
            ": <built-in function len> is not a function; expected one written with def",
        ),
        ("from induce import primitive\nhalf = primitive('(Int) -> Int')(3)\n", ": 3 is not a function; expected"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_one_line(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "mine.py"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_primitives([file])
    assert str(caught.value).startswith(str(file))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.py: cannot be read: no such file or directory; expected a file of"):
        load_primitives([tmp_path / "none.py"])
    with pytest.raises(InputError, match=r"^primitives: an empty name; expected a file of Python$"):
        load_primitives([""])
    with pytest.raises(InputError, match="cannot be read: is a directory"):
        load_primitives([tmp_path])
    (tmp_path / "bytes.py").write_bytes(b"x = '\xff'\n")
    with pytest.raises(InputError, match=r"bytes\.py:1: is not Python: "):
        load_primitives([tmp_path / "bytes.py"])
    (tmp_path / "null.py").write_bytes(b"x = 1\0\n")
    with pytest.raises(InputError, match=r"null\.py:? ?.*null bytes"):
        load_primitives([tmp_path / "null.py"])


@pytest.mark.filterwarnings("error")
def test_python_warns_of_nothing_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("x = 1 is 1\n" + SOUND.format(name="half"), encoding="utf-8")
    assert len(load_primitives([file])) == 1
