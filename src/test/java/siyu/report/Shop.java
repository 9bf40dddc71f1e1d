package siyu.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import siyu.real.RealWorld;

/** A made-up shop in a zone with daylight saving time, kept as plain lists and given to siyu. */
final class Shop {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final LocalDate AS_OF = LocalDate.of(2026, 3, 20);

    static final String PROGRAM = """
            program: shop
            timezone: America/New_York
            currency: USD
            data: shop
            customers:
              vip: boolean
              town: [north, south]
              aum: money
            events:
              purchase: {order: text}
              refund: {}
              login: {}
            segmentations:
              ring:
                segments:
                  inner: vip and aum > 100
                  outer: aum > 50
                otherwise: none
              wealth:
                segments:
                  rich: coalesce(aum, 0.00) > 50
                  told: vip is known
                otherwise: none
              fresh:
                segments:
                  fresh: days_between(registered, today) <= 40
                otherwise: none
              ranked:
                segments:
                  ranked: recency >= 3
                otherwise: none
              nested:
                segments:
                  nested: wealth = 'rich'
                otherwise: none
              lifecycle:
                segments:
                  never: count(any) = 0
                  active: days_since(any) <= 10
                  idle: days_since(any) <= 40
                otherwise: lost
            scores:
              recency: {of: days_since(purchase), cuts: [10, 40, 80], best: low}
              frequency: {of: count(purchase), cuts: [1, 3, 6], best: high}
              monetary: {of: sum(purchase.amount), cuts: [50, 200], best: high}
            points:
              redeem: {points: 100, for: 1.00}
              expiry: {after: 20d}
              earn:
                - {name: spend, on: purchase, per: 1.00, points: 1, base: gross, pending: 3d}
            """;

    /** The day on which attributes changed. */
    static final LocalDate CHANGED = LocalDate.of(2026, 2, 10);

    /** A customer; {@code later} is what he was from {@link #CHANGED} on. */
    record Customer(
            String id, LocalDate registered, @Nullable String town, Attributes first, Attributes later) {
        Attributes at(LocalDate day) {
            return day.isBefore(CHANGED) ? first : later;
        }
    }

    /** Money in cents; null where unknown. */
    record Attributes(@Nullable Boolean vip, @Nullable Long aum) {
        @Nullable
        String ring() {
            if (aum == null) {
                return null;
            }
            return Boolean.TRUE.equals(vip) && aum > 10_000 ? "inner" : aum > 5_000 ? "outer" : null;
        }

        /** The segment of wealth, where everybody can be decided. */
        @Nullable
        String wealth() {
            return aum != null && aum > 5_000 ? "rich" : vip != null ? "told" : null;
        }
    }

    /** An event; {@code order} is empty for none. */
    record Event(String id, Customer customer, String kind, ZonedDateTime at, long amount, String order) {
        LocalDate day() {
            return at.toLocalDate();
        }

        boolean is(String other) {
            return kind.equals(other);
        }
    }

    final List<Customer> customers = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final RealWorld world;
    private final Random random;

    Shop(Path directory, long seed) throws IOException {
        random = new Random(seed);
        for (int i = 0; i < 80; i++) {
            customers.add(customer(i));
        }
        for (int i = 0; i < 1_500; i++) {
            events.add(event(i));
        }
        world = new RealWorld(directory, "2026-03-21T12:00:00Z", PROGRAM);
        write("first.csv", false);
        write("later.csv", true);
        List<String> lines = new ArrayList<>(List.of("id,customer,kind,at,amount,order"));
        for (Event event : events) {
            lines.add(String.join(
                    ",",
                    event.id,
                    event.customer.id,
                    event.kind,
                    event.at.toOffsetDateTime().toString(),
                    event.is("login") ? "" : event.amount / 100 + "." + String.format("%02d", event.amount % 100),
                    event.order));
        }
        world.write("events.csv", lines);
        world.done("import", "customers", "first.csv", "--now", "2025-09-01T12:00:00Z");
        world.done("import", "customers", "later.csv", "--now", CHANGED + "T12:00:00Z");
        world.done("import", "events", "events.csv");
    }

    private Customer customer(int i) {
        LocalDate registered = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(220));
        String town = random.nextInt(8) == 0 ? null : random.nextBoolean() ? "north" : "south";
        return new Customer("c" + i, registered, town, attributes(), attributes());
    }

    private Attributes attributes() {
        return new Attributes(
                random.nextInt(6) == 0 ? null : random.nextBoolean(),
                random.nextInt(6) == 0 ? null : (long) random.nextInt(20_000));
    }

    private Event event(int i) {
        // A few customers do most of it, and some nothing at all.
        Customer customer = customers.get((int) (customers.size() * 0.9 * Math.pow(random.nextDouble(), 2)));
        String kind = List.of("purchase", "purchase", "login", "login", "login", "refund")
                .get(random.nextInt(6));
        // Around the days on which clocks change, and at midnight, things go wrong.
        LocalDateTime local = random.nextInt(4) == 0
                ? LocalDateTime.of(random.nextBoolean() ? 2025 : 2026, random.nextBoolean() ? 11 : 3, 1, 0, 0)
                        .plusMinutes(30L * random.nextInt(48 * 8))
                : LocalDateTime.of(2025, 9, 1, 0, 0).plusSeconds(random.nextInt(205 * 86_400));
        long amount = kind.equals("login") ? 0 : random.nextInt(30_000);
        String order = kind.equals("purchase") && random.nextInt(5) > 0 ? "o" + random.nextInt(12) : "";
        return new Event("e" + i, customer, kind, local.atZone(ZONE), amount, order);
    }

    private void write(String name, boolean changed) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,registered,town,vip,aum"));
        for (Customer customer : customers) {
            Attributes now = changed ? customer.later : customer.first;
            lines.add(String.join(
                    ",",
                    customer.id,
                    customer.registered.toString(),
                    customer.town == null ? "" : customer.town,
                    now.vip == null ? "" : now.vip.toString(),
                    now.aum == null ? "" : now.aum / 100 + "." + String.format("%02d", now.aum % 100)));
        }
        world.write(name, lines);
    }

    /** Whoever is there at the as-of. */
    List<Customer> there(LocalDate day) {
        return customers.stream()
                .filter(customer -> !customer.registered.isAfter(day))
                .toList();
    }

    /** The events that count, in order of time. */
    List<Event> events(Predicate<Event> wanted) {
        return events.stream()
                .filter(event -> !event.day().isAfter(AS_OF) && !event.customer.registered.isAfter(AS_OF))
                .filter(wanted)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    /** How many different customers events have. */
    static long people(List<Event> events) {
        return events.stream().map(event -> event.customer.id).distinct().count();
    }

    /** The towns as groups of a report: in declared order, unknown last. */
    static final List<String> TOWNS = List.of("north", "south", "");

    static Predicate<Event> in(String town) {
        return event -> town.equals(event.customer.town == null ? "" : event.customer.town);
    }

    List<Map<String, String>> report(String... words) {
        List<String> line = new ArrayList<>(List.of("report"));
        line.addAll(List.of(words));
        if (!line.contains("--as-of")) {
            line.addAll(List.of("--as-of", AS_OF.toString()));
        }
        line.addAll(List.of("-o", "csv"));
        return world.done(line.toArray(new String[0])).rows();
    }

    /** The names of calendar months that days lie in. */
    static List<String> months(LocalDate first, LocalDate last) {
        TreeSet<String> months = new TreeSet<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            months.add(day.toString().substring(0, 7));
        }
        return List.copyOf(months);
    }
}
