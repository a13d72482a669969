"""Studies: refights by the hundred thousand, kept chunk by chunk.

`plan` says what is to be fought, `chunk` fights and keeps one part of it, `drive`
does what is missing, `total` reads it all, `query` asks it.
"""
