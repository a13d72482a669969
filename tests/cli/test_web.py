"""`refight serve` and `refight export` as a person meets them."""

import json
import os
import signal
import subprocess
import sys
import urllib.request

import pytest

from refight.cli import run
from refight.web.serve import bound


def test_export_without_a_file_says_what_to_write(capsys):
    assert run(["export"]) == 2
    assert "refight export --html" in capsys.readouterr().err


def test_export_into_a_folder_that_cannot_be_refuses_before_the_work(tmp_path, capsys):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert run(["export", "--html", str(blocked / "page.html")]) == 2
    assert "a folder that can be written" in capsys.readouterr().err
    assert run(["export", "--html", str(tmp_path)]) == 2
    assert "name a file in it" in capsys.readouterr().err


def test_a_taken_port_ends_with_two_and_says_what_to_do(capsys):
    with bound("127.0.0.1", 0) as held:
        port = str(held.getsockname()[1])
        assert run(["serve", "--port", port]) == 2
    said = capsys.readouterr().err
    assert "another program uses" in said and "--port 0" in said


@pytest.mark.slow
def test_it_serves_until_ctrl_c_and_ends_well(tmp_path):
    env = dict(os.environ, REFIGHT_CACHE=str(tmp_path), NUMBA_DISABLE_JIT="1")
    words = [sys.executable, "-m", "refight", "serve", "--port", "0", "--json"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    ) as server:
        lines = [server.stdout.readline()]
        while not lines[-1].startswith("}"):
            lines.append(server.stdout.readline())
        url = json.loads("".join(lines))["url"]
        with urllib.request.urlopen(f"{url}api/about") as answer:
            assert json.load(answer)["offline"] is False
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=30)
    assert server.returncode == 0, said
    assert "Traceback" not in said
