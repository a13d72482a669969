from benchmarks.marks import spliced
from benchmarks.peers import __main__ as peers

PAGE = {
    "machine": "x86_64",
    "python": "3.11.7",
    "numpy": "2.4.6",
    "rounds": 3,
    "apart": {"numpy": 0.0, "mesa": 4e-12},
    "peers": {
        "refight": {"seconds": 0.004, "megabytes": 180.4},
        "numpy": {"seconds": 0.12, "megabytes": 90},
        "mesa": {"seconds": 1.0, "megabytes": 120},
    },
    "scaling": {"units, twice": 1.8},
}


def test_the_table_shows_ratios_and_what_differs():
    rows = peers.table(PAGE).splitlines()
    assert rows[2].startswith("| Refight's way: compiled loops | 1 | 250 | 180 |")
    assert "| 30 | 8.33 | 90 |" in rows[3] and rows[3].endswith("| 0 |")
    assert "| 250 | 1 | 120 |" in rows[4] and rows[4].endswith("| 4e-12 |")


def test_the_readme_has_a_place_for_it():
    text = peers.README.read_text(encoding="utf-8")
    made = spliced(text, peers.block(PAGE), "peers")
    assert "units, twice 1.80" in made
    assert spliced(made, peers.block(PAGE), "peers") == made


def test_a_peer_that_differs_is_named(monkeypatch, capsys):
    page = {**PAGE, "apart": {"numpy": 0.5}}
    monkeypatch.setattr(peers, "measured", lambda rounds: page)
    assert peers.main([]) == 1
    assert "numpy: another result" in capsys.readouterr().err
