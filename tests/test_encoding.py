"""Which encoding a file that is not UTF-8 is likely in."""

import subprocess
from shutil import which

import pytest

import archivecite as ac
from archivecite.surface.encoding import likely_encoding

TEXTS = {
    "Windows-1252": [
        "Café de la régence, 3 mai 1950",
        "Ministerio de Relaciones Exteriores, Brasília, São Paulo, ações de 1962",
        "Die Außenpolitik der DDR, Gespräch über Künftiges",
        "“Letter” – the minister’s view of the talks",
        "Où l’ambassadeur a dû attendre, en août, à Genève",
    ],
    "Windows-1250": [
        "Archiwum Ministerstwa Spraw Zagranicznych, Wrocław, Łódź, październik 1956, że się",
        "Národní archiv, Praha, říjen 1962, číslo složky, předseda vlády, první tajemník ÚV KSČ",
        "Magyar Országos Levéltár, őszinte, műszaki, 1956. november",
        "Arhiv Jugoslavije, Beograd, pov. br. 25, šifrovana depeša, đak, čl. 3",
    ],
    "Windows-1251": [
        "Москва, 3 мая 1950 года. Совершенно секретно. Товарищу Сталину",
        "Архив внешней политики, фонд 3",
        "Министърът прие посланика в София",
        "Citation: a long English text about the talks, and one name: Громыко",
    ],
    "KOI8-R": ["Москва, 3 мая 1950 года. Совершенно секретно. Товарищу Сталину"],
    "CP866": ["Москва, 3 мая 1950 года. Совершенно секретно. Товарищу Сталину"],
    "macintosh": ["Café de la régence, 3 mai 1950", "Gespräch über Künftiges, Außenpolitik"],
    "CP437": ["Café de la régence, 3 mai 1950", "Gespräch über Künftiges"],
    "GB 18030": ["毛泽东与赫鲁晓夫第一次会谈记录，北京，1958年7月31日", "外交部档案馆：关于朝鲜问题的电报"],
    "UTF-16": ["Citation: Café", "Москва, 3 мая 1950 года"],
}
CODECS = {"macintosh": "mac-roman", "GB 18030": "gb18030"}
ROWS = [(name, text) for name, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), ROWS)
def test_the_likely_encoding_is_named(name: str, text: str) -> None:
    """For real sentences of many languages; what iconv is told to read gives the text back."""
    data = text.encode(CODECS.get(name, name))
    found = likely_encoding(data)
    assert found is not None and found.looks_like == name
    if which("iconv"):
        done = subprocess.run(
            ["iconv", "-f", found.iconv or "", "-t", "UTF-8"], input=data, stdout=subprocess.PIPE, check=True
        )
        assert done.stdout.decode() == text
    with pytest.raises(ac.InvalidRecord) as refused:
        ac.read(data)
    assert refused.value.diagnostics[0].message == (
        f"the file is not UTF-8; it looks like {name}. Convert it: iconv -f {found.iconv} -t UTF-8"
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "an image"),
        (b"PK\x03\x04\x14\0\xff", "a Word document or an archive of files"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a Word document"),
        (bytes(range(256)), "a file that is not text"),
        ("Łódź, Kraków, Gdańsk, Poznań".encode() + b" Caf\xe9", "UTF-8 with some other bytes in it"),
    ],
)
def test_what_is_no_text_in_another_encoding_is_said(data: bytes, what: str) -> None:
    """No command is named that would only make it worse."""
    found = likely_encoding(data)
    assert found is not None and (found.looks_like, found.iconv) == (what, None)


def test_where_nothing_can_be_told_the_byte_is() -> None:
    """A guess is worse than none."""
    with pytest.raises(ac.InvalidRecord, match="the file is not UTF-8 text: the byte 0xFF is wrong here"):
        ac.read(b"a \xff b")
