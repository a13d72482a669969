"""Report: pages of plain text and the same as plain data.

Every page comes in two steps: a function that gathers a dictionary which JSON can
hold, and a function that writes that dictionary as lines of text.
"""
