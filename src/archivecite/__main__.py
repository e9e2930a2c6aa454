"""``python -m archivecite`` is the command ``archivecite``."""

from .cli import main

if __name__ == "__main__":
    main()
