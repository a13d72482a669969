"""Run the command line as `python -m refight`."""

from refight.cli import main

if __name__ == "__main__":
    main()
