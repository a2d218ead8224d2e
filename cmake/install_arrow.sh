#!/bin/sh
# install_arrow.sh FOLDER: a Python environment with Arrow C++ (in pyarrow), and pandas and DuckDB, by which tests read what was written.
# Needs the Python package index; says so and ends with status 1 where it is not reached. Nothing outside the folder changes.
set -eu
folder=${1:?a folder for the environment}
python3 -m venv "$folder"
if ! "$folder/bin/pip" install --quiet --disable-pip-version-check "pyarrow>=20" pandas duckdb; then
  echo "install_arrow.sh: the Python package index is not reached: no Parquet and Arrow files, and no reading back by pandas and DuckDB" >&2
  rm -rf "$folder"
  exit 1
fi
