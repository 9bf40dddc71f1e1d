# Completion of siyu for bash. Source this file from ~/.bashrc, or copy it as "siyu" to the folder
# ~/.local/share/bash-completion/completions. Generated: "siyu completion bash" prints it.

# What a group holds, as word|description.
_siyu_commands() {
    found=()
    case $1 in
        '')
            found=(
                'init|Make a workspace: YAML files and an empty data file'
                'sample|Write made-up customers and events to try things on'
                'validate|Find every problem of the program and say what it means'
                'import|Take in customers, events and more'
                'export|Give back customers and events'
                'segment|Rings, lifecycle stages and other segmentations'
                'points|The points ledger'
                'level|Levels by growth and paid memberships'
                'benefit|What levels bring, and what it costs'
                'task|Tasks, badges and leaderboards'
                'lottery|Lotteries that anybody can check'
                'referral|Who brought whom, and what that brings'
                'assign-group|Who belongs into which group'
                'staff|Staff and the customers they look after'
                'simulate|What if the program were another one'
                'show|Everything known about one customer'
                'report|What happened, defined and usable as a gate'
                'db|The data file'
                'shell|Run many commands in one process'
                'doctor|Say what is in effect here, and what is wrong'
                'manual|Write the manual as pages for man'
                'completion|Print the completion script of a shell'
                'version|Show the versions of siyu and Java'
                'help|Tell about a command, a topic or an error code'
            )
            ;;
        'import')
            found=(
                'customers|Take in customers from CSV or JSON Lines'
                'events|Take in events from CSV or JSON Lines'
                'referrals|Take in invitations from CSV or JSON Lines'
                'groups|Take in groups from CSV or JSON Lines'
                'members|Take in who is in which group'
                'staff|Take in staff from CSV or JSON Lines'
                'owners|Take in who looks after whom, and who removed whom'
            )
            ;;
        'export')
            found=(
                'customers|Write all customers as CSV or JSON Lines'
                'events|Write all events as CSV or JSON Lines'
            )
            ;;
        'segment')
            found=(
                'run|Work out segmentations; print counts or members; store them'
                'list|List segmentations and the rules of their segments'
                'explain|Say why one customer is in which segment'
                'diff|Who would move under another program'
                'history|Where one customer has been, since when and why'
                'flow|Who moved from which segment to which between two dates'
                'pin|Put one customer into or out of a segment by hand'
            )
            ;;
        'points')
            found=(
                'earn|Earn points by events not considered yet'
                'redeem|One customer spends points'
                'reverse|Take back what one event earned'
                'cancel|Give one redemption back'
                'adjust|Correct what one customer has'
                'transfer|One customer gives points to another'
                'open|Bring a balance from another system'
                'expire|Take away what is left in lots that ended'
                'balance|What customers have'
                'statement|Every entry of one customer'
                'forecast|When the points there are will end, by month'
                'liability|What is outstanding, in points and in money'
                'close|Close a period'
                'simulate|The ledger as it would be under another program'
                'verify|Hold the ledger against everything that must be true'
            )
            ;;
        'level')
            found=(
                'list|List the levels of the program'
                'run|Raise customers whose growth reached a higher level'
                'review|Who falls, who is warned, what each needs to stay'
                'explain|Why one customer has his level, and what he needs'
                'history|What happened to the level of one customer'
                'buy|A customer buys a level for its term'
                'report|How many have which level; what memberships returned'
            )
            ;;
        'benefit')
            found=(
                'list|List benefits and which level brings what'
                'use|One customer uses what his level brings'
                'grant|Give one benefit to everybody who has a right to it'
                'status|What one customer has of each benefit'
                'report|What each benefit cost and what a year may cost'
            )
            ;;
        'task')
            found=(
                'list|List tasks, badges and leaderboards'
                'run|Record who has done what and post the rewards'
                'status|Where one customer stands'
                'explain|Why one customer has or has not reached a goal'
                'leaderboard|The best of a week or month'
                'close|Close a leaderboard for a period that is over'
            )
            ;;
        'lottery')
            found=(
                'list|List lotteries and how far they are'
                'commit|Fix the rules and a secret seed'
                'draw|Customers draw'
                'reveal|Publish the seed, which closes the lottery'
                'export|Write the files by which everybody can check it'
                'verify|Check a lottery by its published files alone'
                'simulate|Look ahead: what so many draws will cost'
                'report|What was won, and what it cost'
            )
            ;;
        'referral')
            found=(
                'tiers|What 1 to 12 referrals bring'
                'record|Record one invitation'
                'status|Count invitations by where they are, and why'
                'list|List invitations with where they are'
                'explain|Why the invitations of one referee are where they are'
                'decide|Accept a flagged invitation, or reject any'
                'settle|Pay what is due, and take back what was lost'
                'rewards|What was paid and taken back'
                'audit|Decide history anew under another program'
                'tree|Who was brought by one customer, and by those in turn'
                'top|The customers who brought the most'
            )
            ;;
        'assign-group')
            found=(
                'plan|Place customers at the least total distance'
                'apply|Store who joins which group'
                'explain|Which groups one customer could be in'
                'rebalance|The fewest moves that bring groups under their limit'
                'duplicates|Who is in several groups of one kind'
                'join|Put those who scanned a live code into its groups'
                'codes|Which group each live code fills, and until when it lasts'
                'due|What groups and their newcomers are to be sent'
                'life|Who joined and left groups over time, and how soon'
            )
            ;;
        'staff')
            found=(
                'assign|Give new customers of a live code to staff'
                'status|Where everybody on the staff stands now'
                'audit|Load and value of everybody, and how even they are'
                'explain|Who could take one customer, and why not the others'
                'churn|Customers who parted from their staff member'
                'follow-up|Keep that a customer who parted was asked why'
                'handover|Customers move from one person to others'
            )
            ;;
        'staff handover')
            found=(
                'plan|Plan who moves to whom, and when'
                'request|Ask for the transfers that are due'
                'settle|Say what became of those asked for'
                'list|List transfers and how far they are'
            )
            ;;
        'simulate')
            found=(
                'diff|The whole history under this program and another one'
                'sweep|What referrals would have cost under a grid of programs'
                'referral|What referrals may bring and cost in the months ahead'
            )
            ;;
        'report')
            found=(
                'list|List the reports'
                'rings|How many customers are in each ring, who came and who went'
                'flow|From which segment to which customers moved'
                'lifecycle|How many customers are in each stage, and for how long'
                'active|DAU, WAU, MAU and stickiness by day'
                'mau|Active customers by month beside assets under management'
                'retention|How many of each cohort come again in later periods'
                'rfm|Customers by recency and frequency, and what they are worth'
                'gmv|What was sold, by factor, and where a change came from'
                'funnel|How many customers go through some steps, and where they stop'
                'channels|What channels bring and cost, and what purchases owe to each'
                'channel-flow|From which channel to which customers go'
                'value|What customers of each segment are worth, and what they cost'
                'referral|Invitations, what comes of them, how far they reach'
                'levels|How many customers have which level, who rose and who fell'
                'tasks|Which tasks are done, by how many, for how many points'
                'benefits|What benefits were given, to how many, at what cost'
                'groups|Groups by kind: members, room, who comes, goes and takes part'
                'staff|Customers of each staff member: who came and went, what they do'
                'repeat|Who will buy again, for how much, and who has probably stopped'
                'points|Points issued, spent and lost, and what is owed'
                'summary|The figures of a day or a week, to be sent to others'
            )
            ;;
        'db')
            found=(
                'info|What is in the data file'
                'check|Read everything and verify every checksum'
                'backup|Make a checked copy'
                'compact|Rewrite the data file to its smallest size'
            )
            ;;
        'help')
            found=(
                'init|Make a workspace: YAML files and an empty data file'
                'sample|Write made-up customers and events to try things on'
                'validate|Find every problem of the program and say what it means'
                'import|Take in customers, events and more'
                'export|Give back customers and events'
                'segment|Rings, lifecycle stages and other segmentations'
                'points|The points ledger'
                'level|Levels by growth and paid memberships'
                'benefit|What levels bring, and what it costs'
                'task|Tasks, badges and leaderboards'
                'lottery|Lotteries that anybody can check'
                'referral|Who brought whom, and what that brings'
                'assign-group|Who belongs into which group'
                'staff|Staff and the customers they look after'
                'simulate|What if the program were another one'
                'show|Everything known about one customer'
                'report|What happened, defined and usable as a gate'
                'db|The data file'
                'shell|Run many commands in one process'
                'doctor|Say what is in effect here, and what is wrong'
                'manual|Write the manual as pages for man'
                'completion|Print the completion script of a shell'
                'version|Show the versions of siyu and Java'
                'expressions|The language of rules and figures'
                'time|Zones, the as-of, windows, looking back'
                'output|Formats, columns, masking, pagers'
                'errors|How errors are shown, and all their codes'
                'exit-codes|What the exit codes mean'
                'lottery|How anybody can check a lottery by hand'
                'environment|Environment variables'
                'limits|How large things may be'
                'topics|The list of these topics'
            )
            ;;
    esac
}

