"""As JSON: numbers that JSON has no form for become null."""

import json
import math
from collections.abc import Mapping
from typing import Any


def plain(page: Any) -> Any:
    """Replace numbers that JSON has no form for: infinity and NaN become null.

    >>> plain({"day": float("inf"), "days": [1.0, float("nan")]})
    {'day': None, 'days': [1.0, None]}
    """
    if isinstance(page, Mapping):
        return {str(key): plain(value) for key, value in page.items()}
    if isinstance(page, list | tuple):
        return [plain(each) for each in page]
    if isinstance(page, float) and not math.isfinite(page):
        return None
    return page


def compact(page: Any) -> bytes:
    """Write a page as JSON for a machine: UTF-8, no blanks."""
    text = json.dumps(
        plain(page), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return text.encode()
