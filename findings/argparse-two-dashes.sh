#!/usr/bin/env bash
# The value "--", written behind an equals sign, is for argparse neither a text nor an error, but an empty list.
#
# One would guess: "--name=--" gives the option the text "--", as "--name=-" gives it "-"; or an error says that a value is
#   missing, as after "--name --". And an option with type=int holds an int or is refused.
# What happens: the separator is taken out of the values of the option, and what is left is the value: []. Neither the
#   type nor the choices of the option are asked. A program fails far away from its command line.
# Versions: Python 3.11.
set -euo pipefail
python3.11 - <<'EOF'
import argparse
import sys

print("Python", sys.version.split()[0])
parser = argparse.ArgumentParser()
parser.add_argument("--name")
parser.add_argument("--count", type=int)
parser.add_argument("--colour", choices=("red", "green"))
for words in (["--name=-"], ["--name=--"], ["--count=--"], ["--colour=--"]):
    print(words, vars(parser.parse_args(words)))
assert parser.parse_args(["--name=-"]).name == "-"
assert parser.parse_args(["--name=--"]).name == []
assert parser.parse_args(["--count=--"]).count == []
assert parser.parse_args(["--colour=--"]).colour == []
EOF
