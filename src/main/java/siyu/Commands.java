package siyu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.benefit.BenefitCode;
import siyu.cli.CliCode;
import siyu.cli.CommandTree;
import siyu.cli.Verb;
import siyu.config.ConfigCode;
import siyu.core.Code;
import siyu.customer.CustomerCode;
import siyu.group.GroupCode;
import siyu.importing.ImportCode;
import siyu.level.LevelCode;
import siyu.lottery.LotteryCode;
import siyu.points.PointsCode;
import siyu.program.ProgramCode;
import siyu.referral.ReferralCode;
import siyu.report.ReportCode;
import siyu.report.Reports;
import siyu.rule.RuleCode;
import siyu.segment.SegmentCode;
import siyu.staff.StaffCode;
import siyu.store.StoreCode;
import siyu.task.TaskCode;

/**
 * The composition root: every command in the order of help, and which class does it. A verb is built only when it was asked
 * for; text labels in a {@code switch} cost nothing at start-up, method references would.
 */
final class Commands implements CommandTree.Parts {
    /** As in pom.xml; HouseTest compares. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    private Commands() {}

    static CommandTree tree() {
        return new CommandTree(
                "siyu",
                VERSION,
                "rings, segments and rewards for a customer base of your own",
                List.of(
                        CommandTree.verb("init", "Make a workspace: YAML files and an empty data file"),
                        CommandTree.verb("sample", "Write made-up customers and events to try things on"),
                        CommandTree.verb("validate", "Find every problem of the program and say what it means"),
                        CommandTree.group(
                                "import",
                                "Take in customers, events and more",
                                CommandTree.verb("customers", "Take in customers from CSV or JSON Lines"),
                                CommandTree.verb("events", "Take in events from CSV or JSON Lines"),
                                CommandTree.verb("referrals", "Take in invitations from CSV or JSON Lines"),
                                CommandTree.verb("groups", "Take in groups from CSV or JSON Lines"),
                                CommandTree.verb("members", "Take in who is in which group"),
                                CommandTree.verb("staff", "Take in staff from CSV or JSON Lines"),
                                CommandTree.verb("owners", "Take in who looks after whom, and who removed whom")),
                        CommandTree.group(
                                "export",
                                "Give back customers and events",
                                CommandTree.verb("customers", "Write all customers as CSV or JSON Lines"),
                                CommandTree.verb("events", "Write all events as CSV or JSON Lines")),
                        CommandTree.group(
                                "segment",
                                "Rings, lifecycle stages and other segmentations",
                                CommandTree.verb("run", "Work out segmentations; print counts or members; store them"),
                                CommandTree.verb("list", "List segmentations and the rules of their segments"),
                                CommandTree.verb("explain", "Say why one customer is in which segment"),
                                CommandTree.verb("diff", "Who would move under another program"),
                                CommandTree.verb("history", "Where one customer has been, since when and why"),
                                CommandTree.verb("flow", "Who moved from which segment to which between two dates"),
                                CommandTree.verb("pin", "Put one customer into or out of a segment by hand")),
                        CommandTree.group(
                                "points",
                                "The points ledger",
                                CommandTree.verb("earn", "Earn points by events not considered yet"),
                                CommandTree.verb("redeem", "One customer spends points"),
                                CommandTree.verb("reverse", "Take back what one event earned"),
                                CommandTree.verb("cancel", "Give one redemption back"),
                                CommandTree.verb("adjust", "Correct what one customer has"),
                                CommandTree.verb("transfer", "One customer gives points to another"),
                                CommandTree.verb("open", "Bring a balance from another system"),
                                CommandTree.verb("expire", "Take away what is left in lots that ended"),
                                CommandTree.verb("balance", "What customers have"),
                                CommandTree.verb("statement", "Every entry of one customer"),
                                CommandTree.verb("forecast", "When the points there are will end, by month"),
                                CommandTree.verb("liability", "What is outstanding, in points and in money"),
                                CommandTree.verb("close", "Close a period"),
                                CommandTree.verb("simulate", "The ledger as it would be under another program"),
                                CommandTree.verb("verify", "Hold the ledger against everything that must be true")),
                        CommandTree.group(
                                "level",
                                "Levels by growth and paid memberships",
                                CommandTree.verb("list", "List the levels of the program"),
                                CommandTree.verb("run", "Raise customers whose growth reached a higher level"),
                                CommandTree.verb("review", "Who falls, who is warned, what each needs to stay"),
                                CommandTree.verb("explain", "Why one customer has his level, and what he needs"),
                                CommandTree.verb("history", "What happened to the level of one customer"),
                                CommandTree.verb("buy", "A customer buys a level for its term"),
                                CommandTree.verb("report", "How many have which level; what memberships returned")),
                        CommandTree.group(
                                "benefit",
                                "What levels bring, and what it costs",
                                CommandTree.verb("list", "List benefits and which level brings what"),
                                CommandTree.verb("use", "One customer uses what his level brings"),
                                CommandTree.verb("grant", "Give one benefit to everybody who has a right to it"),
                                CommandTree.verb("status", "What one customer has of each benefit"),
                                CommandTree.verb("report", "What each benefit cost and what a year may cost")),
                        CommandTree.group(
                                "task",
                                "Tasks, badges and leaderboards",
                                CommandTree.verb("list", "List tasks, badges and leaderboards"),
                                CommandTree.verb("run", "Record who has done what and post the rewards"),
                                CommandTree.verb("status", "Where one customer stands"),
                                CommandTree.verb("explain", "Why one customer has or has not reached a goal"),
                                CommandTree.verb("leaderboard", "The best of a week or month"),
                                CommandTree.verb("close", "Close a leaderboard for a period that is over")),
                        CommandTree.group(
                                "lottery",
                                "Lotteries that anybody can check",
                                CommandTree.verb("list", "List lotteries and how far they are"),
                                CommandTree.verb("commit", "Fix the rules and a secret seed"),
                                CommandTree.verb("draw", "Customers draw"),
                                CommandTree.verb("reveal", "Publish the seed, which closes the lottery"),
                                CommandTree.verb("export", "Write the files by which everybody can check it"),
                                CommandTree.verb("verify", "Check a lottery by its published files alone"),
                                CommandTree.verb("simulate", "Look ahead: what so many draws will cost"),
                                CommandTree.verb("report", "What was won, and what it cost")),
                        CommandTree.group(
                                "referral",
                                "Who brought whom, and what that brings",
                                CommandTree.verb("tiers", "What 1 to 12 referrals bring"),
                                CommandTree.verb("record", "Record one invitation"),
                                CommandTree.verb("status", "Count invitations by where they are, and why"),
                                CommandTree.verb("list", "List invitations with where they are"),
                                CommandTree.verb("explain", "Why the invitations of one referee are where they are"),
                                CommandTree.verb("decide", "Accept a flagged invitation, or reject any"),
                                CommandTree.verb("settle", "Pay what is due, and take back what was lost"),
                                CommandTree.verb("rewards", "What was paid and taken back"),
                                CommandTree.verb("audit", "Decide history anew under another program"),
                                CommandTree.verb("tree", "Who was brought by one customer, and by those in turn"),
                                CommandTree.verb("top", "The customers who brought the most")),
                        CommandTree.group(
                                "assign-group",
                                "Who belongs into which group",
                                CommandTree.verb("plan", "Place customers at the least total distance"),
                                CommandTree.verb("apply", "Store who joins which group"),
                                CommandTree.verb("explain", "Which groups one customer could be in"),
                                CommandTree.verb("rebalance", "The fewest moves that bring groups under their limit"),
                                CommandTree.verb("duplicates", "Who is in several groups of one kind"),
                                CommandTree.verb("join", "Put those who scanned a live code into its groups"),
                                CommandTree.verb("codes", "Which group each live code fills, and until when it lasts"),
                                CommandTree.verb("due", "What groups and their newcomers are to be sent"),
                                CommandTree.verb("life", "Who joined and left groups over time, and how soon")),
                        CommandTree.group(
                                "staff",
                                "Staff and the customers they look after",
                                CommandTree.verb("assign", "Give new customers of a live code to staff"),
                                CommandTree.verb("status", "Where everybody on the staff stands now"),
                                CommandTree.verb("audit", "Load and value of everybody, and how even they are"),
                                CommandTree.verb("explain", "Who could take one customer, and why not the others"),
                                CommandTree.verb("churn", "Customers who parted from their staff member"),
                                CommandTree.verb("follow-up", "Keep that a customer who parted was asked why"),
                                CommandTree.group(
                                        "handover",
                                        "Customers move from one person to others",
                                        CommandTree.verb("plan", "Plan who moves to whom, and when"),
                                        CommandTree.verb("request", "Ask for the transfers that are due"),
                                        CommandTree.verb("settle", "Say what became of those asked for"),
                                        CommandTree.verb("list", "List transfers and how far they are"))),
                        CommandTree.group(
                                "simulate",
                                "What if the program were another one",
                                CommandTree.verb("diff", "The whole history under this program and another one"),
                                CommandTree.verb("sweep", "What referrals would have cost under a grid of programs"),
                                CommandTree.verb("referral", "What referrals may bring and cost in the months ahead")),
                        CommandTree.verb("show", "Everything known about one customer"),
                        reports(),
                        CommandTree.group(
                                "db",
                                "The data file",
                                CommandTree.verb("info", "What is in the data file"),
                                CommandTree.verb("check", "Read everything and verify every checksum"),
                                CommandTree.verb("backup", "Make a checked copy"),
                                CommandTree.verb("compact", "Rewrite the data file to its smallest size")),
                        CommandTree.verb("shell", "Run many commands in one process"),
                        CommandTree.verb("doctor", "Say what is in effect here, and what is wrong"),
                        CommandTree.verb("manual", "Write the manual as pages for man"),
                        CommandTree.verb("completion", "Print the completion script of a shell"),
                        CommandTree.verb("version", "Show the versions of siyu and Java")),
                new Commands());
    }

    private static CommandTree.Entry reports() {
        List<CommandTree.Entry> entries = new ArrayList<>();
        entries.add(CommandTree.verb("list", "List the reports"));
        for (List<String> line : Reports.LINES) {
            entries.add(CommandTree.verb(line.get(0), line.get(1)));
        }
        return new CommandTree.Entry("report", "What happened, defined and usable as a gate", entries);
    }

    @Override
    public void opening() {
        siyu.store.Ready.begin();
    }

    private static @Nullable Verb report(String path) {
        for (List<String> line : Reports.LINES) {
            if (path.equals("report " + line.get(0))) {
                return new siyu.command.ReportVerb(Reports.of(line.get(0)), line.get(1));
            }
        }
        return null;
    }

    @Override
    public Verb verb(String path) {
        Verb report = report(path);
        if (report != null) {
            return report;
        }
        return switch (path) {
            case "init" -> new siyu.command.Init();
            case "import customers" -> new siyu.command.Import(siyu.command.Import.What.CUSTOMERS);
            case "import events" -> new siyu.command.Import(siyu.command.Import.What.EVENTS);
            case "import referrals" -> new siyu.command.Import(siyu.command.Import.What.REFERRALS);
            case "import staff" -> new siyu.command.StaffImport();
            case "export customers" -> new siyu.command.Exports(siyu.importing.RecordReader.Of.CUSTOMERS);
            case "export events" -> new siyu.command.Exports(siyu.importing.RecordReader.Of.EVENTS);
            case "validate" -> new siyu.command.Validate();
            case "segment explain" -> new siyu.command.SegmentExplain();
            case "db info" -> new siyu.command.Database(siyu.command.Database.Does.INFO);
            case "db check" -> new siyu.command.Database(siyu.command.Database.Does.CHECK);
            case "db backup" -> new siyu.command.Database(siyu.command.Database.Does.BACKUP);
            case "db compact" -> new siyu.command.Database(siyu.command.Database.Does.COMPACT);
            case "show" -> new siyu.command.Show();
            case "sample" -> new siyu.command.Samples();
            case "segment run" -> new siyu.command.SegmentRun();
            case "segment list" -> new siyu.command.SegmentList();
            case "segment diff" -> new siyu.command.SegmentDiff();
            case "segment history" -> new siyu.command.SegmentHistory();
            case "segment flow" -> new siyu.command.SegmentFlow();
            case "segment pin" -> new siyu.command.SegmentPin();
            case "points earn" -> new siyu.command.PointsEarn();
            case "points redeem" -> new siyu.command.PointsRedeem();
            case "points reverse" -> new siyu.command.PointsReverse();
            case "points cancel" -> new siyu.command.PointsCancel();
            case "points adjust" -> new siyu.command.PointsAdjust(siyu.command.PointsAdjust.Does.ADJUST);
            case "points open" -> new siyu.command.PointsAdjust(siyu.command.PointsAdjust.Does.OPEN);
            case "points transfer" -> new siyu.command.PointsTransfer();
            case "points forecast" -> new siyu.command.PointsForecast(siyu.command.PointsForecast.Does.FORECAST);
            case "points liability" -> new siyu.command.PointsForecast(siyu.command.PointsForecast.Does.LIABILITY);
            case "points simulate" -> new siyu.command.PointsSimulate();
            case "points verify" -> new siyu.command.PointsVerify();
            case "points close" -> new siyu.command.PointsClose();
            case "points expire" -> new siyu.command.PointsExpire();
            case "points balance" -> new siyu.command.PointsBalance();
            case "points statement" -> new siyu.command.PointsStatement();
            case "level list" -> new siyu.command.LevelVerb(siyu.command.LevelVerb.Does.LIST);
            case "level run" -> new siyu.command.LevelRun(false);
            case "level review" -> new siyu.command.LevelRun(true);
            case "level explain" -> new siyu.command.LevelExplain();
            case "level history" -> new siyu.command.LevelVerb(siyu.command.LevelVerb.Does.HISTORY);
            case "level buy" -> new siyu.command.LevelBuy();
            case "level report" -> new siyu.command.LevelVerb(siyu.command.LevelVerb.Does.REPORT);
            case "benefit list" -> new siyu.command.BenefitVerb(siyu.command.BenefitVerb.Does.LIST);
            case "benefit use" -> new siyu.command.BenefitUsing();
            case "benefit grant" -> new siyu.command.BenefitGrant();
            case "benefit status" -> new siyu.command.BenefitVerb(siyu.command.BenefitVerb.Does.STATUS);
            case "benefit report" -> new siyu.command.BenefitVerb(siyu.command.BenefitVerb.Does.REPORT);
            case "task list" -> new siyu.command.TaskVerb(siyu.command.TaskVerb.Does.LIST);
            case "task run" -> new siyu.command.TaskVerb(siyu.command.TaskVerb.Does.RUN);
            case "task status" -> new siyu.command.TaskVerb(siyu.command.TaskVerb.Does.STATUS);
            case "task explain" -> new siyu.command.TaskExplain();
            case "task leaderboard" -> new siyu.command.TaskBoard(false);
            case "task close" -> new siyu.command.TaskBoard(true);
            case "referral tiers" -> new siyu.command.ReferralVerb(siyu.command.ReferralVerb.Does.TIERS);
            case "referral record" -> new siyu.command.ReferralRecord();
            case "referral status" -> new siyu.command.ReferralVerb(siyu.command.ReferralVerb.Does.STATUS);
            case "referral list" -> new siyu.command.ReferralVerb(siyu.command.ReferralVerb.Does.LIST);
            case "referral explain" -> new siyu.command.ReferralExplain();
            case "referral decide" -> new siyu.command.ReferralDecide();
            case "referral settle" -> new siyu.command.ReferralSettle();
            case "referral rewards" -> new siyu.command.ReferralVerb(siyu.command.ReferralVerb.Does.REWARDS);
            case "referral audit" -> new siyu.command.ReferralAudit();
            case "referral tree" -> new siyu.command.ReferralVerb(siyu.command.ReferralVerb.Does.TREE);
            case "referral top" -> new siyu.command.ReferralVerb(siyu.command.ReferralVerb.Does.TOP);
            case "simulate diff" -> new siyu.command.SimulateDiff();
            case "simulate referral" -> new siyu.command.SimulateReferral();
            case "simulate sweep" -> new siyu.command.SimulateSweep();
            case "lottery list" -> new siyu.command.LotteryList();
            case "lottery commit" -> new siyu.command.LotteryCommit();
            case "lottery draw" -> new siyu.command.LotteryDraw();
            case "lottery reveal" -> new siyu.command.LotteryReveal();
            case "lottery export" -> new siyu.command.LotteryExport();
            case "lottery verify" -> new siyu.command.LotteryVerify();
            case "lottery simulate" -> new siyu.command.LotterySimulate();
            case "lottery report" -> new siyu.command.LotteryReport();
            case "shell" -> new siyu.command.ShellVerb(tree());
            case "doctor" -> new siyu.command.Doctor(VERSION);
            case "manual" -> new siyu.command.ManualPages(tree());
            case "completion" -> new siyu.command.Completion();
            case "report list" -> new siyu.command.ReportList();
            case "import groups" -> new siyu.command.ImportGroups();
            case "import members" -> new siyu.command.ImportMembers();
            case "assign-group plan" -> new siyu.command.AssignPlan(false);
            case "assign-group apply" -> new siyu.command.AssignPlan(true);
            case "assign-group explain" -> new siyu.command.AssignExplain();
            case "assign-group rebalance" -> new siyu.command.AssignRebalance();
            case "assign-group duplicates" -> new siyu.command.AssignDuplicates();
            case "assign-group join" -> new siyu.command.AssignJoin();
            case "assign-group codes" -> new siyu.command.AssignCodes();
            case "assign-group due" -> new siyu.command.AssignDue();
            case "assign-group life" -> new siyu.command.AssignLife();
            case "import owners" -> new siyu.command.OwnersImport();
            case "staff churn" -> new siyu.command.StaffChurn(false);
            case "staff follow-up" -> new siyu.command.StaffChurn(true);
            case "staff handover plan" -> new siyu.command.StaffHandover(siyu.command.StaffHandover.Does.PLAN);
            case "staff handover request" -> new siyu.command.StaffHandover(siyu.command.StaffHandover.Does.REQUEST);
            case "staff handover settle" -> new siyu.command.StaffHandover(siyu.command.StaffHandover.Does.SETTLE);
            case "staff handover list" -> new siyu.command.StaffHandover(siyu.command.StaffHandover.Does.LIST);
            case "staff assign" -> new siyu.command.StaffAssign();
            case "staff status" -> new siyu.command.StaffVerb(siyu.command.StaffVerb.Does.STATUS);
            case "staff audit" -> new siyu.command.StaffVerb(siyu.command.StaffVerb.Does.AUDIT);
            case "staff explain" -> new siyu.command.StaffVerb(siyu.command.StaffVerb.Does.EXPLAIN);
            case "version" -> new siyu.command.Version(VERSION);
            default -> throw new IllegalStateException("no verb for '" + path + "'");
        };
    }

    @Override
    public List<Code> codes() {
        List<Code> codes = new ArrayList<>();
        codes.addAll(List.of(CliCode.values()));
        codes.addAll(List.of(ConfigCode.values()));
        codes.addAll(List.of(ProgramCode.values()));
        codes.addAll(List.of(RuleCode.values()));
        codes.addAll(List.of(ImportCode.values()));
        codes.addAll(List.of(CustomerCode.values()));
        codes.addAll(List.of(StoreCode.values()));
        codes.addAll(List.of(SegmentCode.values()));
        codes.addAll(List.of(PointsCode.values()));
        codes.addAll(List.of(LevelCode.values()));
        codes.addAll(List.of(BenefitCode.values()));
        codes.addAll(List.of(TaskCode.values()));
        codes.addAll(List.of(LotteryCode.values()));
        codes.addAll(List.of(ReferralCode.values()));
        codes.addAll(List.of(ReportCode.values()));
        codes.addAll(List.of(GroupCode.values()));
        codes.addAll(List.of(StaffCode.values()));
        return codes;
    }
}
