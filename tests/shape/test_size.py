from tools import size

SOURCE = '''
def documented():
    """One.

    Two.
    """
    return 1


async def plain(x):
    return (
        x
    )
'''


def test_functions_are_measured_without_their_docstring(tmp_path):
    (tmp_path / "code.py").write_text(SOURCE)
    got = size.measure(tmp_path, tmp_path)
    lines = {each.name: (each.where, each.lines) for each in got.functions}
    assert lines == {"documented": ("code.py:2", 2), "plain": ("code.py:10", 4)}
    assert got.files == {"code.py": 13}


def test_the_report_names_what_is_long(tmp_path):
    body = "\n".join(f"    x{i} = {i}" for i in range(50))
    (tmp_path / "long.py").write_text(f"def f():\n{body}\n" + "\n" * 400)
    text = size.report(size.measure(tmp_path, tmp_path), "here")
    assert "long function     51  long.py:1 f" in text
    assert "long file        451  long.py" in text


def test_no_file_of_the_package_is_longer_than_the_limit():
    sizes = size.measure(size.ROOT / "src" / "refight")
    assert sizes.files
    assert sizes.long_files == {}
