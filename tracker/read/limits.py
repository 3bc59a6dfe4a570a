"""How much is read of anything: far more than anybody writes, and what every reader bears.

A report has 30 to 80 KB, the longest known a hundred; a ledger of a thousand targets has 1 MB of
YAML. Whatever is larger is a mistake or malice, and is refused before it takes memory or time.
"""

from __future__ import annotations

LARGEST_FILE = 20_000_000  # bytes of Word, PDF, spreadsheet and web page, with their pictures
LARGEST_TEXT = 4_000_000  # bytes of YAML and of reports, which are read in about 20 s per MB
LARGEST_PROSE = 300_000  # bytes of a page of `content/`; Markdown takes 20 s per MB at worst
LARGEST_UNPACKED = 60_000_000  # bytes of the parts of a zip file that are read
MOST_TAGS = 500_000  # of XML and HTML; a long report's Word file has 100,000, each takes 10 µs
MOST_NODES = 200_000  # of a YAML file, each takes 1 KB and 20 µs; a thousand targets have 50,000
MOST_LINES = 200_000  # of a YAML file, each takes 5 µs; a thousand targets have 30,000
LONGEST_SCALAR = 10_000  # characters of a value in YAML; the longest note has a few hundred
MOST_NESTED = 20  # parts of a saved web page within one another; a browser writes one or two
DEEPEST = 100  # lists and records within one another; PyYAML falls over at some thousands
MOST_COLUMNS = 200  # of a sheet
MOST_ROWS = 20_000  # of a sheet that say anything; the longest ledger has a thousand
MOST_TAGS_OF_BOOK = 1_200_000  # of a workbook, where a cell has four and takes 1 KB
MOST_MERGED = 500_000  # cells of a workbook, which its parser makes one by one
LONGEST_CELL = 1_000_000  # characters; Excel knows 32,767
MOST_PAGES = 500  # of a PDF
