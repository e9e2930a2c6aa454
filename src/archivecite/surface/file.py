"""Stand-in."""
def read_file(source): return open(source, encoding="utf-8", newline="").read() if not isinstance(source, bytes) else source.decode()
