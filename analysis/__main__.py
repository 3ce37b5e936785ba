"""The command `lesarten`: Ctrl-C is one line from the first moment, also while the libraries are still being loaded."""

import os
import signal

__all__ = ["main"]


def _stop(*_: object) -> None:
    os.write(2, b"stopped\n")
    os._exit(130)


def main() -> None:
    """Load the command line and run it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    from analysis.cli import main

    main()


if __name__ == "__main__":
    main()
