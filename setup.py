"""Which folders are packages: the repository root is `induce` itself, so that the tree reads as the imports do."""

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py


class BuildWithoutThis(build_py):
    """Leaves this file out, which lies among the modules of `induce` and is none of them."""

    def find_package_modules(self, package, package_dir):
        modules = super().find_package_modules(package, package_dir)
        return [one for one in modules if one[:2] != ("induce", "setup")]


inner = find_packages(exclude=["tests", "tests.*"])
# The examples are data that `induce serve` offers.
setup(
    packages=["induce", "induce.examples", *(f"induce.{name}" for name in inner)],
    package_dir={"induce": "."},
    cmdclass={"build_py": BuildWithoutThis},
)
