"""``read_many``: a result for each path, in order, wherever and by whomever it is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_pdf import BODY, HEAD, pages_of, printed

import archivecite as ac
from archivecite.corpus import pool
from archivecite.corpus.files import Input
from archivecite.corpus.pool import jobs_for

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
on_unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such processes or pipes")


def test_it_gives_a_result_for_each_path(tmp_path: Path) -> None:
    """In order, with the document or the error, be it in this process or in others."""
    (tmp_path / "list.txt").write_text("A shopping list")
    (tmp_path / "latin.txt").write_bytes(b"Caf\xe9")
    paths = [*SEEDS * 9, tmp_path / "list.txt", tmp_path / "latin.txt", tmp_path / "missing.txt", tmp_path]
    alone, together = ([*ac.read_many(paths, jobs)] for jobs in (1, 3))
    for results in (alone, together):
        assert [result.path for result in results] == paths
        assert [str(index) for index, result in enumerate(results) if result.document is None] == ["19", "20", "21"]
        assert [type(result.error) for result in results if result.error] == [
            ac.InvalidRecord,
            FileNotFoundError,
            IsADirectoryError,
        ]
    for one, other, path in zip(alone, together, paths, strict=True):
        if one.document and other.document:
            expected = ac.read(path)
            assert one.document.record == other.document.record == expected.record
            assert one.document.text == other.document.text == expected.text
            assert one.document.spans == other.document.spans == expected.spans
        else:
            assert str(one.error) == str(other.error)


def test_it_reads_when_it_is_asked(tmp_path: Path) -> None:
    """A file is not opened before its turn comes near."""
    path = tmp_path / "late.txt"
    results = ac.read_many([path], jobs=1)
    path.write_text("A shopping list")
    [result] = results
    assert result.document
    assert result.document.family == "unknown"


def test_it_says_what_it_takes() -> None:
    """One path, which is a string of many, and a number of processes that is none."""
    with pytest.raises(TypeError, match="read_many: expected several paths, got"):
        ac.read_many("seeds")
    for jobs in (0, -1, True, 1.5):
        with pytest.raises(ValueError, match="read_many: expected a whole number from 1 on as jobs, got"):
            ac.read_many([], jobs)  # type: ignore[arg-type]
    assert [*ac.read_many([])] == []


def test_it_runs_in_a_script(tmp_path: Path) -> None:
    """A script needs no guard against being imported: nothing of it runs twice."""
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, archivecite as ac\n"
        "print('once')\n"
        "print([result.document.record.citation.document_id for result in ac.read_many(sys.argv[1:], jobs=2)])\n"
    )
    done = subprocess.run([sys.executable, script, *SEEDS], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("once\n['115064', '112639']\n", "")


@on_unix
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_it_runs_in_a_process_of_a_pool(method: str, tmp_path: Path) -> None:
    """A process of multiprocessing, which may have no children of that kind, reads with processes of ours."""
    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing, sys, archivecite as ac\n"
        "def read(paths):\n"
        "    return [result.document.family for result in ac.read_many(paths, jobs=2)]\n"
        "if __name__ == '__main__':\n"
        "    with multiprocessing.get_context(sys.argv[1]).Pool(1) as pool:\n"
        "        print(pool.apply(read, [sys.argv[2:]]))\n"
    )
    command = [sys.executable, str(script), method, *map(str, SEEDS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("['plain', 'markdown']\n", "")


@on_unix
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    """By this process, as it may be open here only: the text in it is read as that of a file."""
    reader, writer = os.pipe()
    os.write(writer, SEEDS[1].read_bytes())
    os.close(writer)
    [first, second] = ac.read_many([f"/dev/fd/{reader}", SEEDS[0]], jobs=2)
    os.close(reader)
    assert first.document
    assert first.document.record == ac.read(SEEDS[1]).record
    assert second.document


def test_some_pdfs_are_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF takes a process of its own and most of a second, so that few of them are worth as many as there may be."""
    paths = [tmp_path / f"{number}.pdf" for number in range(5)]
    for path in paths:
        path.write_bytes(pages_of([printed(HEAD), printed(BODY)]))
    monkeypatch.setattr(pool, "processors", lambda: 3)
    assert jobs_for(Input(path, path).cost for path in paths) == 3
    documents = [result.document for result in ac.read_many(paths)]
    assert documents == [ac.read(paths[0])] * 5
