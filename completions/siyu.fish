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

set -g __siyu_valued --reason -C --workspace --data --as-of --now --set --lock-timeout --columns --limit -o --output --color --template --size --events-per-customer --seed --theme --dirt --format --today --encoding --delimiter --map --value --date-format --null --rejects --max-errors --coordinates --show --explain --customers --events --against --samples --from --to --until --for --key --at --amount --expires --through --head --units --period --times --dir --commitment --draw --draws --runs --state --by --depth --top --save --costs --plan --most --code --days --refused --failed --months --history --elasticity --reach --worth --recent --segmentation --window --compare --fail-if --min-cell --html --svg --kind --of --unit --purchase --refund --step --within
set -g __siyu_paths 'init' 'sample' 'validate' 'import' 'help import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'help export' 'export customers' 'export events' 'segment' 'help segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'help points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points verify' 'level' 'help level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'help benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'help task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'help lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'help referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'help assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'help staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'help staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'help simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'help report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'report repeat' 'report points' 'report summary' 'db' 'help db' 'db info' 'db check' 'db backup' 'db compact' 'shell' 'doctor' 'manual' 'completion' 'version' help
set -g __siyu_always '' 'init' 'sample' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'export customers' 'export events' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'report repeat' 'report points' 'report summary' 'db' 'db info' 'db check' 'db backup' 'db compact' 'shell' 'doctor' 'manual' 'completion' 'version'
set -g __siyu_output '' 'init' 'sample' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'report repeat' 'report points' 'report summary' 'db' 'db info' 'db check' 'db backup' 'db compact' 'doctor' 'manual' 'version'
set -g __siyu_world '' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'export customers' 'export events' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'report repeat' 'report points' 'report summary' 'db' 'db info' 'db check' 'db backup' 'db compact' 'doctor'
set -g __siyu_paths 'init' 'sample' 'validate' 'import' 'help import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'help export' 'export customers' 'export events' 'segment' 'help segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'help points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points verify' 'level' 'help level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'help benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'help task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'help lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'help referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'help assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'help staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'help staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'help simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'help report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'db' 'help db' 'db info' 'db check' 'db backup' 'db compact' 'shell' 'doctor' 'manual' 'completion' 'version' help
set -g __siyu_always '' 'init' 'sample' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'export customers' 'export events' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'db' 'db info' 'db check' 'db backup' 'db compact' 'shell' 'doctor' 'manual' 'completion' 'version'
set -g __siyu_output '' 'init' 'sample' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'db' 'db info' 'db check' 'db backup' 'db compact' 'doctor' 'manual' 'version'
set -g __siyu_world '' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'export customers' 'export events' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'db' 'db info' 'db check' 'db backup' 'db compact' 'doctor'
set -g __siyu_valued --reason -C --workspace --data --as-of --now --set --lock-timeout --columns --limit -o --output --color --template --size --events-per-customer --seed --theme --dirt --format --today --encoding --delimiter --map --value --date-format --null --rejects --max-errors --coordinates --show --explain --customers --events --against --samples --from --to --until --for --key --at --amount --expires --through --by --head --units --period --times --dir --commitment --draw --draws --runs --state --depth --top --save --costs --plan --most --code --days --refused --failed --months --history --elasticity --reach --recent --segmentation --window --compare --fail-if --min-cell --kind --of --unit --purchase --refund --step --within
set -g __siyu_valued --reason -C --workspace --data --as-of --now --set --lock-timeout --columns --limit -o --output --color --template --size --events-per-customer --seed --theme --dirt --format --today --encoding --delimiter --map --value --date-format --null --rejects --max-errors --coordinates --show --explain --customers --events --against --samples --from --to --until --for --key --at --amount --expires --through --by --head --units --period --times --dir --commitment --draw --draws --runs --state --depth --top --save --costs --plan --most --code --days --refused --failed --months --history --elasticity --reach --worth --recent --segmentation --window --compare --fail-if --min-cell --kind --of --unit --purchase --refund --step --within
set -g __siyu_paths 'init' 'sample' 'validate' 'import' 'help import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'help export' 'export customers' 'export events' 'segment' 'help segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'help points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points simulate' 'points verify' 'level' 'help level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'help benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'help task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'help lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'help referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'help assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'help staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'help staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'help simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'help report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'report repeat' 'report points' 'report summary' 'db' 'help db' 'db info' 'db check' 'db backup' 'db compact' 'shell' 'doctor' 'manual' 'completion' 'version' help
set -g __siyu_always '' 'init' 'sample' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'export customers' 'export events' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points simulate' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'report repeat' 'report points' 'report summary' 'db' 'db info' 'db check' 'db backup' 'db compact' 'shell' 'doctor' 'manual' 'completion' 'version'
set -g __siyu_output '' 'init' 'sample' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points simulate' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery verify' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'report repeat' 'report points' 'report summary' 'db' 'db info' 'db check' 'db backup' 'db compact' 'doctor' 'manual' 'version'
set -g __siyu_world '' 'validate' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'export customers' 'export events' 'segment' 'segment run' 'segment list' 'segment explain' 'segment diff' 'segment history' 'segment flow' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points balance' 'points statement' 'points forecast' 'points liability' 'points close' 'points simulate' 'points verify' 'level' 'level list' 'level run' 'level review' 'level explain' 'level history' 'level buy' 'level report' 'benefit' 'benefit list' 'benefit use' 'benefit grant' 'benefit status' 'benefit report' 'task' 'task list' 'task run' 'task status' 'task explain' 'task leaderboard' 'task close' 'lottery' 'lottery list' 'lottery commit' 'lottery draw' 'lottery reveal' 'lottery export' 'lottery simulate' 'lottery report' 'referral' 'referral tiers' 'referral record' 'referral status' 'referral list' 'referral explain' 'referral decide' 'referral settle' 'referral rewards' 'referral audit' 'referral tree' 'referral top' 'assign-group' 'assign-group plan' 'assign-group apply' 'assign-group explain' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff status' 'staff audit' 'staff explain' 'staff churn' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'staff handover list' 'simulate' 'simulate diff' 'simulate sweep' 'simulate referral' 'show' 'report' 'report list' 'report rings' 'report flow' 'report lifecycle' 'report active' 'report mau' 'report retention' 'report rfm' 'report gmv' 'report funnel' 'report repeat' 'report points' 'report summary' 'db' 'db info' 'db check' 'db backup' 'db compact' 'doctor'
set -g __siyu_change '' 'init' 'import' 'import customers' 'import events' 'import referrals' 'import groups' 'import members' 'import staff' 'import owners' 'export' 'segment' 'segment run' 'segment pin' 'points' 'points earn' 'points redeem' 'points reverse' 'points cancel' 'points adjust' 'points transfer' 'points open' 'points expire' 'points close' 'level' 'level run' 'level review' 'level buy' 'benefit' 'benefit use' 'benefit grant' 'task' 'task run' 'task close' 'lottery' 'lottery commit' 'lottery draw' 'lottery reveal' 'referral' 'referral record' 'referral decide' 'referral settle' 'assign-group' 'assign-group apply' 'assign-group rebalance' 'assign-group duplicates' 'staff' 'staff assign' 'staff follow-up' 'staff handover' 'staff handover plan' 'staff handover request' 'staff handover settle' 'simulate' 'report' 'db'

