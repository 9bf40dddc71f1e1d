package siyu.points;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of points as a person would work them out on paper: lots with what is left, and lists of what was earned and asked for.
 * It knows no entries. Moments are microseconds, days epoch days.
 */
final class SlowLedger {
    /** Something a customer did. */
    record Event(String kind, String id, int customer, long at, long amount, String ref, int batch) {}

    static final class Lot {
        final long opened;
        final long effective;
        final int from;
        final int until;
        long left;
        long expired;
        long raised;

        Lot(long opened, long effective, int from, int until) {
            this.opened = opened;
            this.effective = effective;
            this.from = from;
            this.until = until;
            this.left = opened;
            this.raised = effective;
        }

        @Override
        public String toString() {
            return left + " of " + opened + " at " + effective + " from " + from + " until " + until;
        }
    }

    /** What an event earned by one rule. */
    static final class Earned {
        final int rule;
        final Event event;
        final int day;
        final long points;
        final Lot lot;
        long reversed;

        Earned(int rule, Event event, int day, long points, Lot lot) {
            this.rule = rule;
            this.event = event;
            this.day = day;
            this.points = points;
            this.lot = lot;
        }
    }

    /** A redemption: what it took from which lots. */
    static final class Spent {
        final long points;
        final long at;
        final String event;
        final List<Lot> lots = new ArrayList<>();
        final List<Long> parts = new ArrayList<>();
        boolean cancelled;

        Spent(long points, long at, String event) {
            this.points = points;
            this.at = at;
            this.event = event;
        }
    }

    /** One customer. */
    static final class Person {
        final List<Lot> lots = new ArrayList<>();
        final List<Earned> earned = new ArrayList<>();
        final List<Event> events = new ArrayList<>();
        final Map<String, Long> refunded = new HashMap<>();
        final List<Event> settled = new ArrayList<>();
        long debt;

        long balance() {
            return lots.stream().mapToLong(lot -> lot.left).sum() - debt;
        }
    }

    final ZoneId zone;
    final PointsRules rules;
    final String[] kinds;
    final List<Person> people = new ArrayList<>();
    final Map<Long, Spent> redemptions = new HashMap<>();
    long openFrom = Long.MIN_VALUE;
    int consideredBatch;
    long consideredEnd = Long.MIN_VALUE;

    /** @param kinds names of the kinds of events, by their index */
    SlowLedger(ZoneId zone, PointsRules rules, String[] kinds, int customers) {
        this.zone = zone;
        this.rules = rules;
        this.kinds = kinds;
        for (int i = 0; i < customers; i++) {
            people.add(new Person());
        }
    }

