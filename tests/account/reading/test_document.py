"""A file that cannot be read as English text is refused with one clear answer."""

import pytest

from refight.account.reading.document import LARGEST, open_text
from refight.errors import AccountError

PERSIAN = "خرمشهر در سوم خرداد ۱۳۶۱ آزاد شد و مردم به خیابان‌ها آمدند."
FRENCH = "Le siège de la ville dura plus de trois mois et les habitants furent nourris "


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "an empty file"),
        (b" \n\t ", "an empty file"),
        (b"%PDF-1.7\0\1", "binary"),
        (b"PK\3\4 the and of", "binary"),
        ("The men came.".encode("utf-16"), "UTF-16"),
        ("Châlons fell.".encode("latin-1"), "not UTF-8"),
        ("The emperorâ€™s men came.".encode(), "decoded wrongly"),
        (PERSIAN.encode(), "right to left"),
        ((FRENCH * 3).encode(), "common English words"),
        (b"1, 2, 3.", "no letter"),
        (b"a " * LARGEST, "bytes"),
    ],
)
def test_what_is_refused(tmp_path, content, message):
    path = tmp_path / "text.txt"
    path.write_bytes(content)
    with pytest.raises(AccountError, match=message) as caught:
        open_text(path)
    assert caught.value.hint
    assert str(path) in caught.value.where


def test_a_missing_file_is_answered_with_the_nearest(tmp_path):
    (tmp_path / "article.txt").write_text("The men came.", "utf-8")
    with pytest.raises(AccountError, match=r"article\.txt"):
        open_text(tmp_path / "artcle.txt")


def test_a_folder_and_a_device_are_refused(tmp_path):
    for path in (tmp_path, "/dev/zero"):
        with pytest.raises(AccountError):
            open_text(type(tmp_path)(path))


def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("\ufeffThe men came.\r\nThey won.\r\n".encode())
    assert open_text(path) == "The men came.\nThey won.\n"


def test_names_in_another_script_do_not_turn_the_text(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("The city of Khorramshahr (خرمشهر) was held by the men.", "utf-8")
    assert "Khorramshahr" in open_text(path)
