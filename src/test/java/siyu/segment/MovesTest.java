package siyu.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static Membership membership(List<String> names, int... codes) {
        short[] all = new short[codes.length];
        for (int i = 0; i < codes.length; i++) {
            all[i] = (short) codes[i];
        }
        return new Membership("ring", names, all);
    }

    @Test
    void namesDecideNotPlaces() {
        Membership before = membership(List.of("inner", "outer"), 0, 1, -1, 1);
        Membership after = membership(List.of("outer", "inner"), 1, 1, 0, 0);
        Moves moves = Moves.between(before, after);
        assertThat(moves.customers()).containsExactly(1, 2);
        assertThat(moves.from(0)).isEqualTo("outer");
        assertThat(moves.to(0)).isEqualTo("inner");
        assertThat(moves.from(1)).isNull();
        assertThat(moves.to(1)).isEqualTo("outer");
    }

    @Test
    void segmentThatIsGoneIsNotNone() {
        Moves moves = Moves.between(membership(List.of("old"), 0, -1), membership(List.of("new"), -1, -1));
        assertThat(moves.customers()).containsExactly(0);
        assertThat(moves.from(0)).isEqualTo("old");
        assertThat(moves.to(0)).isNull();
    }

    @Test
    void newCustomersComeFromNowhere() {
        Moves moves = Moves.between(membership(List.of("a"), 0), membership(List.of("a"), 0, 0, Segmented.ABSENT));
        assertThat(moves.customers()).containsExactly(1);
        assertThat(moves.from(0)).isNull();
    }

    @Test
    void agreesWithMapsOnRandomMemberships() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Membership before = random(random);
            Membership after = random(random);
            Moves moves = Moves.between(before, after);
            Map<String, Long> expected = new HashMap<>();
            List<Integer> movers = new ArrayList<>();
            for (int i = 0; i < Math.max(before.codes().length, after.codes().length); i++) {
                String from = i < before.codes().length ? before.name(before.codes()[i]) : null;
                String to = i < after.codes().length ? after.name(after.codes()[i]) : null;
                if (!Objects.equals(from, to)) {
                    expected.merge(from + ">" + to, 1L, Long::sum);
                    movers.add(i);
                }
            }
            Map<String, Long> found = new HashMap<>();
            moves.flows(3).forEach(flow -> found.put(flow.from() + ">" + flow.to(), flow.customers()));
            assertThat(found).as("seed " + seed).isEqualTo(expected);
            assertThat(moves.customers())
                    .as("seed " + seed)
                    .containsExactly(movers.stream().mapToInt(i -> i).toArray());
        }
    }

    private static Membership random(SplittableRandom random) {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d").subList(random.nextInt(3), 4));
        if (random.nextBoolean()) {
            java.util.Collections.reverse(names);
        }
        int[] codes = new int[random.nextInt(40)];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = random.nextInt(-2, names.size());
        }
        return membership(names, codes);
    }
}
