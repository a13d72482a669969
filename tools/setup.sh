#!/bin/sh
# Make .venv hold Refight and its locked dependencies: setup.sh run|dev
# With uv when it is there, else with Python's own venv and pip. Everything that is
# downloaded or built stays inside the checkout.
set -eu
cd "$(dirname "$0")/.."
want="${1:-run}"
export UV_CACHE_DIR="$PWD/.cache/uv" PIP_CACHE_DIR="$PWD/.cache/pip"
export UV_PYTHON_INSTALL_DIR="$PWD/.cache/python"
export UV_PROJECT_ENVIRONMENT="$PWD/.venv"
export PIP_DISABLE_PIP_VERSION_CHECK=1 UV_NO_PROGRESS=1
unset VIRTUAL_ENV PYTHONPATH PYTHONHOME || true

recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for each in "${PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14; do
        if recent "$each" && "$each" -c 'import venv, ensurepip' >/dev/null 2>&1; then
            echo "$each"
            return 0
        fi
    done
    return 1
}

explain() {
    {
        echo "make: cannot set up Refight."
        if ! command -v "${PYTHON:-python3}" >/dev/null 2>&1; then
            echo "  expected: uv, or Python 3.11 or newer; found: neither"
        elif ! recent "${PYTHON:-python3}"; then
            echo "  expected: Python 3.11 or newer; found:" \
                "$("${PYTHON:-python3}" --version 2>&1)"
        else
            echo "  expected: Python with its venv module; found: Python without it"
        fi
        echo "  what to do: on Debian or Ubuntu, sudo apt-get install python3-venv;"
        echo "  or name another Python: make PYTHON=/path/to/python3.12 run;"
        echo "  or install uv (https://docs.astral.sh/uv/)."
    } >&2
    exit 2
}

with_uv() {
    if [ "$want" = dev ]; then
        uv sync --frozen --inexact --quiet
    else
        uv sync --frozen --inexact --quiet --no-group dev
    fi
}

with_pip() {
    list=requirements.txt
    if [ "$want" = dev ]; then
        list=requirements-dev.txt
    fi
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        python="$(find_python)" || explain
        rm -rf .venv
        "$python" -m venv .venv || explain
    fi
    .venv/bin/python -m pip install --quiet -r "$list" &&
        .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
}

# a folder copied from elsewhere, or made by an older Python, is made again
if [ -e .venv ] && ! recent .venv/bin/python; then
    rm -rf .venv
fi

echo "Setting up .venv (once; a few minutes on a slow connection) ..." >&2
if command -v uv >/dev/null 2>&1; then
    if with_uv; then
        exit 0
    fi
    echo "make: uv did not succeed; trying Python's own venv and pip" >&2
fi
if ! with_pip; then
    echo "make: the packages of requirements.txt could not be installed (see above)." >&2
    echo "  what to do: check the connection to the package index, then try again." >&2
    exit 2
fi
