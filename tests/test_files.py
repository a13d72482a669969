import os
from pathlib import Path

import pytest

from refight import files
from refight.errors import EvidenceError, UsageError


def written(tmp_path, text):
    path = tmp_path / "claims.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_yaml_comes_with_the_line_of_every_key_and_item(tmp_path):
    text = "title: a\nclaims:\n  - id: one\n    value: 3\n  - id: two\n"
    content, lines = files.load_yaml(written(tmp_path, text))
    assert content == {
        "title": "a",
        "claims": [{"id": "one", "value": 3}, {"id": "two"}],
    }
    assert lines[("claims",)] == 2
    assert lines[("claims", 0, "value")] == 4
    assert lines[("claims", 1)] == 5
    assert files.line_of(lines, ("claims", 0, "absent", "deeper")) == 3


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        ("a: 1\nb: [1, 2\n", "claims.yaml:3", ""),
        ("a: 1\nb: 2\na: 3\n", "claims.yaml:3", '"a" a second time (first on line 1)'),
        ("", "claims.yaml", "an empty file"),
        ("a: !!python/object:os.system {}\n", "claims.yaml:1", "the tag"),
        ("a: 2021-99-01\n", "claims.yaml", ""),
        ("[" * 5000, "claims.yaml", ""),
    ],
)
def test_broken_yaml_is_named_by_line(tmp_path, text, where, found):
    with pytest.raises(EvidenceError) as caught:
        files.load_yaml(written(tmp_path, text), EvidenceError)
    assert where in caught.value.where
    assert found in caught.value.found


def test_aliases_do_not_multiply_the_work(tmp_path):
    levels = ["l0: &l0 [x, x]"]
    few = levels + [f"l{i}: &l{i} [*l{i - 1}, *l{i - 1}]" for i in range(1, 6)]
    _, lines = files.load_yaml(written(tmp_path, "\n".join(few)))
    assert len(lines) < 20
    many = levels + [f"l{i}: &l{i} [*l{i - 1}, *l{i - 1}]" for i in range(1, 40)]
    with pytest.raises(UsageError, match="aliases that stand for"):
        files.load_yaml(written(tmp_path, "\n".join(many)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &a [*a]", "a value that holds itself"),
        ("a: &a {b: *a}", "a value that holds itself"),
        (f"a: 0x{'f' * 4000}", "a number of 4,002 digits"),
        ("0.5: a", "0.5"),
        ("a: {~: b}", "~"),
        ("a: {1982-05-24: b}", "1982-05-24"),
        ("? [a, b]\n: c", "a list or keys"),
        ("a: !!binary aGk=", "the tag tag:yaml.org,2002:binary"),
        ("a: !!set {b}", "the tag tag:yaml.org,2002:set"),
        ("a: !!python/name:os.system", "the tag tag:yaml.org,2002:python"),
        ("a: !!timestamp word", ""),
        ("a: !!bool word", ""),
        ("a: !!int word", ""),
    ],
)
def test_what_is_no_plain_data_is_refused_by_line(tmp_path, text, found):
    with pytest.raises(EvidenceError) as caught:
        files.load_yaml(written(tmp_path, f"b: 1\n{text}\n"), EvidenceError)
    assert found in caught.value.found
    assert "claims.yaml" in caught.value.where


@pytest.mark.parametrize(
    "name", ["", "..", ".", "../campaigns", "khorramshahr/account"]
)
def test_no_name_of_a_campaign_leads_elsewhere(name):
    with pytest.raises(UsageError, match="the name of a campaign"):
        files.campaign_path(name)


def test_a_file_without_end_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/zero"), tmp_path / "pipe"):
        with pytest.raises(UsageError, match="a device or a pipe"):
            files.read_text(path)


def test_a_file_beyond_reason_is_refused(tmp_path, monkeypatch):
    with pytest.raises(UsageError, match="at most 4 bytes, found a file of 5 bytes"):
        files.content_of(written(tmp_path, "a: 12"), largest=4)


def test_text_that_is_not_utf8_is_named_by_line(tmp_path):
    path = tmp_path / "claims.yaml"
    path.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(UsageError, match=r"claims\.yaml:2"):
        files.load_yaml(path)


