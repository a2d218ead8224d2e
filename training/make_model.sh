#!/bin/sh
# Makes models/english.model from the training data: make_model.sh GOLD [EPOCHS]. models/README.md says what the data are.
# Going on from the model that is there (the default) takes a quarter of an hour on one core; from nothing, START=none EPOCHS=40, an hour.
set -eu
gold=$1 epochs=${2:-${EPOCHS:-12}}
here=$(dirname "$0") model=$(dirname "$0")/../models/english.model
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/train_lemmatizer.py" "$work/rules" "$gold/parse/ewt/train.conllu" "$gold/parse/gum-open/train.conllu"
if [ "${START:-$model}" = none ]; then
  python3 "$here/train_parser.py" --gold "$gold" --out "$work/checkpoint" --epochs "$epochs" --threads 2
else
  python3 "$here/train_parser.py" --gold "$gold" --out "$work/checkpoint" --epochs "$epochs" --threads 2 --start "${START:-$model}" --rate 1e-3 --blend 0.4
fi
python3 "$here/export_model.py" "$work/checkpoint" "$work/rules" "$work/model"
mv "$work/model" "$model"
