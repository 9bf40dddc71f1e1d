package siyu.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.cli.Common;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Vocabulary;
import siyu.group.Group;
import siyu.group.GroupStore;
import siyu.group.Stay;
import siyu.group.Stays;
import siyu.level.Held;
import siyu.level.Ladder;
import siyu.level.LevelRules;
import siyu.level.LevelTables;
import siyu.level.Standing;
import siyu.points.Balance;
import siyu.points.Entries;
import siyu.points.Exchange;
import siyu.points.PointsStore;
import siyu.referral.ReferralRules;
import siyu.referral.ReferralStore;
import siyu.referral.Side;
import siyu.rule.Definition;
import siyu.segment.SegmentStore;
import siyu.staff.Churn;
import siyu.staff.HandoverStore;
import siyu.staff.OwnerStore;
import siyu.staff.Person;
import siyu.staff.StaffStore;
import siyu.staff.Transfer;
import siyu.task.TaskStore;

/** What the parts of the program beyond facts and segments know about one customer; each part is one cell of {@code show}. */
final class ShowParts {
    /** How many of the last ones are named. */
    private static final int LAST = 10;

    private final Session session;
    private final World world;
    private final int customer;
    private final Map<String, Object> parts = new LinkedHashMap<>();
    private Map<String, Object> stored = Map.of();

    ShowParts(Session session, World world, int customer) {
        this.session = session;
        this.world = world;
        this.customer = customer;
    }

    /** Looks up all that his events are not needed for. */
    void read() {
        stored = since(world.asOf().today().toEpochDay());
        LevelRules rules = session.program().levels();
        Map<String, Object> level = rules == null ? Map.of() : level(LevelDesk.of(session, rules, world));
        Map<String, Object> points = points();
        parts.put("level", level);
        parts.put("points", points);
        parts.put("groups", groups());
        parts.put("staff", staff());
        parts.put("referrals", Map.of());
        parts.put("tasks", tasks());
        parts.put("badges", badges());
        parts.put("due", due(level, points));
    }

    /** The parts by the name of their column, in the order in which they are shown, with what his events tell. */
    Map<String, Object> with(CustomerBlock block, int row) {
        if (session.program().referral() != null) {
            parts.put("referrals", referrals(block, row));
        }
        return parts;
    }

    /** The stored segments by the name of their segmentation. */
    Map<String, Object> stored() {
        return stored;
    }

    /** Where stored memberships say he was at the end of that epoch day, and since when. */
    private Map<String, Object> since(long day) {
        Map<String, Object> since = new LinkedHashMap<>();
        for (siyu.segment.Stay stay : new SegmentStore(session.store()).history(customer)) {
            Long left = stay.left();
            if (stay.entered() <= day && (left == null || left > day)) {
                Map<String, Object> segment = new LinkedHashMap<>();
                segment.put("segment", stay.segment());
                segment.put("since", LocalDate.ofEpochDay(stay.entered()));
                since.put(stay.segmentation(), segment);
            }
        }
        return since;
    }

    /** Why he bears a tag: the rule, unless somebody pinned it. */
    String source(Definition.Tag tag) {
        boolean[] pinned = world.marks().tagged(tag.name(), customer, 1);
        return pinned.length > 0 && pinned[0]
                ? "pinned"
                : "rule: " + tag.source().text().strip();
    }

    /** What is kept from then on, microseconds since 1970, is not known at the as-of; without --as-of everything is. */
    private long moment() {
        return session.call().get(Common.AS_OF) == null
                ? Long.MAX_VALUE
                : world.asOf().endMicros();
    }

