from pathlib import Path

import numpy as np
import pytest

from rakenlp import load_encoder
from rakenlp.errors import ModelError

sentence_transformers = pytest.importorskip(
    "sentence_transformers", reason="the extra transformers is not installed"
)

WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "vuokra",
    "häätö",
    "jono",
    "terapia",
    "nousi",
    "pitkä",
    ".",
]


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real, tiny BERT behind a real SentenceTransformer, with random weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    folder = tmp_path_factory.mktemp("malli")
    bert = folder / "bert"
    bert.mkdir()
    vocabulary = bert / "vocab.txt"
    vocabulary.write_text("\n".join(WORDS), encoding="utf-8")
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=32,
    )
    BertModel(config).save_pretrained(bert)
    BertTokenizer(str(vocabulary), do_lower_case=False).save_pretrained(bert)
    transformer = Transformer(str(bert))
    model = SentenceTransformer(modules=[transformer, Pooling(16)], device="cpu")
    model.save(str(folder / "valmis"))
    return folder / "valmis"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_local_sentence_transformer_works_like_the_embedded_encoder(model_folder: Path) -> None:
    encoder = load_encoder(str(model_folder))
    vectors = encoder.encode(["vuokra nousi .", "pitkä jono", "vuokra nousi ."])
    assert vectors.shape == (3, 16)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(vectors[0], vectors[2])
    assert not np.allclose(vectors[0], vectors[1])
    assert encoder.encode([]).shape == (0, 16)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_model_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="static-fi"):
        load_encoder(str(tmp_path / "puuttuu"))
