package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.report.Shop.Attributes;
import siyu.report.Shop.Customer;
import siyu.report.Shop.Event;

/** Every figure of every report over made-up shops, worked out again from plain lists in a few obvious lines. */
class AgainstSlowTest {
    @TempDir
    Path temporary;

    private interface Check {
        void of(Shop shop);
    }

    private void each(Check check) throws IOException {
        for (long seed = 1; seed <= 4; seed++) {
            Path directory = Files.createDirectory(temporary.resolve("shop" + seed));
            try {
                check.of(new Shop(directory, seed));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void near(Map<String, String> row, String column, long part, long whole) {
        near(row, column, (double) part, (double) whole);
    }

    private static void near(Map<String, String> row, String column, double part, double whole) {
        String cell = Objects.requireNonNull(row.get(column), column);
        if (whole == 0) {
            assertThat(cell).as("%s of %s", column, row).isEmpty();
        } else {
            double expected = part / whole;
            assertThat(Double.parseDouble(cell))
                    .as("%s of %s", column, row)
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    private static void is(Map<String, String> row, String column, Object value) {
        assertThat(row.get(column)).as("%s of %s", column, row).isEqualTo(value.toString());
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    @Test
    void active() throws IOException {
        each(shop -> {
            List<Map<String, String>> rows =
                    shop.report("active", "--window", "45d", "--by", "town", "--kind", "login");
            assertThat(rows).hasSize(45 * Shop.TOWNS.size());
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                LocalDate day = Shop.AS_OF.minusDays(44 - i % 45);
                String town = Shop.TOWNS.get(i / 45);
                List<Event> logins =
                        shop.events(event -> event.is("login") && Shop.in(town).test(event));
                is(row, "group", town);
                is(row, "period", day);
                long dau = trailing(logins, day, 1);
                long mau = trailing(logins, day, 30);
                is(row, "dau", dau);
                is(row, "wau", trailing(logins, day, 7));
                is(row, "mau", mau);
                near(row, "stickiness", dau, mau);
            }
        });
    }

    private static long trailing(List<Event> events, LocalDate day, int days) {
        return Shop.people(events.stream()
                .filter(event -> !event.day().isAfter(day) && event.day().isAfter(day.minusDays(days)))
                .toList());
    }

    @Test
    void mau() throws IOException {
        each(shop -> {
            LocalDate first = LocalDate.of(2025, 11, 15);
            List<Map<String, String>> rows = shop.report("mau", "--window", first + "..2026-03-10");
            List<String> months = Shop.months(first, LocalDate.of(2026, 3, 10));
            assertThat(rows).hasSameSizeAs(months);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                String month = months.get(i);
                LocalDate start = LocalDate.parse(month + "-01");
                LocalDate from = start.isBefore(first) ? first : start;
                LocalDate last = start.plusMonths(1).minusDays(1);
                LocalDate to = last.isAfter(LocalDate.of(2026, 3, 10)) ? LocalDate.of(2026, 3, 10) : last;
                List<Event> events = shop.events(
                        event -> !event.day().isBefore(from) && !event.day().isAfter(to));
                long days = events.stream()
                        .map(event -> event.customer().id() + event.day())
                        .distinct()
                        .count();
                double mean = days / (double) (ChronoUnit.DAYS.between(from, to) + 1);
                is(row, "period", month);
                is(row, "mau", Shop.people(events));
                near(row, "mean_dau", mean, 1);
                near(row, "stickiness", mean, (double) Shop.people(events));
                LocalDate known = last.isAfter(Shop.AS_OF) ? Shop.AS_OF : last;
                List<Customer> there = shop.there(known);
                is(row, "customers", there.size());
                is(
                        row,
                        "aum",
                        money(there.stream()
                                .mapToLong(customer -> Objects.requireNonNullElse(
                                        customer.at(known).aum(), 0L))
                                .sum()));
                is(row, "complete", from.equals(start) && to.equals(last));
            }
        });
    }

    /** From before and from after attributes changed; by rules that leave some undecided, and by rules that decide everybody. */
    @Test
    void ringsAndFlow() throws IOException {
        each(shop -> {
            for (LocalDate first :
                    List.of(LocalDate.of(2026, 2, 1), Shop.CHANGED.plusDays(1), Shop.CHANGED.plusDays(20))) {
                ringsAndFlow(shop, first, "ring", Attributes::ring);
                ringsAndFlow(shop, first, "wealth", Attributes::wealth);
            }
        });
    }

    private static void ringsAndFlow(
            Shop shop, LocalDate first, String segmentation, Function<Attributes, @Nullable String> segment) {
        Map<String, long[]> cells = new TreeMap<>();
        Map<String, Integer> from = new TreeMap<>();
        for (Customer customer : shop.there(Shop.AS_OF)) {
            boolean before = customer.registered().isBefore(first);
            String was = before ? text(segment.apply(customer.at(first.minusDays(1)))) : "";
            String is = text(segment.apply(customer.later()));
            long[] cell = cells.computeIfAbsent(was + ">" + is, none -> new long[2]);
            cell[0]++;
            cell[1] += before ? 0 : 1;
            from.merge(was, 1, Integer::sum);
        }
        List<Map<String, String>> flow = shop.report("flow", "--window", first + "..", "--segmentation", segmentation);
        assertThat(flow).hasSize(cells.size());
        for (Map<String, String> row : flow) {
            long[] cell = Objects.requireNonNull(cells.get(row.get("from") + ">" + row.get("to")), row::toString);
            is(row, "customers", cell[0]);
            is(row, "registered", cell[1]);
            near(row, "share", cell[0], Objects.requireNonNull(from.get(row.get("from"))));
        }
        for (Map<String, String> row : shop.report("rings", "--window", first + "..", "--segmentation", segmentation)) {
            String name = row.get("segment");
            List<Customer> now = shop.there(Shop.AS_OF);
            long customers = now.stream()
                    .filter(customer -> text(segment.apply(customer.later())).equals(name))
                    .count();
            long before = now.stream()
                    .filter(customer -> customer.registered().isBefore(first))
                    .filter(customer ->
                            text(segment.apply(customer.at(first.minusDays(1)))).equals(name))
                    .count();
            long stayed = now.stream()
                    .filter(customer -> customer.registered().isBefore(first))
                    .filter(customer ->
                            text(segment.apply(customer.at(first.minusDays(1)))).equals(name))
                    .filter(customer -> text(segment.apply(customer.later())).equals(name))
                    .count();
            is(row, "customers", customers);
            is(row, "before", before);
            is(row, "joined", customers - stayed);
            is(row, "went", before - stayed);
            is(row, "change", customers - before);
            near(row, "share", customers, now.size());
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Test
    void lifecycle() throws IOException {
        each(shop -> {
            List<LocalDate> dates = List.of(
                    LocalDate.of(2025, 11, 30),
                    LocalDate.of(2026, 1, 5),
                    LocalDate.of(2026, 2, 20),
                    LocalDate.of(2026, 3, 12));
            for (LocalDate date : dates) {
                shop.world.done("segment", "run", "lifecycle", "--apply", "--yes", "--as-of", date.toString());
            }
            Map<String, List<long[]>> stays = new TreeMap<>();
            for (Customer customer : shop.there(Shop.AS_OF)) {
                String in = null;
                LocalDate since = LocalDate.MIN;
                for (LocalDate date : dates) {
                    String now = customer.registered().isAfter(date) ? null : stage(shop, customer, date);
                    if (!Objects.equals(now, in)) {
                        if (in != null) {
                            stays.computeIfAbsent(in, none -> new ArrayList<>())
                                    .add(new long[] {ChronoUnit.DAYS.between(since, date), 1});
                        }
                        in = now;
                        since = date;
                    }
                }
                if (in != null) {
                    stays.computeIfAbsent(in, none -> new ArrayList<>())
                            .add(new long[] {ChronoUnit.DAYS.between(since, Shop.AS_OF), 0});
                }
            }
            int total = 0;
            for (Map<String, String> row : shop.report("lifecycle")) {
                List<long[]> of = stays.getOrDefault(row.get("segment"), List.of());
                long customers = shop.there(Shop.AS_OF).stream()
                        .filter(customer -> stage(shop, customer, Shop.AS_OF).equals(row.get("segment")))
                        .count();
                total += (int) customers;
                is(row, "customers", customers);
                near(row, "share", customers, shop.there(Shop.AS_OF).size());
                is(row, "stays", of.size());
                List<long[]> ended = of.stream().filter(stay -> stay[1] == 1).toList();
                is(row, "ended", ended.size());
                near(row, "mean_days", ended.stream().mapToLong(stay -> stay[0]).sum(), ended.size());
                is(row, "median_days", median(of));
            }
            assertThat(total).isEqualTo(shop.there(Shop.AS_OF).size());
        });
    }

    /** The product limit, day by day. */
    private static String median(List<long[]> stays) {
        double surviving = 1;
        for (long day = 0; day < 400; day++) {
            long at = day;
            long risk = stays.stream().filter(stay -> stay[0] >= at).count();
            long gone =
                    stays.stream().filter(stay -> stay[0] == at && stay[1] == 1).count();
            surviving *= risk == 0 ? 1 : (risk - gone) / (double) risk;
            if (surviving <= 0.5) {
                return String.valueOf(day);
            }
        }
        return "";
    }

    private static String stage(Shop shop, Customer customer, LocalDate date) {
        LocalDate last = shop
                .events(event ->
                        event.customer().equals(customer) && !event.day().isAfter(date))
                .stream()
                .map(Event::day)
                .max(LocalDate::compareTo)
                .orElse(null);
        if (last == null) {
            return "never";
        }
        long idle = ChronoUnit.DAYS.between(last, date);
        return idle <= 10 ? "active" : idle <= 40 ? "idle" : "lost";
    }

    @Test
    void retention() throws IOException {
        each(shop -> {
            LocalDate first = LocalDate.of(2025, 10, 20);
            List<Map<String, String>> rows =
                    shop.report("retention", "--window", first + "..", "--kind", "purchase", "--kind", "refund");
            List<Event> events = shop.events(event -> !event.is("login"));
            Map<String, LocalDate> firsts = new LinkedHashMap<>();
            events.forEach(event -> firsts.putIfAbsent(event.customer().id(), event.day()));
            List<String> months = Shop.months(first, Shop.AS_OF);
            int row = 0;
            for (int cohort = 0; cohort < months.size(); cohort++) {
                String month = months.get(cohort);
                Set<String> members = firsts.entrySet().stream()
                        .filter(entry -> !entry.getValue().isBefore(first))
                        .filter(entry -> entry.getValue().toString().startsWith(month))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
                for (int after = 0; cohort + after < months.size(); after++) {
                    String later = months.get(cohort + after);
                    long active = Shop.people(events.stream()
                            .filter(event -> members.contains(event.customer().id()))
                            .filter(event -> event.day().toString().startsWith(later))
                            .toList());
                    Map<String, String> found = rows.get(row++);
                    is(found, "cohort", month);
                    is(found, "after", after);
                    is(found, "customers", members.size());
                    is(found, "active", active);
                    near(found, "retention", active, members.size());
                    is(found, "complete", cohort > 0 && cohort + after < months.size() - 1);
                }
            }
            assertThat(rows).hasSize(row);
        });
    }

    @Test
    void rfm() throws IOException {
        each(shop -> {
            Map<String, List<Customer>> cells = new TreeMap<>();
            for (Customer customer : shop.there(Shop.AS_OF)) {
                List<Event> bought = bought(shop, customer);
                String recency = "";
                if (!bought.isEmpty()) {
                    long days = ChronoUnit.DAYS.between(
                            bought.get(bought.size() - 1).day(), Shop.AS_OF);
                    recency = String.valueOf(days < 10 ? 4 : days < 40 ? 3 : days < 80 ? 2 : 1);
                }
                int count = bought.size();
                int frequency = count >= 6 ? 4 : count >= 3 ? 3 : count >= 1 ? 2 : 1;
                cells.computeIfAbsent(recency + "/" + frequency, none -> new ArrayList<>())
                        .add(customer);
            }
            List<Map<String, String>> rows = shop.report("rfm");
            assertThat(rows).hasSize(cells.size());
            for (Map<String, String> row : rows) {
                List<Customer> of = Objects.requireNonNull(
                        cells.get(row.get("recency") + "/" + row.get("frequency")), row::toString);
                long worth = 0;
                long scores = 0;
                for (Customer customer : of) {
                    long sum = bought(shop, customer).stream()
                            .mapToLong(Event::amount)
                            .sum();
                    worth += sum;
                    scores += sum >= 20_000 ? 3 : sum >= 5_000 ? 2 : 1;
                }
                is(row, "customers", of.size());
                near(row, "share", of.size(), shop.there(Shop.AS_OF).size());
                is(row, "worth", money(worth));
                near(row, "mean_monetary", (double) scores, (double) of.size());
            }
        });
    }

    private static List<Event> bought(Shop shop, Customer customer) {
        return shop.events(event -> event.is("purchase") && event.customer().equals(customer));
    }

    /** What was sold in some events, in an obvious way. */
    private record Sold(long customers, long buyers, long orders, long gmv, long refunds) {
        static Sold of(List<Event> events) {
            List<Event> purchases =
                    events.stream().filter(event -> event.is("purchase")).toList();
            Set<String> orders = new TreeSet<>();
            for (Event event : purchases) {
                orders.add(event.customer().id() + " "
                        + (event.order().isEmpty() ? event.id() : "order " + event.order()));
            }
            return new Sold(
                    Shop.people(events),
                    Shop.people(purchases),
                    orders.size(),
                    purchases.stream().mapToLong(Event::amount).sum(),
                    events.stream()
                            .filter(event -> event.is("refund"))
                            .mapToLong(Event::amount)
                            .sum());
        }

        double[] factors() {
            return new double[] {customers, buyers / (double) customers, orders / (double) buyers, gmv / (double) orders
            };
        }
    }

    @Test
    void gmvByWeek() throws IOException {
        each(shop -> {
            List<Map<String, String>> rows = shop.report("gmv", "--unit", "week", "--window", "8w", "--by", "town");
            LocalDate first = Shop.AS_OF.plusDays(1).minusWeeks(8);
            assertThat(rows).hasSize(9 * Shop.TOWNS.size());
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                LocalDate monday = LocalDate.of(2026, 1, 19).plusWeeks(i % 9);
                String town = Shop.TOWNS.get(i / 9);
                Sold sold = Sold.of(shop.events(event -> !event.day().isBefore(monday)
                        && !event.day().isBefore(first)
                        && event.day().isBefore(monday.plusWeeks(1))
                        && Shop.in(town).test(event)));
                is(row, "customers", sold.customers);
                is(row, "buyers", sold.buyers);
                is(row, "orders", sold.orders);
                is(row, "gmv", money(sold.gmv));
                is(row, "refunds", money(sold.refunds));
                is(row, "net", money(sold.gmv - sold.refunds));
                near(row, "conversion", sold.buyers, sold.customers);
                near(row, "frequency", sold.orders, sold.buyers);
                near(row, "order_value", sold.gmv / 100.0, (double) sold.orders);
                is(row, "complete", i % 9 > 0 && i % 9 < 8);
            }
        });
    }

    /** Each factor's part is the mean over all orders of changing them; all parts are the change, to the cent. */
    @Test
    void gmvSplit() throws IOException {
        each(shop -> {
            List<Map<String, String>> rows =
                    shop.report("gmv", "--window", "2026-02", "--compare", "previous", "--by", "town");
            for (int group = 0; group < Shop.TOWNS.size(); group++) {
                String town = Shop.TOWNS.get(group);
                Sold before =
                        Sold.of(shop.events(event -> event.day().toString().startsWith("2026-01")
                                && Shop.in(town).test(event)));
                Sold after = Sold.of(shop.events(event -> event.day().toString().startsWith("2026-02")
                        && Shop.in(town).test(event)));
                double[] parts = new double[4];
                permute(before.factors(), after.factors(), 0, new ArrayList<>(), parts);
                long sum = 0;
                List<Map<String, String>> of = rows.subList(7 * group, 7 * group + 7);
                for (int i = 0; i < 4; i++) {
                    long part = new BigDecimal(of.get(i).get("contribution"))
                            .movePointRight(2)
                            .longValueExact();
                    assertThat(part / 1.0).isCloseTo(parts[i], org.assertj.core.data.Offset.offset(4.0));
                    is(of.get(i), "part_of", "gmv");
                    sum += part;
                }
                assertThat(sum).isEqualTo(after.gmv - before.gmv);
                is(of.get(4), "contribution", money(after.gmv - before.gmv));
                is(of.get(5), "contribution", money(before.refunds - after.refunds));
                is(of.get(6), "contribution", money(after.gmv - after.refunds - before.gmv + before.refunds));
                is(of.get(6), "after", money(after.gmv - after.refunds));
            }
        });
    }

    private static void permute(double[] before, double[] after, int used, List<Integer> order, double[] parts) {
        if (order.size() == before.length) {
            double[] now = before.clone();
            for (int factor : order) {
                double was = now[0] * now[1] * now[2] * now[3];
                now[factor] = after[factor];
                parts[factor] += (now[0] * now[1] * now[2] * now[3] - was) / 24;
            }
            return;
        }
        for (int i = 0; i < before.length; i++) {
            if ((used >> i & 1) == 0) {
                List<Integer> more = new ArrayList<>(order);
                more.add(i);
                permute(before, after, used | 1 << i, more, parts);
            }
        }
    }

    @Test
    void funnel() throws IOException {
        each(shop -> {
            List<Map<String, String>> rows = shop.report(
                    "funnel",
                    "--step",
                    "login",
                    "--step",
                    "purchase[amount >= 100]",
                    "--step",
                    "login",
                    "--step",
                    "purchase",
                    "--within",
                    "4d",
                    "--window",
                    "2025-12-01..2026-02-28");
            long[] reached = new long[4];
            for (Customer customer : shop.there(Shop.AS_OF)) {
                List<Event> events = shop.events(event -> event.customer().equals(customer));
                int furthest = 0;
                for (int i = 0; i < events.size(); i++) {
                    LocalDate day = events.get(i).day();
                    if (step(events.get(i), 0)
                            && !day.isBefore(LocalDate.of(2025, 12, 1))
                            && !day.isAfter(LocalDate.of(2026, 2, 28))) {
                        // From one beginning, taking each step as early as possible gets as far as can be.
                        int next = 1;
                        for (int j = i + 1; j < events.size() && next < 4; j++) {
                            Duration since = Duration.between(
                                    events.get(i).at(), events.get(j).at());
                            if (since.compareTo(Duration.ofDays(4)) <= 0 && step(events.get(j), next)) {
                                next++;
                            }
                        }
                        furthest = Math.max(furthest, next);
                    }
                }
                for (int step = 0; step < furthest; step++) {
                    reached[step]++;
                }
            }
            assertThat(rows).hasSize(4);
            for (int step = 0; step < 4; step++) {
                Map<String, String> row = rows.get(step);
                is(row, "customers", reached[step]);
                near(row, "of_first", reached[step], reached[0]);
                if (step > 0) {
                    near(row, "of_previous", reached[step], reached[step - 1]);
                    is(row, "stopped", reached[step - 1] - reached[step]);
                }
            }
            assertThat(reached[2]).as("the shop tries it").isPositive();
        });
    }

    private static boolean step(Event event, int step) {
        return step % 2 == 0 ? event.is("login") : event.is("purchase") && (step == 3 || event.amount() >= 10_000);
    }

    @Test
    void comparedAndSuppressed() throws IOException {
        each(shop -> {
            List<Map<String, String>> now = shop.report("active", "--window", "10d");
            List<Map<String, String>> before =
                    shop.report("active", "--window", Shop.AS_OF.minusDays(19) + ".." + Shop.AS_OF.minusDays(10));
            List<Map<String, String>> both = shop.report("active", "--window", "10d", "--compare", "previous");
            for (int i = 0; i < 10; i++) {
                for (String column : List.of("dau", "wau", "mau")) {
                    is(both.get(i), column, Objects.requireNonNull(now.get(i).get(column)));
                    is(
                            both.get(i),
                            column + "_before",
                            Objects.requireNonNull(before.get(i).get(column)));
                    is(
                            both.get(i),
                            column + "_change",
                            Long.parseLong(now.get(i).get(column))
                                    - Long.parseLong(before.get(i).get(column)));
                }
            }
            List<Map<String, String>> all = shop.report("rfm");
            List<Map<String, String>> large = shop.report("rfm", "--min-cell", "5");
            List<Long> counts = new ArrayList<>(all.stream()
                    .map(row -> Long.parseLong(row.get("customers")))
                    .sorted()
                    .toList());
            long small = counts.stream().filter(count -> count < 5).count();
            small = small == 1 ? 2 : small;
            assertThat(large.stream()
                            .filter(row -> String.valueOf(row.get("customers")).isEmpty()))
                    .hasSize((int) small);
            for (int i = 0; i < all.size(); i++) {
                assertThat(large.get(i).get("recency")).isEqualTo(all.get(i).get("recency"));
                if (!String.valueOf(large.get(i).get("customers")).isEmpty()) {
                    assertThat(large.get(i)).isEqualTo(all.get(i));
                } else {
                    assertThat(large.get(i)).containsEntry("worth", "").containsEntry("share", "");
                }
            }
        });
    }
}