# Options of a command, as names|kind of value|description; the kind of a switch is empty.
_siyu_options() {
    local -a always=(

                '-o --output|=table wide vertical json jsonl csv tsv markdown|How the answer is written'
                '-q --quiet||No notes and no progress on stderr'
                '-v --verbose||More notes on stderr'
                '--debug||Show where an unexpected failure happened'
                '--color|=auto always never|Colour'
                '--no-pager||Do not show long tables page by page'
                '-h --help||Show this help'    )
    local -a output=(

                '--columns|text|These columns, in this order (a,b,c)'
                '--no-headers||No titles above the columns'
                '--limit|text|At most so many rows'
                '--unmask||Show names and phone numbers (needs --reason)'
                '--reason|text|Why; recorded'
                '--csv-safe||Guard text a spreadsheet would take for a formula (default)'
                '--no-csv-safe||Leave such text as it is'    )
    local -a world=(

                '-C --workspace|directory|The workspace, or a directory in it'
                '--data|file|Another data file than the workspace names'
                '--as-of|text|Answer as of the end of this date'
                '--now|text|Take this for the present time'
                '--set|text|Change a value of the program for this run'
                '--lock-timeout|text|How long to wait for a busy data file'    )
    local -a change=(

                '-n --dry-run||Show what would change, and change nothing'
                '-y --yes||Do not ask'
                '--reason|text|Why; recorded'    )
    case $1 in
        'init')
            found=(
                '--template|=bank retail|What to start from'
                "${always[@]}"
                "${output[@]}"
                "${change[@]}"
            )
            ;;
        'sample')
            found=(
                '--size|text|How many customers'
                '--events-per-customer|text|How many events each has, on average'
                '--seed|text|Another number, other people'
                '--theme|=bank retail|Whose customers they are'
                '--dirt|text|The share of rows with a blemish, 0 to 0.5'
                '--format|=csv jsonl|Form of customers and events'
                '--gzip||Compress customers and events'
                '--today|text|The last day of the three years that are made up'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
            )
            ;;
        'validate')
            found=(
                '--schema||Print the JSON Schema of the YAML, for editors'
                '--windows||Print what dates each window covers at the as-of'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'import customers')
            found=(
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'import events')
            found=(
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'import referrals')
            found=(
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'import groups')
            found=(
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                '--coordinates|=wgs84 gcj02 bd09|The system that places are told in'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'import members')
            found=(
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'import staff')
            found=(
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'import owners')
            found=(
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'export customers')
            found=(
                '--reason|text|Why; recorded'
                "${always[@]}"
                "${world[@]}"
            )
            ;;
        'export events')
            found=(
                '--reason|text|Why; recorded'
                "${always[@]}"
                "${world[@]}"
            )
            ;;
        'segment run')
            found=(
                '--members||One row per customer and segmentation instead of counts'
                '--show|text|With --members: a further column, such as a metric, a score or an expression'
                '--apply||Store who is where and print who moved; with -n print only'
                '--explain|text|Show how the answer for this customer comes about'
                '--customers|file|Read customers from this file instead of the data file (- is stdin)'
                '--events|file|With --customers: read events from this file'
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'segment list')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'segment explain')
            found=(
                '--customers|file|Read customers from this file instead of the data file (- is stdin)'
                '--events|file|With --customers: read events from this file'
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'segment diff')
            found=(
                '--against|file|YAML sections that replace those of the program'
                '--samples|text|Customers to name per move'
                '--exit-code||Exit 10 when anybody would move'
                '--customers|file|Read customers from this file instead of the data file (- is stdin)'
                '--events|file|With --customers: read events from this file'
                '--format|=csv tsv jsonl|Form of the files (default: by their names)'
                '--encoding|text|Encoding of the files, such as gb18030'
                '--delimiter|text|What stands between the fields of CSV (default: a comma)'
                '--map|text|Read this column as that field; the field - leaves it out'
                '--value|text|A field that no column holds: the same text for every row'
                '--date-format|text|How dates and times are written, such as yyMMdd (default: ISO 8601)'
                '--null|text|A text that means unknown, as an empty cell does; FIELD=TEXT in one field only'
                '--rejects|file|Write bad rows to this CSV file, each with its place'
                '--max-errors|text|Bad rows to pass over before nothing is taken'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'segment history')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'segment flow')
            found=(
                '--from|text|Membership at the end of this date'
                '--to|text|Compared with the end of this date (default: the as-of)'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'segment pin')
            found=(
                '--until|text|The last date the pin holds (default: for good)'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points earn')
            found=(
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points redeem')
            found=(
                '--for|text|The order they pay for, purchase:E100; rules with '\''base: net'\'' then earn less by it'
                '--key|text|What this operation is known by for ever; the same again does nothing'
                '--at|text|When it counts (default: now)'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points reverse')
            found=(
                '--amount|text|How much of its amount was refunded (default: all that is left of it)'
                '--key|text|What this operation is known by for ever; the same again does nothing'
                '--at|text|When it counts (default: now)'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points cancel')
            found=(
                '--at|text|When it counts (default: now)'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points adjust')
            found=(
                '--expires|text|Last day the points can be used (default: as the program says for an event of that day)'
                '--key|text|What this operation is known by for ever; the same again does nothing'
                '--at|text|When it counts (default: now)'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points transfer')
            found=(
                '--key|text|What this operation is known by for ever; the same again does nothing'
                '--at|text|When it counts (default: now)'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points open')
            found=(
                '--expires|text|Last day the points can be used (default: as the program says for an event of that day)'
                '--key|text|What this operation is known by for ever; the same again does nothing'
                '--at|text|When it counts (default: now)'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points expire')
            found=(
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points balance')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'points statement')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'points forecast')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'points liability')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'points close')
            found=(
                '--through|text|The last day of the period'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'points simulate')
            found=(
                '--against|file|YAML sections that replace those of the program'
                '--by|=figure month customer level|One row for each figure, month, customer or move between levels'
                '--exit-code||Exit 10 when anything would be different'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'points verify')
            found=(
                '--head|text|A head that an answer told once: it must be in the chain'
                '--queries||Only list what must be true, each with the query that finds what is not'
                '--ask||Ask all these queries of the database; slower, finds the same'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'level list')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'level run')
            found=(
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'level review')
            found=(
                '--apply||Store it; without it the review is a preview'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'level explain')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'level history')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'level buy')
            found=(
                '--key|text|What this operation is known by for ever; the same again does nothing'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'level report')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'benefit list')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'benefit use')
            found=(
                '--units|text|How many units (1)'
                '--key|text|What this operation is known by for ever; the same again does nothing'
                '--at|text|When it counts (default: now)'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'benefit grant')
            found=(
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'benefit status')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'benefit report')
            found=(
                '--from|text|Count what was given from this day on'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'task list')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'task run')
            found=(
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'task status')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'task explain')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'task leaderboard')
            found=(
                '--period|text|2026-W09 or 2026-02 (default: the one that holds the as-of)'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'task close')
            found=(
                '--period|text|2026-W09 or 2026-02 (default: the one that holds the as-of)'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'lottery list')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'lottery draw')
            found=(
                '--all||Everybody who may draw, in the order of first import'
                '--times|text|How often each draws (default: once; with --all: as often as he may)'
                '--key|text|What this batch is known by for ever; the same again does nothing'
                '--explain|text|Show how the answer for this customer comes about'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'lottery reveal')
            found=(
                '--dir|directory|Write the published files there too'
                '--format|=csv jsonl|Form of the draws'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'lottery export')
            found=(
                '--format|=csv jsonl|Form of the draws'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'lottery verify')
            found=(
                '--commitment|text|The commitment as it was published before the first draw'
                '--head|text|A head that was told after some draw: it must be in the chain'
                '--draw|text|Show step by step how this draw came about'
                "${always[@]}"
                "${output[@]}"
            )
            ;;
        'lottery simulate')
            found=(
                '--draws|text|How many draws there will be'
                '--runs|text|How often it is simulated (default: 200 to 10000)'
                '--seed|text|Another number, other chances'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'lottery report')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'referral tiers')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'referral record')
            found=(
                '--key|text|The id of the invitation (default: REFERRER>REFEREE)'
                '--at|text|When it counts (default: now)'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'referral status')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'referral list')
            found=(
                '--state|=pending qualified rewarded flagged rejected expired revoked|Only those in this state'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'referral explain')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'referral rewards')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'referral audit')
            found=(
                '--against|file|YAML sections that replace those of the program'
                '--by|=state cost customer|One row for each move of invitations, each side'\''s cost, or each customer'
                '--samples|text|Invitations to name per move'
                '--exit-code||Exit 10 when anything would be different'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'referral tree')
            found=(
                '--depth|text|How many levels to show'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'referral top')
            found=(
                '--top|text|How many'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'assign-group plan')
            found=(
                '--members||One row per customer and kind instead of one per kind'
                '--save|file|Keep the plan for '\''assign-group apply --plan'\'''
                '--costs|file|A table of customer, group and cost to go by instead of distances'
                '--optimal||Go on to the least total, however many customers there are'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'assign-group apply')
            found=(
                '--plan|file|A plan kept by '\''assign-group plan --save'\'''
                '--costs|file|A table of customer, group and cost to go by instead of distances'
                '--optimal||Go on to the least total, however many customers there are'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'assign-group explain')
            found=(
                '--most|text|How many groups of each kind'
                '--code|text|The groups of this live code instead, as for one who scans it now'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'assign-group rebalance')
            found=(
                '--members||One row per move instead of one per group'
                '--apply||Store the moves on the as-of date; with -n print only'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'assign-group duplicates')
            found=(
                '--apply||End the memberships that do not survive; with -n print only'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'assign-group join')
            found=(
                '--all||Everybody the code is for, in the order of first import'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'assign-group codes')
            found=(
                '--days|text|How many days back those who joined are counted'
                '--groups||One row per group, in the order in which its code fills them'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'assign-group due')
            found=(
                '--days|text|How many days, from the as-of date on'
                '--groups||One row per step and group'
                '--members||One row per step and member'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'assign-group life')
            found=(
                '--from|text|The first date (default: the beginning of the fifth period before the last)'
                '--to|text|The last date (default: the as-of)'
                '--every|=day week month quarter year|The periods of the calendar'
                '--groups||One row per group and period'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'staff assign')
            found=(
                '--all||Everybody the code is for, in the order of first import'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'staff status')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'staff audit')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'staff explain')
            found=(
                '--code|text|Only this live code (default: all of them)'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'staff churn')
            found=(
                '--state|=open overdue asked returned|Only in this state'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'staff handover plan')
            found=(
                '--from|text|Who hands his customers over'
                '--to|text|Who gets them (default: everybody active of the same region, else everybody active)'
                '--days|text|Plan so many days ahead, today included'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'staff handover settle')
            found=(
                '--refused|text|Customers who refused'
                '--failed|text|Customers whom the platform did not move'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
        'staff handover list')
            found=(
                '--from|text|Only of this one (default: everybody)'
                '--state|=planned waiting done refused failed cancelled|Only in this state'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'simulate diff')
            found=(
                '--against|file|YAML sections that replace those of the program'
                '--exit-code||Exit 10 when anything would be different'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'simulate sweep')
            found=(
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'simulate referral')
            found=(
                '--against|file|YAML sections that replace those of the program'
                '--months|text|How far ahead'
                '--history|text|Months of the past to learn from'
                '--runs|text|How many futures'
                '--seed|text|Another number, other luck'
                '--elasticity|text|With --set: how invitations answer to the reward; 0.5 means 1 % more reward, 0.5 % more invitations'
                '--reach|text|How many people there are who can still be brought (default: no limit)'
                '--worth|text|What a referral is worth in the program'\''s currency; shows what is left over and the return'
                '--tornado||What the result hangs on: each input at both ends of what it may be, the others in the middle'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'show')
            found=(
                '--recent|text|How many of the last events to show'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report list')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report rings')
            found=(
                '--segmentation|text|Another segmentation'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report flow')
            found=(
                '--segmentation|text|Another segmentation'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report lifecycle')
            found=(
                '--segmentation|text|Another segmentation'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report active')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report mau')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--of|text|Another attribute to sum up'
                '--unit|=day week month quarter year|Rows by day, week, month, quarter or year'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report retention')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--unit|=day week month quarter year|Rows by day, week, month, quarter or year'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report rfm')
            found=(
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report gmv')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--unit|=day week month quarter year|Rows by day, week, month, quarter or year'
                '--purchase|text|The kind of event that is a sale (purchase)'
                '--refund|text|The kind that takes one back (refund, if there is one)'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report funnel')
            found=(
                '--step|text|A step: a kind, or kind[condition]; repeat it in order'
                '--within|text|How long after the first step: 12h, 7d, 2w'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report channels')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--purchase|text|The kind of event that is a sale (purchase)'
                '--within|text|How long after the first step: 12h, 7d, 2w'
                '--cost|text|What a channel cost, or AMOUNT/contact; may be repeated'
                '--sent|text|The kind of event that is a message sent (sent)'
                '--opened|text|The kind that is one opened (opened)'
                '--threshold|text|The least open rate there should be (2%)'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report channel-flow')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--within|text|How long after the first step: 12h, 7d, 2w'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report value')
            found=(
                '--segmentation|text|Another segmentation'
                '--purchase|text|The kind of event that is a sale (purchase)'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report referral')
            found=(
                '--unit|=day week month quarter year|Rows by day, week, month, quarter or year'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report levels')
            found=(
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report tasks')
            found=(
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report benefits')
            found=(
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report groups')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report staff')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--purchase|text|The kind of event that is a sale (purchase)'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report repeat')
            found=(
                '--purchase|text|The kind of event that is a sale (purchase)'
                '--within|text|How long after the first step: 12h, 7d, 2w'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report points')
            found=(
                '--unit|=day week month quarter year|Rows by day, week, month, quarter or year'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'report summary')
            found=(
                '--kind|text|Events of this kind count; may be repeated (default: all)'
                '--purchase|text|The kind of event that is a sale (purchase)'
                '--refund|text|The kind that takes one back (refund, if there is one)'
                '--window|text|The dates: 30d, 6m, last_month, 2026-02, 2026-W09, 2026-01-01..2026-02-28, ever'
                '--by|text|Figures of each group: a segmentation, an attribute, an expression'
                '--compare|text|Beside the figures of other dates: previous, year_ago, or a window'
                '--define||Instead of the figures say what each is, and how much was looked at'
                '--fail-if|text|Exit with 10 when this is true of a row, such as '\''customers < 100'\'''
                '--min-cell|text|No figures that are about fewer customers than this'
                '--html|file|Also write a page with the pictures, the figures and what they are'
                '--svg|file|Also write the first picture'
                '-y --yes||Do not ask'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'db info')
            found=(
                '--runs|text|How many of the last runs to show'
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'db check')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'db backup')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'db compact')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'shell')
            found=(
                '--keep-going||Go on behind a line that fails; the exit code is 7 then'
                "${always[@]}"
            )
            ;;
        'doctor')
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
            )
            ;;
        'manual')
            found=(
                "${always[@]}"
                "${output[@]}"
            )
            ;;
        'completion')
            found=(
                "${always[@]}"
            )
            ;;
        'version')
            found=(
                "${always[@]}"
                "${output[@]}"
            )
            ;;
        *)
            found=(
                "${always[@]}"
                "${output[@]}"
                "${world[@]}"
                "${change[@]}"
            )
            ;;
    esac
}

