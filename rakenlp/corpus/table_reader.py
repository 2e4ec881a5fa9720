"""A table → its records, ledger lines and ratings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rakenlp.corpus.cleaning import clean_text
from rakenlp.corpus.columns import TEXT_ROLES, ColumnGuess, detect_columns, is_survey
from rakenlp.corpus.contents import LedgerLine, Row, Status, Table
from rakenlp.corpus.dates import Period
from rakenlp.corpus.fields import FieldReader, cell_at
from rakenlp.corpus.fillers import is_filler
from rakenlp.corpus.ratings import Scale, find_scales
from rakenlp.corpus.record import Fields, Rating, Record, Text
from rakenlp.corpus.values import cell_text, read_number
from rakenlp.records import Strand

ROLE_NAMES = {
    "observation": "Havainto",
    "proposal": "Toimenpide-ehdotus",
    "answer": "Avoin vastaus",
    "note": "Lappu",
    "paragraph": "Kappale",
    "date": "Päivämäärä",
    "service": "Palvelu",
    "place": "Kunta tai alue",
    "reporter_group": "Raportoijaryhmä",
    "target_group": "Kohderyhmä",
    "tone": "Sävy",
    "rating": "Arvio",
    "personal": "Henkilötieto: sarake jätettiin pois",
    "metadata": "Muu tieto: ei oteta mukaan",
    "unknown": "Sarake jätettiin pois",
}
EMPTY_ROW = "Tyhjä rivi."
NO_TEXT = "Rivillä ei ole tekstiä."
RATINGS_ONLY = "Rivillä ei ole tekstiä. Arviot luettiin."
FILLER = "Vastaus ei sano mitään."
TOO_MANY_CELLS = (
    "Rivillä on enemmän sarakkeita kuin otsikkorivillä, joten sen tekstit voivat olla väärissä "
    "sarakkeissa. Tarkista rivi ja laita teksti lainausmerkkeihin."
)
TOO_LONG = (
    "Teksti on liian pitkä luettavaksi. Jaa se osiin tai suurenna asetusta max_cell_characters."
)
NO_TEXT_COLUMN = (
    "Taulukosta ei tunnistettu saraketta, jossa on tekstiä. "
    "Nimeä sarakkeen rooli asetuksessa columns."
)


class TableReader:
    """Reads one table of one file.

    Parameters
    ----------
    table : Table
    source : str
        Name of the file.
    period : Period
        What the names of the file and the sheet tell of the time.
    strand : Strand or None
        Set by the user for this file; None lets the table decide.
    columns : mapping of str to str
        Header → role; wins over detection.
    max_cell_characters : int
        A longer cell is not read.
    """

    def __init__(
        self,
        table: Table,
        *,
        source: str,
        period: Period,
        strand: Strand | None,
        columns: Mapping[str, str],
        max_cell_characters: int,
    ) -> None:
        self._table = table
        self._source = source
        self._max_characters = max_cell_characters
        self.guesses = detect_columns(
            table.headers, [row.cells for row in table.rows], columns=columns
        )
        self._strand: Strand = strand or ("kehittaminen" if is_survey(self.guesses) else "elama")
        self._texts = [p for p, guess in enumerate(self.guesses) if guess.role in TEXT_ROLES]
        self._scales = self._find_scales()
        self._fields = FieldReader(self.guesses, table.rows, period=period)

    def _find_scales(self) -> dict[int, Scale]:
        places = [p for p, guess in enumerate(self.guesses) if guess.role == "rating"]
        columns = []
        for place in places:
            found = (read_number(cell_at(row, place)) for row in self._table.rows)
            columns.append(
                (
                    self._table.headers[place],
                    sorted({number for number in found if number is not None}),
                )
            )
        return dict(zip(places, find_scales(columns), strict=True))

    @property
    def has_content(self) -> bool:
        """Whether a column holds texts or ratings."""
        return bool(self._texts or self._scales)

    def read(self, tally: Counter[str]) -> Iterator[Record | LedgerLine]:
        """Read every row; each gives at least one record or ledger line.

        A record holds a text or a rating. Ledger lines of the columns come last, as the rows
        tell how many values were off their scale.
        """
        yield from self._table.lines
        off_scale: Counter[int] = Counter()
        for row in self._table.rows:
            if self.has_content:
                yield from self._read_row(row, tally, off_scale)
            else:
                yield self._skipped(row)
        yield from self._column_lines(off_scale)

    def _line(self, row: Row, status: Status, reason: str, column: str = "") -> LedgerLine:
        return LedgerLine(
            sheet=self._table.sheet,
            row=row.number,
            column=column,
            unit="row",
            status=status,
            reason=reason,
        )

    def _skipped(self, row: Row) -> LedgerLine:
        blank = not any(cell_text(cell) for cell in row.cells)
        return self._line(row, "empty" if blank else "metadata", EMPTY_ROW if blank else NO_TEXT)

    def _read_row(
        self, row: Row, tally: Counter[str], off_scale: Counter[int]
    ) -> Iterator[Record | LedgerLine]:
        n_columns = len(self.guesses)
        if not any(map(cell_text, row.cells)):
            yield self._line(row, "empty", EMPTY_ROW)
            return
        if len(row.cells) > n_columns and any(map(cell_text, row.cells[n_columns:])):
            yield self._line(row, "unreadable", TOO_MANY_CELLS)
            return
        fields, remark = self._fields.read(row, tally)
        texts, lines = self._read_texts(row, tally)
        ratings = self._read_ratings(row, off_scale)
        yield from lines
        if texts or ratings:
            yield self._record(row, fields, texts, ratings, remark)
        if not texts and not lines:
            yield self._line(row, "empty", RATINGS_ONLY if ratings else NO_TEXT)

    def _record(
        self,
        row: Row,
        fields: Fields,
        texts: Sequence[Text],
        ratings: Sequence[Rating],
        remark: str,
    ) -> Record:
        return Record(
            source=self._source,
            sheet=self._table.sheet,
            row=row.number,
            unit="row",
            strand=self._strand,
            fields=fields,
            texts=tuple(texts),
            ratings=tuple(ratings),
            remark=remark,
        )

    def _read_texts(self, row: Row, tally: Counter[str]) -> tuple[list[Text], list[LedgerLine]]:
        texts, lines = [], []
        for position in self._texts:
            guess = self.guesses[position]
            raw = cell_text(cell_at(row, position))
            if len(raw) > self._max_characters:
                lines.append(self._line(row, "unreadable", TOO_LONG, guess.header))
                continue
            text = clean_text(raw, tally)
            if not text:
                continue
            if is_filler(text):
                lines.append(self._line(row, "filler", FILLER, guess.header))
                continue
            texts.append(_as_text(guess, text))
        return texts, lines

    def _read_ratings(self, row: Row, off_scale: Counter[int]) -> list[Rating]:
        ratings = []
        for position, scale in self._scales.items():
            cell = cell_at(row, position)
            value = read_number(cell)
            if value is not None and scale.holds(value):
                header = self._table.headers[position]
                ratings.append(Rating(header, value, scale.low, scale.high))
            elif not is_filler(cell_text(cell)):
                off_scale[position] += 1
        return ratings

    def _column_lines(self, off_scale: Counter[int]) -> list[LedgerLine]:
        lines = []
        for position, guess in enumerate(self.guesses):
            reason = f"{ROLE_NAMES[guess.role]} ({guess.reason})."
            if position in self._scales:
                scale = self._scales[position]
                reason = f"Arvio asteikolla {scale.low}–{scale.high} ({guess.reason})."
            if off_scale[position]:
                reason += f" Asteikon ulkopuolisia arvoja jätettiin pois: {off_scale[position]}."
            lines.append(
                LedgerLine(
                    sheet=self._table.sheet,
                    column=guess.header,
                    unit="column",
                    status="personal" if guess.role == "personal" else "metadata",
                    reason=reason,
                )
            )
        return lines


def _as_text(guess: ColumnGuess, text: str) -> Text:
    if guess.role == "observation":
        return Text("observation", text, guess.header)
    if guess.role == "proposal":
        return Text("proposal", text, guess.header)
    return Text("answer", text, guess.header, guess.header)
