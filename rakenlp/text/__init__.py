"""Text: repair, language, sentences and passages, lemmas, compounds."""

from rakenlp.text.content import content_lemmas, elliptic_lemmas, stop_lemmas
from rakenlp.text.language import detect_language
from rakenlp.text.lemmatizer import Lemmatizer
from rakenlp.text.passages import cut_passages
from rakenlp.text.repair import repair_text
from rakenlp.text.tokenizer import Token, split_sentences, tokenize
from rakenlp.text.training import train_lemmatizer

__all__ = [
    "Lemmatizer",
    "Token",
    "content_lemmas",
    "cut_passages",
    "detect_language",
    "elliptic_lemmas",
    "repair_text",
    "split_sentences",
    "stop_lemmas",
    "tokenize",
    "train_lemmatizer",
]
