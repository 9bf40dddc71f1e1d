package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 5,369 clients of a real bank go to the staff of their own district's branch, two at each, and one of them leaves. */
class StaffOnBerkaTest {
    private static final String MONDAY = "1999-01-04T12:00:00Z";
    private static final String PROGRAM = """
            program: berka
            timezone: Europe/Prague
            currency: CZK
            data: data/berka
            customers: {birth_number: text}
            staff:
              hours: 1-5 09:00-17:00
              codes:
                branch: {region: same}
            platform:
              transfers: {most: 2, per: 90d, reason: moving, source: "https://developer.work.weixin.qq.com/document/path/96325", date: 2023-12-01}
              transfers_per_request: {most: 100, source: "https://developer.work.weixin.qq.com/document/path/96325", date: 2023-12-01}
              transfer_wait: {hours: 24, source: "https://developer.work.weixin.qq.com/document/path/96325", date: 2023-12-01}
            """;

    @TempDir
    Path directory;

    private RealWorld world;

    /** Clients by district, read without siyu. */
    private final Map<String, Integer> districts = new TreeMap<>();

    private final Map<String, String> districtOf = new HashMap<>();

    @BeforeEach
    void clients() throws IOException {
        Path clients = RealWorld.data("berka/client.asc");
        for (String line : Files.readAllLines(clients).subList(1, 5370)) {
            List<String> fields = RealWorld.fields(line, ';');
            districts.merge(fields.get(2), 1, Integer::sum);
            districtOf.put(fields.get(0), fields.get(2));
        }
        world = new RealWorld(directory, MONDAY, PROGRAM);
        assertThat(world.imported(
                        "customers",
                        clients.toString(),
                        "--delimiter",
                        ";",
                        "--map",
                        "client_id=id",
                        "--map",
                        "district_id=region"))
                .containsEntry("new", "5369");
        List<String> staff = new ArrayList<>(List.of("id,region,weight,daily_cap"));
        for (String district : districts.keySet()) {
            // The second one takes two of three; only he has a daily cap, of one hundred.
            staff.add("a" + district + "," + district + ",1,");
            staff.add("b" + district + "," + district + ",2,100");
        }
        world.write("staff.csv", staff);
        assertThat(world.imported("staff", "staff.csv")).containsEntry("new", Integer.toString(2 * districts.size()));
        assertThat(districts).hasSize(77);
    }

    private Map<String, Integer> loads() {
        Map<String, Integer> loads = new LinkedHashMap<>();
        for (Map<String, String> row :
                world.done("staff", "status", "-o", "csv").rows()) {
            loads.put(row.get("staff"), Integer.valueOf(row.get("load")));
        }
        return loads;
    }

    @Test
    void everybodyGoesToHisOwnBranch() {
        assertThat(world.done("staff", "assign", "branch", "--all", "--now", "1999-01-04T18:00:00Z", "-o", "json")
                        .out())
                .contains("\"assigned\": 0,", "\"nobody\": 5369");
        List<Map<String, String>> rows = world.done("staff", "assign", "branch", "--all", "--yes", "-o", "csv")
                .rows();
        assertThat(rows).hasSize(5369);
        for (Map<String, String> row : rows) {
            String staff = String.valueOf(row.get("staff"));
            assertThat(row.get("outcome")).isEqualTo("assigned");
            assertThat(staff.substring(1)).isEqualTo(districtOf.get(row.get("customer")));
        }
        Map<String, Integer> loads = loads();
        districts.forEach((district, clients) -> {
            int second = Math.min(100, Math.round(clients * 2 / 3f));
            // Of weights 1 and 2 the order is second, first, second, over and over.
            assertThat(loads.get("b" + district)).as(district).isEqualTo(second);
            assertThat(loads.get("a" + district)).as(district).isEqualTo(clients - second);
        });
        even(loads);
        assertThat(world.done("staff", "assign", "branch", "--all", "--yes", "-o", "json")
                        .out())
                .contains("\"assigned\": 0,", "\"kept\": 5369,", "\"nobody\": 0");
        handover(loads);
    }

    /** The audit says what all pairs of people say. */
    private void even(Map<String, Integer> loads) {
        double differences = 0;
        double mean = 5369.0 / loads.size();
        for (int one : loads.values()) {
            for (int other : loads.values()) {
                differences += Math.abs(one - other);
            }
        }
        double gini = differences / (2 * Math.pow(loads.size(), 2) * mean);
        String audit = world.done("staff", "audit", "-o", "json").out();
        assertThat(number(audit, "load_mean")).isCloseTo(mean, within(1e-9));
        assertThat(number(audit, "load_gini")).isCloseTo(gini, within(1e-9));
    }

    private static double number(String json, String key) {
        return Double.parseDouble(json.replaceAll("(?s).*\"" + key + "\": ([0-9.]+).*", "$1"));
    }

    /** The one with most customers leaves: to the other one of his branch, a hundred a request; nobody else is touched. */
    private void handover(Map<String, Integer> before) {
        int clients = before.getOrDefault("a1", 0);
        assertThat(clients).isEqualTo(563);
        world.done("staff", "handover", "plan", "--from", "a1", "--to", "b1", "--reason", "leaving", "--yes");
        List<Map<String, String>> plan =
                world.done("staff", "handover", "list", "-o", "csv").rows();
        assertThat(plan).hasSize(clients);
        Map<String, Integer> days = new TreeMap<>();
        plan.forEach(row -> {
            days.merge(row.get("due"), 1, Integer::sum);
            assertThat(row).containsEntry("to", "b1").containsEntry("batch", "1");
        });
        // He has got his hundred today already.
        assertThat(days)
                .containsExactly(
                        Map.entry("1999-01-05", 100),
                        Map.entry("1999-01-06", 100),
                        Map.entry("1999-01-07", 100),
                        Map.entry("1999-01-08", 100),
                        Map.entry("1999-01-09", 100),
                        Map.entry("1999-01-10", 63));
        int moved = 0;
        for (String day : days.keySet()) {
            world.done("staff", "handover", "request", "--yes", "--now", day + "T08:00:00Z");
            String refuses = plan.stream()
                    .filter(row -> day.equals(row.get("due")))
                    .findFirst()
                    .orElseThrow()
                    .get("customer");
            String tomorrow = java.time.LocalDate.parse(day).plusDays(1) + "T08:00:00Z";
            List<Map<String, String>> settled = world.done(
                            "staff",
                            "handover",
                            "settle",
                            "--refused",
                            String.valueOf(refuses),
                            "--now",
                            tomorrow,
                            "-o",
                            "csv")
                    .rows();
            moved += (int) settled.stream()
                    .filter(row -> "done".equals(row.get("state")))
                    .count();
        }
        assertThat(moved).isEqualTo(clients - 6);
        Map<String, Integer> after = loads();
        assertThat(after).containsEntry("a1", 6).containsEntry("b1", 100 + moved);
        before.forEach((staff, load) -> {
            if (!staff.endsWith("1") || staff.length() > 2) {
                assertThat(after).containsEntry(staff, load);
            }
        });
    }
}
