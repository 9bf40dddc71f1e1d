package siyu.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Live codes of groups as tables. */
public final class CodeTables {
    private CodeTables() {}

    /** The columns of {@link #join}. */
    public static final List<String> JOIN = List.of("customer", "group", "why");

    private static final List<Why> OUTCOMES = List.of(
            Why.PLACED, Why.STAYS, Why.NOT_ELIGIBLE, Why.NOT_FOR, Why.UNDECIDED, Why.LEFT, Why.FULL, Why.ABSENT);

    /**
     * What became of those who scanned a code.
     *
     * @param customers in their order
     * @param decisions by place among them
     * @param whole whether those are shown too who were not put into a group
     * @param after how the code stands now
     */
    public static Table join(
            int[] customers,
            List<Filling.Decision> decisions,
            boolean whole,
            CodeState after,
            List<Group> groups,
            AsOf asOf,
            IntFunction<String> ids) {
        Rows rows = sink -> {
            for (int i = 0; i < customers.length; i++) {
                Filling.Decision decision = decisions.get(i);
                boolean shown = whole || decision.why() == Why.PLACED || decision.why() == Why.FULL;
                if (shown
                        && !sink.row(new @Nullable Object[] {
                            ids.apply(customers[i]),
                            decision.group() < 0
                                    ? null
                                    : groups.get(decision.group()).id(),
                            decision.why().word()
                        })) {
                    return;
                }
            }
        };
        Table table = Table.of(
                        "siyu.assign_group.join/1",
                        asOf.zone(),
                        List.of(Heading.text("customer"), Heading.text("group"), Heading.text("why")),
                        rows)
                .with("as_of", asOf.today())
                .with("code", after.code());
        for (Why why : OUTCOMES) {
            long count =
                    decisions.stream().filter(decision -> decision.why() == why).count();
            table = table.with(why.word().replace(' ', '_').toLowerCase(Locale.ROOT), count);
        }
        int filling = after.filling().filling();
        if (filling >= 0) {
            table = table.with("filling", after.filling().groups().get(filling).id());
        }
        table = table.with("seats", after.filling().seats());
        return after.runsOut() == null ? table : table.with("runs_out", after.runsOut());
    }

    /** The columns of {@link #codes}. */
    public static final List<String> CODES = List.of(
            "code", "kind", "groups", "filling", "room", "seats", "days", "joined", "left", "per_day", "runs_out");

    /** One row a code. */
    public static Table codes(List<CodeState> states, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CodeState state : states) {
            Filling filling = state.filling();
            int now = filling.filling();
            rows.add(new @Nullable Object[] {
                state.code(),
                filling.kind().name(),
                (long) filling.groups().size(),
                now < 0 ? null : filling.groups().get(now).id(),
                now < 0 ? 0L : (long) filling.room(now),
                filling.seats(),
                (long) state.days(),
                state.joined(),
                state.left(),
                state.perDay(),
                state.runsOut()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("code"),
                Heading.text("kind"),
                Heading.of("groups", Kind.INTEGER),
                Heading.text("filling"),
                Heading.of("room", Kind.INTEGER),
                Heading.of("seats", Kind.INTEGER),
                Heading.of("days", Kind.INTEGER).wideOnly(),
                Heading.of("joined", Kind.INTEGER),
                Heading.of("left", Kind.INTEGER),
                Heading.of("per_day", Kind.DECIMAL),
                Heading.of("runs_out", Kind.DATE));
        return Table.of("siyu.assign_group.codes/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /** The groups of codes, each in the order in which it fills them. */
    public static Table groups(List<CodeState> states, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CodeState state : states) {
            rows(state.code(), state.filling(), state.filling().groups().size(), rows);
        }
        return Table.of("siyu.assign_group.code_groups/1", asOf.zone(), headings(), Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /**
     * The groups of a code for one who scans it.
     *
     * @param decision what would become of him
     * @param in the external id of the group he is in, or is put into; null for none
     */
    public static Table explain(CodeState before, Filling.Decision decision, @Nullable String in, int most, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows(before.code(), before.filling(), most, rows);
        for (@Nullable Object[] row : rows) {
            if (decision.why() == Why.STAYS && row[2] != null && row[2].equals(in)) {
                row[VERDICT] = Candidate.Verdict.IN_IT.word();
            } else if (decision.why() != Why.PLACED
                    && Candidate.Verdict.CHOSEN.word().equals(row[VERDICT])) {
                row[VERDICT] = Candidate.Verdict.POSSIBLE.word();
            }
        }
        return Table.of("siyu.assign_group.explain_code/1", asOf.zone(), headings(), Rows.of(rows))
                .with("as_of", asOf.today())
                .with("why", decision.why().word());
    }

    private static final int VERDICT = 7;

    private static List<Heading> headings() {
        return List.of(
                Heading.text("code"),
                Heading.of("turn", Kind.INTEGER),
                Heading.text("group"),
                Heading.text("name"),
                Heading.of("limit", Kind.INTEGER),
                Heading.of("members", Kind.INTEGER),
                Heading.of("room", Kind.INTEGER),
                Heading.text("verdict"));
    }

    private static void rows(String code, Filling filling, int most, List<@Nullable Object[]> into) {
        for (int turn = 0; turn < Math.min(most, filling.groups().size()); turn++) {
            Group group = filling.groups().get(turn);
            into.add(new @Nullable Object[] {
                code,
                turn + 1L,
                group.id(),
                group.name(),
                (long) filling.limit(turn),
                (long) filling.members(turn),
                (long) filling.room(turn),
                filling.verdict(turn).word()
            });
        }
    }
}
