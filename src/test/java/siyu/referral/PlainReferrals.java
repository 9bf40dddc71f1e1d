package siyu.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Referrals worked out a second time in the slow and obvious way: one customer, one moment, one rule at a time. */
final class PlainReferrals {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);

    /** One event, also an invitation. */
    record Event(
            String id,
            String customer,
            String kind,
            Instant at,
            long amount,
            @Nullable String ref) {}

    /** The program's numbers. */
    record Rules(
            String mode,
            int[] from,
            long[] reward,
            int within,
            int delay,
            long least,
            Set<String> blocks,
            long referee,
            long second,
            long budget,
            long limitTimes,
            long limitAmount,
            boolean partial,
            int velocity,
            String deadline,
            boolean leaves) {
        String yaml() {
            StringBuilder steps = new StringBuilder();
            for (int i = 0; i < from.length; i++) {
                steps.append(i == 0 ? "" : ", ").append("{from: " + from[i] + ", reward: " + reward[i] + " points}");
            }
            return "program: plain\ntimezone: America/New_York\ncurrency: CNY\n"
                    + "events: {purchase: {}, refund: {}, closed: {}}\n"
                    + "points: {refunds: [{on: refund, of: purchase}]}\n"
                    + "referral:\n"
                    + "  qualifies: sum(purchase.amount, ever) >= " + least / 100 + "\n"
                    + "  within: " + within + "d\n  delay: " + delay + "d\n"
                    + "  tiers: {mode: " + mode + ", steps: [" + steps + "]}\n"
                    + "  block: [" + String.join(", ", blocks) + "]\n"
                    + (referee > 0 ? "  referee_reward: " + referee + " points\n" : "")
                    + (second > 0 ? "  second_reward: " + second + " points\n  depth: 2\n" : "")
                    + (budget > 0 ? "  budget: " + budget + " points\n" : "")
                    + (limitTimes > 0
                            ? "  limit: {times: " + limitTimes + ", reward: " + limitAmount + " points, per: month}\n"
                            : "")
                    + "  over: " + (partial ? "partial" : "reject") + "\n"
                    + (velocity > 0
                            ? "  flag: [{velocity: " + velocity + ", within: 2d}]\n  on_flag_deadline: " + deadline
                                    + "\n"
                            : "")
                    + (leaves ? "  leaves: count(closed, ever) >= 1\n" : "");
        }

        long total(long n) {
            long sum = 0;
            for (long k = 1; k <= n; k++) {
                int step = 0;
                for (int i = 0; i < from.length; i++) {
                    step = from[i] <= (mode.equals("per_unit") ? n : k) ? i : step;
                }
                sum += !mode.equals("threshold") ? reward[step] : from[step] == k ? reward[step] : 0;
            }
            return sum;
        }
    }

    final Rules rules;
    final Map<String, LocalDate> customers = new LinkedHashMap<>();
    final List<Event> events = new ArrayList<>();

    PlainReferrals(Random random) {
        int people = 2 + random.nextInt(8);
        for (int i = 0; i < people; i++) {
            customers.put("c" + i, FIRST.plusDays(random.nextInt(50) - 10));
        }
        List<String> names = List.copyOf(customers.keySet());
        int invitations = random.nextInt(35);
        for (int i = 0; i < invitations; i++) {
            String referee = random.nextInt(10) == 0 ? "x" + random.nextInt(3) : pick(names, random);
            events.add(new Event("i" + i, pick(names, random), "referral", at(random), 0, referee));
        }
        int purchases = random.nextInt(30);
        for (int i = 0; i < purchases; i++) {
            events.add(
                    new Event("p" + i, pick(names, random), "purchase", at(random), random.nextInt(9) * 1000L, null));
        }
        for (int i = 0; i < 20 && !events.isEmpty(); i++) {
            Event of = events.get(random.nextInt(events.size()));
            Instant at = of.at().plus(random.nextInt(40 * 24), ChronoUnit.HOURS);
            if (of.kind().equals("purchase")) {
                events.add(new Event("r" + i, of.customer(), "refund", at, random.nextInt(5) * 1000L, of.id()));
            }
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            events.add(new Event("k" + i, pick(names, random), "closed", at(random), 0, null));
        }
        rules = rules(random);
    }

    private static String pick(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    private static Instant at(Random random) {
        return FIRST.atStartOfDay(ZONE).toInstant().plus(random.nextInt(70 * 8) * 3L, ChronoUnit.HOURS);
    }

    private static Rules rules(Random random) {
        int steps = 1 + random.nextInt(3);
        int[] from = new int[steps];
        long[] reward = new long[steps];
        for (int i = 0; i < steps; i++) {
            from[i] = i == 0 ? 1 : from[i - 1] + 1 + random.nextInt(2);
            reward[i] = i == 0 ? random.nextInt(3) * 10L : reward[i - 1] + random.nextInt(4) * 10L;
        }
        Set<String> blocks = new TreeSet<>();
        for (String block : List.of("self", "existing_customer", "already_referred")) {
            if (random.nextInt(4) > 0) {
                blocks.add(block);
            }
        }
        if (blocks.contains("already_referred") && random.nextInt(4) > 0) {
            blocks.add("cycle");
        }
        boolean limited = random.nextInt(3) == 0;
        return new Rules(
                List.of("per_unit", "threshold", "cumulative_bracket").get(random.nextInt(3)),
                from,
                reward,
                random.nextInt(25),
                random.nextInt(9),
                random.nextInt(6) * 1000L,
                blocks,
                random.nextInt(3) * 5L,
                random.nextInt(3) * 3L,
                random.nextInt(3) == 0 ? 1 + random.nextInt(150) : 0,
                limited ? 1 + random.nextInt(3) : 0,
                1 + random.nextInt(80),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 0,
                List.of("hold", "pay", "reject").get(random.nextInt(3)),
                random.nextBoolean());
    }

    String customerRows() {
        StringBuilder rows = new StringBuilder("id,registered\n");
        customers.forEach((id, day) -> rows.append(id + "," + day + "\n"));
        return rows.toString();
    }

    String eventRows() {
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(7));
        StringBuilder rows = new StringBuilder("id,customer,kind,at,amount,ref\n");
        for (Event event : shuffled) {
            String amount =
                    event.amount() == 0 ? "" : event.amount() / 100 + "." + String.format("%02d", event.amount() % 100);
            rows.append(event.id() + "," + event.customer() + "," + event.kind() + "," + event.at() + "," + amount + ","
                    + (event.ref() == null ? "" : event.ref()) + "\n");
        }
        return rows.toString();
    }

    /** What becomes of one invitation. */
    static final class Story {
        final Event invitation;
        String state = "pending";
        boolean blocked;
        boolean flagged;

        @Nullable
        Instant qualified;

        @Nullable
        Instant due;

        @Nullable
        Instant lost;

        long paid = -1;

        Story(Event invitation) {
            this.invitation = invitation;
        }
    }

    /** By invitation, in order; and what everybody has in the end, by side and customer. */
    record Answer(Map<String, String> states, Map<String, Long> sums) {}

    private boolean there(String customer, Instant end) {
        LocalDate registered = customers.get(customer);
        return registered != null
                && !registered.isAfter(end.minusMillis(1).atZone(ZONE).toLocalDate());
    }

    Answer answer(Instant end) {
        List<Story> stories = new ArrayList<>();
        events.stream()
                .filter(event -> event.kind().equals("referral") && event.at().isBefore(end))
                .sorted(Comparator.comparing(Event::at).thenComparing(Event::id))
                .forEach(event -> stories.add(new Story(event)));
        Map<String, Story> broughtBy = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Story story : stories) {
            block(story, broughtBy, seen);
            long recent = stories.stream()
                    .filter(other -> other.invitation.customer().equals(story.invitation.customer())
                            && stories.indexOf(other) <= stories.indexOf(story)
                            && other.invitation
                                    .at()
                                    .isAfter(story.invitation.at().minus(2, ChronoUnit.DAYS)))
                    .count();
            story.flagged = rules.velocity > 0 && recent >= rules.velocity;
            if (!story.blocked && there(String.valueOf(story.invitation.ref()), end)) {
                qualify(story, end);
            }
        }
        Map<String, Long> sums = pay(stories, broughtBy, end);
        Map<String, String> states = new LinkedHashMap<>();
        for (Story story : stories) {
            states.put(story.invitation.id(), state(story, end));
        }
        return new Answer(states, sums);
    }

    private void block(Story story, Map<String, Story> broughtBy, Set<String> seen) {
        String referrer = story.invitation.customer();
        String referee = String.valueOf(story.invitation.ref());
        LocalDate registered = customers.get(referee);
        if (registered == null) {
            story.blocked = !seen.add(referee) && rules.blocks.contains("already_referred");
            return;
        }
        boolean cycle = false;
        Set<String> passed = new HashSet<>();
        for (String above = referrer; broughtBy.containsKey(above) && passed.add(above); ) {
            above = broughtBy.get(above).invitation.customer();
            cycle |= above.equals(referee);
        }
        LocalDate day = story.invitation.at().atZone(ZONE).toLocalDate();
        story.blocked = rules.blocks.contains("self") && referrer.equals(referee)
                || rules.blocks.contains("existing_customer") && registered.isBefore(day)
                || rules.blocks.contains("already_referred") && broughtBy.containsKey(referee)
                || rules.blocks.contains("cycle") && cycle;
        if (!story.blocked) {
            broughtBy.putIfAbsent(referee, story);
        }
    }

    /** Whether a customer meets the condition at a moment. */
    private boolean meets(String customer, Instant moment) {
        long sum = 0;
        for (Event purchase : events) {
            if (!purchase.customer().equals(customer)
                    || !purchase.kind().equals("purchase")
                    || purchase.at().isAfter(moment)) {
                continue;
            }
            long left = purchase.amount();
            for (Event refund : events) {
                boolean mine = refund.kind().equals("refund")
                        && purchase.id().equals(refund.ref())
                        && !refund.at().isAfter(moment);
                // A refund without an amount takes all; so does any of a purchase without one.
                left = !mine ? left : refund.amount() == 0 ? 0 : Math.max(0, left - refund.amount());
            }
            sum += left;
        }
        return sum >= rules.least;
    }

    private boolean gone(String customer, Instant moment) {
        return rules.leaves
                && events.stream()
                        .anyMatch(event -> event.kind().equals("closed")
                                && event.customer().equals(customer)
                                && !event.at().isAfter(moment));
    }

    private void qualify(Story story, Instant end) {
        String referee = String.valueOf(story.invitation.ref());
        Instant start = java.util.Objects.requireNonNull(customers.get(referee))
                .atStartOfDay(ZONE)
                .toInstant();
        Instant first = start.isAfter(story.invitation.at()) ? start : story.invitation.at();
        Set<Instant> moments = new TreeSet<>(Set.of(first));
        events.stream()
                .filter(event -> event.customer().equals(referee)
                        && event.at().isAfter(first)
                        && event.at().isBefore(end))
                .forEach(event -> moments.add(event.at()));
        LocalDate last = story.invitation.at().atZone(ZONE).toLocalDate().plusDays(rules.within);
        for (Instant moment : moments) {
            boolean yes = meets(referee, moment);
            boolean gone = gone(referee, moment);
            if (story.qualified == null) {
                boolean inTime = !moment.atZone(ZONE).toLocalDate().isAfter(last);
                if (yes && !gone && inTime) {
                    story.qualified = moment;
                    LocalDate due = moment.atZone(ZONE).toLocalDate().plusDays(rules.delay);
                    story.due =
                            rules.delay == 0 ? moment : due.atStartOfDay(ZONE).toInstant();
                }
            } else if (story.lost == null) {
                boolean refund = events.stream()
                        .anyMatch(event -> event.customer().equals(referee)
                                && event.kind().equals("refund")
                                && event.at().equals(moment));
                story.lost = gone || refund && !yes ? moment : null;
            }
        }
    }

    private Map<String, Long> pay(List<Story> stories, Map<String, Story> broughtBy, Instant end) {
        record Action(Instant at, int order, Story story, boolean back) {}
        List<Action> actions = new ArrayList<>();
        for (Story story : stories) {
            int order = stories.indexOf(story);
            Instant due = story.due;
            boolean held = story.flagged && !rules.deadline.equals("pay");
            if (due == null || !due.isBefore(end) || held || story.lost != null && !story.lost.isAfter(due)) {
                continue;
            }
            actions.add(new Action(due, 2 * order, story, false));
            if (story.lost != null) {
                actions.add(new Action(story.lost, 2 * order + 1, story, true));
            }
        }
        actions.sort(Comparator.comparing(Action::at).thenComparing(Action::order));
        Map<String, Long> sums = new TreeMap<>();
        Map<String, Long> standing = new HashMap<>();
        Map<String, long[]> months = new HashMap<>();
        Map<Story, List<Map.Entry<String, Long>>> others = new HashMap<>();
        Set<Story> refused = new HashSet<>();
        long spent = 0;
        for (Action action : actions) {
            Story story = action.story();
            String referrer = story.invitation.customer();
            long n = standing.getOrDefault(referrer, 0L);
            String key = "referrer " + referrer;
            if (action.back()) {
                if (!refused.contains(story)) {
                    long amount = Math.min(sums.getOrDefault(key, 0L), rules.total(n) - rules.total(n - 1));
                    sums.merge(key, -amount, Long::sum);
                    standing.put(referrer, n - 1);
                }
                others.getOrDefault(story, List.of())
                        .forEach(other -> sums.merge(other.getKey(), -other.getValue(), Long::sum));
                continue;
            }
            long tier = rules.total(n + 1) - rules.total(n);
            long amount = tier;
            String month = referrer + action.at().atZone(ZONE).toString().substring(0, 7);
            long[] used = months.computeIfAbsent(month, none -> new long[2]);
            if (rules.limitTimes > 0) {
                amount = used[0] >= rules.limitTimes ? 0 : clip(amount, rules.limitAmount - used[1]);
            }
            amount = rules.budget > 0 ? clip(amount, rules.budget - spent) : amount;
            story.paid = amount;
            spent += amount;
            sums.merge(key, amount, Long::sum);
            if (amount == 0 && tier > 0) {
                refused.add(story);
            } else {
                standing.put(referrer, n + 1);
                used[0]++;
                used[1] += amount;
            }
            List<Map.Entry<String, Long>> mine = new ArrayList<>();
            others.put(story, mine);
            Story above = broughtBy.get(referrer);
            above = above != null && stories.indexOf(above) < stories.indexOf(story) ? above : null;
            for (String side : List.of("referee", "second")) {
                long wanted = side.equals("referee") ? rules.referee : above == null ? 0 : rules.second;
                if (wanted > 0) {
                    long got = rules.budget > 0 ? clip(wanted, rules.budget - spent) : wanted;
                    spent += got;
                    String who = side.equals("referee")
                            ? String.valueOf(story.invitation.ref())
                            : java.util.Objects.requireNonNull(above).invitation.customer();
                    sums.merge(side + " " + who, got, Long::sum);
                    mine.add(Map.entry(side + " " + who, got));
                }
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private long clip(long amount, long left) {
        return amount <= left ? amount : rules.partial ? Math.max(0, left) : 0;
    }

    private String state(Story story, Instant end) {
        if (story.blocked) {
            return "rejected";
        }
        if (story.lost != null) {
            return "revoked";
        }
        if (story.paid >= 0) {
            return "rewarded";
        }
        LocalDate last = story.invitation.at().atZone(ZONE).toLocalDate().plusDays(rules.within);
        if (story.qualified == null
                && !end.isBefore(last.plusDays(1).atStartOfDay(ZONE).toInstant())) {
            return "expired";
        }
        if (story.flagged) {
            boolean due = story.due != null && story.due.isBefore(end);
            if (!due || rules.deadline.equals("hold")) {
                return "flagged";
            }
            if (rules.deadline.equals("reject")) {
                return "rejected";
            }
        }
        return story.qualified == null ? "pending" : "qualified";
    }
}