complete -c siyu -n '__siyu_at \'\'' -a init -d 'Make a workspace: YAML files and an empty data file'
complete -c siyu -n '__siyu_at \'\'' -a sample -d 'Write made-up customers and events to try things on'
complete -c siyu -n '__siyu_at \'\'' -a validate -d 'Find every problem of the program and say what it means'
complete -c siyu -n '__siyu_at \'\'' -a import -d 'Take in customers, events and more'
complete -c siyu -n '__siyu_at \'\'' -a export -d 'Give back customers and events'
complete -c siyu -n '__siyu_at \'\'' -a segment -d 'Rings, lifecycle stages and other segmentations'
complete -c siyu -n '__siyu_at \'\'' -a points -d 'The points ledger'
complete -c siyu -n '__siyu_at \'\'' -a level -d 'Levels by growth and paid memberships'
complete -c siyu -n '__siyu_at \'\'' -a benefit -d 'What levels bring, and what it costs'
complete -c siyu -n '__siyu_at \'\'' -a task -d 'Tasks, badges and leaderboards'
complete -c siyu -n '__siyu_at \'\'' -a lottery -d 'Lotteries that anybody can check'
complete -c siyu -n '__siyu_at \'\'' -a referral -d 'Who brought whom, and what that brings'
complete -c siyu -n '__siyu_at \'\'' -a assign-group -d 'Who belongs into which group'
complete -c siyu -n '__siyu_at \'\'' -a staff -d 'Staff and the customers they look after'
complete -c siyu -n '__siyu_at \'\'' -a simulate -d 'What if the program were another one'
complete -c siyu -n '__siyu_at \'\'' -a show -d 'Everything known about one customer'
complete -c siyu -n '__siyu_at \'\'' -a report -d 'What happened, defined and usable as a gate'
complete -c siyu -n '__siyu_at \'\'' -a db -d 'The data file'
complete -c siyu -n '__siyu_at \'\'' -a shell -d 'Run many commands in one process'
complete -c siyu -n '__siyu_at \'\'' -a doctor -d 'Say what is in effect here, and what is wrong'
complete -c siyu -n '__siyu_at \'\'' -a manual -d 'Write the manual as pages for man'
complete -c siyu -n '__siyu_at \'\'' -a completion -d 'Print the completion script of a shell'
complete -c siyu -n '__siyu_at \'\'' -a version -d 'Show the versions of siyu and Java'
complete -c siyu -n '__siyu_at help' -a init -d 'Make a workspace: YAML files and an empty data file'
complete -c siyu -n '__siyu_at help' -a sample -d 'Write made-up customers and events to try things on'
complete -c siyu -n '__siyu_at help' -a validate -d 'Find every problem of the program and say what it means'
complete -c siyu -n '__siyu_at help' -a import -d 'Take in customers, events and more'
complete -c siyu -n '__siyu_at help' -a export -d 'Give back customers and events'
complete -c siyu -n '__siyu_at help' -a segment -d 'Rings, lifecycle stages and other segmentations'
complete -c siyu -n '__siyu_at help' -a points -d 'The points ledger'
complete -c siyu -n '__siyu_at help' -a level -d 'Levels by growth and paid memberships'
complete -c siyu -n '__siyu_at help' -a benefit -d 'What levels bring, and what it costs'
complete -c siyu -n '__siyu_at help' -a task -d 'Tasks, badges and leaderboards'
complete -c siyu -n '__siyu_at help' -a lottery -d 'Lotteries that anybody can check'
complete -c siyu -n '__siyu_at help' -a referral -d 'Who brought whom, and what that brings'
complete -c siyu -n '__siyu_at help' -a assign-group -d 'Who belongs into which group'
complete -c siyu -n '__siyu_at help' -a staff -d 'Staff and the customers they look after'
complete -c siyu -n '__siyu_at help' -a simulate -d 'What if the program were another one'
complete -c siyu -n '__siyu_at help' -a show -d 'Everything known about one customer'
complete -c siyu -n '__siyu_at help' -a report -d 'What happened, defined and usable as a gate'
complete -c siyu -n '__siyu_at help' -a db -d 'The data file'
complete -c siyu -n '__siyu_at help' -a shell -d 'Run many commands in one process'
complete -c siyu -n '__siyu_at help' -a doctor -d 'Say what is in effect here, and what is wrong'
complete -c siyu -n '__siyu_at help' -a manual -d 'Write the manual as pages for man'
complete -c siyu -n '__siyu_at help' -a completion -d 'Print the completion script of a shell'
complete -c siyu -n '__siyu_at help' -a version -d 'Show the versions of siyu and Java'
complete -c siyu -n '__siyu_at \'\'' -a help -d 'Tell about a command, a topic or an error code'

complete -c siyu -n '__siyu_at import' -a customers -d 'Take in customers from CSV or JSON Lines'
complete -c siyu -n '__siyu_at import' -a events -d 'Take in events from CSV or JSON Lines'
complete -c siyu -n '__siyu_at import' -a referrals -d 'Take in invitations from CSV or JSON Lines'
complete -c siyu -n '__siyu_at import' -a groups -d 'Take in groups from CSV or JSON Lines'
complete -c siyu -n '__siyu_at import' -a members -d 'Take in who is in which group'
complete -c siyu -n '__siyu_at import' -a staff -d 'Take in staff from CSV or JSON Lines'
complete -c siyu -n '__siyu_at import' -a owners -d 'Take in who looks after whom, and who removed whom'
complete -c siyu -n '__siyu_at help import' -a customers -d 'Take in customers from CSV or JSON Lines'
complete -c siyu -n '__siyu_at help import' -a events -d 'Take in events from CSV or JSON Lines'
complete -c siyu -n '__siyu_at help import' -a referrals -d 'Take in invitations from CSV or JSON Lines'
complete -c siyu -n '__siyu_at help import' -a groups -d 'Take in groups from CSV or JSON Lines'
complete -c siyu -n '__siyu_at help import' -a members -d 'Take in who is in which group'
complete -c siyu -n '__siyu_at help import' -a staff -d 'Take in staff from CSV or JSON Lines'
complete -c siyu -n '__siyu_at help import' -a owners -d 'Take in who looks after whom, and who removed whom'

complete -c siyu -n '__siyu_at export' -a customers -d 'Write all customers as CSV or JSON Lines'
complete -c siyu -n '__siyu_at export' -a events -d 'Write all events as CSV or JSON Lines'
complete -c siyu -n '__siyu_at help export' -a customers -d 'Write all customers as CSV or JSON Lines'
complete -c siyu -n '__siyu_at help export' -a events -d 'Write all events as CSV or JSON Lines'

complete -c siyu -n '__siyu_at segment' -a run -d 'Work out segmentations; print counts or members; store them'
complete -c siyu -n '__siyu_at segment' -a list -d 'List segmentations and the rules of their segments'
complete -c siyu -n '__siyu_at segment' -a explain -d 'Say why one customer is in which segment'
complete -c siyu -n '__siyu_at segment' -a diff -d 'Who would move under another program'
complete -c siyu -n '__siyu_at segment' -a history -d 'Where one customer has been, since when and why'
complete -c siyu -n '__siyu_at segment' -a flow -d 'Who moved from which segment to which between two dates'
complete -c siyu -n '__siyu_at segment' -a pin -d 'Put one customer into or out of a segment by hand'
complete -c siyu -n '__siyu_at help segment' -a run -d 'Work out segmentations; print counts or members; store them'
complete -c siyu -n '__siyu_at help segment' -a list -d 'List segmentations and the rules of their segments'
complete -c siyu -n '__siyu_at help segment' -a explain -d 'Say why one customer is in which segment'
complete -c siyu -n '__siyu_at help segment' -a diff -d 'Who would move under another program'
complete -c siyu -n '__siyu_at help segment' -a history -d 'Where one customer has been, since when and why'
complete -c siyu -n '__siyu_at help segment' -a flow -d 'Who moved from which segment to which between two dates'
complete -c siyu -n '__siyu_at help segment' -a pin -d 'Put one customer into or out of a segment by hand'

