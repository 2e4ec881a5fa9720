import pandas as pd
import pytest

from rakenlp import frames
from rakenlp.errors import FrameError


def test_error_names_columns_but_never_values() -> None:
    bad = pd.DataFrame(
        {
            "passage_id": ["salainen", "salainen"],
            "cluster": [-2, 0],
            "strength": [0.5, 0.5],
            "reason": ["", ""],
        }
    )
    with pytest.raises(FrameError, match="cluster") as caught:
        frames.CLUSTERS.check(bad, where="koe")
    assert "salainen" not in str(caught.value)


def test_missing_column_is_an_error() -> None:
    with pytest.raises(FrameError, match="strength"):
        frames.CLUSTERS.check(pd.DataFrame({"passage_id": ["a"], "cluster": [0]}), where="koe")


@pytest.mark.parametrize(
    "name", ["DOCUMENTS", "LEDGER", "RATINGS", "PASSAGES", "TOKENS", "CLUSTERS", "PHENOMENA"]
)
def test_table_without_rows_is_a_right_table(name: str) -> None:
    schema = getattr(frames, name)
    assert len(schema.check(schema.build([], where="koe"), where="koe")) == 0
