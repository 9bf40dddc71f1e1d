package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose turn it is follows from the data file: it makes no difference in how many commands customers come. */
class StaffReplayTest {
    private static final String PROGRAM = """
            program: many
            timezone: Asia/Shanghai
            currency: CNY
            data: many
            staff:
              codes:
                all: {backup: [s8, s9]}
                own: {region: same}
            """;

    @TempDir
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    private String siyu(String workspace, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("-C", workspace, "--now", "2026-03-02T02:00:00Z", "-o", "csv", "--no-headers"));
        return desk.done(line.toArray(new String[0])).out();
    }

    private void workspace(String name, Random random) throws IOException {
        Files.createDirectories(desk.directory.resolve(name));
        desk.write(name + "/siyu.yaml", PROGRAM);
        StringBuilder customers = new StringBuilder("id,region\n");
        for (int i = 0; i < 150; i++) {
            customers
                    .append('c')
                    .append(i)
                    .append(",r")
                    .append(random.nextInt(4))
                    .append('\n');
        }
        StringBuilder staff = new StringBuilder("id,region,weight,daily_cap,maximum_load\n");
        for (int i = 0; i < 10; i++) {
            staff.append('s')
                    .append(i)
                    .append(",r")
                    .append(random.nextInt(3))
                    .append(',')
                    .append(1 + random.nextInt(5));
            staff.append(',')
                    .append(5 + random.nextInt(15))
                    .append(',')
                    .append(5 + random.nextInt(25))
                    .append('\n');
        }
        desk.write("customers.csv", customers.toString());
        desk.write("staff.csv", staff.toString());
        desk.done("init", name);
        siyu(name, "import", "customers", "customers.csv");
        siyu(name, "import", "staff", "staff.csv");
    }

    @Test
    void inOneCommandOrInMany() throws IOException {
        desk = new Desk(temporary.toRealPath());
        for (long seed = 0; seed < 2; seed++) {
            String one = "one" + seed;
            String many = "many" + seed;
            workspace(one, new Random(seed));
            workspace(many, new Random(seed));
            List<String> order = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                order.add("c" + i);
            }
            Random random = new Random(seed);
            java.util.Collections.shuffle(order, random);
            StringBuilder atOnce = new StringBuilder();
            StringBuilder inTurn = new StringBuilder();
            for (int from = 0; from < 150; ) {
                int to = Math.min(150, from + 1 + random.nextInt(40));
                String code = random.nextBoolean() ? "all" : "own";
                String[] line = new String[3 + to - from];
                System.arraycopy(new String[] {"staff", "assign", code}, 0, line, 0, 3);
                for (int i = from; i < to; i++) {
                    line[3 + i - from] = order.get(i);
                }
                atOnce.append(siyu(one, line));
                // The same customers by fives, each time tried before.
                for (int i = 3; i < line.length; i += 5) {
                    String[] five = Arrays.copyOf(line, Math.min(8, line.length - i + 3));
                    System.arraycopy(line, i, five, 3, five.length - 3);
                    String[] dry = Arrays.copyOf(five, five.length + 1);
                    dry[five.length] = "-n";
                    String tried = siyu(many, dry);
                    String done = siyu(many, five);
                    assertThat(done).as("seed %d: a dry run is the run", seed).isEqualTo(tried);
                    inTurn.append(done);
                }
                from = to;
            }
            assertThat(inTurn.toString()).as("seed %d", seed).isEqualTo(atOnce.toString());
            assertThat(siyu(many, "staff", "status")).as("seed %d", seed).isEqualTo(siyu(one, "staff", "status"));
            assertThat(atOnce.toString()).contains(",assigned,", ",nobody,");
        }
    }
}
