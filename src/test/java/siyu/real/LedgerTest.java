package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points over data that nobody of this project made, held against what the data says and against a computation of their own. */
class LedgerTest {
    @TempDir
    Path directory;

    /**
     * The rewards of a programme: each completed offer brings what the portfolio says. As a rule an offer, and once more as one rule
     * over what the event itself says.
     */
    @Test
    void rewardsOfStarbucks() throws IOException {
        StringBuilder rules = new StringBuilder();
        Map<String, Long> rewards = new LinkedHashMap<>();
        for (String line :
                RealWorld.text("starbucks_rewards/portfolio.json").lines().toList()) {
            long reward = Long.parseLong(value(line, "reward"));
            if (reward > 0) {
                String offer = value(line, "id");
                rewards.put(offer, reward);
                rules.append("    - {name: offer_")
                        .append(offer, 0, 6)
                        .append(", on: offer_completed, points: ")
                        .append(reward)
                        .append(", when: offer = '")
                        .append(offer)
                        .append("'}\n");
            }
        }
        assertThat(rewards).hasSize(8);
        RealWorld world = new RealWorld(directory, "2018-08-01T00:00:00Z", """
                program: rewards
                timezone: UTC
                currency: USD
                data: data/rewards
                events:
                  offer_completed: {offer: text, reward: integer}
                points:
                  expiry: {after: 1y}
                  earn:
                """ + rules);
        List<String> customers = new ArrayList<>(List.of("id"));
        for (String line :
                RealWorld.text("starbucks_rewards/profile.json").lines().toList()) {
            customers.add(value(line, "id"));
        }
        world.write("customers.csv", customers);
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at,offer,reward"));
        Map<String, Long> perOffer = new TreeMap<>();
        int number = 0;
        for (String line :
                RealWorld.text("starbucks_rewards/transcript.json.gz").lines().toList()) {
            number++;
            // Two completions of one offer in one hour are alike in every field; each was paid, so the line is the id.
            if (line.contains("\"offer completed\"")) {
                String offer = value(line, "offer_id");
                Instant at = Instant.parse("2018-07-01T00:00:00Z")
                        .plusSeconds(3600L * Integer.parseInt(value(line, "time")));
                events.add(number + "," + value(line, "person") + ",offer_completed," + at + "," + offer + ","
                        + value(line, "reward"));
                perOffer.merge("offer_" + offer.substring(0, 6), 1L, Long::sum);
            }
        }
        world.write("events.csv", events);
        assertThat(world.imported("customers", "customers.csv")).containsEntry("new", "17000");
        assertThat(world.imported("events", "events.csv")).containsEntry("new", "33579");

        long earnings = 0;
        long points = 0;
        for (Map<String, String> row :
                world.done("points", "earn", "--yes", "-o", "csv").rows()) {
            assertThat(row.get("earnings")).isEqualTo(String.valueOf(perOffer.get(row.get("rule"))));
            earnings += Long.parseLong(row.get("earnings"));
            points += Long.parseLong(row.get("points"));
        }
        assertThat(earnings).isEqualTo(33_579);
        assertThat(points).isEqualTo(164_676);
        assertThat(world.done("points", "verify", "-o", "csv").rows()).isEmpty();
        assertThat(world.done("points", "liability", "-o", "csv").rows().get(0)).containsEntry("outstanding", "164676");

        RealWorld other = another("""
                program: rewards
                timezone: UTC
                currency: USD
                data: data/rewards
                events:
                  offer_completed: {offer: text, reward: integer}
                points:
                  earn:
                    - {name: reward, on: offer_completed, points: reward}
                """, "2018-08-01T00:00:00Z");
        other.imported("customers", directory.resolve("customers.csv").toString());
        other.imported("events", directory.resolve("events.csv").toString());
        assertThat(other.done("points", "earn", "--yes", "-o", "csv").rows().get(0))
                .containsEntry("earnings", "33579")
                .containsEntry("points", "164676");
    }

    private RealWorld another(String program, String now) throws IOException {
        return new RealWorld(java.nio.file.Files.createDirectory(directory.resolve("other")), now, program);
    }

    /** An invoice of a customer, with what of it was refunded in order of time. */
    private static final class Invoice {
        final String customer;
        final String at;
        long amount;
        long refunded;
        long reversed;

        Invoice(String customer, String at) {
            this.customer = customer;
            this.at = at;
        }

        long earned() {
            return Math.max(0, amount) / 1000;
        }
    }

