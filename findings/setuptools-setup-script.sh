#!/usr/bin/env bash
# Where the repository is the package, setuptools puts setup.py into the wheel, but only if pip or build asks for it.
#
# One would guess: setup.py is no module of the package that it builds. setuptools looks for it by name and leaves it
#   out, so package_dir={"induced": "."} gives induced/__init__.py and nothing else.
# What happens: it looks for the script that is running. That is setup.py for "python setup.py bdist_wheel", which
#   leaves it out. Under pip and build, which call the backend, it is a file of theirs, and the wheel has
#   induced/setup.py.
# Versions: setuptools 84.2.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check setuptools==84.2.1
mkdir "$work/project"
touch "$work/project/__init__.py"
printf '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n' > "$work/project/pyproject.toml"
cat > "$work/project/setup.py" <<'EOF2'
from setuptools import setup

setup(name="induced", version="1", packages=["induced"], package_dir={"induced": "."})
EOF2
cp -r "$work/project" "$work/script"

modules() { "$work/venv/bin/python" -m zipfile --list "$1"/*.whl | awk '/\.py / {print $1}' | sort | paste -sd' '; }

(cd "$work/script" && "$work/venv/bin/python" setup.py --quiet bdist_wheel --dist-dir "$work/by-script" > "$work/log" 2>&1)
"$work/venv/bin/pip" wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps \
  --wheel-dir "$work/by-pip" "$work/project"
"$work/venv/bin/python" -c 'from importlib.metadata import version; print("setuptools", version("setuptools"))'
echo "python setup.py bdist_wheel: $(modules "$work/by-script")"
echo "pip wheel:                   $(modules "$work/by-pip")"
[[ $(modules "$work/by-script") == "induced/__init__.py" ]]
[[ $(modules "$work/by-pip") == "induced/__init__.py induced/setup.py" ]]
