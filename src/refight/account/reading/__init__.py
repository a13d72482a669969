"""Reading: what can be told from a text that a person brings, without understanding it.

`reader.read_text` finds, `working.work_out` computes, `draft` writes and reads the
draft, `answers` takes a person's answers.
"""
