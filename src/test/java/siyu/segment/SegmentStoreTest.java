package siyu.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.AsOf;
import siyu.fact.Population;
import siyu.fact.Type;
import siyu.rule.Definition;
import siyu.rule.Expression;
import siyu.rule.Source;
import siyu.rule.Span;
import siyu.store.Store;

/** Random applied runs against a list of maps: memberships at every date, stays, moves. */
class SegmentStoreTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Store.Run RUN = new Store.Run("test", "segment run", "", "", "", Instant.EPOCH);

    @TempDir
    Path directory;

    @Test
    void randomRunsAgreeWithAListOfMaps() {
        for (long seed = 1; seed <= 6; seed++) {
            Path file = directory.resolve("seed" + seed);
            Store.create(file, "test", Instant.EPOCH);
            try (Store store = Store.open(file, Duration.ofSeconds(5))) {
                history(seed, new SegmentStore(store));
            }
        }
    }

    private static void history(long seed, SegmentStore store) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<Long, Map<Integer, String>> model = new TreeMap<>();
        Map<Integer, String> now = new TreeMap<>();
        int population = 1 + random.nextInt(100);
        long day = START.toEpochDay();
        for (int run = 0; run < 8; run++) {
            day += random.nextInt(3);
            // New customers come, some of them in ranges nobody was in before.
            population += random.nextInt(2) * random.nextInt(Population.RANGE + 500);
            List<String> names = names(random);
            Segmented after = segmented(random, names, population, now, run);
            Map<String, Planning.Stored> stored = store.stored(List.of("ring"), population);
            Moves moves =
                    Moves.between(Objects.requireNonNull(stored.get("ring")).membership(), after.membership());
            int[] causes = new int[moves.size()];
            store.apply(
                    new SegmentPlan(
                            AsOf.date(LocalDate.ofEpochDay(day), ZoneOffset.UTC),
                            List.of(new SegmentPlan.Part(
                                    after, moves, "v" + run, "text", List.of("cause " + run), causes))),
                    RUN);
            now = new TreeMap<>(now);
            for (int i = 0; i < population; i++) {
                String segment = after.segment(i);
                if (segment == null) {
                    now.remove(i);
                } else {
                    now.put(i, segment);
                }
            }
            model.put(day, now);
            check(seed, store, model, population, random);
        }
    }

    private static List<String> names(SplittableRandom random) {
        List<String> names = new ArrayList<>(List.of("inner", "middle", "outer", "vip"));
        names.remove(random.nextInt(names.size()));
        return random.nextBoolean() ? names : List.of(names.get(2), names.get(0), names.get(1));
    }

    /** Most customers stay where they are, when that segment is still there. */
    private static Segmented segmented(
            SplittableRandom random, List<String> names, int population, Map<Integer, String> before, int run) {
        short[] codes = new short[population];
        for (int i = 0; i < population; i++) {
            int old = names.indexOf(String.valueOf(before.get(i)));
            codes[i] =
                    (short) (random.nextInt(10) < 8 && run > 0 ? Math.max(-1, old) : random.nextInt(-1, names.size()));
        }
        List<Definition.Segment> segments = new ArrayList<>();
        Expression always = new Expression.Literal(Type.BOOLEAN, true, new Span(0, 4));
        names.forEach(name -> segments.add(new Definition.Segment(name, always, Source.of("test", "true"))));
        Definition.Segmentation segmentation =
                new Definition.Segmentation("ring", segments, null, false, Type.word(names));
        return new Segmented(segmentation, codes, new long[names.size()], List.of());
    }

    private static void check(
            long seed,
            SegmentStore store,
            NavigableMap<Long, Map<Integer, String>> model,
            int population,
            SplittableRandom random) {
        long first = model.firstKey() - 1;
        for (long day = first; day <= model.lastKey() + 1; day++) {
            Map.Entry<Long, Map<Integer, String>> then = model.floorEntry(day);
            Map<Integer, String> expected = then == null ? Map.of() : then.getValue();
            Membership membership = store.at("ring", day, population);
            for (int i = 0; i < population; i++) {
                if (!Objects.equals(membership.name(membership.codes()[i]), expected.get(i))) {
                    assertThat(membership.name(membership.codes()[i]))
                            .as("seed " + seed + " day " + day + " customer " + i)
                            .isEqualTo(expected.get(i));
                }
            }
        }
        Membership current = Objects.requireNonNull(
                        store.stored(List.of("ring"), population).get("ring"))
                .membership();
        assertThat(current.codes()).hasSize(population);
        for (int i = 0; i < population; i++) {
            assertThat(current.name(current.codes()[i]))
                    .isEqualTo(model.lastEntry().getValue().get(i));
        }
        for (int i = 0; i < 20; i++) {
            int customer = random.nextInt(population);
            stays(seed, store.history(customer), model, customer);
        }
    }

    /** At the end of every day the stays say what the maps say; stays of one segmentation never overlap. */
    private static void stays(
            long seed, List<Stay> stays, NavigableMap<Long, Map<Integer, String>> model, int customer) {
        long last = model.lastKey();
        for (long day = model.firstKey(); day <= last; day++) {
            @Nullable String found = null;
            for (Stay stay : stays) {
                Long left = stay.left();
                if (stay.entered() <= day && (left == null || left > day)) {
                    assertThat(found)
                            .as("seed " + seed + " customer " + customer)
                            .isNull();
                    found = stay.segment();
                }
            }
            assertThat(found)
                    .as("seed " + seed + " customer " + customer + " day " + day + " in " + stays)
                    .isEqualTo(Objects.requireNonNull(model.floorEntry(day))
                            .getValue()
                            .get(customer));
        }
    }
}
