package siyu.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.points.CalendarUnit;
import siyu.points.Period;
import siyu.rule.Printer;

/** Tasks, badges and leaderboards as tables. */
public final class TaskTables {
    private TaskTables() {}

    /** All tasks, badges and leaderboards of a program. */
    public static Table list(TaskRules rules, Vocabulary vocabulary) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Task task : rules.tasks()) {
            rows.add(new @Nullable Object[] {
                task.name(),
                task.kind().word(),
                task.every() == CalendarUnit.EVER ? "once" : task.every().word(),
                task.reward() == 0 ? null : task.reward(),
                Printer.text(vocabulary, task.goal())
            });
        }
        for (TaskRules.Badge badge : rules.badges()) {
            rows.add(new @Nullable Object[] {badge.name(), "badge", "once", null, Printer.text(vocabulary, badge.when())
            });
        }
        for (TaskRules.Board board : rules.boards()) {
            String of = board.kind() < 0
                    ? "points"
                    : (board.amount() ? "amount of " : "count of ")
                            + vocabulary.kinds().get(board.kind());
            rows.add(new @Nullable Object[] {
                board.name(), "leaderboard", board.weekly() ? "week" : "month", null, of + ", top " + board.top()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("name"),
                Heading.text("kind"),
                Heading.text("every"),
                Heading.of("reward", Kind.INTEGER),
                Heading.text("rule"));
        return Table.of("siyu.task.list/1", vocabulary.zone(), headings, Rows.of(rows));
    }

    /** The columns of {@link #run}. */
    public static final List<String> RUN = List.of("name", "kind", "period", "reached", "new", "undecided", "points");

    /** What a run came to. */
    public static Table run(TaskPlan plan, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (TaskPlan.Count count : plan.counts()) {
            rows.add(new @Nullable Object[] {
                count.name(),
                count.kind(),
                count.period().isEmpty() ? null : count.period(),
                count.reached(),
                count.fresh(),
                count.undecided(),
                count.points()
            });
        }
        List<Heading> headings = List.of(
                Heading.text("name"),
                Heading.text("kind"),
                Heading.text("period"),
                Heading.of("reached", Kind.INTEGER),
                Heading.of("new", Kind.INTEGER),
                Heading.of("undecided", Kind.INTEGER),
                Heading.of("points", Kind.INTEGER));
        return Table.of("siyu.task.run/1", asOf.zone(), headings, Rows.of(rows)).with("as_of", asOf.today());
    }

    /**
     * Where one customer stands.
     *
     * @param state by task, then by badge: true, false, or null for unknown
     */
    public static Table status(
            TaskRules rules,
            @Nullable Boolean[] state,
            List<TaskStore.DoneRow> done,
            List<TaskStore.BadgeRow> badges,
            AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < rules.tasks().size(); i++) {
            Task task = rules.tasks().get(i);
            String period = Period.of(task.every(), asOf.today()).label();
            TaskStore.DoneRow now = null;
            long times = 0;
            for (TaskStore.DoneRow row : done) {
                if (row.task().equals(task.name())) {
                    times++;
                    now = row.period().equals(period) ? row : now;
                }
            }
            rows.add(new @Nullable Object[] {
                task.name(),
                task.kind().word(),
                period,
                state[i],
                now == null ? null : LocalDate.ofEpochDay(now.day()),
                times,
                task.reward() == 0 ? null : task.reward()
            });
        }
        for (int i = 0; i < rules.badges().size(); i++) {
            TaskRules.Badge badge = rules.badges().get(i);
            LocalDate since = null;
            for (TaskStore.BadgeRow row : badges) {
                since = row.badge().equals(badge.name()) ? LocalDate.ofEpochDay(row.day()) : since;
            }
            rows.add(new @Nullable Object[] {
                badge.name(), "badge", null, state[rules.tasks().size() + i], since, since == null ? 0L : 1L, null
            });
        }
        List<Heading> headings = List.of(
                Heading.text("name"),
                Heading.text("kind"),
                Heading.text("period"),
                Heading.of("reached", Kind.BOOLEAN),
                Heading.of("recorded", Kind.DATE),
                Heading.of("times", Kind.INTEGER),
                Heading.of("reward", Kind.INTEGER));
        return Table.of("siyu.task.status/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today());
    }

    /** The columns of {@link #board}. */
    public static final List<String> BOARD = List.of("place", "customer", "score", "reached_at");

    /** A leaderboard, best first. */
    public static Table board(
            String schema,
            TaskRules.Board board,
            Period period,
            boolean closed,
            List<Leaderboard.Place> places,
            IntFunction<String> ids,
            Vocabulary vocabulary) {
        // Ids are read range by range, so they are asked in order of numbers.
        String[] names = new String[places.size()];
        Integer[] order = new Integer[places.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(
                order, java.util.Comparator.comparingInt(i -> places.get(i).customer()));
        for (int i : order) {
            names[i] = ids.apply(places.get(i).customer());
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Leaderboard.Place place = places.get(i);
            rows.add(new @Nullable Object[] {
                i + 1L, names[i], score(board, place.score(), vocabulary), instant(place.reached())
            });
        }
        List<Heading> headings = List.of(
                Heading.of("place", Kind.INTEGER),
                Heading.text("customer"),
                Heading.of("score", board.amount() ? Kind.MONEY : Kind.INTEGER),
                Heading.of("reached_at", Kind.TIME));
        return Table.of(schema, vocabulary.zone(), headings, Rows.of(rows))
                .with("board", board.name())
                .with("period", period.label())
                .with("closed", closed);
    }

    /** The columns of {@link #explain}. */
    public static final List<String> EXPLAIN = List.of("at", "what", "about", "rule", "score", "total");

    /**
     * What counts for one customer on a leaderboard, and where that puts him.
     *
     * @param places best first: those of the board as it is, or as it was closed
     */
    public static Table explain(
            TaskRules.Board board,
            Period period,
            boolean closed,
            Placing placing,
            int customer,
            String id,
            List<Leaderboard.Place> places,
            Vocabulary vocabulary) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        long total = 0;
        for (Placing.Line line : placing.lines()) {
            total = Math.addExact(total, line.score());
            rows.add(new @Nullable Object[] {
                instant(line.at()),
                line.what(),
                line.about().isEmpty() ? null : line.about(),
                line.rule().isEmpty() ? null : line.rule(),
                score(board, line.score(), vocabulary),
                score(board, total, vocabulary)
            });
        }
        Kind number = board.amount() ? Kind.MONEY : Kind.INTEGER;
        List<Heading> headings = List.of(
                Heading.of("at", Kind.TIME),
                Heading.text("what"),
                Heading.text("about"),
                Heading.text("rule"),
                Heading.of("score", number),
                Heading.of("total", number));
        Table table = Table.of("siyu.task.close_explain/1", vocabulary.zone(), headings, Rows.of(rows))
                .with("board", board.name())
                .with("period", period.label())
                .with("closed", closed)
                .with("customer", id)
                .with("why", placing.reason(customer, places).words());
        int place = Placing.place(customer, places);
        Leaderboard.Place his =
                place > 0 ? places.get(place - 1) : new Leaderboard.Place(customer, placing.score(), placing.reached());
        table = place > 0 ? table.with("place", (long) place) : table;
        table = table.with("score", score(board, his.score(), vocabulary));
        table = his.reached() != 0 ? table.with("reached_at", instant(his.reached())) : table;
        table = table.with("places", (long) places.size());
        if (places.isEmpty()) {
            return table;
        }
        Leaderboard.Place last = places.get(places.size() - 1);
        return table.with("last_score", score(board, last.score(), vocabulary))
                .with("last_reached_at", instant(last.reached()));
    }

    private static Object score(TaskRules.Board board, long score, Vocabulary vocabulary) {
        return board.amount() ? BigDecimal.valueOf(score, vocabulary.decimals()) : (Object) score;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