complete -c siyu -n '__siyu_at points' -a earn -d 'Earn points by events not considered yet'
complete -c siyu -n '__siyu_at points' -a redeem -d 'One customer spends points'
complete -c siyu -n '__siyu_at points' -a reverse -d 'Take back what one event earned'
complete -c siyu -n '__siyu_at points' -a cancel -d 'Give one redemption back'
complete -c siyu -n '__siyu_at points' -a adjust -d 'Correct what one customer has'
complete -c siyu -n '__siyu_at points' -a transfer -d 'One customer gives points to another'
complete -c siyu -n '__siyu_at points' -a open -d 'Bring a balance from another system'
complete -c siyu -n '__siyu_at points' -a expire -d 'Take away what is left in lots that ended'
complete -c siyu -n '__siyu_at points' -a balance -d 'What customers have'
complete -c siyu -n '__siyu_at points' -a statement -d 'Every entry of one customer'
complete -c siyu -n '__siyu_at points' -a forecast -d 'When the points there are will end, by month'
complete -c siyu -n '__siyu_at points' -a liability -d 'What is outstanding, in points and in money'
complete -c siyu -n '__siyu_at points' -a close -d 'Close a period'
complete -c siyu -n '__siyu_at points' -a simulate -d 'The ledger as it would be under another program'
complete -c siyu -n '__siyu_at points' -a verify -d 'Hold the ledger against everything that must be true'
complete -c siyu -n '__siyu_at help points' -a earn -d 'Earn points by events not considered yet'
complete -c siyu -n '__siyu_at help points' -a redeem -d 'One customer spends points'
complete -c siyu -n '__siyu_at help points' -a reverse -d 'Take back what one event earned'
complete -c siyu -n '__siyu_at help points' -a cancel -d 'Give one redemption back'
complete -c siyu -n '__siyu_at help points' -a adjust -d 'Correct what one customer has'
complete -c siyu -n '__siyu_at help points' -a transfer -d 'One customer gives points to another'
complete -c siyu -n '__siyu_at help points' -a open -d 'Bring a balance from another system'
complete -c siyu -n '__siyu_at help points' -a expire -d 'Take away what is left in lots that ended'
complete -c siyu -n '__siyu_at help points' -a balance -d 'What customers have'
complete -c siyu -n '__siyu_at help points' -a statement -d 'Every entry of one customer'
complete -c siyu -n '__siyu_at help points' -a forecast -d 'When the points there are will end, by month'
complete -c siyu -n '__siyu_at help points' -a liability -d 'What is outstanding, in points and in money'
complete -c siyu -n '__siyu_at help points' -a close -d 'Close a period'
complete -c siyu -n '__siyu_at help points' -a simulate -d 'The ledger as it would be under another program'
complete -c siyu -n '__siyu_at help points' -a verify -d 'Hold the ledger against everything that must be true'

complete -c siyu -n '__siyu_at level' -a list -d 'List the levels of the program'
complete -c siyu -n '__siyu_at level' -a run -d 'Raise customers whose growth reached a higher level'
complete -c siyu -n '__siyu_at level' -a review -d 'Who falls, who is warned, what each needs to stay'
complete -c siyu -n '__siyu_at level' -a explain -d 'Why one customer has his level, and what he needs'
complete -c siyu -n '__siyu_at level' -a history -d 'What happened to the level of one customer'
complete -c siyu -n '__siyu_at level' -a buy -d 'A customer buys a level for its term'
complete -c siyu -n '__siyu_at level' -a report -d 'How many have which level; what memberships returned'
complete -c siyu -n '__siyu_at help level' -a list -d 'List the levels of the program'
complete -c siyu -n '__siyu_at help level' -a run -d 'Raise customers whose growth reached a higher level'
complete -c siyu -n '__siyu_at help level' -a review -d 'Who falls, who is warned, what each needs to stay'
complete -c siyu -n '__siyu_at help level' -a explain -d 'Why one customer has his level, and what he needs'
complete -c siyu -n '__siyu_at help level' -a history -d 'What happened to the level of one customer'
complete -c siyu -n '__siyu_at help level' -a buy -d 'A customer buys a level for its term'
complete -c siyu -n '__siyu_at help level' -a report -d 'How many have which level; what memberships returned'

complete -c siyu -n '__siyu_at benefit' -a list -d 'List benefits and which level brings what'
complete -c siyu -n '__siyu_at benefit' -a use -d 'One customer uses what his level brings'
complete -c siyu -n '__siyu_at benefit' -a grant -d 'Give one benefit to everybody who has a right to it'
complete -c siyu -n '__siyu_at benefit' -a status -d 'What one customer has of each benefit'
complete -c siyu -n '__siyu_at benefit' -a report -d 'What each benefit cost and what a year may cost'
complete -c siyu -n '__siyu_at help benefit' -a list -d 'List benefits and which level brings what'
complete -c siyu -n '__siyu_at help benefit' -a use -d 'One customer uses what his level brings'
complete -c siyu -n '__siyu_at help benefit' -a grant -d 'Give one benefit to everybody who has a right to it'
complete -c siyu -n '__siyu_at help benefit' -a status -d 'What one customer has of each benefit'
complete -c siyu -n '__siyu_at help benefit' -a report -d 'What each benefit cost and what a year may cost'

complete -c siyu -n '__siyu_at task' -a list -d 'List tasks, badges and leaderboards'
complete -c siyu -n '__siyu_at task' -a run -d 'Record who has done what and post the rewards'
complete -c siyu -n '__siyu_at task' -a status -d 'Where one customer stands'
complete -c siyu -n '__siyu_at task' -a explain -d 'Why one customer has or has not reached a goal'
complete -c siyu -n '__siyu_at task' -a leaderboard -d 'The best of a week or month'
complete -c siyu -n '__siyu_at task' -a close -d 'Close a leaderboard for a period that is over'
complete -c siyu -n '__siyu_at help task' -a list -d 'List tasks, badges and leaderboards'
complete -c siyu -n '__siyu_at help task' -a run -d 'Record who has done what and post the rewards'
complete -c siyu -n '__siyu_at help task' -a status -d 'Where one customer stands'
complete -c siyu -n '__siyu_at help task' -a explain -d 'Why one customer has or has not reached a goal'
complete -c siyu -n '__siyu_at help task' -a leaderboard -d 'The best of a week or month'
complete -c siyu -n '__siyu_at help task' -a close -d 'Close a leaderboard for a period that is over'

