package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live code fills its groups as somebody would who keeps a list on paper, whoever leaves meanwhile, in one command or in many. */
class GroupCodesReplayTest {
    private static final String PROGRAM = """
            program: many
            timezone: Asia/Shanghai
            currency: CNY
            data: many
            customers: {vip: boolean, loud: boolean}
            groups:
              club:
                who: vip
                fill_to: 80%
                reserve: 1
                rejoin_after_days: 3
                codes: {door: {when: not loud}}
            """;
    private static final int CUSTOMERS = 60;

    @TempDir
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    /** A membership of the list on paper. */
    private record Kept(String group, LocalDate from, LocalDate until) {}

    private String siyu(String workspace, LocalDate today, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("-C", workspace, "--now", today + "T02:00:00Z", "-o", "csv", "--no-headers"));
        return desk.done(line.toArray(new String[0])).out();
    }

    @Test
    void filledAsOnPaper() throws IOException {
        desk = new Desk(temporary.toRealPath());
        boolean full = false;
        for (long seed = 0; seed < 6; seed++) {
            full |= history(seed);
        }
        assertThat(full).as("some found no room").isTrue();
    }

    private boolean history(long seed) throws IOException {
        Random random = new Random(seed);
        String one = "one" + seed;
        String many = "many" + seed;
        List<String> order = new ArrayList<>();
        Map<String, Integer> limits = new HashMap<>();
        StringBuilder groups = new StringBuilder("id,kind,capacity,code,place\n");
        for (int place = 0; place < 5; place++) {
            int capacity = 2 + random.nextInt(9);
            String id = "g" + (char) ('a' + random.nextInt(26)) + place;
            order.add(id);
            limits.put(id, Math.min(capacity * 80 / 100, capacity - 1));
            groups.insert("id,kind,capacity,code,place\n".length(), id + ",club," + capacity + ",door," + place + "\n");
        }
        desk.write("groups.csv", groups.toString());
        boolean[][] is = new boolean[CUSTOMERS][2];
        StringBuilder customers = new StringBuilder("id,vip,loud\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            is[i] = new boolean[] {random.nextInt(10) > 0, random.nextInt(10) == 0};
            customers.append("c%d,%s,%s\n".formatted(i, is[i][0], is[i][1]));
        }
        desk.write("customers.csv", customers.toString());
        LocalDate today = LocalDate.of(2026, 2, 26);
        for (String name : new String[] {one, many}) {
            Files.createDirectories(desk.directory.resolve(name));
            desk.write(name + "/siyu.yaml", PROGRAM);
            desk.done("init", name);
            siyu(name, today, "import", "customers", "customers.csv");
            siyu(name, today, "import", "groups", "groups.csv");
        }
        Map<Integer, List<Kept>> paper = new HashMap<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            paper.put(i, new ArrayList<>());
        }
        boolean full = false;
        for (int day = 0; day < 8; day++, today = today.plusDays(1)) {
            leaves(today, paper, random, one, many);
            List<Integer> came = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                if (random.nextInt(3) == 0) {
                    came.add(i);
                }
            }
            java.util.Collections.shuffle(came, random);
            StringBuilder expected = new StringBuilder();
            for (int i : came) {
                expected.append("c%d,%s\n".formatted(i, onPaper(i, is[i], today, order, limits, paper)));
            }
            full |= expected.indexOf(",full") > 0;
            assertThat(joined(one, today, came)).as("seed %d, %s", seed, today).isEqualTo(expected.toString());
            StringBuilder inTurn = new StringBuilder();
            for (int from = 0; from < came.size(); from += 7) {
                inTurn.append(joined(many, today, came.subList(from, Math.min(came.size(), from + 7))));
            }
            assertThat(inTurn.toString()).as("seed %d, %s", seed, today).isEqualTo(expected.toString());
            lasts(seed, one, today, limits, paper);
        }
        return full;
    }

    private String joined(String workspace, LocalDate today, List<Integer> came) {
        List<String> line = new ArrayList<>(List.of("assign-group", "join", "door"));
        came.forEach(i -> line.add("c" + i));
        String[] words = line.toArray(new String[0]);
        String[] dry = java.util.Arrays.copyOf(words, words.length + 1);
        dry[words.length] = "-n";
        String tried = siyu(workspace, today, dry);
        String done = siyu(workspace, today, words);
        assertThat(done).as("a dry run is the run").isEqualTo(tried);
        return done;
    }

    private static String onPaper(
            int customer,
            boolean[] is,
            LocalDate today,
            List<String> order,
            Map<String, Integer> limits,
            Map<Integer, List<Kept>> paper) {
        for (Kept kept : paper.getOrDefault(customer, List.of())) {
            if (kept.until().isAfter(today)) {
                return kept.group() + ",stays";
            }
        }
        if (!is[0] || is[1]) {
            return is[0] ? ",not for" : ",not eligible";
        }
        for (Kept kept : paper.getOrDefault(customer, List.of())) {
            if (kept.until().plusDays(3).isAfter(today)) {
                return ",left before";
            }
        }
        for (String group : order) {
            if (members(group, today, paper) < limits.getOrDefault(group, 0)) {
                paper.getOrDefault(customer, new ArrayList<>()).add(new Kept(group, today, LocalDate.MAX));
                return group + ",placed";
            }
        }
        return ",full";
    }

    private static long members(String group, LocalDate today, Map<Integer, List<Kept>> paper) {
        return paper.values().stream()
                .flatMap(List::stream)
                .filter(kept -> kept.group().equals(group) && kept.until().isAfter(today))
                .count();
    }

    /** Some leave before anybody comes. */
    private void leaves(LocalDate today, Map<Integer, List<Kept>> paper, Random random, String... workspaces)
            throws IOException {
        StringBuilder rows = new StringBuilder("group,customer,joined,left\n");
        paper.forEach((customer, all) -> all.replaceAll(kept -> {
            if (!kept.until().equals(LocalDate.MAX) || random.nextInt(4) > 0) {
                return kept;
            }
            rows.append("%s,c%d,%s,%s\n".formatted(kept.group(), customer, kept.from(), today));
            return new Kept(kept.group(), kept.from(), today);
        }));
        desk.write("members.csv", rows.toString());
        for (String workspace : workspaces) {
            siyu(workspace, today, "import", "members", "members.csv");
        }
    }

    /** The day on which seats run out, found by letting as many come day after day. */
    private void lasts(
            long seed, String workspace, LocalDate today, Map<String, Integer> limits, Map<Integer, List<Kept>> paper) {
        long seats = 0;
        for (Map.Entry<String, Integer> group : limits.entrySet()) {
            seats += Math.max(0, group.getValue() - members(group.getKey(), today, paper));
        }
        List<Kept> all = paper.values().stream().flatMap(List::stream).toList();
        LocalDate first = all.stream().map(Kept::from).min(LocalDate::compareTo).orElse(today);
        LocalDate since = first.isAfter(today.minusDays(4)) ? first : today.minusDays(4);
        long joined = all.stream().filter(kept -> !kept.from().isBefore(since)).count();
        long days = today.toEpochDay() - since.toEpochDay() + 1;
        String out = "";
        if (joined > 0) {
            LocalDate on = today;
            for (long come = 0; come <= seats * days; come += joined) {
                on = on.plusDays(1);
            }
            out = on.toString();
        }
        assertThat(siyu(workspace, today, "assign-group", "codes", "--days", "5", "--columns", "seats,joined,runs_out"))
                .as("seed %d, %s", seed, today)
                .isEqualTo("%d,%d,%s\n".formatted(seats, joined, out));
    }
}
