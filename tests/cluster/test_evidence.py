import numpy as np
import pytest

from rakenlp.cluster import LexicalModel

TEXTS = [
    "vuokra nousi taas",
    "vuokra maksamatta",
    "vuokra ja häätö",
    "jono lääkäriin",
    "jono terapiaan",
    "bussi ei kulje",
    "bussi lakkautettiin",
    "yksinäinen ilta",
]
TERMS = [text.split() for text in TEXTS]


@pytest.mark.parametrize("n", [1, 2, 5, 8])
def test_any_number_of_texts_gives_rows_of_length_one_or_zero(n: int) -> None:
    for rows in LexicalModel(n).fit(TEXTS[:n], TERMS[:n]):
        assert len(rows) == n
        norms = np.linalg.norm(rows, axis=1)
        assert np.all(np.isclose(norms, 1, atol=1e-5) | np.isclose(norms, 0))


def test_texts_without_words_give_no_evidence() -> None:
    assert [rows.shape for rows in LexicalModel(3).fit(["", "", ""], [[], [], []])] == [(3, 0)] * 2


def test_new_text_gets_the_evidence_of_its_words() -> None:
    model = LexicalModel(8)
    fitted = model.fit(TEXTS, TERMS)
    again = model.transform(TEXTS, TERMS)
    for a, b in zip(fitted, again, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-4)