complete -c siyu -n '__siyu_at lottery' -a list -d 'List lotteries and how far they are'
complete -c siyu -n '__siyu_at lottery' -a commit -d 'Fix the rules and a secret seed'
complete -c siyu -n '__siyu_at lottery' -a draw -d 'Customers draw'
complete -c siyu -n '__siyu_at lottery' -a reveal -d 'Publish the seed, which closes the lottery'
complete -c siyu -n '__siyu_at lottery' -a export -d 'Write the files by which everybody can check it'
complete -c siyu -n '__siyu_at lottery' -a verify -d 'Check a lottery by its published files alone'
complete -c siyu -n '__siyu_at lottery' -a simulate -d 'Look ahead: what so many draws will cost'
complete -c siyu -n '__siyu_at lottery' -a report -d 'What was won, and what it cost'
complete -c siyu -n '__siyu_at help lottery' -a list -d 'List lotteries and how far they are'
complete -c siyu -n '__siyu_at help lottery' -a commit -d 'Fix the rules and a secret seed'
complete -c siyu -n '__siyu_at help lottery' -a draw -d 'Customers draw'
complete -c siyu -n '__siyu_at help lottery' -a reveal -d 'Publish the seed, which closes the lottery'
complete -c siyu -n '__siyu_at help lottery' -a export -d 'Write the files by which everybody can check it'
complete -c siyu -n '__siyu_at help lottery' -a verify -d 'Check a lottery by its published files alone'
complete -c siyu -n '__siyu_at help lottery' -a simulate -d 'Look ahead: what so many draws will cost'
complete -c siyu -n '__siyu_at help lottery' -a report -d 'What was won, and what it cost'

complete -c siyu -n '__siyu_at referral' -a tiers -d 'What 1 to 12 referrals bring'
complete -c siyu -n '__siyu_at referral' -a record -d 'Record one invitation'
complete -c siyu -n '__siyu_at referral' -a status -d 'Count invitations by where they are, and why'
complete -c siyu -n '__siyu_at referral' -a list -d 'List invitations with where they are'
complete -c siyu -n '__siyu_at referral' -a explain -d 'Why the invitations of one referee are where they are'
complete -c siyu -n '__siyu_at referral' -a decide -d 'Accept a flagged invitation, or reject any'
complete -c siyu -n '__siyu_at referral' -a settle -d 'Pay what is due, and take back what was lost'
complete -c siyu -n '__siyu_at referral' -a rewards -d 'What was paid and taken back'
complete -c siyu -n '__siyu_at referral' -a audit -d 'Decide history anew under another program'
complete -c siyu -n '__siyu_at referral' -a tree -d 'Who was brought by one customer, and by those in turn'
complete -c siyu -n '__siyu_at referral' -a top -d 'The customers who brought the most'
complete -c siyu -n '__siyu_at help referral' -a tiers -d 'What 1 to 12 referrals bring'
complete -c siyu -n '__siyu_at help referral' -a record -d 'Record one invitation'
complete -c siyu -n '__siyu_at help referral' -a status -d 'Count invitations by where they are, and why'
complete -c siyu -n '__siyu_at help referral' -a list -d 'List invitations with where they are'
complete -c siyu -n '__siyu_at help referral' -a explain -d 'Why the invitations of one referee are where they are'
complete -c siyu -n '__siyu_at help referral' -a decide -d 'Accept a flagged invitation, or reject any'
complete -c siyu -n '__siyu_at help referral' -a settle -d 'Pay what is due, and take back what was lost'
complete -c siyu -n '__siyu_at help referral' -a rewards -d 'What was paid and taken back'
complete -c siyu -n '__siyu_at help referral' -a audit -d 'Decide history anew under another program'
complete -c siyu -n '__siyu_at help referral' -a tree -d 'Who was brought by one customer, and by those in turn'
complete -c siyu -n '__siyu_at help referral' -a top -d 'The customers who brought the most'

complete -c siyu -n '__siyu_at assign-group' -a plan -d 'Place customers at the least total distance'
complete -c siyu -n '__siyu_at assign-group' -a apply -d 'Store who joins which group'
complete -c siyu -n '__siyu_at assign-group' -a explain -d 'Which groups one customer could be in'
complete -c siyu -n '__siyu_at assign-group' -a rebalance -d 'The fewest moves that bring groups under their limit'
complete -c siyu -n '__siyu_at assign-group' -a duplicates -d 'Who is in several groups of one kind'
complete -c siyu -n '__siyu_at help assign-group' -a plan -d 'Place customers at the least total distance'
complete -c siyu -n '__siyu_at help assign-group' -a apply -d 'Store who joins which group'
complete -c siyu -n '__siyu_at help assign-group' -a explain -d 'Which groups one customer could be in'
complete -c siyu -n '__siyu_at help assign-group' -a rebalance -d 'The fewest moves that bring groups under their limit'
complete -c siyu -n '__siyu_at help assign-group' -a duplicates -d 'Who is in several groups of one kind'

complete -c siyu -n '__siyu_at staff' -a assign -d 'Give new customers of a live code to staff'
complete -c siyu -n '__siyu_at staff' -a status -d 'Where everybody on the staff stands now'
complete -c siyu -n '__siyu_at staff' -a audit -d 'Load and value of everybody, and how even they are'
complete -c siyu -n '__siyu_at staff' -a explain -d 'Who could take one customer, and why not the others'
complete -c siyu -n '__siyu_at staff' -a churn -d 'Customers who parted from their staff member'
complete -c siyu -n '__siyu_at staff' -a follow-up -d 'Keep that a customer who parted was asked why'
complete -c siyu -n '__siyu_at staff' -a handover -d 'Customers move from one person to others'
complete -c siyu -n '__siyu_at help staff' -a assign -d 'Give new customers of a live code to staff'
complete -c siyu -n '__siyu_at help staff' -a status -d 'Where everybody on the staff stands now'
complete -c siyu -n '__siyu_at help staff' -a audit -d 'Load and value of everybody, and how even they are'
complete -c siyu -n '__siyu_at help staff' -a explain -d 'Who could take one customer, and why not the others'
complete -c siyu -n '__siyu_at help staff' -a churn -d 'Customers who parted from their staff member'
complete -c siyu -n '__siyu_at help staff' -a follow-up -d 'Keep that a customer who parted was asked why'
complete -c siyu -n '__siyu_at help staff' -a handover -d 'Customers move from one person to others'

complete -c siyu -n '__siyu_at staff handover' -a plan -d 'Plan who moves to whom, and when'
complete -c siyu -n '__siyu_at staff handover' -a request -d 'Ask for the transfers that are due'
complete -c siyu -n '__siyu_at staff handover' -a settle -d 'Say what became of those asked for'
complete -c siyu -n '__siyu_at staff handover' -a list -d 'List transfers and how far they are'
complete -c siyu -n '__siyu_at help staff handover' -a plan -d 'Plan who moves to whom, and when'
complete -c siyu -n '__siyu_at help staff handover' -a request -d 'Ask for the transfers that are due'
complete -c siyu -n '__siyu_at help staff handover' -a settle -d 'Say what became of those asked for'
complete -c siyu -n '__siyu_at help staff handover' -a list -d 'List transfers and how far they are'

complete -c siyu -n '__siyu_at simulate' -a diff -d 'The whole history under this program and another one'
complete -c siyu -n '__siyu_at simulate' -a sweep -d 'What referrals would have cost under a grid of programs'
complete -c siyu -n '__siyu_at simulate' -a referral -d 'What referrals may bring and cost in the months ahead'
complete -c siyu -n '__siyu_at help simulate' -a diff -d 'The whole history under this program and another one'
complete -c siyu -n '__siyu_at help simulate' -a sweep -d 'What referrals would have cost under a grid of programs'
complete -c siyu -n '__siyu_at help simulate' -a referral -d 'What referrals may bring and cost in the months ahead'

