# try.fish SCRIPT LINE...: what fish offers for each line.
source $argv[1]
for line in $argv[2..-1]
    echo "[$line]"
    complete -C $line
end
