package siyu.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank's history, simulated: under its own program it is the ledger, under another one what that bank would have. */
class SimulationTest {
    private static final List<String> OTHER = List.of(
            "--set",
            "points.earn[0].points=2",
            "--set",
            "points.expiry.after=2m",
            "--set",
            "points.earn[3].cap.times=1");

    @TempDir
    Path temporary;

    private final Set<String> done = new HashSet<>();

    /** The bank of the template with a year and more behind it: runs over events, operations of all types, rewards, a closed month. */
    private Shop bank(String name, boolean other) throws IOException {
        new Shop(temporary).done("init", name, "--template", "bank");
        Shop shop = new Shop(temporary.resolve(name));
        if (other) {
            Path file = shop.directory.resolve("points.yaml");
            String program = Files.readString(file);
            String changed = program.replace("after: 1y", "after: 2m")
                    .replace("per: 1.00, points: 1,", "per: 1.00, points: 2,")
                    .replace("cap: { times: 3, per: day }", "cap: { times: 1, per: day }");
            assertThat(changed.length()).isNotEqualTo(program.length() + 1);
            Files.writeString(file, changed);
        }
        shop.at("2025-12-31T20:00:00Z");
        shop.done("sample", "files", "--size", "600");
        shop.done("import", "customers", "files/customers.csv");
        shop.done("import", "events", "files/events.csv");
        shop.done("import", "referrals", "files/referrals.csv");
        shop.done("points", "earn", "--as-of", "2025-09-30");
        shop.done("points", "earn");
        shop.done("points", "expire");
        for (int i = 0; i < 60; i++) {
            String id = "C000000%02d".formatted(i);
            attempt(shop, other, "points", "redeem", id, "30", "--key", "spent-" + id);
            attempt(shop, other, "points", "transfer", id, "C000000%02d".formatted((i + 7) % 60), "10");
            attempt(shop, other, "points", "adjust", id, i % 2 == 0 ? "+15" : "-5", "--reason", "why not");
        }
        shop.at("2026-03-01T00:00:00Z");
        shop.done("points", "earn");
        shop.done("task", "run");
        shop.done("referral", "settle");
        for (int i = 0; i < 60; i += 3) {
            String id = "C000000%02d".formatted(i);
            attempt(shop, other, "points", "cancel", id, "spent-" + id);
            attempt(shop, other, "points", "transfer", id, "C000000%02d".formatted((i + 3) % 60), "400");
            attempt(shop, other, "points", "open", id, "100", "--reason", "before", "--expires", "2026-04-30");
        }
        shop.done("points", "expire");
        shop.done("points", "close", "--through", "2026-01-31", "--yes");
        shop.events("late,C00000001,purchase,2026-01-10T10:00:00,88.00,");
        shop.done("points", "earn");
        return shop;
    }

    /** Does what may be refused; what the first bank refused was never asked for, so the other one is not asked either. */
    private void attempt(Shop shop, boolean other, String... words) {
        String what = String.join(" ", words);
        if (other ? done.contains(what) : shop.run(words).exit() == 0) {
            done.add(what);
            if (other) {
                shop.run(words);
            }
        }
    }

    private static Map<String, List<String>> figures(Shop shop, List<String> words) {
        Map<String, List<String>> figures = new HashMap<>();
        String[] command = new String[4 + words.size()];
        List<String> first = List.of("points", "simulate", "-o", "csv");
        for (int i = 0; i < command.length; i++) {
            command[i] = i < 4 ? first.get(i) : words.get(i - 4);
        }
        shop.done(command).rows().forEach(row -> figures.put(row.get(0), row.subList(2, 4)));
        return figures;
    }

    @Test
    void theLedgerUnderItsOwnProgramAndWhatAnotherBankHas() throws IOException {
        Shop bank = bank("bank", false);
        Shop other = bank("other", true);
        for (Shop shop : List.of(bank, other)) {
            assertThat(shop.done("points", "simulate", "--exit-code", "-o", "json")
                            .out())
                    .contains("\"not_as_posted\": 0");
            // The same outstanding and the same months as those that are read from the entries.
            List<String> liability =
                    shop.rows("points liability", "outstanding,expired").get(0);
            Map<String, List<String>> own = figures(shop, List.of());
            assertThat(own.get("outstanding")).containsOnly(liability.get(0));
            Map<String, List<String>> months = new HashMap<>();
            shop.done("points", "simulate", "--by", "month", "-o", "csv")
                    .rows()
                    .forEach(row -> months.put(row.get(0), List.of(row.get(1), row.get(3))));
            List<List<String>> forecast = shop.rows("points forecast", "month,expiring,outstanding");
            // This month has an end, but also a beginning, which is not in the forecast.
            assertThat(forecast.size()).isGreaterThan(2);
            for (List<String> row : forecast.subList(1, forecast.size())) {
                assertThat(months).containsEntry(row.get(0), row.subList(1, 3));
            }
        }
        Map<String, List<String>> simulated = figures(bank, OTHER);
        Map<String, List<String>> real = figures(other, List.of());
        for (String figure : List.of(
                "earned",
                "taken back",
                "redeemed",
                "expired",
                "otherwise",
                "outstanding",
                "owed",
                "liability",
                "breakage")) {
            assertThat(cell(simulated, figure, 1)).as(figure).isEqualTo(cell(real, figure, 0));
        }
        assertThat(cell(simulated, "earned", 0)).isNotEqualTo(cell(simulated, "earned", 1));
        assertThat(cell(simulated, "expired", 0)).isNotEqualTo(cell(simulated, "expired", 1));
    }

    private static String cell(Map<String, List<String>> figures, String figure, int side) {
        return Objects.requireNonNull(figures.get(figure), figure).get(side);
    }
}
