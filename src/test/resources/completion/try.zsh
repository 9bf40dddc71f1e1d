# try.zsh SCRIPT LINE...: what an interactive zsh with the script in its fpath offers for each line.
zmodload zsh/zpty || exit 1
script=$1
shift
export ZDOTDIR=$script:h
cat >$ZDOTDIR/.zshrc <<'END'
PROMPT='<ready>' RPROMPT= zle_bracketed_paste=()
setopt no_beep
fpath=($ZDOTDIR $fpath)
autoload -Uz compinit && compinit -u -D
zstyle ':completion:*' insert-tab false
zstyle ':completion:*' verbose false
# Tells what is offered instead of offering it.
begin() { print -r -- '<begin>' }
finish() { print -r -- '<end>'; compstate[insert]= compstate[list]= }
try() {
  compprefuncs=(begin) comppostfuncs=(finish)
  zle complete-word
}
zle -N try
bindkey '^I' try
compadd() {
  local -a hits
  if (( ! ${@[(I)-[OAD]]} )); then
    builtin compadd -A hits "$@"
    (( $#hits )) && print -rl -- $hits
  fi
  builtin compadd "$@"
}
END
zpty z zsh -d -i
zpty -r z text '*<ready>*'
for line in "$@"; do
  print -r -- "[$line]"
  zpty -w -n z $'\C-u'"$line"$'\t'
  zpty -r z text '*<end>*'
  text=${${text#*'<begin>'}%'<end>'*}
  for word in ${(f)text}; do
    word=${word%$'\r'}
    [[ -n $word ]] && print -r -- $word
  done
done
zpty -d z