    int day(long at) {
        return (int) LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000L)), zone)
                .toEpochDay();
    }

    private static List<Lot> inOrder(List<Lot> lots) {
        List<Lot> sorted = new ArrayList<>(lots);
        // A stable sort: of lots that are alike the one that was opened first comes first.
        sorted.sort(Comparator.<Lot>comparingInt(lot -> lot.until).thenComparingLong(lot -> lot.effective));
        return sorted;
    }

    private List<Lot> spendable(Person person, long at) {
        int day = day(at);
        return inOrder(person.lots.stream()
                .filter(lot -> lot.left > 0 && lot.raised <= at && lot.from <= day && day <= lot.until)
                .toList());
    }

    private List<Lot> pending(Person person, long at) {
        int day = day(at);
        return inOrder(person.lots.stream()
                .filter(lot -> lot.left > 0 && lot.raised <= at && lot.from > day && day <= lot.until)
                .toList());
    }

    /** Spends, and returns what it took; null when there is not enough. */
    @Nullable
    Spent spend(int customer, long points, long at, String event) {
        List<Lot> lots = spendable(people.get(customer), at);
        if (lots.stream().mapToLong(lot -> lot.left).sum() < points) {
            return null;
        }
        Spent spent = new Spent(points, at, event);
        long rest = points;
        for (Lot lot : lots) {
            long part = Math.min(rest, lot.left);
            if (part > 0) {
                lot.left -= part;
                spent.lots.add(lot);
                spent.parts.add(part);
                rest -= part;
            }
        }
        return spent;
    }

    void cancel(int customer, Spent spent, long at, long now) {
        for (int i = 0; i < spent.lots.size(); i++) {
            Lot lot = spent.lots.get(i);
            lot.left += spent.parts.get(i);
            lot.raised = Math.max(lot.raised, at);
        }
        spent.cancelled = true;
        settle(people.get(customer), now);
    }

    Lot give(int customer, long points, long at, int from, int until, long now) {
        Lot lot = new Lot(points, at, from, until);
        people.get(customer).lots.add(lot);
        settle(people.get(customer), now);
        return lot;
    }

    /** Gives points to another; false when there are not enough. */
    boolean transfer(int from, int to, long points, long at, long now) {
        Spent spent = spend(from, points, at, "");
        if (spent == null) {
            return false;
        }
        for (int i = 0; i < spent.lots.size(); i++) {
            Lot lot = spent.lots.get(i);
            people.get(to).lots.add(new Lot(spent.parts.get(i), at, lot.from, lot.until));
        }
        settle(people.get(to), now);
        return true;
    }

    private void settle(Person person, long now) {
        List<Lot> lots = new ArrayList<>(spendable(person, now));
        lots.addAll(pending(person, now));
        for (Lot lot : lots) {
            long part = Math.min(person.debt, lot.left);
            lot.left -= part;
            person.debt -= part;
        }
    }

    /** Expires what ended before the day of a moment, and returns how many points. */
    long expire(long asOf) {
        long sum = 0;
        for (Person person : people) {
            for (Lot lot : person.lots) {
                if (lot.until < day(asOf)) {
                    sum += lot.left;
                    lot.expired += lot.left;
                    lot.left = 0;
                }
            }
        }
        return sum;
    }

    /** Takes back what an event earned: all for an amount of 0. Null when it is refused, otherwise the points. */
    @Nullable
    Long reverse(int customer, String kind, String id, long amount, long total, long at, long now) {
        Person person = people.get(customer);
        String event = kind + ":" + id;
        List<Earned> earned = person.earned.stream()
                .filter(one -> one.event.kind.equals(kind) && one.event.id.equals(id))
                .toList();
        long refunded = person.refunded.getOrDefault(event, 0L) + amount;
        if (earned.isEmpty() || amount > 0 && (total <= 0 || refunded > total)) {
            return null;
        }
        long[] due = new long[earned.size()];
        long sum = 0;
        for (int i = 0; i < due.length; i++) {
            Earned one = earned.get(i);
            long share = amount == 0
                    ? one.points
                    : BigInteger.valueOf(one.points)
                            .multiply(BigInteger.valueOf(refunded))
                            .divide(BigInteger.valueOf(total))
                            .longValueExact();
            due[i] = Math.max(0, share - one.reversed);
            sum += due[i];
        }
        long there = 0;
        if (rules.shortage() == PointsRules.Shortage.REJECT) {
            there = collect(person, earned, due, at, now, true);
            if (there < sum) {
                return null;
            }
        }
        collect(person, earned, due, at, now, false);
        person.refunded.put(event, refunded);
        return sum;
    }

    /** Takes what is due; of a trial everything is put back. Returns what was there. */
    private long collect(Person person, List<Earned> earned, long[] due, long at, long now, boolean trial) {
        long[] left = person.lots.stream().mapToLong(lot -> lot.left).toArray();
        long[] expired = person.lots.stream().mapToLong(lot -> lot.expired).toArray();
        long[] raised = person.lots.stream().mapToLong(lot -> lot.raised).toArray();
        long there = 0;
        for (int i = 0; i < due.length; i++) {
            Earned one = earned.get(i);
            long rest = due[i];
            long part = Math.min(rest, one.lot.left);
            one.lot.left -= part;
            rest -= part;
            part = Math.min(rest, one.lot.expired);
            if (part > 0) {
                one.lot.expired -= part;
                one.lot.raised = Math.max(one.lot.raised, at);
                rest -= part;
            }
            for (long moment : new long[] {at, now}) {
                List<Lot> lots = new ArrayList<>(spendable(person, moment));
                lots.addAll(pending(person, moment));
                for (Lot lot : lots) {
                    part = Math.min(rest, lot.left);
                    lot.left -= part;
                    rest -= part;
                }
            }
            there += due[i] - rest;
            if (!trial) {
                one.reversed += due[i];
                person.debt += rules.shortage() == PointsRules.Shortage.DEBT ? rest : 0;
            }
        }
        for (int i = 0; trial && i < left.length; i++) {
            person.lots.get(i).left = left[i];
            person.lots.get(i).expired = expired[i];
            person.lots.get(i).raised = raised[i];
        }
        return there;
    }

    /** Considers every event that was not: all up to a batch that happened before now. */
    void earn(int batch, long now) {
        Map<Integer, Long> budgets = budgets();
        for (int customer = 0; customer < people.size(); customer++) {
            earn(customer, now, budgets);
        }
        consideredBatch = batch;
        consideredEnd = now;
    }

    private boolean isNew(Event event, long now) {
        return event.at < now && !(event.batch <= consideredBatch && event.at < consideredEnd);
    }

    /** By rule with a budget: what is left of it. Rules with one have no cap here, so everybody claims the same as he would get. */
    private Map<Integer, Long> budgets() {
        Map<Integer, Long> budgets = new HashMap<>();
        for (int rule = 0; rule < rules.earn().size(); rule++) {
            Long budget = rules.earn().get(rule).budget();
            if (budget != null) {
                int its = rule;
                long before = people.stream()
                        .flatMap(person -> person.earned.stream())
                        .filter(earned -> earned.rule == its)
                        .mapToLong(earned -> earned.points)
                        .sum();
                budgets.put(rule, budget - before);
            }
        }
        return budgets;
    }

    /** What one event of all gets of a budget: those before it get theirs first, and the first that does not fit closes it. */
    private long granted(int rule, Event event, long points, long now, Map<Integer, Long> budgets) {
        Long left = budgets.get(rule);
        if (left == null) {
            return points;
        }
        List<Event> claims = new ArrayList<>();
        for (Person person : people) {
            for (Event other : person.events) {
                if (kinds[rules.earn().get(rule).kind()].equals(other.kind) && isNew(other, now)) {
                    claims.add(other);
                }
            }
        }
        claims.sort(Comparator.comparingLong(Event::at).thenComparingInt(Event::customer));
        long rest = Math.max(0, left);
        for (Event claim : claims) {
            if (points > rest) {
                long last = rules.earn().get(rule).partial() ? rest : 0;
                return claim.equals(event) ? last : 0;
            }
            if (claim.equals(event)) {
                return points;
            }
            rest -= points;
        }
        throw new IllegalStateException("the event is among the claims");
    }

    private void earn(int customer, long now, Map<Integer, Long> budgets) {
        Person person = people.get(customer);
        List<Event> inTime = new ArrayList<>(person.events);
        inTime.sort(Comparator.comparingLong(Event::at));
        if (inTime.stream().noneMatch(event -> isNew(event, now))) {
            return;
        }
        List<Event> waiting = new ArrayList<>();
        for (Event event : inTime) {
            if (event.kind.equals("refund")
                    && event.at < now
                    && !isNew(event, now)
                    && !person.settled.contains(event)) {
                waiting.add(event);
            }
        }
        for (Event event : inTime) {
            if (!isNew(event, now)) {
                continue;
            }
            long base = 0;
            for (boolean multiple : new boolean[] {false, true}) {
                for (int rule = 0; rule < rules.earn().size(); rule++) {
                    EarnRule one = rules.earn().get(rule);
                    if (kinds[one.kind()].equals(event.kind) && one.worth() instanceof Worth.Multiple == multiple) {
                        long points = worth(one, event, base);
                        points = capped(person, rule, one, event, points);
                        points = points == 0 ? 0 : granted(rule, event, points, now, budgets);
                        if (points > 0) {
                            earned(person, rule, one, event, points);
                            base += multiple ? 0 : points;
                        }
                    }
                }
            }
            settle(person, now);
            if (event.kind.equals("refund") && !refund(person, event, now)) {
                waiting.add(event);
            }
        }
        waiting.forEach(event -> refund(person, event, now));
    }

    private long worth(EarnRule rule, Event event, long base) {
        if (rule.worth() instanceof Worth.Fixed fixed) {
            return fixed.points();
        }
        if (rule.worth() instanceof Worth.Multiple multiple) {
            return base * multiple.extra() / 1000;
        }
        Worth.PerAmount per = (Worth.PerAmount) rule.worth();
        long amount = event.amount;
        Exchange exchange = rules.exchange();
        if (per.net() && exchange != null) {
            for (Spent spent : redemptions.values()) {
                if (!spent.cancelled && spent.event.equals(event.kind + ":" + event.id)) {
                    amount -= spent.points * exchange.money() / exchange.points();
                }
            }
        }
        return amount <= 0 ? 0 : amount * per.points() / per.per();
    }

    private long capped(Person person, int rule, EarnRule one, Event event, long points) {
        Cap cap = one.cap();
        if (cap == null) {
            return points;
        }
        long period = period(cap.per(), day(event.at));
        List<Earned> same = person.earned.stream()
                .filter(earned -> earned.rule == rule && period(cap.per(), earned.day) == period)
                .toList();
        if (cap.times()) {
            return same.size() < cap.most() ? points : 0;
        }
        long room =
                cap.most() - same.stream().mapToLong(earned -> earned.points).sum();
        return points <= room ? points : one.partial() ? Math.max(0, room) : 0;
    }

    private static long period(CalendarUnit unit, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (unit) {
            case DAY -> day;
            case WEEK -> date.minusDays(date.getDayOfWeek().getValue()).toEpochDay();
            case MONTH -> date.withDayOfMonth(1).toEpochDay();
            case QUARTER -> date.getYear() * 10L + (date.getMonthValue() + 2) / 3;
            case YEAR -> date.getYear();
            case EVER -> 0;
        };
    }

    private void earned(Person person, int rule, EarnRule one, Event event, long points) {
        LocalDate date = LocalDate.ofEpochDay(day(event.at));
        int from = (int) one.pending().after(date).toEpochDay();
        int until = one.expiry().after() == null ? Entries.NEVER : lastDay(one.expiry(), date);
        Lot lot = new Lot(points, Math.max(event.at, openFrom), from, until);
        person.lots.add(lot);
        person.earned.add(new Earned(rule, event, day(event.at), points, lot));
    }

    private static int lastDay(Expiry expiry, LocalDate date) {
        Term after = expiry.after();
        LocalDate last = after == null ? date : after.after(date);
        // To the end of the period: on, while the next day is still in it.
        while (expiry.roundUp() != CalendarUnit.DAY
                && period(expiry.roundUp(), (int) last.toEpochDay())
                        == period(expiry.roundUp(), (int) last.plusDays(1).toEpochDay())) {
            last = last.plusDays(1);
        }
        return (int) last.toEpochDay();
    }

    /** One refund: false while its event has earned nothing. */
    private boolean refund(Person person, Event refund, long now) {
        Event source = person.events.stream()
                .filter(event -> event.kind.equals("purchase") && event.id.equals(refund.ref))
                .findFirst()
                .orElse(null);
        boolean earned = person.earned.stream()
                .anyMatch(one -> one.event.kind.equals("purchase") && one.event.id.equals(refund.ref));
        if (source == null || !earned) {
            return false;
        }
        if (refund.amount > 0) {
            long at = Math.max(refund.at, openFrom);
            Long points = reverse(refund.customer, "purchase", refund.ref, refund.amount, source.amount, at, now);
            if (points != null) {
                person.settled.add(refund);
            }
        }
        return true;
    }
}
