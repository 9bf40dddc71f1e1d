package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two dates at once say the same as each of them alone. */
class BeforeTest {
    @TempDir
    Path temporary;

    /** Whatever rules look at: who is told to have been there before is there in the report of that time. */
    @Test
    void ringsBeforeAreThoseOfThatTime() throws IOException {
        for (int seed = 1; seed <= 5; seed++) {
            Shop shop = new Shop(Files.createDirectory(temporary.resolve("shop" + seed)), seed);
            for (int i = 0; i < 20; i++) {
                shop.world.done(
                        "segment",
                        "pin",
                        "c" + i,
                        "rich",
                        i % 2 == 0 ? "in" : "out",
                        "--reason",
                        "test",
                        "--now",
                        "2026-02-25T12:00:00Z");
            }
            for (LocalDate first : List.of(LocalDate.of(2026, 2, 1), Shop.CHANGED.plusDays(10), Shop.AS_OF)) {
                for (String segmentation : List.of("ring", "wealth", "fresh", "ranked", "nested", "lifecycle")) {
                    assertThat(rings(shop, first + "..", segmentation, "before"))
                            .as("%s before %s, seed %d", segmentation, first, seed)
                            .isEqualTo(rings(shop, "2025-12-01.." + first.minusDays(1), segmentation, "customers"));
                }
            }
        }
    }

    private static Map<String, String> rings(Shop shop, String window, String segmentation, String column) {
        return shop.report("rings", "--window", window, "--segmentation", segmentation).stream()
                .filter(row -> !"0".equals(row.get(column)))
                .collect(Collectors.toMap(
                        row -> Objects.requireNonNull(row.get("segment")),
                        row -> Objects.requireNonNull(row.get(column))));
    }
}
