package siyu.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import siyu.core.AsOf;
import siyu.points.CalendarUnit;
import siyu.points.Term;
import siyu.rule.Window;

/** Random histories of a customer against {@link SlowLevels}. */
class LevelHistoriesTest {
    private static final long SEED = Long.getLong("siyu.seed", 20260301);
    private static final int HISTORIES = Integer.getInteger("siyu.histories", 20_000);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Test
    void everyMoveAgrees() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int history = 0; history < HISTORIES; history++) {
            List<Step> steps = steps(random);
            Term grace = new Term(Window.Unit.DAYS, random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(60));
            boolean oneDown = random.nextBoolean();
            LevelRules.Downgrade rule = new LevelRules.Downgrade(CalendarUnit.MONTH, oneDown, grace);
            SlowLevels slow = slow(steps, grace.amount(), oneDown);
            Ladder ladder = new Ladder(steps);
            Standing standing = Standing.LOWEST;
            LocalDate day = LocalDate.of(2024, 1, 1);
            for (int look = 0; look < 30; look++) {
                day = day.plusDays(random.nextInt(random.nextBoolean() ? 40 : 3));
                boolean review = random.nextInt(3) > 0;
                long growth = random.nextInt(-50, 1300);
                slow.look(day, review, growth);
                Move move = new Ruling(ladder, rule, review, AsOf.date(day, ZONE)).of(history, standing, growth);
                if (move != null) {
                    standing = standing.after(move);
                    seen.merge(move.kind().word(), 1, Integer::sum);
                }
                String where = "seed " + SEED + ", history " + history + ", look " + look;
                assertThat(ladder.name(standing.place(ladder))).as(where).isEqualTo(slow.level());
                assertThat(standing.moves()).as(where).isEqualTo(slow.notes().size());
            }
        }
        assertThat(seen).containsOnlyKeys("rise", "warning", "fall", "kept", "at_risk");
        assertThat(seen.values()).allMatch(count -> count > HISTORIES / 10);
    }

    private static List<Step> steps(SplittableRandom random) {
        List<Step> steps = new ArrayList<>(List.of(new Step("s0", 0, Step.NOT_SOLD, null)));
        long growth = 0;
        for (int i = 1; i <= 1 + random.nextInt(5); i++) {
            if (random.nextInt(4) == 0) {
                steps.add(new Step("s" + i, Step.NOT_EARNED, 100, new Term(Window.Unit.YEARS, 1)));
            } else {
                growth += 1 + random.nextInt(400);
                steps.add(new Step("s" + i, growth, Step.NOT_SOLD, null));
            }
        }
        return List.copyOf(steps);
    }

    private static SlowLevels slow(List<Step> steps, int grace, boolean oneDown) {
        Map<String, Long> thresholds = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.earned()) {
                thresholds.put(step.name(), step.growth());
            }
        }
        return new SlowLevels(steps.stream().map(Step::name).toList(), thresholds, grace, oneDown);
    }
}
