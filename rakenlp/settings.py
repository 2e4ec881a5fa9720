"""One settings model per stage, read from a job's TOML file.

Precedence: defaults here < job file < command option. An unknown key is an
error that names the nearest known one.
"""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from rakenlp.errors import SettingsError


class StageSettings(BaseModel):
    """Frozen, closed settings: a misspelt key is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _name_nearest_key(cls, data: Any) -> Any:
        if isinstance(data, dict):
            for key in data:
                if key not in cls.model_fields:
                    near = difflib.get_close_matches(str(key), cls.model_fields, n=1)
                    hint = f"; tarkoititko: {near[0]}?" if near else ""
                    known = ", ".join(sorted(cls.model_fields))
                    raise SettingsError(f"tuntematon asetus {key!r}{hint} (asetukset: {known})")
        return data


class ReadSettings(StageSettings):
    """How files become documents. ``columns`` maps a header to a role and wins over detection."""

    columns: dict[str, str] = Field(default_factory=dict)
    strands: dict[str, Literal["elama", "kehittaminen"]] = Field(default_factory=dict)
    max_file_megabytes: int = Field(default=500, ge=1)
    max_cell_characters: int = Field(default=100_000, ge=100)


class PrivacySettings(StageSettings):
    """What is masked and what may be published.

    ``k`` is the smallest number of distinct reports whose count may be shown.
    ``allow`` and ``block`` are words or phrases never / always masked.
    """

    k: int = Field(default=5, ge=3)
    allow: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    name_list: str = ""
    names_from_pipeline: bool = True
    max_quote_words: int = Field(default=25, ge=1, le=25)


class TextSettings(StageSettings):
    """How texts become passages and lemmas."""

    repair: bool = True
    lemma_mode: Literal["fast", "accurate"] = "fast"
    max_passage_sentences: int = Field(default=3, ge=1)
    max_passage_words: int = Field(default=70, ge=10)


class EmbedSettings(StageSettings):
    """Which encoder: ``static-fi``, or a sentence-transformers name or path."""

    encoder: str = "static-fi"
    batch_size: int = Field(default=256, ge=1)


Detail = Literal["karkea", "tavallinen", "hieno"]


class ClusterSettings(StageSettings):
    """How passages are grouped.

    ``detail``: coarse, normal or fine groups. Weights are relative to the meaning vectors' 1.0;
    ``own_weight`` is a passage's own words beside its whole report's 1.0.
    """

    detail: Detail = "tavallinen"
    lexical_weight: float = Field(default=0.7, ge=0.0)
    tag_weight: float = Field(default=0.5, ge=0.0)
    own_weight: float = Field(default=0.8, ge=0.0)
    seed: int = 0


class PhenomenaSettings(StageSettings):
    """How groups are named and followed.

    ``window_months`` is the history that a month is seen against (1–60).
    """

    window_months: int = Field(default=12, ge=1, le=60)
    max_terms: int = Field(default=8, ge=1)
    match_threshold: float = Field(default=0.5, ge=0.0, le=1.0)


class DigestSettings(StageSettings):
    """What the digest shows."""

    organisation: str = ""
    max_phenomena: int = Field(default=8, ge=1)
    max_signals: int = Field(default=5, ge=0)
    max_proposals: int = Field(default=12, ge=0)
    quotes: bool = True
    language: Literal["fi", "sv", "en"] = "fi"


class JobSettings(StageSettings):
    """A whole job. Paths are relative to the folder of the job file.

    ``undated`` says what becomes of documents without a date: they are read into
    the period of the run ("period") or left out and counted ("skip").
    """

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str = "Sosiaalisen raportoinnin kooste"
    inputs: tuple[str, ...]
    workspace: str = "../runs"
    seed: int = 0
    undated: Literal["period", "skip"] = "period"
    read: ReadSettings = ReadSettings()
    privacy: PrivacySettings = PrivacySettings()
    text: TextSettings = TextSettings()
    embed: EmbedSettings = EmbedSettings()
    cluster: ClusterSettings = ClusterSettings()
    phenomena: PhenomenaSettings = PhenomenaSettings()
    digest: DigestSettings = DigestSettings()

    def resolved(self, folder: Path) -> Self:
        """Return the settings with inputs and workspace as absolute paths from ``folder``."""
        return self.model_copy(
            update={
                "inputs": tuple(str((folder / item).resolve()) for item in self.inputs),
                "workspace": str((folder / self.workspace).resolve()),
            }
        )


FAULTS = {
    "missing": "asetus puuttuu",
    "greater_than_equal": "arvon pitää olla vähintään {ge}",
    "less_than_equal": "arvon pitää olla enintään {le}",
    "literal_error": "arvon pitää olla jokin näistä: {expected}",
    "int_type": "arvon pitää olla kokonaisluku",
    "int_parsing": "arvon pitää olla kokonaisluku",
    "int_from_float": "arvon pitää olla kokonaisluku",
    "float_parsing": "arvon pitää olla luku",
    "float_type": "arvon pitää olla luku",
    "bool_parsing": "arvon pitää olla true tai false",
    "string_type": "arvon pitää olla tekstiä lainausmerkeissä",
    "tuple_type": "arvon pitää olla luettelo hakasulkeissa",
    "dict_type": "arvon pitää olla taulukko",
    "string_pattern_mismatch": "arvossa saa olla vain pieniä kirjaimia, numeroita ja yhdysviivoja",
}


def finnish_fault(err: ValidationError) -> str:
    """Word the first fault in Finnish: which setting, what was expected and what came."""
    first = err.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "value_error":
        return f"{place}: {first['ctx']['error']}"
    wording = FAULTS.get(first["type"], "arvo ei kelpaa").format(**first.get("ctx", {}))
    if first["type"] == "missing":
        return f"{place}: {wording}"
    return f"{place}: {wording}, nyt {first.get('input')!r}"


def read_job(path: str | Path) -> JobSettings:
    """Read a job file.

    Parameters
    ----------
    path : str or Path
        A TOML file with the keys of :class:`JobSettings`.

    Returns
    -------
    JobSettings
        With ``inputs`` and ``workspace`` as absolute paths.

    Raises
    ------
    SettingsError
        If the file is missing, is not TOML, or holds an unknown or wrong value.
    """
    path = Path(path)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as err:
        raise SettingsError(
            f"{path}: työtiedostoa ei löydy; esimerkkejä on kansiossa jobs/"
        ) from err
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as err:
        raise SettingsError(f"{path}: ei ole kelvollinen TOML-tiedosto: {err}") from err
    try:
        job = JobSettings.model_validate(data)
    except SettingsError as err:
        raise SettingsError(f"{path}: {err}") from err
    except ValidationError as err:
        raise SettingsError(f"{path}, {finnish_fault(err)}") from err
    return job.resolved(path.parent)
