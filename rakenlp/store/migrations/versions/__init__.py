"""Released schemas, one file each, of the workspace database."""
