"""One process of ``fuzz.py``: libFuzzer's loop over texts that are changed as texts and held against the laws."""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from zlib import crc32

from strategies.text import FRAMES

#: How long a failing text is cut down, in seconds.
PATIENCE = 20
#: How long one text may take, in seconds: what takes longer is a failure too.
HANG = 60


class Mutator:
    """Changes texts as texts: whole words, lines and sections, where libFuzzer changes bytes."""

    def __init__(self, texts: list[str], words: list[str], of_bytes: Callable[[bytes, int], bytes]) -> None:
        self.texts = texts
        self.words = words
        self.of_bytes = of_bytes

    def __call__(self, data: bytes, largest: int, seed: int) -> bytes:
        """``data`` with one to three things done to it, in up to ``largest`` bytes."""
        random = Random(seed)
        if random.random() < 0.3:
            return self.of_bytes(data, largest)
        text = decoded(data)
        for _ in range(random.randint(1, 3)):
            text = self.changed(text, random)
        return text.encode("utf-8", "surrogatepass")[:largest]

    def changed(self, text: str, random: Random) -> str:
        """``text`` with one thing done to it."""
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice((0, 0, 1, 3, 10, 40, 200)))
        deed = random.randrange(8)
        if deed == 0:
            other = random.choice(self.texts)
            begin = random.randint(0, len(other))
            return text[:start] + other[begin : begin + random.choice((10, 50, 200, 1000))] + text[end:]
        if deed == 1 and (lines := text.splitlines(keepends=True)):
            lines.insert(random.randrange(len(lines)), lines.pop(random.randrange(len(lines))))
            return "".join(lines)
        if deed == 2:
            return text[:start] + text[start:end] * random.choice((0, 2, 3, 20)) + text[end:]
        if deed == 3 and len(text) < 2000:
            return random.choice(FRAMES).replace("…", text)
        if deed == 4:
            return text.replace("\n", random.choice(("\r\n", "\r", "\n\n", " ", "\n \n", "\f")), random.randint(1, 9))
        blank = random.choice(("", " ", "\n", "\n\n"))
        return text[:start] + blank + random.choice(self.words) + random.choice(("", blank)) + text[end:]


def decoded(data: bytes) -> str:
    """A text of any bytes; lone surrogates are texts too."""
    return data.decode("utf-8", "surrogatepass") if valid(data) else data.decode("utf-8", "replace")


def valid(data: bytes) -> bool:
    """Whether ``data`` is UTF-8, lone surrogates included."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


class Trial:
    """Holds texts against the laws, and keeps count; a failure of each kind is cut down and saved once."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder
        self.report = folder / f"count-{number}.json"
        self.tried = self.read = 0
        self.broken: Counter[str] = Counter()

    def __call__(self, data: bytes) -> None:
        """Hold the text that ``data`` is against the laws."""
        from archivecite import parse

        text, seed = decoded(data), crc32(data)
        self.tried += 1
        self.read += parse(text).family != "unknown"
        for law, kind, how in kinds(text, seed):
            self.broken[law] += 1
            path = self.folder / f"law-{law}-{sha256(kind.encode()).hexdigest()[:12]}.json"
            if not path.exists():
                small = self.cut_down(text, seed, kind)
                path.write_text(json.dumps({"law": law, "how": how, "seed": seed, "text": small}), "utf-8")
                print(f"law {law}: {how:.200}\n    {small!r:.300}", flush=True)
        if self.tried % 50 == 0:
            self.report.write_text(json.dumps({"tried": self.tried, "read": self.read, "broken": self.broken}))

    def cut_down(self, text: str, seed: int, kind: str) -> str:
        """A shorter text that fails in the same way."""
        until, size = time.monotonic() + PATIENCE, max(1, len(text) // 2)
        while size and time.monotonic() < until:
            start = 0
            while start < len(text) and time.monotonic() < until:
                less = text[:start] + text[start + size :]
                if any(kind == other for _, other, _ in kinds(less, seed)):
                    text = less
                else:
                    start += size
            size //= 2
        return text


def kinds(text: str, seed: int) -> Iterator[tuple[str, str, str]]:
    """The law, the kind and the message of each breach of ``text``. What is quoted or counted makes no kind."""
    from benchmarks.laws import breaches

    for breach in breaches(text, seed):
        kind = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\d+", "_", breach.how)[:160]
        yield breach.law, f"{breach.law} {kind}", breach.how


def work(options: argparse.Namespace, texts: list[str], words: list[str]) -> None:
    """Fuzz in this process, until libFuzzer ends it. Nothing of the library may have been imported before."""
    import atheris

    with atheris.instrument_imports(include=["archivecite"]):
        import archivecite.cli
        import archivecite.rules.table
        import archivecite.syntax.body  # noqa: F401  # all that reading and checking run

    arguments = [
        sys.argv[0],
        str(options.failures / "corpus"),
        f"-max_total_time={options.seconds}",
        f"-max_len={options.longest}",
        f"-timeout={HANG}",
        f"-report_slow_units={HANG}",  # a failing text takes long: it is cut down
        f"-artifact_prefix={options.failures}/hang-or-crash-",
        f"-seed={options.worker + 1 + int(time.time())}",
        "-rss_limit_mb=3000",
        "-reload=1",
        "-verbosity=0",
    ]
    # Looked up late: libFuzzer puts its own in place when it starts.
    mutator = Mutator(texts, words, lambda data, largest: bytes(atheris.Mutate(data, largest)))
    atheris.Setup(arguments, Trial(options.failures, options.worker), custom_mutator=mutator)
    atheris.Fuzz()
