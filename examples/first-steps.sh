#!/bin/sh
# First steps with siyu: a made-up bank, from nothing to its rings and lifecycle stages.
#
#   sh examples/first-steps.sh [DIR]      DIR is where the workspace goes; target/first-steps unless given
#
# Every line that starts with `siyu` is what you would type.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
PATH=$here/target/siyu/bin:$PATH
bank=${1:-$here/target/first-steps}
rm -rf "$bank"

say() { printf '\n# %s\n' "$1"; }

say 'A workspace with a commented program: attributes, events, rings, lifecycle stages, scores'
siyu init "$bank" --template bank
cd "$bank"

say 'Twenty thousand made-up customers with their events, the same ones every time'
siyu sample --customers 20000 --seed 1 sample

say 'Is the program right? All problems of all files would be listed here'
siyu validate -q

say 'Into the data file; a second import of the same files would change nothing'
siyu import customers sample/customers.csv
siyu import events sample/events.csv

say 'Which ring and which lifecycle stage is everybody in?'
siyu segment run ring lifecycle
