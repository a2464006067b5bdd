"""Files read in processes of their own: handed out, waited for, given up; what dies is replaced, and the others go on.

A file that a worker dies of is tried once more in a fresh one where the worker had read others before: what an earlier file left
behind in it must not count against a later one.
"""

from __future__ import annotations

from collections import deque
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, final

from attrs import define, field

from cstrack.errors import CstrackError, NoWorker
from cstrack.reading.inputs import Input, read_bytes
from cstrack.workflow.arrival import Arrival, arrival_from_plain, error_from_plain
from cstrack.workflow.child import Child, start
from cstrack.workflow.lost import died, killed, out_of_memory
from cstrack.workflow.told import orders_of
from cstrack.workflow.wire import from_line, input_to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from cstrack.workflow.account import Wanted
    from cstrack.workflow.told import Told

#: Seconds in which a worker must be ready, and in which the keyboard and the time of files are looked after.
_STARTING, _LOOK = 120.0, 0.25

#: Workers that may end before they are of any use, one after the other, until it is given up.
_PATIENCE = 3


@final
@define(eq=False)
class Task:
    """A file to read.

    Attributes:
        number: its place among all.
        found: the file.
        began: when it was first asked for; None before.
    """

    number: int
    found: Input
    began: float | None = None


@final
@define(eq=False)
class Worker:
    """A child and what it is doing.

    Attributes:
        child: the process.
        until: when it is ended, if it has not answered.
        ready: whether it may be asked.
        task: the file it reads.
        served: files that it has read.
        at_work: id of the reader or plugin whose code runs in it.
    """

    child: Child
    until: float
    ready: bool = False
    task: Task | None = None
    served: int = 0
    at_work: str = ""