def test_a_missing_file_suggests_the_nearest(tmp_path):
    written(tmp_path, "a: 1\n")
    with pytest.raises(UsageError, match=r'did you mean "claims\.yaml"'):
        files.load_yaml(tmp_path / "claim.yaml")


def test_writing_makes_folders_and_replaces_whole(tmp_path):
    path = tmp_path / "deep" / "er" / "file.txt"
    files.write_atomic(path, b"one")
    files.write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["file.txt"]


def test_written_files_can_be_read_by_others(tmp_path):
    old = os.umask(0o022)
    try:
        files.write_atomic(tmp_path / "file", b"")
    finally:
        os.umask(old)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o644


def test_a_failure_half_way_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "file"
    files.write_atomic(path, b"old")
    with (
        pytest.raises(EvidenceError, match="no space left"),
        files.atomic(path, EvidenceError) as temporary,
    ):
        temporary.write_bytes(b"ne")
        raise OSError(28, "No space left on device")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_file_where_a_folder_should_be_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError) as caught:
        files.write_atomic(tmp_path / "file" / "inner", b"")
    assert "another folder" in caught.value.hint


def test_the_cache_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    assert files.cache_folder() == tmp_path
    monkeypatch.delenv("REFIGHT_CACHE")
    assert files.cache_folder() == Path.home() / ".cache" / "refight"


def test_an_unknown_campaign_suggests_a_known_one():
    with pytest.raises(UsageError, match="khorramshahr"):
        files.campaign_path("khoramshahr")


def test_the_first_campaign_is_shipped():
    assert "khorramshahr" in files.campaigns()
    assert files.campaign_path("khorramshahr").is_dir()


@pytest.mark.parametrize("inner", ["new.txt", "in/a/new.txt"])
def test_what_can_be_written_later_leaves_nothing_now(tmp_path, inner):
    files.may_write(tmp_path / inner)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc on this machine")
def test_a_place_that_refuses_even_an_administrator_is_refused_at_once():
    with pytest.raises(UsageError, match="a folder that can be written"):
        files.may_write(Path("/proc/x"))
    with pytest.raises(EvidenceError, match="/proc/in/x"):
        files.may_write_in(Path("/proc/in/x"), EvidenceError)


def test_a_file_in_the_way_and_a_folder_as_a_file_are_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="not a directory"):
        files.may_write(tmp_path / "file" / "inner")
    with pytest.raises(UsageError, match="name a file in it"):
        files.may_write(tmp_path)


def test_a_folder_is_not_answered_with_its_own_name(tmp_path):
    with pytest.raises(UsageError) as caught:
        files.read_text(tmp_path)
    assert caught.value.hint == "name a file in it"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: [1, 2\nb: 3", "a list in brackets that does not end"),
        ("a: {b: 1\nc: 2", "keys in braces that do not end"),
        ("a: 'x\nb: 2", "a quotation mark that is never closed"),
        ("a: b: c", "a second colon, or a line set too far right"),
        ("a: 1\n- b", "a line whose indent fits none above it"),
        ("a: @x", "a mark that has to stand in quotation marks"),
        ("a: *x", "a * that names nothing marked"),
        ("a: \x01", "a character that no text holds"),
        ("a: !!int x", "what its tag"),
    ],
)
def test_broken_yaml_is_told_in_words(tmp_path, text, found):
    with pytest.raises(UsageError) as caught:
        files.load_yaml(written(tmp_path, text))
    assert found in caught.value.found


def test_what_stands_where_a_file_should_is_named(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "notes.txt").write_text("a", "utf-8")
    (tmp_path / "ratios.yaml").write_text("a: 1", "utf-8")

    def said(name):
        with pytest.raises(UsageError) as caught:
            files.read_text(tmp_path / name)
        return caught.value

    assert said("folder").found == "a folder" and "did you" not in said("folder").hint
    assert "leads back to itself" in said("round").found
    assert said("missing.txt").hint == "check the path"
    assert said("scenario.yaml").hint == "check the path"
    assert said("note.txt").hint == 'did you mean "notes.txt"?'
    assert said("ratios.yml").hint == 'did you mean "ratios.yaml"?'
