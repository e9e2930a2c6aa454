"""``archivecite formats``: what each format keeps of a record."""

import click

from .streams import say


@click.command(short_help="Say what each format keeps of a record.")
@click.argument("name", metavar="[FORMAT]", required=False)
@click.option("--all", "everything", is_flag=True, help="Also the keys that are dropped.")
def formats(name: str | None, everything: bool) -> int:
    """Say what becomes of each key of a record in FORMAT: it is kept in a field of its own, or as text in one with
    more, or dropped; and which styles of citation print it. Without FORMAT, count this for all formats. What a format
    cannot hold at all, a control character for instance, is refused when it is written.
    """
    from ..formats.loss import REMARKS, SAME, losses
    from ..formats.loss import formats as known

    if name is None:
        say(f"{'format':<10} {'kept':>7} {'as text':>7} {'dropped':>7}\n")
        for one in known():
            fates = [loss.fate for loss in losses(one)]
            counts = " ".join(f"{fates.count(fate):7}" for fate in ("kept", "as text", "dropped"))
            say(f"{one:<10} {counts}\n")
        return 0
    if name not in known():
        raise click.UsageError(f'There is no format "{name}"; there are {", ".join(known())}.')
    rows = [loss for loss in losses(name) if everything or loss.fate != "dropped"]
    for loss in rows:
        say("  ".join([f"{loss.fate:<7}", loss.key, loss.where, " ".join(loss.printed)]).rstrip() + "\n")
    if dropped := len(losses(name)) - len(rows):
        say(f"{dropped} more keys are dropped: archivecite formats {name} --all\n")
    if remark := REMARKS.get(SAME.get(name, name)):
        say(f"{remark}\n")
    return 0
