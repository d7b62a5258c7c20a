# Installs the packages of package-lock.json with the Node that is here, or else with one from PyPI.
set -eu
if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20)' 2>/dev/null || ! command -v npm >/dev/null; then
  echo "No Node 20 or newer here: taking one from PyPI…"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt
fi
npm ci --ignore-scripts --silent
