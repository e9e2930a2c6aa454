"""Several processes that do one task at once."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Generic, TypeVar

from .worker import Lost, Worker, block_interrupt

T = TypeVar("T")
R = TypeVar("R")

#: How many items for each process may be on their way, finished ones that wait for their turn included.
AHEAD = 16


def map_by_workers(
    task: Callable[[T], R], items: Iterable[T], lost: Callable[[T, str], R], jobs: int
) -> Generator[R, None, None]:
    """What ``map_items`` gives, done by ``jobs`` processes."""
    pool = Pool(task, lost)
    threads = ThreadPoolExecutor(jobs, initializer=block_interrupt)
    waiting: deque[Future[R]] = deque()
    try:
        for item in items:
            waiting.append(threads.submit(pool.do, item))
            if len(waiting) >= jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        pool.stop()
        threads.shutdown()


class Pool(Generic[T, R]):
    """Workers for one task: as many as there are threads that use it at once."""

    def __init__(self, task: Callable[[T], R], lost: Callable[[T, str], R]) -> None:
        self.task = task
        self.lost = lost
        self.lock = Lock()
        self.workers: list[Worker] = []
        self.idle: list[Worker] = []
        self.stopped = False

    def do(self, item: T) -> R:
        """What the task makes of ``item``, done by a worker that is idle, or by a new one."""
        try:
            worker = self.take()
        except OSError:  # there is no room for another process, or no Python to start
            return self.task(item)
        try:
            result: R = worker.do(item)
        except Lost as error:
            return self.lost(item, str(error))
        except MemoryError:
            result = self.lost(item, "there is not enough memory to read it")
        self.idle.append(worker)
        return result

    def take(self) -> Worker:
        """A worker that is idle, or a new one."""
        with self.lock:
            if self.idle:
                return self.idle.pop()
        worker = Worker(self.task)
        with self.lock:
            self.workers.append(worker)
            if self.stopped:
                worker.process.terminate()
        return worker

    def stop(self) -> None:
        """End all workers, at once, whatever they are at."""
        with self.lock:
            self.stopped = True
            workers = tuple(self.workers)
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.stop()
