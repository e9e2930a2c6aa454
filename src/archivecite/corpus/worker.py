"""A process that does one task for item after item, and the program's end of it.

The processes are our own and not those of ``multiprocessing``: a worker never imports the program that uses us (a
script needs no ``if __name__ == "__main__"``), may be started by a process that is itself a daemon of a pool, and when
it dies, takes with it the one item that it was at. It hears two things: the next item, and that its input has ended,
which is also how it learns that the program is gone.
"""

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

#: What a new process runs: it gets the places that this one imports from before it imports anything of ours.
START = """
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from archivecite.corpus.worker import serve
serve()
"""
#: How long a worker that was asked to end may take, in seconds.
PATIENCE = 5


class Lost(Exception):
    """The process ended before it had answered; the message says how."""


class Worker:
    """A process that does ``task``, which it must be able to import, for one item at a time.

    Raises ``OSError`` if it can't be started.
    """

    def __init__(self, task: Callable[[Any], Any]) -> None:
        # -P: what is in the working folder is not imported in place of what we mean. The names of files are decoded as
        # they are here.
        command = [sys.executable, "-P", "-X", f"utf8={sys.flags.utf8_mode}", "-c", START]
        group = 0 if os.name != "nt" else subprocess.CREATE_NEW_PROCESS_GROUP  # type: ignore[attr-defined,unused-ignore]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, creationflags=group)  # noqa: S603  our own
        try:
            self.ask(pickle.dumps(sys.path) + pickle.dumps(task))
        except Lost as error:
            raise OSError(f"no Python could be started: {error}") from None

    def do(self, item: object) -> Any:
        """What the task makes of ``item``; raises ``Lost`` if the process dies, and what the task raises."""
        done, result = self.ask(pickle.dumps(item, pickle.HIGHEST_PROTOCOL))
        if not done:
            raise result
        return result

    def ask(self, message: bytes) -> Any:
        """The reply to ``message``."""
        assert self.process.stdin
        assert self.process.stdout
        try:
            self.process.stdin.write(message)
            self.process.stdin.flush()
            return pickle.load(self.process.stdout)  # noqa: S301  from our own process
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            raise Lost(self.end()) from None

    def end(self) -> str:
        """End the process, if it has not ended by itself; how it came to its end."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(1)  # its output may end just before itself
        self.stop()
        code = self.process.returncode
        if code >= 0:
            return f"the process that read it ended with status {code}"
        if -code == signal.SIGKILL:
            return "the process that read it was killed; perhaps there was not enough memory"
        return f"the process that read it was ended by signal {-code}"

    def stop(self) -> None:
        """End the process, and what it has started."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError, ValueError):
                assert pipe
                pipe.close()


def serve() -> None:
    """What a worker does: it reads the task and then items from standard input, and writes a reply to each."""
    signal.signal(signal.SIGTERM, leave)
    requests, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    with suppress(OSError):
        os.dup2(2, 1)  # whatever is printed is not a reply
    try:
        task = pickle.load(requests)  # noqa: S301  from the program that started us
        gc.freeze()  # as the command does
        gc.set_threshold(10_000)
        items: SimpleQueue[Any] = SimpleQueue()
        threading.Thread(target=receive, args=(requests, items), daemon=True).start()
        answer = pickle.dumps(True)
        while True:
            replies.write(answer)
            replies.flush()
            answer = reply(task, items.get())
    finally:
        os._exit(1)  # nothing is left to be written, and nobody is left to read it


def reply(task: Callable[[Any], Any], item: object) -> bytes:
    """The pickled reply to ``item``: whether the task came to its end, and what it gave or raised."""
    try:
        return pickle.dumps((True, task(item)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  it is raised where the item came from
        error.add_note(f"In a worker:\n{traceback.format_exc()}")
        try:
            return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
        except Exception:  # noqa: BLE001  an error of any class may hold anything
            return pickle.dumps((False, RuntimeError(traceback.format_exc())), pickle.HIGHEST_PROTOCOL)


def receive(requests: IO[bytes], items: "SimpleQueue[Any]") -> None:
    """Put what comes from ``requests`` into ``items``; at the end of it, which is the program's own, end the process.

    This runs in a thread of its own, so that a worker does not go on with a long record that nobody waits for.
    """
    with suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            items.put(pickle.load(requests))  # noqa: S301  from the program that started us
    if os.name == "nt":
        os._exit(1)
    main = threading.main_thread().ident
    assert main is not None
    signal.pthread_kill(main, signal.SIGTERM)


def leave(_number: int, _frame: object) -> None:
    """End the process by an exception, so that the process that reads a PDF is ended too."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # to be told twice must not interrupt that
    raise SystemExit


def block_interrupt() -> None:
    """Keep Ctrl-C from this thread and from the processes that it starts: it is for the program's main thread."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
