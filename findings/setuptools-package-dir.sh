#!/usr/bin/env bash
# A package whose root is the repository: setuptools finds it by itself, but not if it is told to find packages.
#
# One would guess: package-dir = {"induced" = "."} says where the package lies, and [tool.setuptools.packages.find] says
#   which packages to take; together they install induced and induced.inner.
# What happens: without the second table the wheel holds induced and induced.inner. With it, empty or not, the names that
#   are found are not put under "induced": the wheel installs a top-level package "inner", and "induced" itself is left
#   out without a word.
# Versions: setuptools 84.2.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check setuptools==84.2.1
mkdir -p "$work/project/inner"
touch "$work/project/__init__.py" "$work/project/inner/__init__.py"
cat > "$work/project/pyproject.toml" <<'EOF'
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "induced"
version = "1"

[tool.setuptools]
package-dir = {"induced" = "."}
EOF

modules() { # the Python files of the wheel that is built of a copy of the project
  cp -r "$work/project" "$work/$1"
  if [[ $1 == find ]]; then printf '\n[tool.setuptools.packages.find]\n' >> "$work/$1/pyproject.toml"; fi
  "$work/venv/bin/pip" wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps \
    --wheel-dir "$work/$1-wheel" "$work/$1"
  "$work/venv/bin/python" -m zipfile --list "$work/$1-wheel"/*.whl | awk '/\.py / {print $1}' | sort | paste -sd' '
}

"$work/venv/bin/python" -c 'from importlib.metadata import version; print("setuptools", version("setuptools"))'
plain=$(modules plain)
find=$(modules find)
echo "package-dir alone:          $plain"
echo "package-dir, packages.find: $find"
[[ $plain == "induced/__init__.py induced/inner/__init__.py" ]]
[[ $find == "inner/__init__.py" ]]
