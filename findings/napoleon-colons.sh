#!/usr/bin/env bash
# Napoleon takes what stands before a colon in the docstring of a property for its type.
#
# One would guess: with docstrings in NumPy style (napoleon_google_docstring = False), in which types have lines of
#   their own, the sentence "The confidence in a word: high or low." is shown as it stands.
# What happens: the page says "high or low." and "Type: The confidence in a word". The form "type: text" of attributes
#   in Google style holds for NumPy style too, whatever the switch says, for the docstrings of properties and of fields,
#   and for nothing else: the docstring of a method keeps its colon. numpydoc shows the sentence.
# Versions: Sphinx 9.0.4, numpydoc 1.11.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Sphinx==9.0.4 numpydoc==1.11.0
mkdir "$work/source"
cat > "$work/source/answers.py" <<'EOF2'
class Answer:
    """An answer."""

    @property
    def trust(self):
        """The confidence in a word: high or low."""
        return "high"

    def told(self):
        """The same in a sentence: long or short."""
        return "It is high."
EOF2
printf 'Answers\n=======\n\n.. autoclass:: answers.Answer\n   :members:\n' > "$work/source/index.rst"

shown() { # the page as text, its docstrings read by an extension
  printf "import sys\nsys.path.insert(0, '%s')\nextensions = ['sphinx.ext.autodoc', '%s']\n%s\n" "$work/source" "$1" "$2" \
    > "$work/source/conf.py"
  "$work/venv/bin/sphinx-build" -q -E -b text "$work/source" "$work/$1"
  cat "$work/$1/index.txt"
}

napoleon=$(shown sphinx.ext.napoleon 'napoleon_google_docstring = False')
numpydoc=$(shown numpydoc 'numpydoc_show_class_members = False')
printf 'napoleon\n%s\n\nnumpydoc\n%s\n' "$napoleon" "$numpydoc"
grep -q "The confidence in a word$" <<< "$napoleon"
! grep -q "The confidence in a word: high or low" <<< "$napoleon"
grep -q "The same in a sentence: long or short" <<< "$napoleon"
grep -q "The confidence in a word: high or low" <<< "$numpydoc"
