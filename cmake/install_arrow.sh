#!/bin/sh
# install_arrow.sh FOLDER: a Python environment with Arrow C++ (in pyarrow), and pandas and DuckDB, by which tests read what was written.
# Needs the Python package index; says so and ends with status 1 where it is not reached. Nothing outside the folder changes, and nothing is done where it is there.
set -eu
folder=${1:?a folder for the environment}
"$folder/bin/python" -c "import pyarrow, pandas, duckdb" 2>/dev/null && exit 0
if ! python3 -m venv "$folder" ||
  ! "$folder/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 "pyarrow>=20" pandas duckdb; then
  echo "install_arrow.sh: the Python package index is not reached: no Parquet and Arrow files, and no reading back by pandas and DuckDB" >&2
  rm -rf "$folder"
  exit 1
fi
