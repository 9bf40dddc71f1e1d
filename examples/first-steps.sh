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

say 'Is the program right? Every problem would be listed here, with its place and a hint; otherwise, what the program means'
siyu validate

say 'Twenty thousand made-up customers and what they did until 1 March 2026, the same ones every time'
siyu sample files --size 20000 --seed 1 --today 2026-03-01

say 'Into the data file; taken in a second time, the same files change nothing'
siyu import customers files/customers.csv
siyu import events files/events.csv

say 'Who is in which ring and in which stage of life?'
siyu segment run ring lifecycle --as-of 2026-02-28
