"""Which folders are packages: the repository root is `induce` itself, so that the tree reads as the imports do."""

from setuptools import find_packages, setup

inner = find_packages(exclude=["tests", "tests.*"])
# The examples are data that `induce serve` offers.
setup(packages=["induce", "induce.examples", *(f"induce.{name}" for name in inner)], package_dir={"induce": "."})