    /**
     * A point a pound, refunds reversed, a year's expiry: every month earned at its end, as the shop would have done. A refund names no
     * invoice, so it is that by which the customer last bought the same thing.
     */
    @Test
    void pointsOfOnlineRetail() throws IOException {
        Map<String, Invoice> invoices = new LinkedHashMap<>();
        Map<String, String> lastOf = new HashMap<>();
        Map<String, Long> refunds = new LinkedHashMap<>();
        Map<String, String> refundOf = new HashMap<>();
        Map<String, String> refundAt = new HashMap<>();
        RealWorld.text("online_retail/online_retail.csv.gz").lines().skip(1).forEach(line -> {
            List<String> fields = RealWorld.fields(line, ',');
            String invoice = fields.get(0);
            String customer = fields.get(6);
            if (customer.isEmpty()) {
                return;
            }
            String thing = customer + "/" + fields.get(1);
            long amount = new BigDecimal(fields.get(5))
                    .multiply(new BigDecimal(fields.get(3)))
                    .movePointRight(3)
                    .longValueExact();
            if (!invoice.startsWith("C")) {
                invoices.computeIfAbsent(invoice, none -> new Invoice(customer, fields.get(4))).amount += amount;
                lastOf.put(thing, invoice);
            } else if (lastOf.containsKey(thing) && amount < 0) {
                String of = lastOf.get(thing);
                refunds.merge(invoice + "/" + of, -amount, Long::sum);
                refundOf.put(invoice + "/" + of, of);
                refundAt.put(invoice + "/" + of, fields.get(4));
            }
        });
        assertThat(invoices).hasSizeGreaterThan(18_000);
        assertThat(refunds).hasSizeGreaterThan(3_000);

        List<String> customers = new ArrayList<>(List.of("id"));
        invoices.values().stream().map(invoice -> invoice.customer).distinct().forEach(customers::add);
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at,amount,ref"));
        invoices.forEach((id, invoice) -> events.add(id + "," + invoice.customer + ",purchase," + invoice.at + ","
                + BigDecimal.valueOf(invoice.amount, 3) + ","));
        long refused = 0;
        for (Map.Entry<String, Long> refund : refunds.entrySet()) {
            Invoice of = java.util.Objects.requireNonNull(invoices.get(refundOf.get(refund.getKey())));
            events.add(refund.getKey() + "," + of.customer + ",refund," + refundAt.get(refund.getKey()) + ","
                    + BigDecimal.valueOf(refund.getValue(), 3) + "," + refundOf.get(refund.getKey()));
            // They come in the order of time, as the lines do.
            if (of.earned() == 0 || of.refunded + refund.getValue() > of.amount) {
                refused++;
                continue;
            }
            of.refunded += refund.getValue();
            of.reversed = BigInteger.valueOf(of.earned())
                    .multiply(BigInteger.valueOf(of.refunded))
                    .divide(BigInteger.valueOf(of.amount))
                    .longValueExact();
        }
        RealWorld world = new RealWorld(directory, "2012-03-01T00:00:00Z", """
                program: online-retail
                timezone: Europe/London
                currency: {code: GBP, decimals: 3}
                data: data/retail
                events:
                  purchase: {}
                  refund: {}
                points:
                  redeem: {points: 100, for: 1.00}
                  expiry: {after: 1y}
                  earn:
                    - {name: pound, on: purchase, per: 1.00, points: 1, base: gross}
                  refunds:
                    - {on: refund, of: purchase}
                """);
        world.write("customers.csv", customers);
        world.write("events.csv", events);
        world.imported("customers", "customers.csv");
        world.imported("events", "events.csv");
        for (int month = 0; month < 13; month++) {
            LocalDate end = LocalDate.of(2011, 1, 1).plusMonths(month).minusDays(1);
            world.done("points", "earn", "--yes", "--as-of", end.toString());
            world.done("points", "expire", "--yes", "--as-of", end.toString());
        }
        assertThat(world.done("points", "verify", "-o", "csv").rows()).isEmpty();

        LocalDate asOf = LocalDate.of(2011, 12, 31);
        Map<String, Long> balances = new HashMap<>();
        long left = 0;
        long lost = 0;
        for (Invoice invoice : invoices.values()) {
            long rest = invoice.earned() - invoice.reversed;
            boolean over =
                    LocalDate.parse(invoice.at.substring(0, 10)).plusYears(1).isBefore(asOf);
            left += over ? 0 : rest;
            lost += over ? rest : 0;
            balances.merge(invoice.customer, over ? 0 : rest, Long::sum);
        }
        assertThat(lost).isPositive();
        int compared = 0;
        for (Map<String, String> row : world.done("points", "balance", "--as-of", "2011-12-31", "-o", "csv")
                .rows()) {
            assertThat(row.get("balance"))
                    .as(row.get("customer"))
                    .isEqualTo(String.valueOf(balances.get(row.get("customer"))));
            compared++;
        }
        assertThat(compared).isGreaterThan(4_000);
        Map<String, String> liability = world.done("points", "liability", "--as-of", "2011-12-31", "-o", "csv")
                .rows()
                .get(0);
        assertThat(liability).containsEntry("outstanding", String.valueOf(left));
        long months = 0;
        long expiring = 0;
        for (Map<String, String> row : world.done("points", "forecast", "--as-of", "2011-12-31", "-o", "csv")
                .rows()) {
            expiring += Long.parseLong(row.get("expiring"));
            months++;
        }
        System.out.println("Online Retail: outstanding " + left + ", expired " + lost + ", refunds refused " + refused
                + ", months " + months);
        assertThat(expiring).isEqualTo(left);
        assertThat(months).isBetween(12L, 13L);
    }

    /** The value of a key of a line. */
    private static String value(String line, String key) {
        int from = line.indexOf("\"" + key + "\": ") + key.length() + 4;
        if (line.charAt(from) == '"') {
            return line.substring(from + 1, line.indexOf('"', from + 1));
        }
        int to = from;
        while (line.charAt(to) != ',' && line.charAt(to) != '}') {
            to++;
        }
        return line.substring(from, to);
    }
}
