#!/usr/bin/env bash
# The JSON that lark's own tool makes of a parser cannot be read back by lark.
#
# One would guess: `python -m lark.tools.serialize` writes the two parts, "data" and "memo", that the public method
#   `Lark.deserialize(data, memo)` takes, so that a parser can be kept in a file which is data only.
# What happens: the method raises KeyError, "Cannot find key for class", for it does not know the classes that a parser is
#   made of; nor can it read what `memo_serialize` has just returned. What loads is `Lark.load`, and that reads a pickle,
#   as does `Lark(..., cache=...)`.
# Versions: lark 1.3.1.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet lark==1.3.1

printf 'start: "a" B\nB: /b+/\n' > "$work/grammar.lark"
"$work/venv/bin/python" -m lark.tools.serialize "$work/grammar.lark" --out "$work/tables.json"
"$work/venv/bin/python" - "$work" <<'PYTHON' | tee "$work/seen"
import io
import json
import sys
from pathlib import Path

from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

folder = Path(sys.argv[1])


def read(data, memo):
    try:
        return Lark.deserialize(data, memo).parse("abb").children[0].value
    except KeyError:
        return "KeyError"


tables = json.loads((folder / "tables.json").read_text())
print("deserialize of the JSON:", read(tables["data"], tables["memo"]))
parser = Lark((folder / "grammar.lark").read_text(), parser="lalr")
print("deserialize of memo_serialize:", read(*parser.memo_serialize([TerminalDef, Rule])))
file = io.BytesIO()
parser.save(file)
kind = "a pickle" if file.getvalue()[:1] == b"\x80" else "something else"
file.seek(0)
print(f"save and load: {Lark.load(file).parse('abb').children[0].value}, {kind}")
PYTHON

diff "$work/seen" - <<'SEEN'
deserialize of the JSON: KeyError
deserialize of memo_serialize: KeyError
save and load: bb, a pickle
SEEN
