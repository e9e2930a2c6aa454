"""What a signal that ends the program does: everything is left as at any other error, so that no half of it stays."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Those that a person, a terminal that closes, or a machine that shuts down sends; Windows lacks some of them.
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def unwind_on_signals() -> None:
    """From now on let the signals that end a program raise ``SystemExit``; one that is ignored stays so.

    Ctrl-C raises ``KeyboardInterrupt`` anyway.
    """
    for number in SIGNALS:
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, unwind)


def unwind(number: int, _frame: FrameType | None) -> None:
    """Raise ``SystemExit`` with the status that a shell gives to a program that the signal ended."""
    signal.signal(number, signal.SIG_IGN)  # the second of two must not interrupt what the first one leaves to do
    raise SystemExit(128 + number)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the signals that end the program wait until the end of the block, which must be short."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is ever interrupted
        return
    came: list[int] = []
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        signal.signal(number, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in came:
            signal.raise_signal(number)
