package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of a British shop (UCI Online Retail): purchases, refunds, and rows of nobody. */
class OnlineRetailTest {
    private static final LocalDate AS_OF = LocalDate.of(2011, 12, 11);

    private static final String PROGRAM = """
            program: online-retail
            timezone: Europe/London
            currency: {code: GBP, decimals: 3}
            data: data/retail
            events:
              purchase: {order: text, country: text}
              refund: {order: text, country: text}
            metrics:
              net: sum(any.amount)
              rows: count(any)
            scores:
              recency: {of: days_since(purchase), quantiles: 5, best: low, ties: first}
              frequency: {of: distinct(purchase.order), quantiles: 5, best: high, ties: first}
              monetary: {of: net, quantiles: 5, best: high, ties: first}
            segmentations:
              everybody: {segments: {all: true}, otherwise: none}
              lifecycle:
                segments:
                  never_bought: count(purchase) = 0
                  active: days_since(purchase) <= 30
                  slipping: days_since(purchase) <= 90
                  dormant: days_since(purchase) <= 180
                  lost: days_since(purchase) > 180
                otherwise: error
            """;

    @TempDir
    Path directory;

    /** What is known of one customer, worked out here. */
    private static final class Buyer {
        long net;
        long rows;
        LocalDate last = LocalDate.MIN;
        final Set<String> orders = new HashSet<>();

        long idle() {
            return ChronoUnit.DAYS.between(last, AS_OF);
        }

        boolean bought() {
            return !orders.isEmpty();
        }

        String stage() {
            if (!bought()) {
                return "never_bought";
            }
            return idle() <= 30 ? "active" : idle() <= 90 ? "slipping" : idle() <= 180 ? "dormant" : "lost";
        }
    }

    /** By id, in order of first appearance; rows of nobody under the empty text. */
    private final Map<String, Buyer> buyers = new LinkedHashMap<>();

    private final Set<String> invoices = new HashSet<>();

