package siyu.staff;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Handovers as tables. */
public final class HandoverTables {
    private HandoverTables() {}

    /** The columns of {@link #plan}. */
    public static final List<String> PLAN = List.of("customer", "to", "day", "batch", "delay", "earliest");

    /** Who moves to whom on which day. */
    public static Table plan(
            List<HandoverPlan.Move> moves,
            Crew crew,
            String from,
            Platform platform,
            IntFunction<String> ids,
            ZoneId zone) {
        Map<String, Long> days = new TreeMap<>();
        long planned = 0;
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (HandoverPlan.Move move : moves) {
            HandoverPlan.Delay delay = move.delay();
            rows.add(new @Nullable Object[] {
                ids.apply(move.customer()),
                move.to() < 0 ? null : crew.people().get(move.to()).id(),
                move.day(),
                move.batch() == 0 ? null : (Object) (long) move.batch(),
                delay == null ? null : delay.word(),
                move.earliest()
            });
            if (move.day() != null) {
                days.merge(move.day().toString(), 1L, Long::sum);
                planned++;
            }
        }
        List<Heading> headings = List.of(
                Heading.text("customer"),
                Heading.text("to"),
                Heading.of("day", Kind.DATE),
                Heading.of("batch", Kind.INTEGER),
                Heading.text("delay"),
                Heading.of("earliest", Kind.DATE));
        return Table.of("siyu.staff.handover.plan/1", zone, headings, Rows.of(rows))
                .with("from", from)
                .with("customers", (long) moves.size())
                .with("planned", planned)
                .with("left", moves.size() - planned)
                .with("days", days)
                .with("limits", limits(platform));
    }

    /** The platform's limits, each with where it is written down. */
    private static List<Object> limits(Platform platform) {
        List<Object> limits = new ArrayList<>();
        Platform.Transfers transfers = platform.transfers();
        if (transfers != null) {
            limits.add(limit(
                    transfers.most() + " transfers of a customer in " + transfers.days() + " days"
                            + (transfers.leaving() ? "" : ", for those who move on"),
                    transfers.cited()));
        }
        Platform.Count batch = platform.batch();
        if (batch != null) {
            limits.add(limit(batch.most() + " customers a request", batch.cited()));
        }
        Platform.Count day = platform.day();
        if (day != null) {
            limits.add(limit(day.most() + " customers a day", day.cited()));
        }
        Platform.Wait wait = platform.delay();
        if (wait != null) {
            limits.add(limit(wait.hours() + " hours to refuse", wait.cited()));
        }
        return limits;
    }

    private static Map<String, Object> limit(String words, Platform.Cited cited) {
        Map<String, Object> limit = new java.util.LinkedHashMap<>();
        limit.put("limit", words);
        limit.put("source", cited.source());
        limit.put("date", cited.date());
        return limit;
    }

    /** The columns of {@link #transfers}. */
    public static final List<String> TRANSFERS = List.of(
            "handover",
            "customer",
            "from",
            "to",
            "reason",
            "due",
            "batch",
            "state",
            "requested",
            "settled",
            "moves_at");

    /** Transfers and how far they are. */
    public static Table transfers(
            String schema,
            List<Transfer> transfers,
            Crew crew,
            Platform platform,
            IntFunction<String> ids,
            ZoneId zone) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Map<String, Long> states = new java.util.LinkedHashMap<>();
        for (Transfer.State state : Transfer.State.values()) {
            states.put(state.word(), 0L);
        }
        for (Transfer transfer : transfers) {
            Long requested = transfer.requested();
            boolean waiting = transfer.state() == Transfer.State.WAITING && requested != null;
            rows.add(new @Nullable Object[] {
                (long) transfer.handover(),
                ids.apply(transfer.customer()),
                crew.people().get(transfer.from()).id(),
                crew.people().get(transfer.to()).id(),
                transfer.leaving() ? "leaving" : "moving",
                transfer.due(),
                (long) transfer.batch(),
                transfer.state().word(),
                instant(requested),
                instant(transfer.settled()),
                waiting && requested != null ? instant(requested + platform.waitMicros()) : null
            });
            states.merge(transfer.state().word(), 1L, Long::sum);
        }
        List<Heading> headings = List.of(
                Heading.of("handover", Kind.INTEGER),
                Heading.text("customer"),
                Heading.text("from"),
                Heading.text("to"),
                Heading.text("reason"),
                Heading.of("due", Kind.DATE),
                Heading.of("batch", Kind.INTEGER),
                Heading.text("state"),
                Heading.of("requested", Kind.TIME).wideOnly(),
                Heading.of("settled", Kind.TIME).wideOnly(),
                Heading.of("moves_at", Kind.TIME));
        Table table = Table.of(schema, zone, headings, Rows.of(rows));
        for (Map.Entry<String, Long> state : states.entrySet()) {
            table = table.with(state.getKey(), state.getValue());
        }
        return table;
    }

    private static @Nullable Object instant(@Nullable Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
