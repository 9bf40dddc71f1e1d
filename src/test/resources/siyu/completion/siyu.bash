# Completion of siyu for bash. Source this file from ~/.bashrc, or copy it as "siyu" to the folder
# ~/.local/share/bash-completion/completions. Generated: "siyu completion bash" prints it.

@tables@

# _siyu_value PATH OPTION: the kind of value that the option wants into $kind, which is empty for a switch and when there is
# no such option.
_siyu_value() {
    local line names does
    local -a found
    _siyu_options "$1"
    for line in "${found[@]}"; do
        IFS='|' read -r names kind does <<<"$line"
        [[ " $names " == *" $2 "* ]] && return
    done
    kind=
}

# _siyu_offer LINE...: each is word|description. Those that go on as what is typed does become the answer; while they are
# only listed, with their descriptions.
_siyu_offer() {
    local line word width=0
    local -a fit=()
    for line in "$@"; do
        word=${line%%|*}
        [[ $word == "$typed"* ]] || continue
        fit+=("$line")
        ((${#word} > width)) && width=${#word}
    done
    for line in "${fit[@]}"; do
        word=${line%%|*}
        case ${#fit[@]}:${COMP_TYPE:-9} in
            1:*) ;;
            *:9 | *:33 | *:63 | *:64)
                if [[ $line == *'|'?* ]]; then
                    printf -v word '%-*s  (%s)' "$width" "$word" "${line#*|}"
                    word=${word:0:${COLUMNS:-80}-1}
                fi
                ;;
        esac
        COMPREPLY+=("$word")
    done
}

# _siyu_offer_value KIND
_siyu_offer_value() {
    local -a words
    case $1 in
        =*)
            read -ra words <<<"${1#=}"
            _siyu_offer "${words[@]}"
            ;;
        file) compopt -o default 2>/dev/null ;;
        directory) compopt -o dirnames 2>/dev/null ;;
    esac
}

_siyu() {
    local path='' option='' kind='' end='' help='' given=0 word line names does i typed
    local -a found options
    COMPREPLY=()
    # What stands before the cursor: the command it names, its parameters, and an option that still wants its value.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -n $option ]]; then
            # bash makes three words of --output=json.
            [[ $word == '=' ]] || option=
            continue
        fi
        if [[ -z $end && $word == -- ]]; then
            end=1
        elif [[ -z $end && $word == -?* ]]; then
            _siyu_value "$path" "$word"
            [[ -n $kind ]] && option=$word
        else
            _siyu_commands "$path"
            if [[ -z $end$path$help && $word == help ]]; then
                help=help
            elif [[ -z $end && " ${found[*]%%|*} " == *" $word "* ]]; then
                path=${path:+$path }$word
            else
                ((given++))
            fi
        fi
    done
    typed=${COMP_WORDS[COMP_CWORD]}
    [[ $typed == '=' ]] && typed=
    if [[ -n $option ]]; then
        _siyu_value "$path" "$option"
        _siyu_offer_value "$kind"
        return
    fi
    if [[ -z $end && $typed == -* ]]; then
        _siyu_options "$path"
        for line in "${found[@]}"; do
            IFS='|' read -r names kind does <<<"$line"
            for word in $names; do
                options+=("$word|$does")
            done
        done
        _siyu_offer "${options[@]}"
        return
    fi
    _siyu_commands "${path:-$help}"
    if [[ -n $help ]] || ((${#found[@]} > 0)); then
        ((given == 0)) && _siyu_offer "${found[@]}"
        return
    fi
    _siyu_parameters "$path"
    for ((i = 0; i < ${#found[@]}; i++)); do
        kind=${found[i]}
        if ((i == given)) || [[ $kind == *... ]]; then
            _siyu_offer_value "${kind%...}"
            return
        fi
    done
}

complete -o nosort -F _siyu siyu 2>/dev/null || complete -F _siyu siyu
