package siyu.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.out.Format;
import siyu.referral.Decided;
import siyu.referral.Forest;
import siyu.referral.Invitations;
import siyu.referral.ReferralStore;
import siyu.referral.ReferralTables;
import siyu.referral.State;

/** {@code referral tiers|status|list|rewards|tree|top}: what referrals bring, and where they are. */
public final class ReferralVerb implements Verb {
    /** Which of them. */
    public enum Does {
        TIERS,
        STATUS,
        LIST,
        REWARDS,
        TREE,
        TOP
    }

    private static final int MOST_NESTED = 200;

    private static final Parameter<List<String>> OF =
            Parameter.positionals("ID", "customers who invited or were invited (default: everybody)");
    private static final Parameter<List<String>> CUSTOMER =
            Parameter.positionals("ID", "the customer who was paid (default: everybody)");
    private static final Parameter<String> STATE = Parameter.<String>option(
                    "--state", "STATE", "only those in this state", text -> text)
            .oneOf(Arrays.stream(State.values()).map(State::word).toList());
    private static final Parameter<Integer> DEPTH = Parameter.option(
                    "--depth", "N", "how many levels to show", new Forms.Whole(1, 10_000_000))
            .or(10);
    private static final Parameter<Integer> MOST = Parameter.option(
                    "--top", "N", "how many", new Forms.Whole(1, 100_000))
            .or(10);

    private final Does does;

    public ReferralVerb(Does does) {
        this.does = does;
    }

    @Override
    public Manual manual() {
        return switch (does) {
            case TIERS ->
                new Manual(
                        "What 1 to 12 referrals bring",
                        List.of("Works the program's steps out: what each further referral brings, and all together."),
                        List.of(
                                new Example("siyu referral tiers", "as the program is"),
                                new Example(
                                        "siyu referral tiers --set referral.tiers.mode=per_unit", "as it might be")),
                        List.of("siyu.referral.tiers/1"));
            case STATUS ->
                new Manual(
                        "Count invitations by where they are, and why",
                        List.of("States follow from the events, the program and what people decided; they are never"
                                + " stored, so --as-of looks back and --set looks aside. What was paid is as it is on"
                                + " record now."),
                        List.of(new Example("siyu referral status", "all invitations")),
                        List.of("siyu.referral.status/1"));
            case LIST ->
                new Manual(
                        "List invitations with where they are",
                        List.of("'due' is the day from which the reward can be settled. In order of time."),
                        List.of(
                                new Example("siyu referral list C00000000", "of one customer, on both sides"),
                                new Example("siyu referral list --state flagged", "what waits for a person")),
                        List.of("siyu.referral.list/1"));
            case REWARDS ->
                new Manual(
                        "List what was paid for referrals and taken back",
                        List.of(
                                "Points are in the ledger too; money and coupons are to be paid by whoever reads this list."
                                        + " A reward of which a limit or the budget left nothing is there as refused."),
                        List.of(new Example("siyu referral rewards C00000000", "of one customer")),
                        List.of("siyu.referral.rewards/1"));
            case TREE ->
                new Manual(
                        "Show who was brought by one customer, and by those in turn",
                        List.of("With -o json each customer holds those he brought, " + MOST_NESTED
                                + " levels at most; --limit counts all of them."),
                        List.of(new Example("siyu referral tree C00000000 --depth 3", "three levels")),
                        List.of("siyu.referral.tree/1"));
            case TOP ->
                new Manual(
                        "The customers who brought the most",
                        List.of(
                                "By referrals that were rewarded and stand, then by customers brought. 'below' counts all"
                                        + " levels."),
                        List.of(new Example("siyu referral top --top 3", "the first three")),
                        List.of("siyu.referral.top/1"));
        };
    }

    @Override
    public List<Parameter<?>> parameters() {
        return switch (does) {
            case TIERS, STATUS -> List.of();
            case LIST -> List.of(OF, STATE);
            case REWARDS -> List.of(CUSTOMER);
            case TREE -> List.of(LedgerDesk.ID, DEPTH);
            case TOP -> List.of(MOST);
        };
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return does == Does.LIST ? ReferralTables.LIST : List.of();
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        if (does == Does.TIERS) {
            return Outcome.of(ReferralTables.tiers(
                    ReferralDesk.rules(session.program()), session.program().vocabulary()));
        }
        ReferralDesk desk = ReferralDesk.of(session);
        AsOf asOf = desk.world().asOf();
        if (does == Does.REWARDS) {
            List<ReferralStore.Row> rows = new ArrayList<>();
            List<String> ids = call.value(CUSTOMER);
            ids.forEach(id -> rows.addAll(desk.store().rewards(desk.world().number(id))));
            return Outcome.of(ReferralTables.rewards(
                    ids.isEmpty() ? desk.store().rewards(-1) : rows,
                    desk.ids(),
                    desk.world().vocabulary()));
        }
        Decided decided = desk.decided();
        return switch (does) {
            case STATUS -> Outcome.of(ReferralTables.status(decided, asOf));
            case TREE -> tree(call, desk, decided);
            case TOP ->
                Outcome.of(ReferralTables.top(
                        decided,
                        Forest.of(decided),
                        call.value(MOST),
                        desk.ids(),
                        desk.world().vocabulary(),
                        asOf));
            default ->
                Outcome.of(ReferralTables.list(
                        "siyu.referral.list/1", decided, chosen(call, desk, decided), desk.ids(), asOf));
        };
    }

    private static int[] chosen(Call call, ReferralDesk desk, Decided decided) {
        List<String> wanted = call.value(OF);
        String state = call.get(STATE);
        Invitations all = decided.invitations();
        int[] numbers = wanted.stream()
                .mapToInt(id -> desk.world().population().number(id))
                .toArray();
        boolean[] mine = new boolean[all.size()];
        for (int i = 0; i < mine.length; i++) {
            mine[i] = wanted.isEmpty();
            for (int which = 0; which < numbers.length; which++) {
                boolean invited = all.referrer(i) == numbers[which] && numbers[which] >= 0;
                mine[i] |= invited || all.refereeId(i).equals(wanted.get(which));
            }
        }
        return IntStream.range(0, mine.length)
                .filter(i -> mine[i]
                        && (state == null
                                || decided.state(i)
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(state)))
                .toArray();
    }

    private static Outcome tree(Call call, ReferralDesk desk, Decided decided) {
        int root = desk.world().number(call.value(LedgerDesk.ID));
        Forest forest = Forest.of(decided);
        int depth = call.value(DEPTH);
        AsOf asOf = desk.world().asOf();
        if (call.value(Common.OUTPUT) == Format.JSON) {
            Long limit = call.get(Common.LIMIT);
            long most = limit == null ? Long.MAX_VALUE : Math.max(1, limit);
            return Outcome.of(
                    ReferralTables.nested(decided, forest, root, Math.min(depth, MOST_NESTED), most, desk.ids(), asOf));
        }
        return Outcome.of(ReferralTables.tree(decided, forest, root, depth, desk.ids(), asOf));
    }
}
