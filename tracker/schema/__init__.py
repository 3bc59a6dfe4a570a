"""The form of `targets.yaml` as a JSON Schema, for editors that complete and check while typing.

The keys and choices are the reader's own. Where YAML leaves room, the schema asks for the plain
form of the handbook and the reader takes more: a key with nothing behind it, a list of one entry
without its hyphen, a quoted "true".
"""

PATH = "data/targets.schema.json"  # in the repository and in the site
