"""The command line: one command per library call. The only file that prints or exits.

Commands import what they need inside themselves, so that ``rakenlp --help`` is quick.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from rakenlp import __version__
from rakenlp.errors import RakenlpError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rakenlp.settings import Detail

NEEDS_PERSON = 3  # exit code: done, but something waits for a person
STAGES = {
    "read": "Luetaan tiedostot",
    "redact": "Poistetaan henkilötiedot, tekstejä {}",
    "text": "Jaetaan tekstit havainnoiksi, tekstejä {}",
    "embed": "Tulkitaan sanat ja merkitykset, kuukausi ja havaintoja: {}",
    "group": "Etsitään ilmiöt, kuukausi {}",
    "digest": "Kirjoitetaan kooste, kuukausi {}",
}


class FinnishGroup(click.Group):
    """Turns errors raised on purpose into one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a :class:`RakenlpError` is shown without a traceback."""
        try:
            return super().invoke(ctx)
        except RakenlpError as err:
            click.echo(f"Virhe: {err}", err=True)
            ctx.exit(1)


@click.group(cls=FinnishGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rakenlp")
def main() -> None:
    """Sosiaalisen raportoinnin teksteistä ilmiöiksi ja koosteiksi, omalla koneella.

    Aloita: rakenlp run jobs/demo-monthly.toml --all-months
    """


def _progress() -> Callable[[str, str], None]:
    """Show a moving line on a terminal, plain lines elsewhere."""
    if not sys.stderr.isatty():
        return lambda stage, detail: click.echo(STAGES[stage].format(detail), err=True)
    from rich.console import Console

    console = Console(stderr=True)
    status = console.status("")
    status.start()

    def show(stage: str, detail: str) -> None:
        text = STAGES[stage].format(detail)
        console.print(f"[green]✓[/green] {text}")
        status.update(f"{text} …")

    click.get_current_context().call_on_close(status.stop)
    return show


def _read_text(source: str) -> str:
    from rakenlp.errors import InputError

    if source == "-":
        return sys.stdin.read()
    try:
        return Path(source).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as err:
        raise InputError(
            f"{source}: tekstin merkistö ei ole UTF-8; tallenna se UTF-8-muodossa"
        ) from err
    except OSError as err:
        raise InputError(f"{source}: tiedostoa ei voi lukea ({err.strerror})") from err


SOURCE = click.argument("source", default="-", metavar="[TIEDOSTO]")


@main.command()
@click.argument("job", type=click.Path(dir_okay=False))
@click.option("--month", metavar="VVVV-KK", help="Koosteen kuukausi, esimerkiksi 2026-06.")
@click.option("--all-months", is_flag=True, help="Kaikki kuukaudet järjestyksessä, vanhin ensin.")
def run(job: str, month: str | None, all_months: bool) -> None:
    """Aja koko kuukausityö: tiedostoista koosteeksi."""
    from rakenlp.runner import run as run_months

    if month and all_months:
        raise click.UsageError("Anna joko --month tai --all-months, ei molempia.")
    months = [month] if month else None
    outcome = run_months(job, months=months, all_months=all_months, progress=_progress())
    click.echo("")
    for period, folder in outcome.folders.items():
        click.echo(f"{outcome.digests[period].period.name}: {folder / 'digest.html'}")
    last = list(outcome.folders.values())[-1]
    click.echo(f"\nValmis. Avaa selaimessa: {last / 'digest.html'}")
    click.echo("Kooste on luonnos. Tarkista se ennen kuin jaat sitä.")
    for line in outcome.needs_person:
        click.echo(f"Tarkistettavaa: {line}", err=True)
    if outcome.needs_person:
        click.get_current_context().exit(NEEDS_PERSON)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="POLKU...")
def read(paths: tuple[str, ...]) -> None:
    """Lue tiedostot ja näytä, mitä jokaiselle riville tapahtui."""
    from rakenlp.corpus import read_corpus
    from rakenlp.report import show_ledger

    corpus = read_corpus(list(paths))
    click.echo(show_ledger(corpus))
    if (corpus.ledger["status"] == "unreadable").any():
        click.get_current_context().exit(NEEDS_PERSON)


@main.command()
@SOURCE
def redact(source: str) -> None:
    """Poista henkilötiedot tekstistä. Yhteenveto tulostuu virhevirtaan."""
    from rakenlp.privacy import Redactor, count_flags, count_types

    result = Redactor().redact(_read_text(source))
    click.echo(result.text, nl=not result.text.endswith("\n"))
    for name, count in count_types([result]).items():
        click.echo(f"Poistettu {name}: {count}", err=True)
    for name, count in count_flags([result]).items():
        click.echo(f"Tarkista, voiko tunnistaa ({name}): {count}", err=True)


@main.command()
@SOURCE
@click.option(
    "--accurate", is_flag=True, help="Tarkempi ja hitaampi: kielimalli ratkaisee epäselvät."
)
def lemmatize(source: str, accurate: bool) -> None:
    """Palauta sanat perusmuotoon: sana, perusmuoto, sanaluokka ja yhdyssanan osat."""
    from rakenlp.text import Lemmatizer

    tokens = Lemmatizer("accurate" if accurate else "fast").lemmatize([_read_text(source)])
    for row in tokens.to_dict("records"):
        click.echo(f"{row['surface']}\t{row['lemma']}\t{row['upos']}\t{row['parts']}")


@main.command()
@SOURCE
def repair(source: str) -> None:
    """Korjaa vioittunut teksti: kadonneet ä- ja ö-kirjaimet, rivien tavutus, merkistövirheet."""
    from rakenlp.text import repair_text

    result = repair_text(_read_text(source))
    click.echo(result.text, nl=not result.text.endswith("\n"))
    click.echo(f"Korjauksia: {len(result.changes)}", err=True)


@main.command()
@click.argument("source", metavar="TIEDOSTO")
def board(source: str) -> None:
    """Jaa valkotaulun teksti lapuiksi ja näytä jako tarkistettavaksi."""
    from rakenlp.corpus import split_board
    from rakenlp.report import show_board

    click.echo(show_board(split_board(_read_text(source))))


@main.command()
@SOURCE
@click.option("--taxonomy", type=click.Choice(["elama", "kehittaminen"]), default="elama")
def tag(source: str, taxonomy: str) -> None:
    """Luokittele tekstit: yksi teksti rivillä."""
    from rakenlp.phenomena import TaxonomyTagger

    tagger = TaxonomyTagger(taxonomy)
    lines = [line for line in _read_text(source).splitlines() if line.strip()]
    for line, tags in zip(lines, tagger.tag(lines), strict=True):
        names = ", ".join(f"{tagger.classes[tag.id].name} ({tag.score:.2f})" for tag in tags)
        click.echo(f"{names or 'Ei luokkaa'}\t{line}")


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="POLKU...")
@click.option(
    "--detail", type=click.Choice(["karkea", "tavallinen", "hieno"]), default="tavallinen"
)
@click.option("--taxonomy", type=click.Choice(["elama", "kehittaminen"]), default="elama")
def mine(paths: tuple[str, ...], detail: Detail, taxonomy: str) -> None:
    """Etsi ilmiöt tiedostoista ilman kuukausia ja historiaa."""
    from rakenlp.miner import mine_files
    from rakenlp.report import show_phenomena

    click.echo(show_phenomena(mine_files(list(paths), detail=detail, taxonomy=taxonomy)))


@main.command()
@click.argument("source", metavar="digest.json")
@click.option("--format", "form", type=click.Choice(["md", "html", "csv"]), default="md")
@click.option("--out", type=click.Path(dir_okay=False), help="Tiedosto; ilman tätä tulostetaan.")
def digest(source: str, form: str, out: str | None) -> None:
    """Tee koosteesta Markdown, verkkosivu tai taulukko."""
    from rakenlp import digest as room
    from rakenlp.store import write_text

    renderers = {
        "md": room.render_markdown,
        "html": room.render_html,
        "csv": room.render_phenomena_csv,
    }
    text = renderers[form](room.load_digest(source))
    if out:
        write_text(Path(out), text)
        click.echo(f"Kirjoitettu: {out}")
    else:
        click.echo(text, nl=False)


@main.command()
@click.argument("job", type=click.Path(dir_okay=False))
@click.argument("kind", metavar="list|rename|hide|show|note|undo")
@click.argument("target", default="", metavar="[TUNNUS]")
@click.argument("value", default="", metavar="[TEKSTI]")
@click.option("--author", default="tiimi", show_default=True, help="Kuka päätti.")
def review(job: str, kind: str, target: str, value: str, author: str) -> None:
    """Kirjaa ihmisen päätös ilmiöstä, esimerkiksi: review TYÖ rename I-0004 "Häätöuhka"."""
    from datetime import datetime

    from rakenlp.report import show_decisions
    from rakenlp.review import decide, decisions_of

    if kind == "list":
        click.echo(show_decisions(decisions_of(job)))
        return
    time = datetime.now().astimezone().isoformat(timespec="seconds")
    number = decide(job, kind=kind, target=target, value=value, author=author, time=time)
    click.echo(f"Päätös {number} kirjattu. Se näkyy koosteessa, kun ajat kuukauden uudelleen.")


@main.command()
@click.argument("what", type=click.Choice(["lemmas", "clusters", "persons"]))
@click.argument("source", metavar="TIEDOSTO")
@click.option("--mode", type=click.Choice(["fast", "accurate"]), default="fast", show_default=True)
@click.option(
    "--detail", type=click.Choice(["karkea", "tavallinen", "hieno"]), default="tavallinen"
)
def evaluate(what: str, source: str, mode: Literal["fast", "accurate"], detail: Detail) -> None:
    """Mittaa laatu omasta vastausaineistosta (CoNLL-U, JSONL text + label, IOB)."""
    from rakenlp import scoring

    if what == "lemmas":
        click.echo(scoring.lemmas(source, mode=mode))
    elif what == "clusters":
        click.echo(scoring.clusters(source, detail=detail))
    else:
        click.echo(scoring.persons(source))


@main.command()
@click.argument("job", type=click.Path(dir_okay=False))
def train(job: str) -> None:
    """Opeta mukana tuleva malli uudelleen taustatekstistä."""
    from rakenlp.training import train as train_model

    for name, count in train_model(job).items():
        click.echo(f"{name}: {count}")


@main.command()
@click.option("--workspace", type=click.Path(file_okay=False), default="runs", show_default=True)
def doctor(workspace: str) -> None:
    """Tarkista, että kuukausityö voidaan ajaa tällä koneella."""
    from rakenlp.doctor import examine

    checks = examine(Path(workspace).resolve())
    for check in checks:
        mark = "kunnossa" if check.ok else "PUUTTUU" if check.needed else "ei käytössä"
        click.echo(f"{check.name}: {mark}. {check.message}")
    if all(check.ok or not check.needed for check in checks):
        click.echo("Kaikki on kunnossa. Kuukausityön voi ajaa.")
        return
    click.echo("Kuukausityötä ei voi vielä ajaa. Korjaa yllä mainitut kohdat.", err=True)
    click.get_current_context().exit(1)


if __name__ == "__main__":
    main()
