"""Every error rakenlp raises on purpose.

Each message says where, what was expected, what came and what to do. An error
that a caller would expect to be a builtin (``ValueError``, ``ImportError``) is one.
"""

from __future__ import annotations


class RakenlpError(Exception):
    """Base of all errors raised on purpose; the command line shows it as one line."""


class SettingsError(RakenlpError, ValueError):
    """A job file, a setting or a command option is wrong."""


class FrameError(RakenlpError, ValueError):
    """A table does not have the columns or types declared in ``rakenlp.frames``."""


class InputError(RakenlpError, ValueError):
    """An input file or folder cannot be used at all."""


class EmptyInputError(RakenlpError, ValueError):
    """Something that must not be empty is empty."""


class ModelError(RakenlpError):
    """A model folder is missing, damaged or does not fit the installed libraries."""


class MissingDependencyError(RakenlpError, ImportError):
    """A library, system package or dictionary is not installed."""


class StoreError(RakenlpError):
    """The workspace cannot be read or written."""


class WorkspaceBusyError(StoreError):
    """Another job holds the workspace."""


class SchemaVersionError(RakenlpError, ValueError):
    """A ``digest.json`` was written with a schema this version cannot read."""
