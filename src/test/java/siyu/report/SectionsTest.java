package siyu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import siyu.real.RealWorld;

/** Reports about groups, staff, invitations, levels, tasks and benefits, worked out again from plain lists. */
class SectionsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 2, 28);
    private static final int CUSTOMERS = 60;

    @TempDir
    Path directory;

    private final Random random = new Random(8);
    private final Map<Integer, LocalDate> registered = new TreeMap<>();
    private final Map<Integer, Integer> visits = new TreeMap<>();
    private final Set<Integer> active = new TreeSet<>();
    private final Map<Integer, Long> spent = new HashMap<>();

    private RealWorld world() throws IOException {
        RealWorld world = new RealWorld(directory, "2026-03-01T00:00:00Z", """
                program: p
                timezone: UTC
                currency: CNY
                data: p
                customers: {town: [north, south]}
                events: {purchase: {}, login: {}, referral: {}}
                segmentations:
                  ring: {segments: {much: "sum(purchase.amount) > 300", some: count(purchase) > 0}, otherwise: none}
                points: {redeem: {points: 100, for: 1.00}, earn: [{name: s, on: purchase, per: 1.00, points: 1, base: gross}]}
                levels:
                  growth: {window: 12m, of: count(login)}
                  steps: [{low: 0}, {mid: 3}, {high: 6}]
                  benefits: {mid: [{tea: {per: month, times: 2}}]}
                benefits:
                  tea: {cost: 2.50}
                tasks:
                  visit: {kind: activity, goal: "count(login) >= 2", reward: 7}
                referral:
                  qualifies: count(purchase, ever) >= 1
                  within: 30d
                  tiers: {mode: per_unit, steps: [{from: 1, reward: 10 points}]}
                  referee_reward: 5 points
                  block: [self, existing_customer, already_referred, cycle]
                groups:
                  branch: {}
                """);
        List<String> customers = new ArrayList<>(List.of("id,town,registered"));
        List<String> events = new ArrayList<>(List.of("id,customer,kind,at,amount"));
        for (int i = 0; i < CUSTOMERS; i++) {
            LocalDate day = LocalDate.of(2025, 11, 1).plusDays(random.nextInt(100));
            registered.put(i, day);
            customers.add("c" + i + "," + (i % 2 == 0 ? "north" : "south") + "," + day);
            for (int event = 0; event < random.nextInt(9); event++) {
                LocalDate at = day.plusDays(random.nextInt(60));
                boolean purchase = random.nextInt(3) == 0;
                long amount = purchase ? 100L * random.nextInt(400) : 0;
                events.add("e" + i + "-" + event + ",c" + i + "," + (purchase ? "purchase," : "login,") + at
                        + "T08:00:00Z," + (purchase ? amount / 100 : ""));
                if (at.isAfter(LAST)) {
                    continue;
                }
                visits.merge(i, purchase ? 0 : 1, Integer::sum);
                if (!at.isBefore(FIRST)) {
                    active.add(i);
                    spent.merge(i, amount, Long::sum);
                }
            }
        }
        world.write("customers.csv", customers);
        world.write("events.csv", events);
        world.done("import", "customers", "customers.csv", "--now", "2025-11-01T00:00:00Z");
        world.done("import", "events", "events.csv");
        return world;
    }

    private static List<Map<String, String>> report(RealWorld world, String name, String... more) {
        List<String> line =
                new ArrayList<>(List.of("report", name, "--window", "2026-02", "--as-of", "2026-02-28", "-o", "csv"));
        line.addAll(List.of(more));
        return world.done(line.toArray(new String[0])).rows();
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private static void drawn(RealWorld world, String name) throws IOException {
        world.done("report", name, "--window", "2026-02", "--html", name + ".html");
        assertThat(Files.readString(world.directory.resolve(name + ".html"))).contains("<svg");
    }

    private static long number(List<Map<String, String>> rows, String column) {
        return rows.stream().mapToLong(row -> Long.parseLong(cell(row, column))).sum();
    }

    @Test
    void groups() throws IOException {
        RealWorld world = world();
        world.write("groups.csv", List.of("id,name,kind,capacity", "g0,a,branch,20", "g1,b,branch,5"));
        List<String> members = new ArrayList<>(List.of("group,customer,joined,left"));
        long in = 0;
        long joined = 0;
        long left = 0;
        long taking = 0;
        int[] size = new int[2];
        for (int i = 0; i < 40; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(55));
            LocalDate end = random.nextInt(3) == 0 ? day.plusDays(1 + random.nextInt(30)) : null;
            members.add("g" + i % 2 + ",c" + i + "," + day + "," + (end == null ? "" : end));
            joined += !day.isBefore(FIRST) && !day.isAfter(LAST) ? 1 : 0;
            left += end != null && !end.isBefore(FIRST) && !end.isAfter(LAST) ? 1 : 0;
            if (!day.isAfter(LAST) && (end == null || end.isAfter(LAST))) {
                in++;
                size[i % 2]++;
                taking += active.contains(i) ? 1 : 0;
            }
        }
        world.write("members.csv", members);
        world.done("import", "groups", "groups.csv");
        world.done("import", "members", "members.csv");
        List<Map<String, String>> rows = report(world, "groups");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .containsEntry("groups", "2")
                .containsEntry("capacity", "25")
                .containsEntry("members", String.valueOf(in))
                .containsEntry("customers", String.valueOf(in))
                .containsEntry("joined", String.valueOf(joined))
                .containsEntry("left", String.valueOf(left))
                .containsEntry("active", String.valueOf(taking))
                .containsEntry("full", String.valueOf((size[0] >= 20 ? 1 : 0) + (size[1] >= 5 ? 1 : 0)));
        List<Map<String, String>> parts = report(world, "groups", "--by", "town");
        assertThat(number(parts, "members")).isEqualTo(in);
        assertThat(number(parts, "joined")).isEqualTo(joined);
        drawn(world, "groups");
    }

    @Test
    void staff() throws IOException {
        RealWorld world = world();
        world.write("staff.csv", List.of("id,name,weight", "s0,A,1", "s1,B,1"));
        List<String> owners = new ArrayList<>(List.of("customer,staff,since"));
        for (int i = 0; i < 40; i++) {
            owners.add("c" + i + ",s" + i % 2 + ",2026-02-10T00:00:00Z");
        }
        world.write("owners.csv", owners);
        world.done("import", "staff", "staff.csv");
        world.done("import", "owners", "owners.csv");
        List<Map<String, String>> rows = report(world, "staff");
        assertThat(rows).hasSize(3);
        for (int person = 0; person < 3; person++) {
            int who = person;
            List<Integer> mine = registered.keySet().stream()
                    .filter(i -> who == 2 ? i >= 40 : i < 40 && i % 2 == who)
                    .toList();
            assertThat(rows.get(person))
                    .containsEntry("staff", who == 2 ? "" : "s" + who)
                    .containsEntry("customers", String.valueOf(mine.size()))
                    .containsEntry("came", who == 2 ? "0" : "20")
                    .containsEntry("went", "0")
                    .containsEntry(
                            "active",
                            String.valueOf(
                                    mine.stream().filter(active::contains).count()));
            long gmv = mine.stream().mapToLong(i -> spent.getOrDefault(i, 0L)).sum();
            assertThat(Double.parseDouble(cell(rows.get(person), "gmv"))).isCloseTo(gmv / 100.0, within(1e-9));
        }
        drawn(world, "staff");
        // The customers of nobody, most of them as a rule, would make nothing of all other bars.
        assertThat(Files.readString(world.directory.resolve("staff.html")))
                .contains("staff: customers, active, without -")
                .doesNotContain(">-</text>");
    }

    @Test
    void referral() throws IOException {
        RealWorld world = world();
        // A chain: each customer of the first twelve brought the next; every second of them ever bought something at
        // all.
        List<String> lines = new ArrayList<>(List.of("id,referrer,referee,at"));
        List<String> more = new ArrayList<>(List.of("id,name,registered"));
        List<String> bought = new ArrayList<>(List.of("id,customer,kind,at,amount"));
        for (int i = 0; i < 12; i++) {
            LocalDate at = LocalDate.of(2026, 1, 25).plusDays(i);
            lines.add("r" + i + "," + (i == 0 ? "c0" : "n" + (i - 1)) + ",n" + i + "," + at + "T08:00:00Z");
            more.add("n" + i + ",x," + at);
            if (i % 2 == 0) {
                bought.add("b" + i + ",n" + i + ",purchase," + at.plusDays(1) + "T08:00:00Z,10");
            }
        }
        world.write("more.csv", more);
        world.write("referrals.csv", lines);
        world.write("bought.csv", bought);
        world.done("import", "referrals", "referrals.csv");
        world.done("import", "customers", "more.csv");
        world.done("import", "events", "bought.csv");
        List<Map<String, String>> rows = report(world, "referral", "--window", "2026-01-01..2026-02-28");
        assertThat(rows).hasSize(2);
        int first = 7;
        for (int period = 0; period < 2; period++) {
            int from = period == 0 ? 0 : first;
            int to = period == 0 ? first : 12;
            LocalDate end = period == 0 ? LocalDate.of(2026, 1, 31) : LAST;
            long customers = registered.values().stream()
                            .filter(day -> !day.isAfter(end))
                            .count()
                    + to;
            long qualified = 0;
            long depths = 0;
            for (int i = from; i < to; i++) {
                qualified += i % 2 == 0 ? 1 : 0;
                depths += i % 2 == 0 ? i + 1 : 0;
            }
            Map<String, String> row = rows.get(period);
            assertThat(row)
                    .containsEntry("invitations", String.valueOf(to - from))
                    .containsEntry("inviters", String.valueOf(to - from))
                    .containsEntry("qualified", String.valueOf(qualified))
                    .containsEntry("customers", String.valueOf(customers))
                    .containsEntry("max_depth", String.valueOf(to % 2 == 0 ? to - 1 : to));
            assertThat(Double.parseDouble(cell(row, "k_factor")))
                    .isCloseTo((double) qualified / customers, within(1e-12));
            assertThat(Double.parseDouble(cell(row, "mean_depth")))
                    .isCloseTo((double) depths / qualified, within(1e-12));
            List<Long> waits = new ArrayList<>();
            for (int i = from; i < to; i++) {
                LocalDate at = LocalDate.of(2026, 1, 25).plusDays(i);
                waits.add(i == 0 ? ChronoUnit.DAYS.between(Objects.requireNonNull(registered.get(0)), at) : 1L);
            }
            waits.sort(null);
            assertThat(Double.parseDouble(cell(row, "days_to_invite"))).isEqualTo((double) waits.get(waits.size() / 2));
        }
        drawn(world, "referral");
    }

    @Test
    void levelsTasksAndBenefits() throws IOException {
        RealWorld world = world();
        world.done("level", "run", "--as-of", "2026-02-20", "--now", "2026-02-21T00:00:00Z");
        world.done("task", "run", "--as-of", "2026-02-20", "--now", "2026-02-21T00:00:00Z");
        List<Map<String, String>> levels = report(world, "levels");
        Map<String, Long> expected = new HashMap<>();
        Map<String, Long> rose = new HashMap<>();
        List<String> tea = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String level = world.done("level", "explain", "c" + i, "--as-of", "2026-02-28", "-o", "json")
                    .out()
                    .replaceAll("(?s).*\"level\": *\"(\\w+)\".*", "$1");
            expected.merge(level, 1L, Long::sum);
            if (!level.equals("low")) {
                rose.merge(level, 1L, Long::sum);
                tea.add("c" + i);
            }
        }
        assertThat(tea).as("somebody rose").isNotEmpty();
        for (Map<String, String> row : levels) {
            String level = cell(row, "level");
            assertThat(row)
                    .containsEntry("customers", String.valueOf(expected.getOrDefault(level, 0L)))
                    .containsEntry("rose", String.valueOf(rose.getOrDefault(level, 0L)))
                    .containsEntry("fell", "0");
        }
        List<Map<String, String>> tasks = report(world, "tasks");
        long done = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            done += world.done("show", "c" + i, "--as-of", "2026-02-28", "-o", "json")
                            .out()
                            .contains("\"visit\"")
                    ? 1
                    : 0;
        }
        assertThat(done).isPositive();
        assertThat(tasks.get(0))
                .containsEntry("task", "visit")
                .containsEntry("kind", "activity")
                .containsEntry("done", String.valueOf(done))
                .containsEntry("customers", String.valueOf(done))
                .containsEntry("points", String.valueOf(7 * done));
        assertThat(Double.parseDouble(cell(tasks.get(0), "reach"))).isCloseTo(done / 60.0, within(1e-12));
        for (String customer : tea) {
            world.done("benefit", "use", customer, "tea", "--now", "2026-02-22T00:00:00Z");
        }
        world.done("benefit", "use", tea.get(0), "tea", "--now", "2026-02-23T00:00:00Z");
        assertThat(report(world, "benefits").get(0))
                .containsEntry("benefit", "tea")
                .containsEntry("units", String.valueOf(tea.size() + 1))
                .containsEntry("customers", String.valueOf(tea.size()))
                .containsEntry("cost", String.format(java.util.Locale.ROOT, "%.2f", 2.5 * (tea.size() + 1)));
        drawn(world, "levels");
        drawn(world, "tasks");
        drawn(world, "benefits");
        value(world, 250L * (tea.size() + 1));
    }

    private void value(RealWorld world, long benefits) {
        world.done("points", "earn", "--as-of", "2026-02-28");
        List<Map<String, String>> rows = report(world, "value");
        long gmv = spent.values().stream().mapToLong(Long::longValue).sum();
        double sum = rows.stream()
                .mapToDouble(row -> Double.parseDouble(cell(row, "gmv")))
                .sum();
        assertThat(sum).isCloseTo(gmv / 100.0, within(1e-9));
        assertThat(number(rows, "customers")).isEqualTo(CUSTOMERS);
        long points = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            points += spent.getOrDefault(i, 0L) / 100;
        }
        double cost = rows.stream()
                .mapToDouble(row -> Double.parseDouble(cell(row, "cost")))
                .sum();
        long tasks = rewards(world);
        assertThat(cost).isCloseTo((points + tasks + benefits) / 100.0, within(0.03));
    }

    /** Points of tasks, which the ledger got when they were done. */
    private static long rewards(RealWorld world) {
        return number(report(world, "tasks"), "points");
    }

    /** Everything about one customer stands on one screen: here what hangs on other tables. */
    @Test
    void show() throws IOException {
        RealWorld world = world();
        world.write("groups.csv", List.of("id,name,kind,capacity", "g0,a,branch,20"));
        world.write("members.csv", List.of("group,customer,joined,left", "g0,c0,2026-02-03,"));
        world.write("staff.csv", List.of("id,name,weight", "s0,A,1"));
        world.write("owners.csv", List.of("customer,staff,since", "c0,s0,2026-02-10T00:00:00Z"));
        world.write("referrals.csv", List.of("id,referrer,referee,at", "r0,c0,n0,2026-01-25T08:00:00Z"));
        world.write("more.csv", List.of("id,registered", "n0,2026-01-25"));
        world.write("bought.csv", List.of("id,customer,kind,at,amount", "b0,n0,purchase,2026-01-26T08:00:00Z,10"));
        world.done("import", "groups", "groups.csv");
        world.done("import", "members", "members.csv");
        world.done("import", "staff", "staff.csv");
        world.done("import", "owners", "owners.csv");
        world.done("import", "referrals", "referrals.csv");
        world.done("import", "customers", "more.csv");
        world.done("import", "events", "bought.csv");
        world.done("referral", "settle");
        String inviter = world.done("show", "c0", "--columns", "groups,staff,referrals", "-o", "vertical")
                .out();
        assertThat(inviter)
                .contains(
                        "group=g0",
                        "kind=branch",
                        "since=2026-02-03",
                        "staff=s0",
                        "since=2026-02-10",
                        "invited=1",
                        "n0")
                .contains("as=referrer, got=10 points");
        assertThat(world.done("show", "n0", "--columns", "groups,staff,referrals", "-o", "vertical")
                        .out())
                .contains("invited=0", "brought_by=c0", "as=referee, got=5 points")
                .doesNotContain("g0")
                .doesNotContain("s0");
        assertThat(world.done(
                                "show",
                                "c0",
                                "--columns",
                                "groups,staff,referrals",
                                "--as-of",
                                "2026-01-20",
                                "-o",
                                "vertical")
                        .out())
                .as("what came later is not there yet")
                .contains("invited=0")
                .doesNotContain("g0")
                .doesNotContain("s0");
    }

    /** What is not in the program is told. */
    @Test
    void aProgramWithout() throws IOException {
        RealWorld world = new RealWorld(directory, "2026-03-01T00:00:00Z", """
                program: p
                timezone: UTC
                currency: CNY
                data: p
                """);
        for (String name : List.of("levels", "referral")) {
            RealWorld.Answer answer = world.siyu("report", name);
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.err()).contains("error[E1404]: program 'p' has no " + name);
        }
    }
}
