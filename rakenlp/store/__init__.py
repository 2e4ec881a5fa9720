"""The workspace: database, files written atomically, fingerprints."""

from rakenlp.store.files import read_vectors, write_bytes, write_frame, write_text, write_vectors
from rakenlp.store.fingerprint import code_fingerprint, fingerprint, keyed_fingerprint
from rakenlp.store.steps import Steps
from rakenlp.store.workspace import Workspace

__all__ = [
    "Steps",
    "Workspace",
    "code_fingerprint",
    "fingerprint",
    "keyed_fingerprint",
    "read_vectors",
    "write_bytes",
    "write_frame",
    "write_text",
    "write_vectors",
]
