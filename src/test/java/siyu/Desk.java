package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import siyu.cli.Io;
import siyu.out.Table;

/** A small workspace with a filled data file, in which commands are run and of which it can be told whether anything changed. */
final class Desk {
    static final String PROGRAM = """
            program: tiny
            timezone: America/New_York
            currency: CNY
            data: tiny
            customers:
              vip: boolean
              aum: money
              visits: integer
              height: decimal
            events:
              purchase: {category: text}
              login: {}
            metrics:
              spend: sum(purchase.amount, ever)
              shout: upper(name)
            scores:
              recency: {of: days_since(purchase), quantiles: 2, best: low}
              frequency: {of: count(purchase), quantiles: 2, best: high}
              monetary: {of: spend, quantiles: 2, best: high}
            points:
              earn:
                - {name: spend, on: purchase, per: 1.00, points: 1, base: gross}
            levels:
              growth: {of: sum(purchase.amount), window: 12m}
              steps: [{ordinary: 0}, {silver: 10}, {plus: {price: 9.90, term: 1y}}, {gold: 100}]
              downgrade: {review: monthly, policy: one_down, grace: 30d}
              spend: purchase
              benefits: {silver: [{coffee: {cost: 5.00, per: month, times: 2}}, {treat: {per: month}}]}
            benefits:
              treat: {kind: points, points: 3, cost: 0.30}
            tasks:
              visit: {kind: activity, goal: count(login) >= 1, every: month, reward: 5}
            badges:
              named: starts_with(name, 'E')
            leaderboards:
              shoppers: {of: count, on: purchase, per: month}
            referral:
              qualifies: count(login) >= 1
              within: 30d
              tiers: {mode: threshold, steps: [{from: 1, reward: 5 points}]}
              block: [self]
            lotteries:
              free:
                limit: {times: 1000, per: day}
                prizes:
                  - {name: thanks, weight: 1}
              over:
                limit: {times: 1000, per: day}
                prizes:
                  - {name: thanks, weight: 1}
            groups:
              club: {who: visits > 0, max_distance_km: 50, codes: {scan: {when: visits > 3}}, weekly: {news: {weekday: 7, at: 12:00, send: news}}}
            platform:
              transfer_wait: {hours: 24, source: a paper, date: 2026-01-01}
            staff:
              value: aum
              codes:
                door: {region: same, backup: [s2]}
            segmentations:
              ring:
                segments:
                  inner: vip
                  named: starts_with(name, 'E')
                otherwise: none
            """;

    /** Names and a number that must never be seen unmasked. */
    static final List<String> SECRETS = List.of("王小明", "EVIL", "Evil", "Everdeen", "13812345678");

    static final String CUSTOMERS = """
            id,name,phone,registered,vip,aum,visits,region
            c1,王小明,13812345678,2025-01-01,true,1.00,3,上海市浦东新区
            c2,"Evil\u001b]0;t\u0007",+86 13812345678,2025-01-01,false,2.00,4,"\u202edlrow\u001b[31m"
            c3,Everdeen,13812345678,2025-01-01,,,,=1+1
            """;

    private static final String EVENTS = """
            id,customer,kind,at,amount,category
            e1,c1,purchase,2026-02-01T10:00:00,12.50,food
            e2,c2,login,2026-02-02T10:00:00,,
            """;

    private static final String GROUPS = """
            id,name,kind,latitude,longitude,region,capacity,code
            g1,"=1+1\u001b[31m",club,31.2,121.5,上海市浦东新区,2,scan
            g2,邻里群,club,,,上海市浦东新区,5,scan
            """;
    private static final String GROUP_MEMBERS = """
            group,customer,joined,left
            g1,c1,2026-01-01,
            g2,c1,2026-02-01,
            """;
    private static final String REFERRALS = """
            id,referrer,referee,at
            i1,c1,c2,2026-02-01T10:00:00
            i2,c1,c3,2026-02-01T10:00:00
            """;

    private static final String STAFF = """
            id,name,phone,region,weight,daily_cap
            s1,Everdeen,13812345678,上海市浦东新区,2,9
            "s\u202e3","Evil\u001b]0;t\u0007",13812345678,"\u202edlrow\u001b[31m",1,
            s2,王小明,13812345678,=1+1,1,1
            """;

    final Path directory;
    final List<Table> seen = new ArrayList<>();
    Io.Terminal terminal = Io.Terminal.NONE;
    Map<String, String> environment = Map.of();

    Desk(Path directory) throws IOException {
        this.directory = directory;
        write("siyu.yaml", PROGRAM);
        write("customers.csv", CUSTOMERS);
        write("events.csv", EVENTS);
        write("staff.csv", STAFF);
        write("owners.csv", "customer,staff,since,until,removed_by\nc3,s2,2026-02-01,2026-02-20,customer\n");
        write("referrals.csv", REFERRALS);
        write("groups.csv", GROUPS);
        write("members.csv", GROUP_MEMBERS);
        done("init", ".");
        done("import", "customers", "customers.csv");
        done("import", "events", "events.csv");
        done("import", "referrals", "referrals.csv");
        done("import", "groups", "groups.csv");
        done("import", "members", "members.csv");
        done("import", "staff", "staff.csv");
        done("import", "owners", "owners.csv");
        done("segment", "run", "--apply", "--as-of", "2026-02-10");
        done("points", "earn", "--as-of", "2026-02-10");
        done("level", "run", "--as-of", "2026-02-10");
        done("points", "adjust", "c1", "+20", "--reason", "to begin with");
        done("points", "redeem", "c1", "1", "--key", "spent");
        done("lottery", "commit", "free");
        done("lottery", "commit", "over");
        done("lottery", "draw", "over", "c1", "c2");
        done("lottery", "reveal", "over", "--dir", "published", "--yes");
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    Said done(String... words) {
        Said said = run(words);
        assertThat(said.exit()).as("%s: %s", List.of(words), said.err()).isZero();
        return said;
    }

    Said run(String... words) {
        return new Said.Scene(
                        directory,
                        Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC),
                        terminal,
                        environment)
                .run(new ByteArrayInputStream(new byte[0]), seen::add, words);
    }

    /** The command line of another process that runs siyu here, to be started in {@link #directory}. */
    static List<String> child(String option, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                "siyu.Main"));
        command.addAll(List.of(words));
        return command;
    }

    /** Runs a process here to its end. */
    Said process(List<String> command) throws IOException, InterruptedException {
        Path out = directory.resolve("child.out");
        Path err = directory.resolve("child.err");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        return new Said(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    /** A digest of every row of every table. */
    String digest() throws SQLException {
        String url = "jdbc:h2:file:" + directory.resolve("tiny") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, "SIYU", "");
                ResultSet lines = connection.createStatement().executeQuery("SCRIPT")) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int rows = 0;
            while (lines.next()) {
                String line = lines.getString(1);
                // Sequences go on even when what took their numbers was rolled back.
                if (line.startsWith("INSERT") || line.startsWith("(")) {
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                    rows++;
                }
            }
            return rows + " " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