complete -c siyu -n '__siyu_at report' -a list -d 'List the reports'
complete -c siyu -n '__siyu_at report' -a rings -d 'How many customers are in each ring, who came and who went'
complete -c siyu -n '__siyu_at report' -a flow -d 'From which segment to which customers moved'
complete -c siyu -n '__siyu_at report' -a lifecycle -d 'How many customers are in each stage, and for how long'
complete -c siyu -n '__siyu_at report' -a active -d 'DAU, WAU, MAU and stickiness by day'
complete -c siyu -n '__siyu_at report' -a mau -d 'Active customers by month beside assets under management'
complete -c siyu -n '__siyu_at report' -a retention -d 'How many of each cohort come again in later periods'
complete -c siyu -n '__siyu_at report' -a rfm -d 'Customers by recency and frequency, and what they are worth'
complete -c siyu -n '__siyu_at report' -a gmv -d 'What was sold, by factor, and where a change came from'
complete -c siyu -n '__siyu_at report' -a funnel -d 'How many customers go through some steps, and where they stop'
complete -c siyu -n '__siyu_at report' -a repeat -d 'Who will buy again, for how much, and who has probably stopped'
complete -c siyu -n '__siyu_at report' -a points -d 'Points issued, spent and lost, and what is owed'
complete -c siyu -n '__siyu_at report' -a summary -d 'The figures of a day or a week, to be sent to others'
complete -c siyu -n '__siyu_at help report' -a list -d 'List the reports'
complete -c siyu -n '__siyu_at help report' -a rings -d 'How many customers are in each ring, who came and who went'
complete -c siyu -n '__siyu_at help report' -a flow -d 'From which segment to which customers moved'
complete -c siyu -n '__siyu_at help report' -a lifecycle -d 'How many customers are in each stage, and for how long'
complete -c siyu -n '__siyu_at help report' -a active -d 'DAU, WAU, MAU and stickiness by day'
complete -c siyu -n '__siyu_at help report' -a mau -d 'Active customers by month beside assets under management'
complete -c siyu -n '__siyu_at help report' -a retention -d 'How many of each cohort come again in later periods'
complete -c siyu -n '__siyu_at help report' -a rfm -d 'Customers by recency and frequency, and what they are worth'
complete -c siyu -n '__siyu_at help report' -a gmv -d 'What was sold, by factor, and where a change came from'
complete -c siyu -n '__siyu_at help report' -a funnel -d 'How many customers go through some steps, and where they stop'
complete -c siyu -n '__siyu_at help report' -a repeat -d 'Who will buy again, for how much, and who has probably stopped'
complete -c siyu -n '__siyu_at help report' -a points -d 'Points issued, spent and lost, and what is owed'
complete -c siyu -n '__siyu_at help report' -a summary -d 'The figures of a day or a week, to be sent to others'

complete -c siyu -n '__siyu_at db' -a info -d 'What is in the data file'
complete -c siyu -n '__siyu_at db' -a check -d 'Read everything and verify every checksum'
complete -c siyu -n '__siyu_at db' -a backup -d 'Make a checked copy'
complete -c siyu -n '__siyu_at db' -a compact -d 'Rewrite the data file to its smallest size'
complete -c siyu -n '__siyu_at help db' -a info -d 'What is in the data file'
complete -c siyu -n '__siyu_at help db' -a check -d 'Read everything and verify every checksum'
complete -c siyu -n '__siyu_at help db' -a backup -d 'Make a checked copy'
complete -c siyu -n '__siyu_at help db' -a compact -d 'Rewrite the data file to its smallest size'

complete -c siyu -n '__siyu_at help' -a expressions -d 'The language of rules and figures'
complete -c siyu -n '__siyu_at help' -a time -d 'Zones, the as-of, windows, looking back'
complete -c siyu -n '__siyu_at help' -a output -d 'Formats, columns, masking, pagers'
complete -c siyu -n '__siyu_at help' -a errors -d 'How errors are shown, and all their codes'
complete -c siyu -n '__siyu_at help' -a exit-codes -d 'What the exit codes mean'
complete -c siyu -n '__siyu_at help' -a lottery -d 'How anybody can check a lottery by hand'
complete -c siyu -n '__siyu_at help' -a environment -d 'Environment variables'
complete -c siyu -n '__siyu_at help' -a limits -d 'How large things may be'
complete -c siyu -n '__siyu_at help' -a topics -d 'The list of these topics'

complete -c siyu -n '__siyu_takes always' -s o -l output -x -a 'table wide vertical json jsonl csv tsv markdown' -d 'How the answer is written'
complete -c siyu -n '__siyu_takes always' -s q -l quiet -d 'No notes and no progress on stderr'
complete -c siyu -n '__siyu_takes always' -s v -l verbose -d 'More notes on stderr'
complete -c siyu -n '__siyu_takes always' -l debug -d 'Show where an unexpected failure happened'
complete -c siyu -n '__siyu_takes always' -l color -x -a 'auto always never' -d 'Colour'
complete -c siyu -n '__siyu_takes always' -l no-pager -d 'Do not show long tables page by page'
complete -c siyu -n '__siyu_takes always' -s h -l help -d 'Show this help'

complete -c siyu -n '__siyu_takes output' -l columns -x -d 'These columns, in this order (a,b,c)'
complete -c siyu -n '__siyu_takes output' -l no-headers -d 'No titles above the columns'
complete -c siyu -n '__siyu_takes output' -l limit -x -d 'At most so many rows'
complete -c siyu -n '__siyu_takes output' -l unmask -d 'Show names and phone numbers (needs --reason)'
complete -c siyu -n '__siyu_takes output' -l reason -x -d 'Why; recorded'
complete -c siyu -n '__siyu_takes output' -l csv-safe -d 'Guard text a spreadsheet would take for a formula (default)'
complete -c siyu -n '__siyu_takes output' -l no-csv-safe -d 'Leave such text as it is'

complete -c siyu -n '__siyu_takes world' -s C -l workspace -x -a '(__fish_complete_directories)' -d 'The workspace, or a directory in it'
complete -c siyu -n '__siyu_takes world' -l data -r -F -d 'Another data file than the workspace names'
complete -c siyu -n '__siyu_takes world' -l as-of -x -d 'Answer as of the end of this date'
complete -c siyu -n '__siyu_takes world' -l now -x -d 'Take this for the present time'
complete -c siyu -n '__siyu_takes world' -l set -x -d 'Change a value of the program for this run'
complete -c siyu -n '__siyu_takes world' -l lock-timeout -x -d 'How long to wait for a busy data file'

complete -c siyu -n '__siyu_takes change' -s n -l dry-run -d 'Show what would change, and change nothing'
complete -c siyu -n '__siyu_takes change' -s y -l yes -d 'Do not ask'
complete -c siyu -n '__siyu_takes change' -l reason -x -d 'Why; recorded'

complete -c siyu -n '__siyu_at init' -a '(__fish_complete_directories)'
complete -c siyu -n '__siyu_at init' -l template -x -a 'bank retail' -d 'What to start from'

