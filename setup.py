"""Which folders are packages: the repository root is `induce` itself, so that the tree reads as the imports do."""

from setuptools import find_packages, setup

inner = find_packages(exclude=["tests", "tests.*"])
setup(packages=["induce", *(f"induce.{name}" for name in inner)], package_dir={"induce": "."})
