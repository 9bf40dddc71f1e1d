package siyu.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Statistics and schedules of groups over random histories, worked out again day by day and member by member. */
class LifeTest {
    private static final int FIRST = (int) LocalDate.of(2026, 1, 1).toEpochDay();
    private static final int DAYS = 90;
    private static final int SEEDS = 200;

    private static List<Stay> history(Random random, int groups) {
        List<Stay> all = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            for (int group = 0; group < groups; group++) {
                int day = FIRST - 40 + random.nextInt(60);
                while (day < FIRST + DAYS && random.nextInt(3) > 0) {
                    int end = random.nextInt(3) == 0 ? Stay.OPEN : day + random.nextInt(40);
                    all.add(new Stay(customer, group, day, end));
                    day = end == Stay.OPEN ? Stay.OPEN : end + 1 + random.nextInt(20);
                }
            }
        }
        return all;
    }

    private static Stays stays(List<Stay> all) {
        Stays stays = new Stays();
        all.forEach(stay -> stays.add(stay.customer(), stay.group(), stay.joined(), stay.left()));
        return stays;
    }

    @Test
    void joinedLeftAndSoon() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Stay> all = history(random, 4);
            int[] place = {0, 1, -1, 0};
            int today = FIRST + random.nextInt(DAYS);
            List<Integer> starts = new ArrayList<>();
            for (int day = FIRST; day < today; day += 1 + random.nextInt(20)) {
                starts.add(day);
            }
            int[] firsts = starts.stream().mapToInt(day -> day).toArray();
            int[] lasts = new int[firsts.length];
            for (int i = 0; i < lasts.length; i++) {
                lasts[i] = i + 1 < lasts.length ? firsts[i + 1] - 1 : today;
            }
            Life life = Life.of(stays(all), place, 2, firsts, lasts, today);
            for (int at = 0; at < 2; at++) {
                for (int period = 0; period < firsts.length; period++) {
                    String about = "seed %d, %d, period %d".formatted(seed, at, period);
                    long[] slow = slow(all, place, at, firsts[period], lasts[period], today);
                    assertThat(new long[] {
                                life.joined()[at][period],
                                life.left()[at][period],
                                life.members()[at][period],
                                life.seen()[0][at][period],
                                life.soon()[0][at][period],
                                life.seen()[1][at][period],
                                life.soon()[1][at][period]
                            })
                            .as(about)
                            .isEqualTo(slow);
                    if (period > 0) {
                        assertThat(life.members()[at][period] - life.members()[at][period - 1])
                                .as(about + ": who came less who went")
                                .isEqualTo(life.joined()[at][period] - life.left()[at][period]);
                    }
                }
            }
        }
    }

    /** Day by day, who is there when it ends; who was there a while after he came. */
    private static long[] slow(List<Stay> all, int[] place, int at, int first, int last, int today) {
        long[] counts = new long[7];
        for (Stay stay : all) {
            if (place[stay.group()] != at) {
                continue;
            }
            for (int day = first; day <= last; day++) {
                if (stay.joined() == day) {
                    counts[0]++;
                    for (int k = 0; k < 2; k++) {
                        int later = day + (k == 0 ? 7 : 30);
                        if (later <= today) {
                            counts[3 + 2 * k]++;
                            counts[4 + 2 * k] += stay.holds(later) ? 0 : 1;
                        }
                    }
                }
                if (stay.left() == day) {
                    counts[1]++;
                }
            }
            counts[2] += stay.holds(last) ? 1 : 0;
        }
        return counts;
    }

    @Test
    void due() {
        long found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Stay> all = history(random, 4);
            List<Group> groups = new ArrayList<>();
            for (int g = 0; g < 4; g++) {
                groups.add(new Group(
                        g, "g" + g, null, g == 2 ? "other" : "club", null, null, null, 9, null, null, null, false));
            }
            Schedule.Welcome welcome = new Schedule.Welcome("w", random.nextInt(10), LocalTime.NOON, "hello", null);
            List<String> only = random.nextBoolean() ? List.of() : List.of("g" + (random.nextBoolean() ? 1 : 3));
            DayOfWeek on = DayOfWeek.of(1 + random.nextInt(7));
            Schedule.Weekly weekly = new Schedule.Weekly("x", on, LocalTime.of(9, 30), "news", null, only);
            GroupRules.Kind kind = new GroupRules.Kind(
                    "club",
                    null,
                    null,
                    100,
                    0,
                    1,
                    true,
                    GroupRules.Keep.EARLIEST,
                    -1,
                    List.of(),
                    new Schedule(List.of(welcome), List.of(weekly)));
            int today = FIRST + random.nextInt(DAYS);
            int days = 1 + random.nextInt(15);
            List<String> fast = new ArrayList<>();
            for (Due due : Due.of(kind, groups, stays(all), LocalDate.ofEpochDay(today), days)) {
                due.stays().forEach(stay -> fast.add(due.date() + due.step().name() + stay));
            }
            List<String> slow = new ArrayList<>();
            for (LocalDate date = LocalDate.ofEpochDay(today);
                    date.toEpochDay() < today + days;
                    date = date.plusDays(1)) {
                long day = date.toEpochDay();
                for (Stay stay : all) {
                    boolean his = stay.group() != 2 && stay.joined() <= today && stay.holds(day);
                    if (his
                            && LocalDate.ofEpochDay(stay.joined())
                                    .plusDays(welcome.day())
                                    .equals(date)) {
                        slow.add(date + "w" + stay);
                    }
                    if (his && date.getDayOfWeek() == on && (only.isEmpty() || only.contains("g" + stay.group()))) {
                        slow.add(date + "x" + stay);
                    }
                }
            }
            found += slow.size();
            assertThat(fast).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(slow);
        }
        assertThat(found).isPositive();
    }
}
