"""The encoding of a text that is not UTF-8, as far as it can be told."""

import codecs
import re
from typing import NamedTuple

#: Fewer letters say nothing of Cyrillic.
ENOUGH = 4
#: Letters of ASCII and bytes of the upper half.
WORDS = re.compile(rb"[A-Za-z\x80-\xff]+")
#: Bytes of the upper half.
RUNS = re.compile(rb"[\x80-\xff]+")
#: So many bytes are looked at.
SAMPLE = 100_000
#: What other files begin with, and what they are.
OTHERS = (
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"II*\0", "an image"),
    (b"MM\0*", "an image"), (b"PK\x03\x04", "a Word document or an archive of files"),
    (b"\xd0\xcf\x11\xe0", "a Word document"), (b"\x1f\x8b", "a compressed file"), (b"SQLite", "a database"),
)  # fmt: skip
#: The encodings of single bytes that are told apart, by what Python and iconv call them, and the letters besides those
#: of ASCII that texts in them mostly have.
SINGLE = {
    "Windows-1252": "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßš",
    "Windows-1250": "áâăäąćçčďđéęěëíîĺľłńňóôőöŕřśšşťţůúűüýźžżß",
    "macintosh": "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ",
    "CP437": "àáâäåæçèéêëìíîïñòóôöùúûüß",
    "Windows-1251": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїє",
    "KOI8-R": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "CP866": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
}
#: Those for Latin letters, and those for Cyrillic ones.
LATIN, CYRILLIC = (*SINGLE,)[:4], (*SINGLE,)[4:]
#: Python calls some by other names.
CODECS = {"macintosh": "mac-roman"}
#: Signs that single bytes stand for in the encodings of Windows, in any text.
SIGNS = "“”‘’„–—…•«»©®°§€ \xa0№"


#: What a text of ASCII may be besides plain text, by its first characters.
MARKED_UP = (("{\\rtf", "a document in Rich Text Format (RTF)"),)


def other_text(text: str) -> str | None:
    """What a ``text`` is besides plain text, if its first characters say so.

    >>> other_text("{\\\\rtf1 Citation:"), other_text("Citation:")
    ('a document in Rich Text Format (RTF)', None)
    """
    start = text[:20].lstrip("\ufeff \r\n")
    return next((what for magic, what in MARKED_UP if start.startswith(magic)), None)


class Encoding(NamedTuple):
    """What a file that is not UTF-8 looks like, and what ``iconv`` calls its encoding, if it is a text in one."""

    looks_like: str
    iconv: str | None = None


def likely_encoding(data: bytes) -> Encoding | None:
    """What ``data``, which is not UTF-8, looks like; None where nothing can be told.

    >>> likely_encoding("Café de la régence".encode("cp1252"))
    Encoding(looks_like='Windows-1252', iconv='WINDOWS-1252')
    >>> likely_encoding("Москва, 3 мая 1950 года".encode("koi8-r")).looks_like
    'KOI8-R'
    """
    for magic, what in OTHERS:
        if data.startswith(magic):
            return Encoding(what)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("UTF-16", "UTF-16")
    sample = data[:SAMPLE]
    if sample.count(0) * 3 > len(sample):
        return Encoding("UTF-16", "UTF-16LE" if sample[1::2].count(0) > sample[::2].count(0) else "UTF-16BE")
    if any(byte in sample for byte in b"\0\x01\x02\x03\x04\x05\x06\x0e\x0f"):
        return Encoding("a file that is not text")
    if (lost := mixed(sample)) is not None:
        return lost
    if is_chinese(sample):
        return Encoding("GB 18030", "GB18030")
    words = b"".join(word for word in WORDS.findall(sample) if not word.isascii())
    high = sum(byte > 0x7F for byte in words)
    others = len(words) - high
    if high > others and high < ENOUGH:
        return None
    # In Cyrillic words nearly all letters are of the upper half, in Latin ones few.
    scores = {name: score(sample, name) for name in (CYRILLIC if high > others else LATIN)}
    best = max(scores, key=lambda name: scores[name])
    if best == "Windows-1252" and is_hungarian(sample):
        best = "Windows-1250"
    return Encoding(best, best.upper()) if scores[best] > 0 else None


def mixed(sample: bytes) -> Encoding | None:
    """UTF-8 in which some bytes are wrong, as where texts in two encodings were joined."""
    text = sample.decode(errors="replace")
    good = sum(character > "\x7f" and character != "\ufffd" for character in text)
    return Encoding("UTF-8 with some other bytes in it") if good > 2 * text.count("\ufffd") else None


def is_chinese(sample: bytes) -> bool:
    """Whether ``sample`` is Chinese in GB 18030: its bytes come in pairs, each a usual character."""
    runs = RUNS.findall(sample)
    pairs = sum(len(run) // 2 for run in runs if len(run) % 2 == 0)
    text = sample.decode("gb18030", errors="ignore")
    usual = sum("\u4e00" <= character <= "\u9fff" or character in "，。、：；「」《》（）“”" for character in text)
    return bool(runs) and pairs * 2 > 0.9 * sum(map(len, runs)) and usual > 0.9 * pairs and pairs > 2 * len(runs)


def is_hungarian(sample: bytes) -> bool:
    """Whether all letters of ``sample`` are Hungarian, with ``ő`` or ``ű`` among them: they are ``õ`` and ``û`` of
    Windows-1252, which Portuguese and French have beside other letters.
    """
    letters = {character.lower() for character in sample.decode("cp1250", errors="ignore") if character.isalpha()}
    foreign = {letter for letter in letters if letter > "\x7f"} - set("áéíóöőúüű")
    return bool(letters & set("őű")) and not foreign


def score(sample: bytes, name: str) -> int:
    """How much ``sample`` reads like a text in the encoding ``name``: usual letters count for it, all else against."""
    letters = SINGLE[name]
    text = sample.decode(CODECS.get(name, name), errors="replace")
    found = 0
    for before, character in zip(" " + text, text, strict=False):
        if character <= "\x7f":
            continue
        if character in letters:
            # A small letter follows a letter or begins a word, but hardly follows a capital of another script.
            found += 3 if before.islower() or not before.isalpha() else 1
        elif character.lower() in letters:
            found += 1 if not before.islower() else -3
        elif character in SIGNS:
            found += 3
        else:
            found -= 4
    return found
