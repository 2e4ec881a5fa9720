from __future__ import annotations

import json

from rakenlp.digest import Digest, render_json


def test_json_is_sorted_and_keeps_finnish_letters(month: Digest) -> None:
    text = render_json(month)
    assert text.endswith("}\n")
    assert "Häätöuhka ja vuokrarästit" in text
    data = json.loads(text)
    assert list(data) == sorted(data)
    assert data["schema_version"] == "1.0"