complete -c siyu -n '__siyu_at sample' -a '(__fish_complete_directories)'
complete -c siyu -n '__siyu_at sample' -l size -x -d 'How many customers'
complete -c siyu -n '__siyu_at sample' -l events-per-customer -x -d 'How many events each has, on average'
complete -c siyu -n '__siyu_at sample' -l seed -x -d 'Another number, other people'
complete -c siyu -n '__siyu_at sample' -l theme -x -a 'bank retail' -d 'Whose customers they are'
complete -c siyu -n '__siyu_at sample' -l dirt -x -d 'The share of rows with a blemish, 0 to 0.5'
complete -c siyu -n '__siyu_at sample' -l format -x -a 'csv jsonl' -d 'Form of customers and events'
complete -c siyu -n '__siyu_at sample' -l gzip -d 'Compress customers and events'
complete -c siyu -n '__siyu_at sample' -l today -x -d 'The last day of the three years that are made up'
complete -c siyu -n '__siyu_at sample' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at validate' -l schema -d 'Print the JSON Schema of the YAML, for editors'
complete -c siyu -n '__siyu_at validate' -l windows -d 'Print what dates each window covers at the as-of'

complete -c siyu -n '__siyu_at import customers' -F
complete -c siyu -n '__siyu_at import customers' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at import customers' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at import customers' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at import customers' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at import customers' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at import customers' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at import customers' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at import customers' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at import customers' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'

complete -c siyu -n '__siyu_at import events' -F
complete -c siyu -n '__siyu_at import events' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at import events' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at import events' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at import events' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at import events' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at import events' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at import events' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at import events' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at import events' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'

complete -c siyu -n '__siyu_at import referrals' -F
complete -c siyu -n '__siyu_at import referrals' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at import referrals' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at import referrals' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at import referrals' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at import referrals' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at import referrals' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at import referrals' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at import referrals' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at import referrals' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'

complete -c siyu -n '__siyu_at import groups' -F
complete -c siyu -n '__siyu_at import groups' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at import groups' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at import groups' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at import groups' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at import groups' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at import groups' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at import groups' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at import groups' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at import groups' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'
complete -c siyu -n '__siyu_at import groups' -l coordinates -x -a 'wgs84 gcj02 bd09' -d 'The system that places are told in'

complete -c siyu -n '__siyu_at import members' -F
complete -c siyu -n '__siyu_at import members' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at import members' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at import members' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at import members' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at import members' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at import members' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at import members' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at import members' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at import members' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'

complete -c siyu -n '__siyu_at import staff' -F
complete -c siyu -n '__siyu_at import staff' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at import staff' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at import staff' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at import staff' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at import staff' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at import staff' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at import staff' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at import staff' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at import staff' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'

complete -c siyu -n '__siyu_at import owners' -F
complete -c siyu -n '__siyu_at import owners' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at import owners' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at import owners' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at import owners' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at import owners' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at import owners' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at import owners' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at import owners' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at import owners' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'

complete -c siyu -n '__siyu_at export customers' -l reason -x -d 'Why; recorded'

complete -c siyu -n '__siyu_at export events' -l reason -x -d 'Why; recorded'

complete -c siyu -n '__siyu_at segment run' -l members -d 'One row per customer and segmentation instead of counts'
complete -c siyu -n '__siyu_at segment run' -l show -x -d 'With --members: a further column, such as a metric, a score or an expression'
complete -c siyu -n '__siyu_at segment run' -l apply -d 'Store who is where and print who moved; with -n print only'
complete -c siyu -n '__siyu_at segment run' -l explain -x -d 'Show how the answer for this customer comes about'
complete -c siyu -n '__siyu_at segment run' -l customers -r -F -d 'Read customers from this file instead of the data file (- is stdin)'
complete -c siyu -n '__siyu_at segment run' -l events -r -F -d 'With --customers: read events from this file'
complete -c siyu -n '__siyu_at segment run' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at segment run' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at segment run' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at segment run' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at segment run' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at segment run' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at segment run' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at segment run' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at segment run' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'


complete -c siyu -n '__siyu_at segment explain' -l customers -r -F -d 'Read customers from this file instead of the data file (- is stdin)'
complete -c siyu -n '__siyu_at segment explain' -l events -r -F -d 'With --customers: read events from this file'
complete -c siyu -n '__siyu_at segment explain' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at segment explain' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at segment explain' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at segment explain' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at segment explain' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at segment explain' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at segment explain' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at segment explain' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at segment explain' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'

complete -c siyu -n '__siyu_at segment diff' -l against -r -F -d 'YAML sections that replace those of the program'
complete -c siyu -n '__siyu_at segment diff' -l samples -x -d 'Customers to name per move'
complete -c siyu -n '__siyu_at segment diff' -l exit-code -d 'Exit 10 when anybody would move'
complete -c siyu -n '__siyu_at segment diff' -l customers -r -F -d 'Read customers from this file instead of the data file (- is stdin)'
complete -c siyu -n '__siyu_at segment diff' -l events -r -F -d 'With --customers: read events from this file'
complete -c siyu -n '__siyu_at segment diff' -l format -x -a 'csv tsv jsonl' -d 'Form of the files (default: by their names)'
complete -c siyu -n '__siyu_at segment diff' -l encoding -x -d 'Encoding of the files, such as gb18030'
complete -c siyu -n '__siyu_at segment diff' -l delimiter -x -d 'What stands between the fields of CSV (default: a comma)'
complete -c siyu -n '__siyu_at segment diff' -l map -x -d 'Read this column as that field; the field - leaves it out'
complete -c siyu -n '__siyu_at segment diff' -l value -x -d 'A field that no column holds: the same text for every row'
complete -c siyu -n '__siyu_at segment diff' -l date-format -x -d 'How dates and times are written, such as yyMMdd (default: ISO 8601)'
complete -c siyu -n '__siyu_at segment diff' -l null -x -d 'A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
complete -c siyu -n '__siyu_at segment diff' -l rejects -r -F -d 'Write bad rows to this CSV file, each with its place'
complete -c siyu -n '__siyu_at segment diff' -l max-errors -x -d 'Bad rows to pass over before nothing is taken'


complete -c siyu -n '__siyu_at segment flow' -l from -x -d 'Membership at the end of this date'
complete -c siyu -n '__siyu_at segment flow' -l to -x -d 'Compared with the end of this date (default: the as-of)'

complete -c siyu -n '__siyu_at segment pin' -a 'in out off'
complete -c siyu -n '__siyu_at segment pin' -l until -x -d 'The last date the pin holds (default: for good)'

complete -c siyu -n '__siyu_at points redeem' -l for -x -d 'The order they pay for, purchase:E100; rules with \'base: net\' then earn less by it'
complete -c siyu -n '__siyu_at points redeem' -l key -x -d 'What this operation is known by for ever; the same again does nothing'
complete -c siyu -n '__siyu_at points redeem' -l at -x -d 'When it counts (default: now)'

complete -c siyu -n '__siyu_at points reverse' -l amount -x -d 'How much of its amount was refunded (default: all that is left of it)'
complete -c siyu -n '__siyu_at points reverse' -l key -x -d 'What this operation is known by for ever; the same again does nothing'
complete -c siyu -n '__siyu_at points reverse' -l at -x -d 'When it counts (default: now)'

complete -c siyu -n '__siyu_at points cancel' -l at -x -d 'When it counts (default: now)'

complete -c siyu -n '__siyu_at points adjust' -l expires -x -d 'Last day the points can be used (default: as the program says for an event of that day)'
complete -c siyu -n '__siyu_at points adjust' -l key -x -d 'What this operation is known by for ever; the same again does nothing'
complete -c siyu -n '__siyu_at points adjust' -l at -x -d 'When it counts (default: now)'

