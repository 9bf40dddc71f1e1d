package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of a British shop in reports: buyers by month, cohorts, and value with what was taken back. */
class RetailReportsTest {
    private static final String PROGRAM = """
            program: online-retail
            timezone: Europe/London
            currency: {code: GBP, decimals: 3}
            data: retail
            events:
              purchase: {order: text}
              refund: {order: text}
            """;

    /** What one month holds. */
    private static final class Month {
        final Set<String> active = new HashSet<>();
        final Set<String> activeDays = new HashSet<>();
        final Set<String> buyers = new HashSet<>();
        final Set<String> orders = new HashSet<>();
        long gmv;
        long refunds;
    }

    @TempDir
    Path directory;

    private final TreeMap<String, Month> months = new TreeMap<>();
    private final TreeMap<String, TreeSet<String>> buying = new TreeMap<>();

    private RealWorld world() throws IOException {
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at,amount,order"));
        Set<String> customers = new TreeSet<>();
        for (String line : RealWorld.text("online_retail/online_retail.csv.gz")
                .lines()
                .skip(1)
                .toList()) {
            List<String> fields = RealWorld.fields(line, ',');
            String customer = fields.get(6);
            if (customer.isEmpty()) {
                continue;
            }
            String order = fields.get(0);
            String kind = order.startsWith("C") ? "refund" : "purchase";
            BigDecimal amount = new BigDecimal(fields.get(5)).multiply(new BigDecimal(fields.get(3)));
            events.add(events.size() + "," + customer + "," + kind + "," + fields.get(4) + "," + amount.toPlainString()
                    + "," + order);
            customers.add(customer);
            Month month = months.computeIfAbsent(fields.get(4).substring(0, 7), none -> new Month());
            long pence = amount.movePointRight(3).longValueExact();
            month.active.add(customer);
            month.activeDays.add(customer + fields.get(4).substring(0, 10));
            if (kind.equals("refund")) {
                month.refunds += Math.abs(pence);
            } else {
                month.gmv += pence;
                month.buyers.add(customer);
                month.orders.add(customer + " " + order);
                buying.computeIfAbsent(customer, none -> new TreeSet<>())
                        .add(fields.get(4).substring(0, 7));
            }
        }
        assertThat(customers).hasSize(4_372);
        RealWorld world = new RealWorld(directory, "2011-12-31T00:00:00Z", PROGRAM);
        List<String> lines = new ArrayList<>(List.of("id"));
        lines.addAll(customers);
        world.write("customers.csv", lines);
        world.write("events.csv", events);
        world.done("import", "customers", "customers.csv");
        world.done("import", "events", "events.csv");
        return world;
    }

    @Test
    void aYearInReports() throws IOException {
        RealWorld world = world();
        String[] window = {"--as-of", "2011-12-31", "--window", "2010-12-01..2011-12-31", "-o", "csv"};
        List<String> names = List.copyOf(months.keySet());
        assertThat(names).hasSize(13);

        List<Map<String, String>> mau = report(world, "mau", window);
        List<Map<String, String>> gmv = report(world, "gmv", window);
        long net = 0;
        for (int i = 0; i < 13; i++) {
            Month month = month(names.get(i));
            int days = LocalDate.parse(names.get(i) + "-01").lengthOfMonth();
            assertThat(mau.get(i))
                    .containsEntry("period", names.get(i))
                    .containsEntry("mau", String.valueOf(month.active.size()));
            near(mau.get(i), "mean_dau", month.activeDays.size() / (double) days);
            assertThat(gmv.get(i))
                    .containsEntry("customers", String.valueOf(month.active.size()))
                    .containsEntry("buyers", String.valueOf(month.buyers.size()))
                    .containsEntry("orders", String.valueOf(month.orders.size()))
                    .containsEntry("gmv", pounds(month.gmv))
                    .containsEntry("refunds", pounds(month.refunds))
                    .containsEntry("net", pounds(month.gmv - month.refunds));
            near(gmv.get(i), "conversion", month.buyers.size() / (double) month.active.size());
            near(gmv.get(i), "order_value", month.gmv / 1000.0 / month.orders.size());
            net += month.gmv - month.refunds;
        }
        // What is known of the customers' rows: 8,300,065.814 in all.
        assertThat(pounds(net)).isEqualTo("8300065.814");

        List<Map<String, String>> cohorts = report(world, "retention", "--kind", "purchase", window);
        assertThat(cohorts).hasSize(13 * 14 / 2);
        for (Map<String, String> row : cohorts) {
            int first = names.indexOf(row.get("cohort"));
            int after = Integer.parseInt(row.get("after"));
            List<TreeSet<String>> of = buying.values().stream()
                    .filter(each -> each.first().equals(names.get(first)))
                    .toList();
            long active = of.stream()
                    .filter(each -> each.contains(names.get(first + after)))
                    .count();
            assertThat(row)
                    .containsEntry("customers", String.valueOf(of.size()))
                    .containsEntry("active", String.valueOf(active));
        }

        List<Map<String, String>> split = report(
                world, "gmv", "--as-of", "2011-12-31", "--window", "2011-11", "--compare", "previous", "-o", "csv");
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, String> row : split.subList(0, 4)) {
            sum = sum.add(new BigDecimal(row.get("contribution")));
        }
        assertThat(sum.toPlainString()).isEqualTo(pounds(month("2011-11").gmv - month("2011-10").gmv));
    }

    private Month month(String name) {
        return Objects.requireNonNull(months.get(name), name);
    }

    private static List<Map<String, String>> report(RealWorld world, String name, Object... words) {
        List<String> line = new ArrayList<>(List.of("report", name));
        for (Object word : words) {
            line.addAll(word instanceof String[] some ? List.of(some) : List.of((String) word));
        }
        return world.done(line.toArray(new String[0])).rows();
    }

    private static List<Map<String, String>> report(RealWorld world, String name, String[] words) {
        return report(world, name, (Object) words);
    }

    private static void near(Map<String, String> row, String column, double value) {
        assertThat(Double.parseDouble(row.get(column)))
                .as("%s of %s", column, row)
                .isCloseTo(value, offset(1e-9 * value));
    }

    private static String pounds(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).toPlainString();
    }
}
