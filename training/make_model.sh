#!/bin/sh
# Makes models/english.model from the training data, from nothing: make_model.sh GOLD. models/README.md says what the data are. It takes an hour and a quarter on
# one core. With START=old.model it goes on from that model for a dozen epochs instead, which takes a quarter of an hour.
set -eu
gold=$1
here=$(dirname "$0") model=$(dirname "$0")/../models/english.model
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/train_lemmatizer.py" "$work/rules" "$gold/parse/ewt/train.conllu" "$gold/parse/gum-open/train.conllu"
if [ -z "${START:-}" ]; then
  python3 "$here/train_parser.py" --gold "$gold" --out "$work/checkpoint" --epochs "${EPOCHS:-70}"
else
  python3 "$here/train_parser.py" --gold "$gold" --out "$work/checkpoint" --epochs "${EPOCHS:-12}" --start "$START" --rate 1e-3 --blend 0.4
fi
python3 "$here/train_names.py" "$work/checkpoint" --gold "$gold" --out "$work/names"
python3 "$here/export_model.py" "$work/checkpoint" "$work/names" "$work/rules" "$work/model"
mv "$work/model" "$model"
