# try.bash SCRIPT LINE...: what the script offers for each line, as the interactive bash would ask for it.
source "$1"
shift
for line in "$@"; do
    echo "[$line]"
    # As readline splits them: the blank at the end starts an empty word, and "=" stands alone.
    read -ra COMP_WORDS <<<"${line//=/ = }"
    [[ $line == *' ' || $line == *= ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_TYPE=9
    _siyu
    printf '%s\n' "${COMPREPLY[@]}"
done
