"""The account: the document being examined, and what tests each of its sentences.

Stands on evidence alone. `read` builds the records, `text` recognises a reader's
copy, `arithmetic` recomputes every check, `verdict` words the three axes, and
`coverage` lists the elements with their status.
"""

from refight.account.model import Account
from refight.account.read import read

__all__ = ["Account", "read"]
