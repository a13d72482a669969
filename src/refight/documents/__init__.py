"""Documents: YAML as plain data with lines; `parse` reads it, `kept` remembers it.

`Lines` maps a path inside the document, such as ("claims", 3, "value"), to the line
(from 1) on which that key or list item stands.
"""

DocumentPath = tuple[str | int, ...]
Lines = dict[DocumentPath, int]
DIGITS = 40  # letters of a whole number; 64 bits have 20 digits, or 64 in base two
