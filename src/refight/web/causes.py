"""Causes and swap as the page reads them; empty, with the reason, until they exist."""

from typing import Any

from refight.account.model import Account
from refight.account.verdict import ModelWords
from refight.evidence.archive import Archive

NOT_YET = "not part of this version"


def available() -> dict[str, bool]:
    """Tell which of the two are there."""
    return {"causes": False, "swap": False}


def model_words(account: Account, archive: Archive) -> ModelWords:
    """Give what refights have to say of levers and outcomes."""
    return {}


def causes_page(account: Account, archive: Archive) -> dict[str, Any]:
    """Gather the stated causes, each with its three verdicts and its effect."""
    return {"available": False, "reason": NOT_YET, "causes": [], "shares": []}


def swap_page() -> dict[str, Any]:
    """Gather the swap: each act under the other's command and forces policy."""
    empty: dict[str, Any] = {"rows": [], "columns": [], "cells": [], "words": ""}
    return {"available": False, "reason": NOT_YET, **empty}
