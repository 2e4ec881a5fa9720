from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel

from rakenlp.digest import Digest, digest_schema, load_digest, render_json, write_schema
from rakenlp.errors import InputError, SchemaVersionError

COMMITTED = Path(__file__).parents[2] / "docs" / "schema" / "digest-1.json"


def test_the_committed_schema_is_the_models_schema(tmp_path: Path) -> None:
    write_schema(tmp_path / "digest-1.json")
    assert (tmp_path / "digest-1.json").read_bytes() == COMMITTED.read_bytes(), (
        'the model changed: python -c "from rakenlp.digest import write_schema; '
        "write_schema('docs/schema/digest-1.json')\""
    )


def test_digests_fit_the_json_schema(month: Digest, empty: Digest) -> None:
    schema = digest_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for digest in (month, empty):
        jsonschema.Draft202012Validator(schema).validate(json.loads(render_json(digest)))


def test_every_field_is_described() -> None:
    schema = digest_schema()
    for model in (schema, *schema["$defs"].values()):
        for name, field in model["properties"].items():
            assert field.get("description"), name


def test_a_written_digest_is_read_back_the_same(month: Digest, tmp_path: Path) -> None:
    assert load_digest(written(json.loads(render_json(month)), tmp_path)) == month


def written(data: Any, folder: Path) -> Path:
    path = folder / "digest.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_additions_of_a_later_minor_version_are_left_out(month: Digest, tmp_path: Path) -> None:
    data = json.loads(render_json(month))
    data["schema_version"] = "1.7"
    data["infographic"] = {"facts": [1, 2]}
    data["phenomena"][0]["colour"] = "sininen"
    data["phenomena"][0]["months"][2]["share"] = 0.5
    assert load_digest(written(data, tmp_path)) == month


@pytest.mark.parametrize("version", ["2.0", "0.9", "10.1"])
def test_another_major_version_is_refused_with_a_remedy(
    version: str, month: Digest, tmp_path: Path
) -> None:
    data = {**json.loads(render_json(month)), "schema_version": version}
    with pytest.raises(SchemaVersionError, match=rf"{version}, this rakenlp reads 1\.x; install"):
        load_digest(written(data, tmp_path))


def test_a_file_without_a_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaVersionError, match="Is this a digest"):
        load_digest(written({"title": "Kooste"}, tmp_path))


@pytest.mark.parametrize("content", ["", "[1, 2]", "ei json"])
def test_a_file_that_is_no_digest_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "digest.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"digest\.json"):
        load_digest(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"puuttuu\.json"):
        load_digest(tmp_path / "puuttuu.json")


def test_a_damaged_digest_is_refused_without_its_content(month: Digest, tmp_path: Path) -> None:
    data = json.loads(render_json(month))
    data["phenomena"][0]["months"] = "salainen teksti"
    with pytest.raises(InputError, match=r"at phenomena\.0\.months") as error:
        load_digest(written(data, tmp_path))
    assert "salainen" not in str(error.value)


def test_a_digest_cannot_be_changed(month: Digest) -> None:
    with pytest.raises(ValueError, match="frozen"):
        month.title = "Muu"  # type: ignore[misc]
    assert isinstance(month, BaseModel)
