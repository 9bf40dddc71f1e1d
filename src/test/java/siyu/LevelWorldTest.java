package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import siyu.level.SlowLevels;

/** Random events, runs and reviews in a data file, beside growth added up from the events and levels done on paper. */
class LevelWorldTest {
    private static final int CUSTOMERS = 25;
    private static final String PROGRAM = """
            program: tiny
            timezone: America/New_York
            currency: CNY
            data: levels
            events:
              purchase: {}
              login: {}
            levels:
              growth: {window: 6m, of: sum(purchase.amount) + 10 * count(login)}
              steps: [{ordinary: 0}, {silver: 150}, {plus: {price: 9.90, term: 1y}}, {gold: 300}, {diamond: 520.50}]
              downgrade: {review: monthly, policy: one_down, grace: 20d}
            """;
    private static final List<String> NAMES = List.of("ordinary", "silver", "plus", "gold", "diamond");
    private static final Map<String, Long> THRESHOLDS =
            Map.of("ordinary", 0L, "silver", 15_000L, "gold", 30_000L, "diamond", 52_050L);

    /** What happened; money in minor units. */
    private record Event(int customer, LocalDateTime at, long growth) {}

    private final List<Event> events = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyMoveIsThatOnPaper(long seed, @TempDir Path temporary) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Desk desk = new Desk(Files.createDirectory(temporary.toRealPath().resolve("desk")));
        desk.write("siyu.yaml", PROGRAM);
        fill(desk, random);
        Map<Integer, SlowLevels> paper = new TreeMap<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            paper.put(customer, new SlowLevels(NAMES, THRESHOLDS, 20, true));
        }
        for (LocalDate day = LocalDate.of(2025, 4, 1);
                day.isBefore(LocalDate.of(2026, 2, 27));
                day = day.plusDays(random.nextInt(35))) {
            boolean review = random.nextBoolean();
            if (review) {
                desk.done("level", "review", "--apply", "--as-of", day.toString());
            } else {
                desk.done("level", "run", "--as-of", day.toString());
            }
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                java.util.Objects.requireNonNull(paper.get(customer)).look(day, review, growth(customer, day));
            }
        }
        int moves = 0;
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            List<String> expected = java.util.Objects.requireNonNull(paper.get(customer)).notes().stream()
                    .map(note -> note.day() + "," + note.change() + "," + note.from() + "," + note.to() + ","
                            + (note.until().equals(LocalDate.MAX) ? "" : note.until()))
                    .toList();
            String told = desk.done(
                            "level",
                            "history",
                            "c" + customer,
                            "-o",
                            "csv",
                            "--no-headers",
                            "--columns",
                            "day,change,from,to,until")
                    .out();
            assertThat(told.lines().toList()).as("seed %s, c%s", seed, customer).isEqualTo(expected);
            moves += expected.size();
        }
        assertThat(moves).isGreaterThan(2 * CUSTOMERS);
    }

    private void fill(Desk desk, SplittableRandom random) throws IOException {
        StringBuilder customers = new StringBuilder("id,registered\n");
        StringBuilder rows = new StringBuilder("id,customer,kind,at,amount\n");
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            customers.append("c").append(customer).append(",2024-01-01\n");
            for (int i = random.nextInt(40); i > 0; i--) {
                // Not in the night, where the clocks of the zone change.
                LocalDateTime at = LocalDateTime.of(2024, 9, 1, 4 + random.nextInt(20), random.nextInt(60))
                        .plusDays(random.nextInt(545));
                boolean login = random.nextInt(3) == 0;
                long amount = random.nextLong(9000);
                events.add(new Event(customer, at, login ? 1000 : amount));
                rows.append("e").append(events.size()).append(",c").append(customer);
                rows.append(login ? ",login," : ",purchase,").append(at).append(":00,");
                rows.append(login ? "" : amount / 100 + "." + (amount % 100 < 10 ? "0" : "") + amount % 100)
                        .append('\n');
            }
        }
        desk.write("customers.csv", customers.toString());
        desk.write("events.csv", rows.toString());
        desk.done("init", ".");
        desk.done("import", "customers", "customers.csv");
        desk.done("import", "events", "events.csv");
    }

    /** Over the six months that end with the day. */
    private long growth(int customer, LocalDate day) {
        LocalDateTime end = day.plusDays(1).atStartOfDay();
        return events.stream()
                .filter(event -> event.customer() == customer
                        && event.at().isBefore(end)
                        && !event.at().isBefore(end.minusMonths(6)))
                .mapToLong(Event::growth)
                .sum();
    }
}