complete -c siyu -n '__siyu_at points transfer' -l key -x -d 'What this operation is known by for ever; the same again does nothing'
complete -c siyu -n '__siyu_at points transfer' -l at -x -d 'When it counts (default: now)'

complete -c siyu -n '__siyu_at points open' -l expires -x -d 'Last day the points can be used (default: as the program says for an event of that day)'
complete -c siyu -n '__siyu_at points open' -l key -x -d 'What this operation is known by for ever; the same again does nothing'
complete -c siyu -n '__siyu_at points open' -l at -x -d 'When it counts (default: now)'



complete -c siyu -n '__siyu_at points close' -l through -x -d 'The last day of the period'

complete -c siyu -n '__siyu_at points simulate' -l against -r -F -d 'YAML sections that replace those of the program'
complete -c siyu -n '__siyu_at points simulate' -l by -x -a 'figure month customer level' -d 'One row for each figure, month, customer or move between levels'
complete -c siyu -n '__siyu_at points simulate' -l exit-code -d 'Exit 10 when anything would be different'

complete -c siyu -n '__siyu_at points verify' -l head -x -d 'A head that an answer told once: it must be in the chain'
complete -c siyu -n '__siyu_at points verify' -l queries -d 'Only list what must be true, each with the query that finds what is not'
complete -c siyu -n '__siyu_at points verify' -l ask -d 'Ask all these queries of the database; slower, finds the same'

complete -c siyu -n '__siyu_at level review' -l apply -d 'Store it; without it the review is a preview'



complete -c siyu -n '__siyu_at level buy' -l key -x -d 'What this operation is known by for ever; the same again does nothing'

complete -c siyu -n '__siyu_at benefit use' -l units -x -d 'How many units (1)'
complete -c siyu -n '__siyu_at benefit use' -l key -x -d 'What this operation is known by for ever; the same again does nothing'
complete -c siyu -n '__siyu_at benefit use' -l at -x -d 'When it counts (default: now)'



complete -c siyu -n '__siyu_at benefit report' -l from -x -d 'Count what was given from this day on'



complete -c siyu -n '__siyu_at task leaderboard' -l period -x -d '2026-W09 or 2026-02 (default: the one that holds the as-of)'

complete -c siyu -n '__siyu_at task close' -l period -x -d '2026-W09 or 2026-02 (default: the one that holds the as-of)'


complete -c siyu -n '__siyu_at lottery draw' -l all -d 'Everybody who may draw, in the order of first import'
complete -c siyu -n '__siyu_at lottery draw' -l times -x -d 'How often each draws (default: once; with --all: as often as he may)'
complete -c siyu -n '__siyu_at lottery draw' -l key -x -d 'What this batch is known by for ever; the same again does nothing'

complete -c siyu -n '__siyu_at lottery reveal' -l dir -x -a '(__fish_complete_directories)' -d 'Write the published files there too'
complete -c siyu -n '__siyu_at lottery reveal' -l format -x -a 'csv jsonl' -d 'Form of the draws'

complete -c siyu -n '__siyu_at lottery export' -a '(__fish_complete_directories)'
complete -c siyu -n '__siyu_at lottery export' -l format -x -a 'csv jsonl' -d 'Form of the draws'
complete -c siyu -n '__siyu_at lottery export' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at lottery verify' -a '(__fish_complete_directories)'
complete -c siyu -n '__siyu_at lottery verify' -l commitment -x -d 'The commitment as it was published before the first draw'
complete -c siyu -n '__siyu_at lottery verify' -l head -x -d 'A head that was told after some draw: it must be in the chain'
complete -c siyu -n '__siyu_at lottery verify' -l draw -x -d 'Show step by step how this draw came about'

complete -c siyu -n '__siyu_at lottery simulate' -l draws -x -d 'How many draws there will be'
complete -c siyu -n '__siyu_at lottery simulate' -l runs -x -d 'How often it is simulated (default: 200 to 10000)'
complete -c siyu -n '__siyu_at lottery simulate' -l seed -x -d 'Another number, other chances'


complete -c siyu -n '__siyu_at referral record' -l key -x -d 'The id of the invitation (default: REFERRER>REFEREE)'
complete -c siyu -n '__siyu_at referral record' -l at -x -d 'When it counts (default: now)'

complete -c siyu -n '__siyu_at referral list' -l state -x -a 'pending qualified rewarded flagged rejected expired revoked' -d 'Only those in this state'


complete -c siyu -n '__siyu_at referral decide' -a 'accept reject'


complete -c siyu -n '__siyu_at referral audit' -l against -r -F -d 'YAML sections that replace those of the program'
complete -c siyu -n '__siyu_at referral audit' -l by -x -a 'state cost customer' -d 'One row for each move of invitations, each side\'s cost, or each customer'
complete -c siyu -n '__siyu_at referral audit' -l samples -x -d 'Invitations to name per move'
complete -c siyu -n '__siyu_at referral audit' -l exit-code -d 'Exit 10 when anything would be different'

complete -c siyu -n '__siyu_at referral tree' -l depth -x -d 'How many levels to show'

complete -c siyu -n '__siyu_at referral top' -l top -x -d 'How many'

complete -c siyu -n '__siyu_at assign-group plan' -l members -d 'One row per customer and kind instead of one per kind'
complete -c siyu -n '__siyu_at assign-group plan' -l save -r -F -d 'Keep the plan for \'assign-group apply --plan\''
complete -c siyu -n '__siyu_at assign-group plan' -l costs -r -F -d 'A table of customer, group and cost to go by instead of distances'
complete -c siyu -n '__siyu_at assign-group plan' -l optimal -d 'Go on to the least total, however many customers there are'
complete -c siyu -n '__siyu_at assign-group plan' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at assign-group apply' -l plan -r -F -d 'A plan kept by \'assign-group plan --save\''
complete -c siyu -n '__siyu_at assign-group apply' -l costs -r -F -d 'A table of customer, group and cost to go by instead of distances'
complete -c siyu -n '__siyu_at assign-group apply' -l optimal -d 'Go on to the least total, however many customers there are'

complete -c siyu -n '__siyu_at assign-group explain' -l most -x -d 'How many groups of each kind'

complete -c siyu -n '__siyu_at assign-group rebalance' -l members -d 'One row per move instead of one per group'
complete -c siyu -n '__siyu_at assign-group rebalance' -l apply -d 'Store the moves on the as-of date; with -n print only'

complete -c siyu -n '__siyu_at assign-group duplicates' -l apply -d 'End the memberships that do not survive; with -n print only'

complete -c siyu -n '__siyu_at staff assign' -l all -d 'Everybody the code is for, in the order of first import'

complete -c siyu -n '__siyu_at staff explain' -l code -x -d 'Only this live code (default: all of them)'

complete -c siyu -n '__siyu_at staff churn' -l state -x -a 'open overdue asked returned' -d 'Only in this state'


complete -c siyu -n '__siyu_at staff handover plan' -l from -x -d 'Who hands his customers over'
complete -c siyu -n '__siyu_at staff handover plan' -l to -x -d 'Who gets them (default: everybody active of the same region, else everybody active)'
complete -c siyu -n '__siyu_at staff handover plan' -l days -x -d 'Plan so many days ahead, today included'

