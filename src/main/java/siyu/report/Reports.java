package siyu.report;

import java.util.List;

/** All reports. To add one: a class, a line in {@link #LINES} and one in {@link #of}. */
public final class Reports {
    /** Names and what each tells, in one line, in the order of help. Plain texts, because every start of the program reads them. */
    public static final List<List<String>> LINES = List.of(
            List.of("rings", "How many customers are in each ring, who came and who went"),
            List.of("flow", "From which segment to which customers moved"),
            List.of("lifecycle", "How many customers are in each stage, and for how long"),
            List.of("active", "DAU, WAU, MAU and stickiness by day"),
            List.of("mau", "Active customers by month beside assets under management"),
            List.of("retention", "How many of each cohort come again in later periods"),
            List.of("rfm", "Customers by recency and frequency, and what they are worth"),
            List.of("gmv", "What was sold, by factor, and where a change came from"),
            List.of("funnel", "How many customers go through some steps, and where they stop"),
            List.of("channels", "What channels bring and cost, and what purchases owe to each"),
            List.of("channel-flow", "From which channel to which customers go"),
            List.of("value", "What customers of each segment are worth, and what they cost"),
            List.of("referral", "Invitations, what comes of them, how far they reach"),
            List.of("levels", "How many customers have which level, who rose and who fell"),
            List.of("tasks", "Which tasks are done, by how many, for how many points"),
            List.of("benefits", "What benefits were given, to how many, at what cost"),
            List.of("groups", "Groups by kind: members, room, who comes, goes and takes part"),
            List.of("staff", "Customers of each staff member: who came and went, what they do"),
            List.of("repeat", "Who will buy again, for how much, and who has probably stopped"),
            List.of("points", "Points issued, spent and lost, and what is owed"),
            List.of("summary", "The figures of a day or a week, to be sent to others"));

    private Reports() {}

    /** The report of a name of {@link #LINES}. */
    public static Report of(String name) {
        return switch (name) {
            case "rings" -> new Rings();
            case "flow" -> new Flow();
            case "lifecycle" -> new Lifecycle();
            case "active" -> new Active();
            case "mau" -> new Mau();
            case "retention" -> new Retention();
            case "rfm" -> new Rfm();
            case "gmv" -> new Gmv();
            case "funnel" -> new Funnel();
            case "channels" -> new Channels();
            case "channel-flow" -> new ChannelFlow();
            case "value" -> new ValueReport();
            case "referral" -> new ReferralReport();
            case "levels" -> new LevelsReport();
            case "tasks" -> new TasksReport();
            case "benefits" -> new BenefitsReport();
            case "groups" -> new GroupsReport();
            case "staff" -> new StaffReport();
            case "repeat" -> new Repeat();
            case "points" -> new PointsReport();
            case "summary" -> new Summary();
            default -> throw new IllegalArgumentException("no report '" + name + "'");
        };
    }
}
