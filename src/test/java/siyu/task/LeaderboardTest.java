package siyu.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Marks;
import siyu.fact.Vocabulary;
import siyu.points.Entries;
import siyu.points.Kind;
import siyu.points.RuleNumbers;

/** Places and what explains them, beside a computation that sorts everybody. */
class LeaderboardTest {
    private static final int FROM = 100;
    private static final int TO = 120;
    private static final Vocabulary WORDS = new Vocabulary(ZoneOffset.UTC, "CNY", 2, List.of(), kinds());

    /** Something that happened: an event of a kind, or an entry. */
    private record Fact(int customer, int kind, long at, long more, String id) {
        boolean counts() {
            return kind == 0 && at >= FROM && at < TO;
        }
    }

    private static Map<String, List<siyu.fact.Attribute>> kinds() {
        Map<String, List<siyu.fact.Attribute>> kinds = new LinkedHashMap<>();
        kinds.put("share", List.of());
        kinds.put("login", List.of());
        return kinds;
    }

    private static List<Fact> facts(Random random, int customers) {
        List<Fact> facts = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                int more = -1 + random.nextInt(4);
                facts.add(
                        new Fact(customer, random.nextInt(4) / 3, 98L + random.nextInt(24), more, customer + "/" + i));
            }
        }
        facts.sort(Comparator.comparingInt(Fact::customer).thenComparingLong(Fact::at));
        return facts;
    }

    private static CustomerBlock block(List<Fact> facts, int customers, byte[] present) {
        int[] offsets = new int[customers + 1];
        short[] kinds = new short[facts.size()];
        @Nullable Column[] columns = new @Nullable Column[WORDS.event().size()];
        for (int attribute : new int[] {Vocabulary.EVENT_ID, Vocabulary.EVENT_AT, Vocabulary.EVENT_AMOUNT}) {
            columns[attribute] = new Column(WORDS.event().get(attribute).type(), facts.size());
        }
        Column ids = java.util.Objects.requireNonNull(columns[Vocabulary.EVENT_ID]);
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            kinds[i] = (short) fact.kind();
            offsets[fact.customer() + 1]++;
            ids.longs[i] = ids.dictionary.add(fact.id());
            java.util.Objects.requireNonNull(columns[Vocabulary.EVENT_AT]).longs[i] = fact.at();
            java.util.Objects.requireNonNull(columns[Vocabulary.EVENT_AMOUNT]).longs[i] = fact.more();
        }
        for (int i = 0; i < customers; i++) {
            offsets[i + 1] += offsets[i];
        }
        return new CustomerBlock(
                0,
                customers,
                new @Nullable Column[0],
                new EventBlock(offsets, kinds, columns),
                Map.of(),
                Marks.NONE,
                present);
    }

    /** Everybody who has a score, best first. */
    private static List<Leaderboard.Place> everybody(List<Fact> facts, int customers, byte[] present, boolean amount) {
        List<Leaderboard.Place> all = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            long score = 0;
            long reached = 0;
            for (Fact fact : facts) {
                if (fact.customer() == customer && fact.counts()) {
                    score += amount ? fact.more() : 1;
                    reached = amount && fact.more() == 0 ? reached : Math.max(reached, fact.at());
                }
            }
            if (score > 0 && present[customer] != 0) {
                all.add(new Leaderboard.Place(customer, score, reached));
            }
        }
        all.sort(Comparator.comparingLong((Leaderboard.Place place) -> -place.score())
                .thenComparingLong(Leaderboard.Place::reached)
                .thenComparingInt(Leaderboard.Place::customer));
        return all;
    }

    private static Placing.Reason expected(
            List<Leaderboard.Place> all, int top, boolean absent, List<Fact> his, boolean amount, int customer) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).customer() == customer) {
                if (i < top) {
                    return Placing.Reason.PLACED;
                }
                Leaderboard.Place last = all.get(top - 1);
                if (all.get(i).score() < last.score()) {
                    return Placing.Reason.LESS;
                }
                return all.get(i).reached() > last.reached() ? Placing.Reason.LATER : Placing.Reason.TIED;
            }
        }
        if (absent || his.isEmpty()) {
            return absent ? Placing.Reason.ABSENT : Placing.Reason.NOTHING;
        }
        assertThat(amount).as("a count is never 0").isTrue();
        return Placing.Reason.NOT_POSITIVE;
    }

    private static void check(
            Placing placing,
            int customer,
            List<Fact> facts,
            List<Leaderboard.Place> all,
            List<Leaderboard.Place> places,
            int top,
            boolean amount,
            Set<Placing.Reason> seen,
            String seed) {
        List<Fact> his = facts.stream()
                .filter(fact -> fact.customer() == customer && fact.counts())
                .sorted(Comparator.comparingLong(Fact::at))
                .toList();
        assertThat(placing.lines().stream().map(Placing.Line::about).toList())
                .as(seed)
                .isEqualTo(his.stream().map(Fact::id).toList());
        Placing.Reason reason = placing.reason(customer, places);
        assertThat(reason).as(seed).isEqualTo(expected(all, top, placing.absent(), his, amount, customer));
        seen.add(reason);
        int place = Placing.place(customer, places);
        if (place > 0) {
            assertThat(new Leaderboard.Place(customer, placing.score(), placing.reached()))
                    .as(seed)
                    .isEqualTo(all.get(place - 1));
        }
    }

    @Test
    void events() {
        Set<Placing.Reason> seen = EnumSet.noneOf(Placing.Reason.class);
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            int customers = 1 + random.nextInt(12);
            int top = 1 + random.nextInt(8);
            boolean amount = random.nextBoolean();
            List<Fact> facts = facts(random, customers);
            byte[] present = new byte[customers];
            for (int i = 0; i < customers; i++) {
                present[i] = (byte) (random.nextInt(6) == 0 ? 0 : 1);
            }
            TaskRules.Board board = new TaskRules.Board("board", 0, amount, false, top);
            CustomerBlock block = block(facts, customers, present);
            Leaderboard part = new Leaderboard(board, FROM, TO);
            part.visit(block);
            List<Leaderboard.Place> places = Leaderboard.places(board, List.of(part));
            List<Leaderboard.Place> all = everybody(facts, customers, present, amount);
            assertThat(places).as("seed %d", seed).isEqualTo(all.subList(0, Math.min(top, all.size())));
            for (int customer = 0; customer < customers; customer++) {
                Placing placing = part.explain(block, customer, WORDS);
                check(placing, customer, facts, all, places, top, amount, seen, "seed " + seed);
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        Placing.Reason.PLACED,
                        Placing.Reason.LESS,
                        Placing.Reason.LATER,
                        Placing.Reason.TIED,
                        Placing.Reason.NOTHING,
                        Placing.Reason.NOT_POSITIVE,
                        Placing.Reason.ABSENT);
    }

    /** Earnings count, and what was taken back of them; not what was spent, given or corrected. */
    @Test
    void points() {
        RuleNumbers rules = new RuleNumbers(List.of(new RuleNumbers.Rule(1, "shares", "share")));
        Set<Placing.Reason> seen = EnumSet.noneOf(Placing.Reason.class);
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            int customers = 1 + random.nextInt(12);
            int top = 1 + random.nextInt(8);
            List<Fact> facts = new ArrayList<>(facts(random, customers));
            facts.removeIf(fact -> fact.more() == 0);
            byte[] present = new byte[customers];
            java.util.Arrays.fill(present, (byte) 1);
            Entries entries = new Entries();
            List<Entries> each = new ArrayList<>();
            for (int customer = 0; customer < customers; customer++) {
                Entries his = new Entries();
                for (Fact fact : facts) {
                    if (fact.customer() == customer) {
                        Kind kind = fact.more() > 0 ? Kind.EARN : Kind.REVERSE;
                        add(his, fact, fact.kind() == 0 ? kind : random.nextBoolean() ? Kind.ADJUST : Kind.REVERSE);
                    }
                }
                entries.addAll(his, 0, his.size());
                each.add(his);
            }
            TaskRules.Board board = new TaskRules.Board("board", -1, false, false, top);
            Leaderboard part = new Leaderboard(board, FROM, TO);
            part.points(entries);
            List<Leaderboard.Place> places = Leaderboard.places(board, List.of(part));
            List<Leaderboard.Place> all = everybody(facts, customers, present, true);
            assertThat(places).as("seed %d", seed).isEqualTo(all.subList(0, Math.min(top, all.size())));
            for (int customer = 0; customer < customers; customer++) {
                Placing placing = part.explain(each.get(customer), rules);
                check(placing, customer, facts, all, places, top, true, seen, "seed " + seed);
            }
        }
        assertThat(seen).hasSize(6);
    }

    private static void add(Entries entries, Fact fact, Kind kind) {
        byte[] event = fact.id().getBytes(StandardCharsets.UTF_8);
        int number = entries.size() + 1;
        int rule = fact.kind() == 0 ? 1 : 0;
        entries.add(
                fact.customer(),
                number,
                kind,
                fact.more(),
                number,
                fact.at(),
                fact.at(),
                1,
                2,
                rule,
                0,
                1,
                event,
                0,
                event.length);
    }

    /** A place stays the one of the close, whatever counts since; nobody gets one who had none. */
    @Test
    void closed() {
        List<Leaderboard.Place> places = List.of(new Leaderboard.Place(0, 3, 110), new Leaderboard.Place(1, 2, 105));
        Placing more = new Placing(
                List.of(new Placing.Line(111, "share", "b", "", 2), new Placing.Line(105, "share", "a", "", 2)), false);
        assertThat(more.score()).isEqualTo(4);
        assertThat(more.reached()).isEqualTo(111);
        assertThat(more.reason(1, places)).isEqualTo(Placing.Reason.KEPT);
        assertThat(more.reason(2, places)).isEqualTo(Placing.Reason.LATE);
        assertThat(more.reason(2, List.of())).isEqualTo(Placing.Reason.LATE);
        Placing same = new Placing(List.of(new Placing.Line(105, "share", "a", "", 2)), false);
        assertThat(same.reason(1, places)).isEqualTo(Placing.Reason.PLACED);
        assertThat(same.reason(2, places))
                .as("of equals the lower number is ahead")
                .isEqualTo(Placing.Reason.TIED);
    }
}
