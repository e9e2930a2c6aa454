"""What Git ignores."""

import os
import subprocess
from pathlib import Path

#: A work tree that takes longer to look through, in seconds, is read as if there were no Git.
PATIENCE = 60
#: What Git sets for a hook that it runs: it would name the hook's repository, whatever the folder.
REPOSITORY = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"}


class Ignored:
    """The files and folders under ``folder`` that Git ignores; none outside a work tree, or without Git.

    A file that Git follows is not ignored, whatever the patterns are. A folder that is itself ignored was named on
    purpose, and nothing in it is.
    """

    def __init__(self, folder: Path) -> None:
        self.paths = {Path(os.fsdecode(name)) for name in ask_git(folder).split(b"\0") if name}

    def __contains__(self, inside: object) -> bool:
        """Whether a path, seen from the folder, is ignored; what is in an ignored folder is not looked at."""
        return inside in self.paths


def ask_git(folder: Path) -> bytes:
    """What ``git ls-files`` says is ignored under ``folder``: names that each end in a zero byte."""
    # A repository may name a program to be run whenever the state of its files is asked for.
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(folder), "ls-files", "-z"]
    command += ["--others", "--ignored", "--exclude-standard", "--directory"]
    environment = {key: value for key, value in os.environ.items() if key not in REPOSITORY}
    try:
        done = subprocess.run(  # noqa: S603  no shell, and the folder is an argument of its own
            command,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