    /** Writes the files that siyu reads; an event's id is its line. */
    private void prepare() throws IOException {
        Path raw = RealWorld.data("online_retail/online_retail.csv.gz");
        try (InputStream packed = Files.newInputStream(raw);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed, 1 << 16), StandardCharsets.UTF_8));
                Writer out = Files.newBufferedWriter(directory.resolve("events.csv"))) {
            in.readLine();
            out.write("id,customer,kind,at,amount,order,country\n");
            int number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                List<String> fields = RealWorld.fields(line, ',');
                String invoice = fields.get(0);
                String at = fields.get(4);
                String id = fields.get(6);
                BigDecimal amount = new BigDecimal(fields.get(5)).multiply(new BigDecimal(fields.get(3)));
                boolean refund = invoice.startsWith("C");
                String kind = refund ? "refund" : "purchase";
                out.write(number + "," + id + "," + kind + "," + at + "," + amount.toPlainString() + "," + invoice + ","
                        + fields.get(7) + "\n");
                invoices.add(invoice);
                Buyer buyer = buyers.computeIfAbsent(id, none -> new Buyer());
                buyer.rows++;
                buyer.net += amount.movePointRight(3).longValueExact();
                if (!refund) {
                    buyer.orders.add(invoice);
                    LocalDate day = LocalDate.parse(at.substring(0, 10));
                    buyer.last = day.isAfter(buyer.last) ? day : buyer.last;
                }
            }
        }
    }

    /** {@code pandas.qcut(values.rank(method="first"), 5)}: the first part whose upper quantile the rank does not exceed. */
    private static Map<String, Integer> quintiles(Map<String, Buyer> of, ToLongFunction<Buyer> value) {
        List<String> sorted = new ArrayList<>(of.keySet());
        sorted.sort(Comparator.comparingLong(id -> value.applyAsLong(of.get(id))));
        Map<String, Integer> parts = new HashMap<>();
        int n = sorted.size();
        for (int rank = 1; rank <= n; rank++) {
            int part = 1;
            while (rank * 5L > 5L + (n - 1L) * part) {
                part++;
            }
            parts.put(sorted.get(rank - 1), part);
        }
        return parts;
    }

    private static final List<String> MEMBERS = List.of(
            "segment",
            "run",
            "lifecycle",
            "--members",
            "--as-of",
            AS_OF.toString(),
            "-o",
            "csv",
            "--show",
            "recency",
            "--show",
            "frequency",
            "--show",
            "monetary",
            "--show",
            "net",
            "--show",
            "rows");

    private static String[] with(List<String> line, String... more) {
        List<String> all = new ArrayList<>(line);
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @Test
    void ayearOfAShop() throws IOException {
        prepare();
        long total = buyers.values().stream().mapToLong(buyer -> buyer.net).sum();
        assertThat(total).isEqualTo(9_747_747_934L);
        assertThat(invoices).hasSize(25_900);
        Buyer nobody = Objects.requireNonNull(buyers.remove(""));
        assertThat(nobody.rows).isEqualTo(135_080);
        assertThat(buyers).hasSize(4_372);

        RealWorld world = new RealWorld(directory, "2011-12-31T00:00:00Z", PROGRAM);
        List<String> customers = new ArrayList<>(List.of("id"));
        customers.addAll(buyers.keySet());
        world.write("customers.csv", customers);
        assertThat(world.imported("customers", "customers.csv")).containsEntry("new", "4372");
        assertThat(world.imported("events", "events.csv"))
                .containsEntry("rows", "541909")
                .containsEntry("new", Long.toString(541_909 - nobody.rows))
                .containsEntry("apart", "135080")
                .containsEntry("duplicates", "0");

        RealWorld.Answer stored = world.done(with(MEMBERS));
        compare(stored.rows());

        RealWorld.Answer straight = world.done(with(MEMBERS, "--customers", "customers.csv", "--events", "events.csv"));
        assertThat(straight.out()).as("straight from the files").isEqualTo(stored.out());
        assertThat(straight.err()).contains("not in the files; left out: 135080");

        // The whole shop as one customer: every row counts, those of nobody too.
        world.write("shop.csv", List.of("id", "shop"));
        Map<String, String> shop = world.done(with(
                        MEMBERS,
                        "--customers",
                        "shop.csv",
                        "--events",
                        "events.csv",
                        "--map",
                        "events.customer=-",
                        "--value",
                        "events.customer=shop",
                        "--show",
                        "distinct(any.country)"))
                .rows()
                .get(0);
        assertThat(shop)
                .containsEntry("net", "9747747.934")
                .containsEntry("rows", "541909")
                .containsEntry("distinct(any.country)", "38");
    }

    private void compare(List<Map<String, String>> rows) {
        assertThat(rows).hasSize(buyers.size());
        Map<String, Buyer> bought = new LinkedHashMap<>(buyers);
        bought.values().removeIf(buyer -> !buyer.bought());
        Map<String, Integer> recency = quintiles(bought, Buyer::idle);
        Map<String, Integer> frequency = quintiles(buyers, buyer -> buyer.orders.size());
        Map<String, Integer> monetary = quintiles(buyers, buyer -> buyer.net);
        Map<String, Integer> stages = new TreeMap<>();
        for (Map<String, String> row : rows) {
            String id = row.get("customer");
            Buyer buyer = Objects.requireNonNull(buyers.get(id), id);
            String days = recency.containsKey(id) ? Integer.toString(6 - recency.get(id)) : "";
            assertThat(row)
                    .as("customer %s", id)
                    .containsEntry("segment", buyer.stage())
                    .containsEntry("recency", days)
                    .containsEntry("frequency", String.valueOf(frequency.get(id)))
                    .containsEntry("monetary", String.valueOf(monetary.get(id)))
                    .containsEntry("net", BigDecimal.valueOf(buyer.net, 3).toPlainString())
                    .containsEntry("rows", Long.toString(buyer.rows));
            stages.merge(row.get("segment"), 1, Integer::sum);
        }
        assertThat(stages).hasSize(5);
    }
}
