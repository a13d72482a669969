"""The command line: `refight VERB ...`. Each verb parses, calls one function, prints.

Commands are imported when they are called, so that `refight --help` is quick. Every
RefightError becomes one message on stderr and exit code 2; Ctrl-C ends with 130.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from refight import __version__
from refight.errors import RefightError, UsageError, suggest

BAD_INPUT, STOPPED = 2, 130
TOO_MUCH = UsageError("work that this machine can hold", "more", hint="ask for fewer")
PIPE_CLOSED = 0  # whoever reads has seen enough

ACTS, PAGES, ACCOUNT = "refight.cli.acts", "refight.cli.pages", "refight.cli.account"
SPEED, CAUSES = "refight.cli.speed", "refight.cli.causes"
FIT = "refight.cli.fit"
READING = "refight.cli.reading"
WEB = "refight.cli.web"
STUDY = "refight.cli.study"
TRIAL = "refight.cli.trial"

# verb -> (module, command, what it answers); `--help` shows these without importing
VERBS: dict[str, tuple[str, str, str]] = {
    "fall": (ACTS, "fall_command", "Refight the fall of the city, 1980."),
    "liberation": (ACTS, "liberation_command", "Refight its liberation, 1982."),
    "run": (ACTS, "run_command", "Refight the scenario of any folder."),
    "chronicle": (ACTS, "chronicle_command", "Tell one refight as a war diary."),
    "losses": (ACTS, "losses_command", "Losses of an act by cause."),
    "whatif": (CAUSES, "whatif_command", "An act with and without, in pairs."),
    "swap": (CAUSES, "swap_command", "Each act under the other's policy."),
    "causes": (CAUSES, "causes_command", "An act's stated causes and their shares."),
    "cause": (CAUSES, "cause_command", "What may be said of one stated cause."),
    "decides": (CAUSES, "decides_command", "Which rules and numbers decide an act."),
    "calibrate": (FIT, "calibrate_command", "Fit an act to the claims on record."),
    "check": (FIT, "check_command", "What was fitted, against what was not."),
    "forces": (PAGES, "forces_command", "Both sides of an act as a tree."),
    "plan": (PAGES, "plan_command", "What each side meant to do."),
    "map": (PAGES, "map_command", "Draw the map of an act."),
    "place": (PAGES, "place_command", "One place, with all on record there."),
    "why": (PAGES, "why_command", "From a number down to its claims."),
    "account": (ACCOUNT, "account_command", "The account, element by element."),
    "claim": (ACCOUNT, "claim_command", "One claim: told, recorded, worked out."),
    "source": (ACCOUNT, "source_command", "One source and what rests on it."),
    "cite": ("refight.cli.cite", "cite_command", "Sources of a run or a claim."),
    "quotes": (ACCOUNT, "quotes_command", "The speeches that are quoted."),
    "after": (ACCOUNT, "after_command", "What is recorded of the aftermath."),
    "timeline": (ACCOUNT, "timeline_command", "Dated events, and between the acts."),
    "read": (READING, "read_command", "A text of your own: what is in it."),
    "confirm": (READING, "confirm_command", "Go through the claims of such a text."),
    "study": (STUDY, "study_command", "Refights by the hundred thousand, resumable."),
    "serve": (WEB, "serve_command", "The page, served to a browser."),
    "export": (WEB, "export_command", "The page as one file that needs no network."),
    "trial": (TRIAL, "trial_command", "The same engine on other real battles."),
    "bench": (SPEED, "bench_command", "How fast refights go on this machine."),
    "warmup": (SPEED, "warmup_command", "Compile the engine now."),
}


class Verbs(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the verbs in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one verb's command."""
        if cmd_name not in VERBS:
            return None
        module, name, _ = VERBS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that was typed, or say which one is near."""
        if args and not args[0].startswith("-") and args[0] not in VERBS:
            hint = suggest(args[0], VERBS)
            raise UsageError("a verb that refight knows", f'"{args[0]}"', hint=hint)
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the verbs with what each answers."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, said) for name, (_, _, said) in VERBS.items()])


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, prog_name="refight")
def refight() -> None:
    """Refight a campaign from what is on record, thousands of times.

    Every page names its sources; `refight why ID` leads from a number to the claims
    behind it, or to the word assumption. What comes out holds in this model, given
    these sources. Each verb has its own --help, and --json for plain data.

    \b
    Examples:
      refight fall
      refight liberation --refights 200 --seed 7
      refight chronicle fall --replicate 3
      refight why fall-date --act fall
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    try:
        code = refight.main(
            args=None if arguments is None else list(arguments),
            prog_name="refight",
            standalone_mode=False,
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except RefightError as error:
        return _say(error.message(), BAD_INPUT)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return BAD_INPUT
    except click.ClickException as error:
        said = error.format_message().replace("valid integer range", "whole number")
        return _say(f"refight: {said}", BAD_INPUT, error)
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped before anything was finished.", STOPPED)
    except BrokenPipeError:
        return _hush()
    except OSError as error:
        return _say(_system_words(error), BAD_INPUT)
    except (MemoryError, OverflowError):  # numbers beyond any machine
        return _say(TOO_MUCH.message(), BAD_INPUT)


def _say(message: str, code: int, error: click.ClickException | None = None) -> int:
    sys.stdout.flush()
    print(message, file=sys.stderr)
    context = getattr(error, "ctx", None)
    if context is not None:
        where = context.command_path
        print(f"  what to do: see {where} --help", file=sys.stderr)
    return code


def _hush() -> int:
    """Let nothing be written any more: the other end of the pipe has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _system_words(error: OSError) -> str:
    found = (error.strerror or str(error)).lower()
    where = str(error.filename) if error.filename else ""
    hint = "free some space, choose another place, or change its permissions"
    return UsageError("to read or write", found, where, hint).message()
