"""Passages → vectors."""

from rakenlp.embed.encoder import Encoder, Lemmatize, open_encoder
from rakenlp.embed.static_fi import StaticEncoder, StaticModel, read_model, write_model
from rakenlp.embed.training import train_static

__all__ = [
    "Encoder",
    "Lemmatize",
    "StaticEncoder",
    "StaticModel",
    "open_encoder",
    "read_model",
    "train_static",
    "write_model",
]