complete -c siyu -n '__siyu_at staff handover settle' -l refused -x -d 'Customers who refused'
complete -c siyu -n '__siyu_at staff handover settle' -l failed -x -d 'Customers whom the platform did not move'

complete -c siyu -n '__siyu_at staff handover list' -l from -x -d 'Only of this one (default: everybody)'
complete -c siyu -n '__siyu_at staff handover list' -l state -x -a 'planned waiting done refused failed cancelled' -d 'Only in this state'

complete -c siyu -n '__siyu_at simulate diff' -l against -r -F -d 'YAML sections that replace those of the program'
complete -c siyu -n '__siyu_at simulate diff' -l exit-code -d 'Exit 10 when anything would be different'

complete -c siyu -n '__siyu_at simulate referral' -l against -r -F -d 'YAML sections that replace those of the program'
complete -c siyu -n '__siyu_at simulate referral' -l months -x -d 'How far ahead'
complete -c siyu -n '__siyu_at simulate referral' -l history -x -d 'Months of the past to learn from'
complete -c siyu -n '__siyu_at simulate referral' -l runs -x -d 'How many futures'
complete -c siyu -n '__siyu_at simulate referral' -l seed -x -d 'Another number, other luck'
complete -c siyu -n '__siyu_at simulate referral' -l elasticity -x -d 'With --set: how invitations answer to the reward; 0.5 means 1 % more reward, 0.5 % more invitations'
complete -c siyu -n '__siyu_at simulate referral' -l reach -x -d 'How many people there are who can still be brought (default: no limit)'
complete -c siyu -n '__siyu_at simulate referral' -l worth -x -d 'What a referral is worth in the program\'s currency; shows what is left over and the return'
complete -c siyu -n '__siyu_at simulate referral' -l tornado -d 'What the result hangs on: each input at both ends of what it may be, the others in the middle'

complete -c siyu -n '__siyu_at show' -l recent -x -d 'How many of the last events to show'

complete -c siyu -n '__siyu_at report rings' -l segmentation -x -d 'Another segmentation'
complete -c siyu -n '__siyu_at report rings' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report rings' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report rings' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report rings' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report rings' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report rings' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report rings' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report rings' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report rings' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report flow' -l segmentation -x -d 'Another segmentation'
complete -c siyu -n '__siyu_at report flow' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report flow' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report flow' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report flow' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report flow' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report flow' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report flow' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report flow' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report flow' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report lifecycle' -l segmentation -x -d 'Another segmentation'
complete -c siyu -n '__siyu_at report lifecycle' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report lifecycle' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report lifecycle' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report lifecycle' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report lifecycle' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report lifecycle' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report lifecycle' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report lifecycle' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report lifecycle' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report active' -l kind -x -d 'Events of this kind count; may be repeated (default: all)'
complete -c siyu -n '__siyu_at report active' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report active' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report active' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report active' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report active' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report active' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report active' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report active' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report active' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report mau' -l kind -x -d 'Events of this kind count; may be repeated (default: all)'
complete -c siyu -n '__siyu_at report mau' -l of -x -d 'Another attribute to sum up'
complete -c siyu -n '__siyu_at report mau' -l unit -x -a 'day week month quarter year' -d 'Rows by day, week, month, quarter or year'
complete -c siyu -n '__siyu_at report mau' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report mau' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report mau' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report mau' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report mau' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report mau' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report mau' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report mau' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report mau' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report retention' -l kind -x -d 'Events of this kind count; may be repeated (default: all)'
complete -c siyu -n '__siyu_at report retention' -l unit -x -a 'day week month quarter year' -d 'Rows by day, week, month, quarter or year'
complete -c siyu -n '__siyu_at report retention' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report retention' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report retention' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report retention' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report retention' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report retention' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report retention' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report retention' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report retention' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report rfm' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report rfm' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report rfm' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report rfm' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report rfm' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report rfm' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report rfm' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report rfm' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report rfm' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report gmv' -l kind -x -d 'Events of this kind count; may be repeated (default: all)'
complete -c siyu -n '__siyu_at report gmv' -l unit -x -a 'day week month quarter year' -d 'Rows by day, week, month, quarter or year'
complete -c siyu -n '__siyu_at report gmv' -l purchase -x -d 'The kind of event that is a sale (purchase)'
complete -c siyu -n '__siyu_at report gmv' -l refund -x -d 'The kind that takes one back (refund, if there is one)'
complete -c siyu -n '__siyu_at report gmv' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report gmv' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report gmv' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report gmv' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report gmv' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report gmv' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report gmv' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report gmv' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report gmv' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report funnel' -l step -x -d 'A step: a kind, or kind[condition]; repeat it in order'
complete -c siyu -n '__siyu_at report funnel' -l within -x -d 'How long after the first step: 12h, 7d, 2w'
complete -c siyu -n '__siyu_at report funnel' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report funnel' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report funnel' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report funnel' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report funnel' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report funnel' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report funnel' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report funnel' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report funnel' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report repeat' -l purchase -x -d 'The kind of event that is a sale (purchase)'
complete -c siyu -n '__siyu_at report repeat' -l within -x -d 'How long after the first step: 12h, 7d, 2w'
complete -c siyu -n '__siyu_at report repeat' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report repeat' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report repeat' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report repeat' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report repeat' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report repeat' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report repeat' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report repeat' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report repeat' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report points' -l unit -x -a 'day week month quarter year' -d 'Rows by day, week, month, quarter or year'
complete -c siyu -n '__siyu_at report points' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report points' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report points' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report points' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report points' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report points' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report points' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report points' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report points' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at report summary' -l kind -x -d 'Events of this kind count; may be repeated (default: all)'
complete -c siyu -n '__siyu_at report summary' -l purchase -x -d 'The kind of event that is a sale (purchase)'
complete -c siyu -n '__siyu_at report summary' -l refund -x -d 'The kind that takes one back (refund, if there is one)'
complete -c siyu -n '__siyu_at report summary' -l window -x -d 'The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
complete -c siyu -n '__siyu_at report summary' -l by -x -d 'Figures of each group: a segmentation, an attribute, an expression'
complete -c siyu -n '__siyu_at report summary' -l compare -x -d 'Beside the figures of other dates: previous, year_ago, or a window'
complete -c siyu -n '__siyu_at report summary' -l define -d 'Instead of the figures say what each is, and how much was looked at'
complete -c siyu -n '__siyu_at report summary' -l fail-if -x -d 'Exit with 10 when this is true of a row, such as \'customers < 100\''
complete -c siyu -n '__siyu_at report summary' -l min-cell -x -d 'No figures of rows with fewer customers than this'
complete -c siyu -n '__siyu_at report summary' -l html -r -F -d 'Also write a page with the pictures, the figures and what they are'
complete -c siyu -n '__siyu_at report summary' -l svg -r -F -d 'Also write the first picture'
complete -c siyu -n '__siyu_at report summary' -s y -l yes -d 'Do not ask'

complete -c siyu -n '__siyu_at db info' -l runs -x -d 'How many of the last runs to show'

complete -c siyu -n '__siyu_at db backup' -F

complete -c siyu -n '__siyu_at shell' -l keep-going -d 'Go on behind a line that fails; the exit code is 7 then'

complete -c siyu -n '__siyu_at manual' -a '(__fish_complete_directories)'

complete -c siyu -n '__siyu_at completion' -a 'bash zsh fish'

complete -c siyu -f