    /** What he can spend, what he cannot yet or no more, and what ends next. */
    private Map<String, Object> points() {
        PointsStore store = new PointsStore(session.store());
        Entries entries = store.history(customer, customer, store.ledger()).entries();
        Map<String, Object> points = new LinkedHashMap<>();
        if (entries.size() == 0) {
            return points;
        }
        int today = (int) world.asOf().today().toEpochDay();
        Balance balance = Balance.of(Balance.asOf(entries, 0, entries.size(), moment()), today);
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

    private Map<String, Object> level(LevelDesk desk) {
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
        Long growth = LevelExplain.growth(desk, customer, desk.world().asOf());
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

    /** The groups he is in. */
    private List<Object> groups() {
        List<Object> found = new ArrayList<>();
        GroupStore store = new GroupStore(session.store());
        Stays stays = store.stays(customer);
        List<Group> groups = stays.size() == 0 ? List.of() : store.groups();
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            if (stay.holds(world.asOf().today().toEpochDay())) {
                Map<String, Object> group = new LinkedHashMap<>();
                group.put("group", groups.get(stay.group()).id());
                group.put("kind", groups.get(stay.group()).kind());
                group.put("since", LocalDate.ofEpochDay(stay.joined()));
                found.add(group);
            }
        }
        return found;
    }

    /** Who looks after him, and since when; empty for nobody. */
    private Map<String, Object> staff() {
        Map<String, Object> found = new LinkedHashMap<>();
        StaffStore store = new StaffStore(session.store());
        StaffStore.Owner owner = store.owner(customer);
        if (owner != null && owner.begun() < moment()) {
            found.put("staff", store.people().get(owner.staff()).id());
            found.put("since", StaffStore.day(owner.begun(), world.asOf().zone()));
            put(found, "code", owner.code());
        }
        return found;
    }

    /**
     * Whom he invited, what that brought, and who brought him as far as a reward is on record: what is not settled is decided over
     * all invitations, which {@code siyu referral} does.
     */
    private Map<String, Object> referrals(CustomerBlock block, int row) {
        Map<String, Object> found = new LinkedHashMap<>();
        ReferralStore store = new ReferralStore(session.store());
        List<Object> rewards = new ArrayList<>();
        for (ReferralStore.Row reward : store.rewards(customer)) {
            if (reward.at() >= world.asOf().endMicros()) {
                continue;
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("invitation", reward.invitation());
            one.put("as", reward.side().word());
            one.put(reward.back() ? "taken_back" : "got", reward.award().text(world.vocabulary()));
            rewards.add(one);
            if (reward.side() == Side.REFEREE && !reward.back()) {
                for (ReferralStore.Row other : store.rewardsFor(reward.invitation())) {
                    if (other.side() == Side.REFERRER) {
                        found.put("brought_by", world.ids().apply(other.customer()));
                    }
                }
            }
        }
        List<Object> invited = invited(block, row);
        found.put("invited", (long) invited.size());
        if (!invited.isEmpty()) {
            found.put("last_invited", invited.subList(Math.max(0, invited.size() - LAST), invited.size()));
        }
        if (!rewards.isEmpty()) {
            found.put("rewards", rewards.subList(Math.max(0, rewards.size() - LAST), rewards.size()));
        }
        return found;
    }

    private List<Object> invited(CustomerBlock block, int row) {
        List<Object> invited = new ArrayList<>();
        EventBlock events = block.events;
        int kind = world.vocabulary().kind(ReferralRules.KIND);
        for (int i = events == null ? 0 : events.offsets[row]; events != null && i < events.offsets[row + 1]; i++) {
            Column at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]);
            Column referee = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_REF]);
            Object id = Cells.value(referee, i, world.vocabulary());
            if (events.kinds[i] == kind && at.longs[i] < world.asOf().endMicros() && id != null) {
                invited.add(id);
            }
        }
        return invited;
    }

    /** What comes to an end, the next first. */
    private List<Object> due(Map<String, Object> level, Map<String, Object> points) {
        List<Map<String, Object>> due = new ArrayList<>();
        due(due, points.get("next_expiry"), "points end", points.get("next_points"));
        due(due, level.get("deadline"), "level to be kept", level.get("level"));
        due(due, level.get("until"), "membership ends", level.get("level"));
        parted(due);
        handedOver(due);
        due.sort((one, other) -> String.valueOf(one.get("on")).compareTo(String.valueOf(other.get("on"))));
        return List.copyOf(due);
    }

    /** That somebody should ask why he parted from his staff member, and until when no live code gives him to another. */
    private void parted(List<Map<String, Object>> due) {
        OwnerStore store = new OwnerStore(session.store());
        List<OwnerStore.Past> past = new ArrayList<>(store.past(customer));
        past.removeIf(one -> one.ended() >= moment());
        if (past.isEmpty()) {
            return;
        }
        StaffStore staff = new StaffStore(session.store());
        StaffStore.Owner owner = staff.owner(customer);
        boolean owned = owner != null && owner.begun() < moment();
        Map<OwnerStore.Key, OwnerStore.FollowUp> asked = new HashMap<>(store.followUps(customer));
        asked.values().removeIf(one -> one.done() >= moment());
        LocalDate today = world.asOf().today();
        List<Person> people = staff.people();
        for (Churn churn : Churn.of(
                past,
                asked,
                of -> owned ? 0 : -1,
                people,
                session.program().staff(),
                today,
                world.asOf().zone())) {
            boolean late = churn.state() == Churn.State.OVERDUE;
            String parted = people.get(churn.staff()).id();
            if (late || churn.state() == Churn.State.OPEN) {
                due(due, churn.due(), late ? "follow-up overdue" : "follow-up", parted);
            }
            if (churn.state() != Churn.State.RETURNED && churn.free().isAfter(today)) {
                due(due, churn.free(), "free for a live code", parted);
            }
        }
    }

    /** When he is to be handed over, or will have been unless he refuses. What became of transfers is known as of now only. */
    private void handedOver(List<Map<String, Object>> due) {
        List<Transfer> transfers = new HandoverStore(session.store()).open(customer);
        List<Person> people = transfers.isEmpty() ? List.of() : new StaffStore(session.store()).people();
        for (Transfer transfer : transfers) {
            Long requested = transfer.requested();
            LocalDate on = requested == null
                    ? transfer.due()
                    : StaffStore.day(
                            requested + session.program().platform().waitMicros(),
                            world.asOf().zone());
            due(
                    due,
                    on,
                    requested == null ? "handover planned" : "handover unless refused",
                    people.get(transfer.from()).id() + " to "
                            + people.get(transfer.to()).id());
        }
    }

    private static void due(List<Map<String, Object>> into, @Nullable Object on, String what, @Nullable Object of) {
        if (on != null) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("on", on);
            one.put("what", what);
            put(one, "of", of);
            into.add(one);
        }
    }
}
