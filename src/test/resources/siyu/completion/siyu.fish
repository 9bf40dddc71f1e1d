# Completion of siyu for fish. Copy this file to ~/.config/fish/completions. Generated: "siyu completion fish" prints it.

# The words before the cursor that name a command, without options and their values; what follows the command is left out.
function __siyu_path
    set -l path
    set -l value 0
    for word in (commandline -opc)[2..-1]
        if test $value -eq 1
            set value 0
        else if contains -- $word $__siyu_valued
            set value 1
        else if string match -q -- '-*' $word
        else if contains -- "$path $word" ' '$__siyu_paths
            set path "$path $word"
        else
            # A group without such a command: nothing is right behind it.
            string match -q -- "$path *" ' '$__siyu_paths; and set path '?'
            break
        end
    end
    string trim -- "$path"
end

# Whether the words before the cursor name this command.
function __siyu_at
    set -l path (__siyu_path)
    test "$path" = "$argv"
end

# Whether the command that the words before the cursor name takes the options of this set.
function __siyu_takes
    set -l takers __siyu_$argv[1]
    set -l path (__siyu_path)
    contains -- "$path" $$takers
end

@tables@

complete -c siyu -f