# Kinds of a command's parameters in order; one with ... takes all that follow.
_siyu_parameters() {
    found=()
    case $1 in
        'init')
            found=(
                'directory'
            )
            ;;
        'sample')
            found=(
                'directory'
            )
            ;;
        'import customers')
            found=(
                'file...'
            )
            ;;
        'import events')
            found=(
                'file...'
            )
            ;;
        'import referrals')
            found=(
                'file...'
            )
            ;;
        'import groups')
            found=(
                'file...'
            )
            ;;
        'import members')
            found=(
                'file...'
            )
            ;;
        'import staff')
            found=(
                'file...'
            )
            ;;
        'import owners')
            found=(
                'file...'
            )
            ;;
        'segment run')
            found=(
                'text...'
            )
            ;;
        'segment list')
            found=(
                'text...'
            )
            ;;
        'segment explain')
            found=(
                'text'
                'text...'
            )
            ;;
        'segment diff')
            found=(
                'text...'
            )
            ;;
        'segment history')
            found=(
                'text'
                'text...'
            )
            ;;
        'segment flow')
            found=(
                'text'
            )
            ;;
        'segment pin')
            found=(
                'text'
                'text'
                '=in out off'
            )
            ;;
        'points redeem')
            found=(
                'text'
                'text'
            )
            ;;
        'points reverse')
            found=(
                'text'
                'text'
            )
            ;;
        'points cancel')
            found=(
                'text'
                'text'
            )
            ;;
        'points adjust')
            found=(
                'text'
                'text'
            )
            ;;
        'points transfer')
            found=(
                'text'
                'text'
                'text'
            )
            ;;
        'points open')
            found=(
                'text'
                'text'
            )
            ;;
        'points balance')
            found=(
                'text...'
            )
            ;;
        'points statement')
            found=(
                'text'
            )
            ;;
        'level explain')
            found=(
                'text'
            )
            ;;
        'level history')
            found=(
                'text'
            )
            ;;
        'level buy')
            found=(
                'text'
                'text'
            )
            ;;
        'benefit use')
            found=(
                'text'
                'text'
            )
            ;;
        'benefit grant')
            found=(
                'text'
            )
            ;;
        'benefit status')
            found=(
                'text'
            )
            ;;
        'task status')
            found=(
                'text'
            )
            ;;
        'task explain')
            found=(
                'text'
                'text'
            )
            ;;
        'task leaderboard')
            found=(
                'text'
            )
            ;;
        'task close')
            found=(
                'text'
            )
            ;;
        'lottery commit')
            found=(
                'text'
            )
            ;;
        'lottery draw')
            found=(
                'text'
                'text...'
            )
            ;;
        'lottery reveal')
            found=(
                'text'
            )
            ;;
        'lottery export')
            found=(
                'text'
                'directory'
            )
            ;;
        'lottery verify')
            found=(
                'directory'
            )
            ;;
        'lottery simulate')
            found=(
                'text'
            )
            ;;
        'lottery report')
            found=(
                'text'
            )
            ;;
        'referral record')
            found=(
                'text'
                'text'
            )
            ;;
        'referral list')
            found=(
                'text...'
            )
            ;;
        'referral explain')
            found=(
                'text'
            )
            ;;
        'referral decide')
            found=(
                'text'
                '=accept reject'
            )
            ;;
        'referral rewards')
            found=(
                'text...'
            )
            ;;
        'referral tree')
            found=(
                'text'
            )
            ;;
        'assign-group plan')
            found=(
                'text...'
            )
            ;;
        'assign-group apply')
            found=(
                'text...'
            )
            ;;
        'assign-group explain')
            found=(
                'text'
                'text...'
            )
            ;;
        'assign-group rebalance')
            found=(
                'text...'
            )
            ;;
        'assign-group duplicates')
            found=(
                'text...'
            )
            ;;
        'assign-group join')
            found=(
                'text'
                'text...'
            )
            ;;
        'assign-group codes')
            found=(
                'text...'
            )
            ;;
        'assign-group due')
            found=(
                'text...'
            )
            ;;
        'assign-group life')
            found=(
                'text...'
            )
            ;;
        'staff assign')
            found=(
                'text'
                'text...'
            )
            ;;
        'staff explain')
            found=(
                'text'
            )
            ;;
        'staff follow-up')
            found=(
                'text'
            )
            ;;
        'show')
            found=(
                'text'
            )
            ;;
        'db backup')
            found=(
                'file'
            )
            ;;
        'manual')
            found=(
                'directory'
            )
            ;;
        'completion')
            found=(
                '=bash zsh fish'
            )
            ;;
    esac
}

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