@final
@define(eq=False)
class Pool:
    """Workers for one load.

    Attributes:
        told: what the load was told.
        most: how many workers at a time.
        wanted: what of the files is wanted.
        heard: what they said.
        workers: those that live.
        waiting: files that no worker has read.
        again: files that need a fresh worker.
        done: what came of files, by number.
        useless: workers that ended before they were of use.
    """

    told: Told
    most: int
    wanted: Wanted = "records"
    heard: SimpleQueue[tuple[Child, bytes | None]] = field(factory=SimpleQueue)
    workers: list[Worker] = field(factory=list)
    waiting: deque[Task] = field(factory=deque)
    again: deque[Task] = field(factory=deque)
    done: dict[int, Arrival | CstrackError] = field(factory=dict)
    useless: int = 0

    def hire(self) -> None:
        """Start one more worker; it gets ready while others do other things.

        Raises:
            NoWorker: it cannot be started.
        """
        child = start(orders_of(self.told), self.told.limits.memory, lambda who, line: self.heard.put((who, line)))
        self.workers.append(Worker(child, monotonic() + _STARTING))

    def close(self) -> None:
        """End every worker at once."""
        workers, self.workers = self.workers, []
        for worker in workers:
            worker.child.end()

    def arrivals(self, inputs: Sequence[Input], begun: Callable[[int, str], None]) -> Generator[Arrival]:
        """What came of each file, in their order.

        Args:
            inputs: the files.
            begun: is told before each file how many are done, and its name.

        Raises:
            CstrackError: the call was wrong, which a worker found out.
            NoWorker: no worker can be started.
        """
        self.waiting.extend(Task(number, found) for number, found in enumerate(inputs))
        for number in range(len(inputs)):
            while number not in self.done:
                self._staff()
                self._hand_out(begun)
                self._hear()
                self._look_after()
            arrived = self.done[number]
            if isinstance(arrived, CstrackError):
                raise arrived
            yield arrived
            self.done[number] = Arrival()  # it is the caller's now

    def _staff(self) -> None:
        """As many workers as there is work for; a fresh one where a file needs it."""
        left = len(self.waiting) + len(self.again) + sum(worker.task is not None for worker in self.workers)
        while len(self.workers) < min(self.most, left) or (self.again and all(one.served for one in self.workers)):
            self.hire()

    def _hand_out(self, begun: Callable[[int, str], None]) -> None:
        for worker in self.workers:
            tasks = self.again if self.again and not worker.served else self.waiting
            if worker.ready and worker.task is None and tasks:
                task = tasks.popleft()
                begun(len(self.done), task.found.name)
                self._ask(worker, task)

    def _ask(self, worker: Worker, task: Task) -> None:
        if task.found.standard and task.found.content is None:
            outcome = read_bytes(task.found, self.told.limits.bytes)
            if outcome.value is None:
                self.done[task.number] = Arrival(problems=outcome.problems)
                return
            task.found = Input(path="", name=task.found.name, content=outcome.value)
        content = task.found.content
        size = None if content is None else len(content)
        question = {"input": input_to_plain(task.found), "bytes": size, "wanted": self.wanted}
        task.began = monotonic() if task.began is None else task.began
        worker.task, worker.until = task, task.began + self.told.limits.seconds
        try:
            worker.child.ask(question, content)
        except OSError:  # it died while it had nothing to do, which is heard in a moment
            worker.task, worker.ready = None, False
            self.waiting.appendleft(task)

    def _hear(self) -> None:
        """Wait for something to be said, or for a while."""
        if not any(worker.task or not worker.ready for worker in self.workers):
            return
        try:
            child, line = self.heard.get(timeout=_LOOK)
        except Empty:
            return
        worker = next((one for one in self.workers if one.child is child), None)
        if worker is None:
            return
        said = _understood(line)
        if said is None:
            self._bury(worker)
        elif "at" in said:
            worker.at_work = str(said["at"])
        elif "ready" in said:
            worker.ready, self.useless = True, 0
        elif worker.task is not None:
            self._arrived(worker, worker.task, said)

    def _arrived(self, worker: Worker, task: Task, said: dict[str, Any]) -> None:
        """A worker's answer; one that holds what it cannot is no answer."""
        if "memory" in said:
            self._lose(worker, task, out_of_memory(task.found, self.told.limits, worker.at_work))
            return
        try:
            answer = error_from_plain(said["error"]) if "error" in said else arrival_from_plain(said["arrival"])
        except (KeyError, TypeError, ValueError, AttributeError):
            self._bury(worker)
            return
        self.done[task.number] = answer
        worker.task, worker.at_work = None, ""
        worker.served += 1

    def _look_after(self) -> None:
        """Give up the files whose time is over."""
        now = monotonic()
        for worker in [one for one in self.workers if now > one.until and (one.task or not one.ready)]:
            if worker.task is None:
                self._bury(worker, f"it was not ready after {_STARTING:.0f} seconds")
                continue
            self._dismiss(worker)
            self.done[worker.task.number] = killed(worker.task.found, self.told.limits, worker.at_work)

    def _bury(self, worker: Worker, cause: str = "") -> None:
        """A worker that is dead, says what nobody understands, or says nothing."""
        self._dismiss(worker)
        task, child = worker.task, worker.child
        if task is not None:
            if child.out_of_memory:
                self._lose(worker, task, out_of_memory(task.found, self.told.limits, worker.at_work))
            else:
                self._lose(worker, task, died(task.found, child, worker.at_work))
            return
        self.useless += 1
        if self.useless >= _PATIENCE:
            raise NoWorker(child.last_words or cause or child.cause)

    def _lose(self, worker: Worker, task: Task, lost: Arrival) -> None:
        """A file that a worker did not survive: tried once more where the worker had read others before."""
        self._dismiss(worker)
        if worker.served:
            self.again.append(task)
        else:
            self.done[task.number] = lost

    def _dismiss(self, worker: Worker) -> None:
        if worker in self.workers:
            self.workers.remove(worker)
            worker.child.end()


def _understood(line: bytes | None) -> dict[str, Any] | None:
    """What a worker said; None where it is dead or speaks another language."""
    if line is None or not line.endswith(b"\n"):
        return None
    try:
        return from_line(line)
    except (ValueError, RecursionError):
        return None
