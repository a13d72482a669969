"""Commands for the page: serve, export."""

from pathlib import Path

import click

from refight.cli.show import json_option, show
from refight.errors import UsageError

PORT = 8350


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Which port; 0 takes any free one.",
)
@click.option("--open", "browse", is_flag=True, help="Open a browser as well.")
@json_option
def serve_command(host: str, port: int, browse: bool, as_json: bool) -> None:
    """Serve the page: the account, both acts on the map, what-ifs.

    It answers this computer only, unless --host says otherwise, and asks nothing of
    any other. Ctrl-C ends it.

    \b
    Examples:
      refight serve
      refight serve --port 0 --open
    """
    from refight.web.serve import serve

    def opened(url: str, notes: list[str]) -> None:
        lines = [f"Refight is at {url}  (Ctrl-C ends it)", *notes]
        show({"url": url, "notes": notes}, lines, as_json)
        if browse:
            click.launch(url)

    serve(host, port, opened)


@click.command("export")
@click.option(
    "--html",
    "html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The page as one file that opens without server or network.",
)
@json_option
def export_command(html: Path | None, as_json: bool) -> None:
    """Write the page as one file, with both acts, replays and what-ifs inside.

    Open it with any browser, from disk or a stick; it asks nothing of any network.

    \b
    Examples:
      refight export --html khorramshahr.html
    """
    if html is None:
        hint = "refight export --html khorramshahr.html"
        raise UsageError("a file to write", "none", hint=hint)
    from refight.files import may_write
    from refight.report.progress import progress
    from refight.web.export import export_html
    from refight.web.payloads import Payloads

    may_write(html)
    with progress("The page as one file", silent=as_json) as report:
        size = export_html(html, Payloads(), progress=report)
    line = f"{html} ({size / 1e6:.1f} MB): open it with a browser."
    show({"file": str(html), "bytes": size}, [line], as_json)
