package siyu.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Common;
import siyu.level.Held;
import siyu.level.Ladder;
import siyu.level.LevelTables;
import siyu.level.Standing;
import siyu.points.Balance;
import siyu.points.Entries;
import siyu.points.Exchange;
import siyu.points.PointsStore;
import siyu.rule.Definition;
import siyu.task.TaskStore;

/** What the parts of the program beyond facts and segments know about one customer; each part is one cell of {@code show}. */
final class ShowParts {
    private final Session session;
    private final World world;
    private final int customer;

    ShowParts(Session session, World world, int customer) {
        this.session = session;
        this.world = world;
        this.customer = customer;
    }

    /** The parts by the name of their column, in the order in which they are shown. */
    Map<String, Object> all() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("level", session.program().levels() == null ? Map.of() : level());
        parts.put("points", points());
        parts.put("tasks", tasks());
        parts.put("badges", badges());
        return parts;
    }

    /** Why he bears a tag: the rule, unless somebody pinned it. */
    String source(Definition.Tag tag) {
        boolean[] pinned = world.marks().tagged(tag.name(), customer, 1);
        return pinned.length > 0 && pinned[0]
                ? "pinned"
                : "rule: " + tag.source().text().strip();
    }

    /** What he can spend, what he cannot yet or no more, and what ends next. */
    private Map<String, Object> points() {
        PointsStore store = new PointsStore(session.store());
        Entries entries = store.history(customer, customer, store.ledger()).entries();
        Map<String, Object> points = new LinkedHashMap<>();
        if (entries.size() == 0) {
            return points;
        }
        boolean given = session.call().get(Common.AS_OF) != null;
        int today = (int) world.asOf().today().toEpochDay();
        long moment = given ? world.asOf().endMicros() : Long.MAX_VALUE;
        Balance balance = Balance.of(Balance.asOf(entries, 0, entries.size(), moment), today);
        points.put("balance", balance.balance());
        points.put("available", balance.available());
        Exchange exchange = session.program().points().exchange();
        if (exchange != null) {
            int decimals = world.vocabulary().decimals();
            points.put("value", BigDecimal.valueOf(exchange.value(balance.available()), decimals));
        }
        points.put("pending", balance.pending());
        points.put("expired", balance.expired());
        points.put("debt", balance.debt());
        if (balance.nextExpiry() != Entries.NEVER) {
            points.put("next_expiry", LocalDate.ofEpochDay(balance.nextExpiry()));
            points.put("next_points", balance.nextPoints());
        }
        return points;
    }

    private Map<String, Object> level() {
        LevelDesk desk = LevelDesk.of(session);
        Ladder ladder = desk.ladder();
        int day = desk.day(world.asOf());
        Standing standing = desk.store().standing(customer, day);
        Held held = Held.of(ladder, standing, desk.store().memberships(customer), day);
        Map<String, Object> level = new LinkedHashMap<>();
        level.put("level", ladder.name(held.place()));
        level.put("by", held.bought() ? "membership" : "growth");
        put(level, "since", LevelTables.date(standing.since()));
        put(level, "deadline", LevelTables.date(standing.deadline()));
        put(level, "until", LevelTables.date(held.until()));
        Long growth = LevelExplain.growth(desk, customer);
        if (growth != null) {
            level.put("growth", desk.tables().growth(growth));
            int above = ladder.above(Math.max(0, standing.place(ladder)));
            if (above > 0) {
                level.put("next", ladder.step(above).name());
                level.put(
                        "missing",
                        desk.tables().growth(Math.max(0, ladder.step(above).growth() - growth)));
            }
        }
        return level;
    }

    private static void put(Map<String, Object> into, String name, @Nullable Object value) {
        if (value != null) {
            into.put(name, value);
        }
    }

    /** The tasks done, latest first; those of a day after the as-of do not exist yet. */
    private List<Object> tasks() {
        List<Object> tasks = new ArrayList<>();
        for (TaskStore.DoneRow row : new TaskStore(session.store()).doneBy(customer)) {
            if (row.day() <= world.asOf().today().toEpochDay()) {
                Map<String, Object> task = new LinkedHashMap<>();
                task.put("task", row.task());
                task.put("period", row.period());
                task.put("done", LocalDate.ofEpochDay(row.day()));
                task.put("reward", row.reward());
                tasks.add(task);
            }
        }
        return tasks;
    }

    private List<Object> badges() {
        List<Object> badges = new ArrayList<>();
        for (TaskStore.BadgeRow row : new TaskStore(session.store()).badgesOf(customer)) {
            if (row.day() <= world.asOf().today().toEpochDay()) {
                Map<String, Object> badge = new LinkedHashMap<>();
                badge.put("badge", row.badge());
                badge.put("since", LocalDate.ofEpochDay(row.day()));
                badges.add(badge);
            }
        }
        return badges;
    }
}
