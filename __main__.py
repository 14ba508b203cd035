"""`python -m induce`: the command line where no script is on the path."""

import sys

from .cli import main

if __name__ == "__main__":  # Workers that are spawned import this module, and are no command.
    sys.exit(main())
