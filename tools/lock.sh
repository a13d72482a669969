#!/bin/sh
# Resolve the dependencies anew and write the lists that pip reads without uv.
set -eu
cd "$(dirname "$0")/.."
uv="${UV:-uv}"
if ! command -v "$uv" >/dev/null 2>&1; then
    uv=.venv/bin/uv
fi
if ! command -v "$uv" >/dev/null 2>&1; then
    echo "make lock: needs uv (try: .venv/bin/pip install uv)" >&2
    exit 2
fi
"$uv" lock "$@"
write() {
    name="$1"
    shift
    "$uv" export --frozen --quiet --no-hashes --no-emit-project --no-annotate \
        --no-header --output-file "$name" "$@" >/dev/null
}
write requirements.txt --no-dev --group build
write requirements-dev.txt --group build --group dev
