package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.core.Gamma;
import siyu.real.RealWorld;

/** The models of repeat purchases: against what was published, against simulation, and in a report. */
class PredictionTest {
    private static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);

    /** Fader, Hardie and Lee (2005), table 2: r 0.243, alpha 4.414, a 0.793, b 2.426, log-likelihood -9582.4. */
    @Test
    void publishedParameters() throws IOException {
        List<String> lines = RealWorld.text("cdnow/cdnow_customers_summary.csv")
                .lines()
                .skip(1)
                .toList();
        assertThat(lines).hasSize(2357);
        int n = lines.size();
        BgNbd.Histories histories = new BgNbd.Histories(new int[n], new double[n], new double[n], new long[n]);
        for (int i = 0; i < n; i++) {
            String[] fields = lines.get(i).split(",");
            histories.frequency()[i] = Integer.parseInt(fields[1]);
            histories.recency()[i] = Double.parseDouble(fields[2]);
            histories.age()[i] = Double.parseDouble(fields[3]);
            histories.times()[i] = 1;
        }
        BgNbd model = BgNbd.fit(histories);
        assertThat(model.r()).isCloseTo(0.243, offset(0.0005));
        assertThat(model.alpha()).isCloseTo(4.414, offset(0.0005));
        assertThat(model.a()).isCloseTo(0.793, offset(0.0005));
        assertThat(model.b()).isCloseTo(2.426, offset(0.0005));
        assertThat(model.logLikelihood()).isCloseTo(-9582.4, offset(0.05));
        // Their example: a customer with 2 repeat purchases, the last after 30.43 of 38.86 weeks, in the next 39.
        assertThat(model.expected(2, 30.43, 38.86, 39)).isCloseTo(1.226, offset(0.0005));
    }

    /** From the raw purchases, through the report. */
    @Test
    void cdnow(@TempDir Path directory) throws IOException {
        Map<String, TreeMap<LocalDate, Double>> days = new TreeMap<>();
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at,amount"));
        for (String line : RealWorld.text("cdnow/CDNOW_sample.txt").lines().toList()) {
            String[] fields = line.strip().split("\\s+");
            LocalDate day = LocalDate.of(
                    Integer.parseInt(fields[2].substring(0, 4)),
                    Integer.parseInt(fields[2].substring(4, 6)),
                    Integer.parseInt(fields[2].substring(6)));
            events.add(events.size() + "," + fields[1] + ",purchase," + day + "T12:00:00," + fields[4]);
            if (!day.isAfter(CALIBRATED)) {
                days.computeIfAbsent(fields[1], none -> new TreeMap<>())
                        .merge(day, Double.parseDouble(fields[4]), Double::sum);
            }
        }
        List<String> customers = new ArrayList<>(List.of("id"));
        customers.addAll(days.keySet());
        RealWorld world = new RealWorld(
                directory,
                "1998-07-01T00:00:00Z",
                "program: cdnow\ntimezone: America/New_York\ncurrency: USD\ndata: cdnow\nevents: {purchase: {}}\n");
        world.write("customers.csv", customers);
        world.write("events.csv", events);
        world.done("import", "customers", "customers.csv");
        world.done("import", "events", "events.csv");
        String json = world.done("report", "repeat", "--as-of", CALIBRATED.toString(), "--within", "273d", "-o", "json")
                .out();
        assertThat(parameter(json, "r")).isCloseTo(0.243, offset(0.0005));
        assertThat(parameter(json, "alpha_weeks")).isCloseTo(4.414, offset(0.0015));
        assertThat(parameter(json, "a")).isCloseTo(0.793, offset(0.0005));
        assertThat(parameter(json, "b")).isCloseTo(2.426, offset(0.0015));
        // Fader and Hardie (2013): p 6.25, q 3.74, gamma 15.44; mean value of a transaction 35.2.
        assertThat(parameter(json, "p")).isCloseTo(6.25, offset(0.005));
        assertThat(parameter(json, "q")).isCloseTo(3.74, offset(0.005));
        assertThat(parameter(json, "gamma")).isCloseTo(15.44, offset(0.015));

        List<Map<String, String>> rows = world.done(
                        "report", "repeat", "--as-of", CALIBRATED.toString(), "--within", "273d", "-o", "csv")
                .rows();
        long[] count = new long[5];
        double[] expected = new double[5];
        BgNbd model = new BgNbd(
                parameter(json, "r"), parameter(json, "alpha_weeks"), parameter(json, "a"), parameter(json, "b"), 0);
        long repeaters = 0;
        for (TreeMap<LocalDate, Double> of : days.values()) {
            int x = of.size() - 1;
            double recency = ChronoUnit.DAYS.between(of.firstKey(), of.lastKey()) / 7.0;
            double age = ChronoUnit.DAYS.between(of.firstKey(), CALIBRATED) / 7.0;
            double alive = model.alive(x, recency, age);
            int band = (int) Math.min(4, Math.floor(alive * 5));
            count[band]++;
            expected[band] += model.expected(x, recency, age, 39);
            repeaters += x > 0 ? 1 : 0;
        }
        assertThat(parameter(json, "repeaters")).isEqualTo((double) repeaters).isEqualTo(946);
        assertThat(rows).hasSize(5);
        for (Map<String, String> row : rows) {
            int band = Integer.parseInt(String.valueOf(row.get("alive")).split("-")[0]) / 20;
            assertThat(row).containsEntry("customers", String.valueOf(count[band]));
            assertThat(Double.parseDouble(row.get("expected"))).isCloseTo(expected[band], offset(1e-6));
        }
    }

    /** Sums of decimals, over several threads: the same text every time. */
    @Test
    void theSameTextEveryTime(@TempDir Path directory) throws IOException {
        Random random = new Random(17);
        List<String> customers = new ArrayList<>(List.of("id"));
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at,amount"));
        for (int customer = 0; customer < 50_000; customer++) {
            customers.add("C" + customer);
            for (int left = random.nextInt(4); left > 0; left--) {
                LocalDate day = CALIBRATED.minusDays(random.nextInt(270));
                events.add(events.size() + ",C" + customer + ",purchase," + day + "T12:00:00," + random.nextInt(1, 900)
                        + "." + random.nextInt(10, 100));
            }
        }
        RealWorld world = new RealWorld(
                directory,
                "1998-07-01T00:00:00Z",
                "program: made\ntimezone: UTC\ncurrency: USD\ndata: made\nevents: {purchase: {}}\n");
        world.write("customers.csv", customers);
        world.write("events.csv", events);
        world.done("import", "customers", "customers.csv");
        world.done("import", "events", "events.csv");
        Set<String> texts = new HashSet<>();
        for (int run = 0; run < 8; run++) {
            texts.add(world.done("report", "repeat", "--as-of", CALIBRATED.toString(), "-o", "csv")
                    .out());
        }
        assertThat(texts).hasSize(1);
    }

    private static double parameter(String json, String name) {
        return Double.parseDouble(json.replaceAll("(?s).*\"" + name + "\": ([-0-9.]+).*", "$1"));
    }

    /** Customers made by the model: the fit finds the model again, and what it expects is what they do. */
    @Test
    void simulated() {
        Random random = new Random(11);
        int n = 20_000;
        BgNbd truth = new BgNbd(0.8, 6, 0.9, 3, 0);
        BgNbd.Histories histories = new BgNbd.Histories(new int[n], new double[n], new double[n], new long[n]);
        double later = 0;
        double expected = 0;
        double alive = 0;
        double living = 0;
        for (int i = 0; i < n; i++) {
            double rate = gamma(random, truth.r()) / truth.alpha();
            double one = gamma(random, truth.a());
            double stop = one / (one + gamma(random, truth.b()));
            double age = 20 + 20 * random.nextDouble();
            boolean on = true;
            double at = 0;
            while (on) {
                at -= Math.log(1 - random.nextDouble()) / rate;
                if (at > age + 26) {
                    break;
                }
                if (at > age) {
                    later++;
                } else {
                    histories.frequency()[i]++;
                    histories.recency()[i] = at;
                }
                on = random.nextDouble() >= stop;
                living += !on && at > age ? 1 : 0;
            }
            living += on ? 1 : 0;
            histories.age()[i] = age;
            histories.times()[i] = 1;
            expected += truth.expected(histories.frequency()[i], histories.recency()[i], age, 26);
            alive += truth.alive(histories.frequency()[i], histories.recency()[i], age);
        }
        assertThat(expected / n).isCloseTo(later / n, offset(0.04));
        assertThat(alive / n).isCloseTo(living / n, offset(0.02));
        BgNbd found = BgNbd.fit(histories);
        assertThat(found.r()).isCloseTo(truth.r(), offset(0.06));
        assertThat(found.alpha()).isCloseTo(truth.alpha(), offset(0.6));
        assertThat(found.a() / found.b()).isCloseTo(truth.a() / truth.b(), offset(0.05));
    }

    /** Marsaglia and Tsang (2000). */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    @Test
    void functions() {
        double log = 0;
        for (int n = 1; n < 60; n++) {
            assertThat(Gamma.log(n)).isCloseTo(log, offset(1e-12 * Math.max(1, log)));
            log += Math.log(n);
        }
        assertThat(Gamma.log(0.5)).isCloseTo(Math.log(Math.PI) / 2, offset(1e-13));
        for (double z = 0; z < 0.99; z += 0.07) {
            // 2F1(1, 1; 2; z) = -ln(1 - z) / z, and 2F1(a, b; b; z) = (1 - z)^-a.
            assertThat(Gamma.hypergeometric(2.5, 1.5, 1.5, z))
                    .isCloseTo(Math.pow(1 - z, -2.5), offset(1e-9 * Math.pow(1 - z, -2.5)));
            if (z > 0) {
                assertThat(Gamma.hypergeometric(1, 1, 2, z)).isCloseTo(-Math.log(1 - z) / z, offset(1e-12));
            }
        }
        double[] least = NelderMead.minimum(
                p -> 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2), new double[] {-1.2, 1});
        assertThat(least).containsExactly(new double[] {1, 1}, offset(1e-5));
    }
}
