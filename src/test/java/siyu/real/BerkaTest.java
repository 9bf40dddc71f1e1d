package siyu.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Czech bank of 1993 to 1998 (PKDD'99): its files as they are, joined where siyu needs a customer's id. */
class BerkaTest {
    private static final LocalDate TODAY = LocalDate.of(1999, 1, 1);

    private static final String PROGRAM = """
            program: berka
            timezone: Europe/Prague
            currency: CZK
            data: data/berka
            customers:
              account: text
              role: [OWNER, DISPONENT]
              card: [junior, classic, gold]
              birth_number: text
            events:
              loan: {status: [A, B, C, D]}
              standing_order: {symbol: text}
              transaction: {direction: [PRIJEM, VYDAJ, VYBER], operation: text}
            segmentations:
              everybody: {segments: {all: true}, otherwise: none}
              ring:
                segments:
                  inner: card = 'gold'
                  middle: card is known
                  outer: role = 'OWNER'
                otherwise: none
              cards:
                segments: {gold: card = 'gold', classic: card = 'classic', junior: card = 'junior'}
                otherwise: none
              loans:
                segments:
                  a: count(loan[status = 'A']) = 1
                  b: count(loan[status = 'B']) = 1
                  c: count(loan[status = 'C']) = 1
                  d: count(loan[status = 'D']) = 1
                otherwise: none
              ages:
                segments: {child: age(birthday) < 18, adult: age(birthday) < 65, old: age(birthday) >= 65}
                otherwise: error
              active: {segments: {active: count(transaction) > 0}, otherwise: none}
            """;

    @TempDir
    Path directory;

    private RealWorld world;

    @BeforeEach
    void clients() throws IOException {
        Path clients = RealWorld.data("berka/client.asc");
        world = new RealWorld(directory, TODAY + "T12:00:00Z", PROGRAM);
        assertThat(world.imported(
                        "customers",
                        clients.toString(),
                        "--delimiter",
                        ";",
                        "--map",
                        "client_id=id",
                        "--map",
                        "district_id=region"))
                .containsEntry("rows", "5369")
                .containsEntry("new", "5369");
        assertThat(table("client")).hasSize(5369);
    }

    @Test
    void ringsByCardAndRole() throws IOException {
        assertThat(world.imported(
                        "customers",
                        RealWorld.data("berka/disp.asc").toString(),
                        "--delimiter",
                        ";",
                        "--map",
                        "client_id=id",
                        "--map",
                        "disp_id=-",
                        "--map",
                        "account_id=account",
                        "--map",
                        "type=role"))
                .containsEntry("new", "0")
                .containsEntry("changed", "5369");

        Map<String, String> clientOf = new HashMap<>();
        Map<String, String> role = new HashMap<>();
        for (Map<String, String> row : table("disp")) {
            clientOf.put(row.get("disp_id"), row.get("client_id"));
            role.put(row.get("client_id"), row.get("type"));
        }
        Map<String, String> card = new HashMap<>();
        List<String> lines = new ArrayList<>(List.of("id,card"));
        for (Map<String, String> row : table("card")) {
            String client = clientOf.get(row.get("disp_id"));
            card.put(client, row.get("type"));
            lines.add(client + "," + row.get("type"));
        }
        world.write("cards.csv", lines);
        assertThat(world.imported("customers", "cards.csv")).containsEntry("changed", "892");

        Map<String, Long> rings = new TreeMap<>();
        for (Map<String, String> row : table("client")) {
            String client = row.get("client_id");
            String ring = "gold".equals(card.get(client))
                    ? "inner"
                    : card.containsKey(client) ? "middle" : "OWNER".equals(role.get(client)) ? "outer" : "";
            rings.merge(ring, 1L, Long::sum);
        }
        assertThat(world.counts("cards"))
                .isEqualTo(Map.of("gold", 88L, "classic", 659L, "junior", 145L, "", 5369L - 892));
        assertThat(world.counts("ring"))
                .isEqualTo(rings)
                .containsEntry("inner", 88L)
                .containsEntry("middle", 804L)
                .containsEntry("outer", 4500L - 892)
                .containsEntry("", 869L);
    }

    /** Dates of birth are yymmdd, with 50 added to the month of women. */
    @Test
    void agesByNumbersOfBirth() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,birthday"));
        Map<String, Long> ages = new TreeMap<>();
        for (Map<String, String> row : table("client")) {
            int number = Integer.parseInt(row.get("birth_number"));
            LocalDate born = LocalDate.of(1900 + number / 10000, number / 100 % 100 % 50, number % 100);
            lines.add(row.get("client_id") + "," + born);
            int years = Period.between(born, TODAY).getYears();
            ages.merge(years < 18 ? "child" : years < 65 ? "adult" : "old", 1L, Long::sum);
        }
        world.write("births.csv", lines);
        world.imported("customers", "births.csv");
        assertThat(world.counts("ages")).isEqualTo(ages).hasSize(3);
    }

    @Test
    void loansOfTheOwner() throws IOException {
        Map<String, String> owners = owners();
        List<String> lines = new ArrayList<>(List.of("id,customer,at,amount,status"));
        Map<String, Long> statuses = new TreeMap<>();
        BigDecimal lent = BigDecimal.ZERO;
        for (Map<String, String> row : table("loan")) {
            statuses.merge(row.getOrDefault("status", "").toLowerCase(java.util.Locale.ROOT), 1L, Long::sum);
            lent = lent.add(new BigDecimal(row.get("amount")));
            lines.add(String.join(
                    ",",
                    row.get("loan_id"),
                    owners.get(row.get("account_id")),
                    row.get("date"),
                    row.get("amount"),
                    row.get("status")));
        }
        world.write("loans.csv", lines);
        assertThat(world.imported("events", "loans.csv", "--value", "kind=loan", "--date-format", "yyMMdd"))
                .containsEntry("new", "682")
                .containsEntry("apart", "0");
        statuses.put("", 5369L - 682);
        assertThat(world.counts("loans"))
                .isEqualTo(statuses)
                .isEqualTo(Map.of("a", 203L, "b", 31L, "c", 403L, "d", 45L, "", 4687L));
        assertThat(sum("sum(loan.amount)")).isEqualByComparingTo(lent);
        String first = owners.getOrDefault(table("loan").get(0).get("account_id"), "");
        assertThat(world.done("show", first).out()).contains("at=1993-07-05");
    }

    /** Orders have no date of their own, so they are of one day; their codes are Czech, some a single space. */
    @Test
    void standingOrdersAndDistricts() throws IOException {
        assertThat(table("account")).hasSize(4500);
        Map<String, String> owners = owners();
        List<String> lines = new ArrayList<>(List.of("id;customer;amount;symbol"));
        BigDecimal ordered = BigDecimal.ZERO;
        long household = 0;
        for (Map<String, String> row : table("order")) {
            ordered = ordered.add(new BigDecimal(row.get("amount")));
            household += "SIPO".equals(row.get("k_symbol")) ? 1 : 0;
            lines.add(String.join(
                    ";",
                    row.get("order_id"),
                    owners.get(row.get("account_id")),
                    row.get("amount"),
                    '"' + row.get("k_symbol") + '"'));
        }
        world.write("orders.csv", lines);
        assertThat(world.imported(
                        "events",
                        "orders.csv",
                        "--delimiter",
                        ";",
                        "--value",
                        "kind=standing_order",
                        "--value",
                        "at=1998-12-31"))
                .containsEntry("new", "6471");
        assertThat(sum("sum(standing_order.amount)")).isEqualByComparingTo(ordered);
        assertThat(sum("count(standing_order[symbol = 'SIPO'])")).isEqualByComparingTo(BigDecimal.valueOf(household));

        Set<String> districts = new TreeSet<>();
        table("district").forEach(row -> districts.add(row.get("A1")));
        assertThat(districts).hasSize(77);
        Set<String> regions = new TreeSet<>();
        world.done("export", "customers", "-o", "csv").rows().forEach(row -> regions.add(row.get("region")));
        assertThat(regions).isEqualTo(districts);
    }

    /** The file of transactions was cut off in its last line, within quotes. */
    @Test
    void theLineThatWasCutOff() throws IOException {
        Map<String, String> owners = owners();
        List<String> raw = RealWorld.text("berka/trans_first3MiB.asc").lines().toList();
        List<String> lines = new ArrayList<>(List.of(raw.get(0).replace("account_id", "customer")));
        BigDecimal received = BigDecimal.ZERO;
        Map<String, Integer> active = new HashMap<>();
        for (int i = 1; i < raw.size(); i++) {
            String[] parts = raw.get(i).split(";", 3);
            String owner = owners.get(parts[1]);
            lines.add(parts[0] + ";" + owner + ";" + parts[2]);
            if (i < raw.size() - 1) {
                List<String> fields = RealWorld.fields(raw.get(i), ';');
                active.merge(owner, 1, Integer::sum);
                if (fields.get(3).equals("PRIJEM")) {
                    received = received.add(new BigDecimal(fields.get(5)));
                }
            }
        }
        // Without a line end, as it was.
        Files.writeString(directory.resolve("transactions.csv"), String.join("\n", lines));
        List<String> line = new ArrayList<>(
                List.of("import", "events", "transactions.csv", "--delimiter", ";", "--date-format", "yyMMdd"));
        for (String map : List.of("trans_id=id", "date=at", "type=direction", "balance=-", "k_symbol=-", "bank=-")) {
            line.addAll(List.of("--map", map));
        }
        line.addAll(List.of("--map", "account=-", "--value", "kind=transaction", "-o", "csv"));

        RealWorld.Answer refused = world.siyu(line.toArray(new String[0]));
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("transactions.csv:49104", "within quotes");
        assertThat(world.counts("active")).isEqualTo(Map.of("active", 0L, "", 5369L));

        line.addAll(List.of("--max-errors", "1", "--rejects", "bad.csv"));
        RealWorld.Answer taken = world.siyu(line.toArray(new String[0]));
        assertThat(taken.code()).isEqualTo(7);
        assertThat(taken.rows().get(0))
                .containsEntry("rows", "49102")
                .containsEntry("new", "49102")
                .containsEntry("rejected", "1");
        List<Map<String, String>> bad = RealWorld.rows(Files.readString(directory.resolve("bad.csv")));
        assertThat(bad).hasSize(1);
        assertThat(bad.get(0)).containsEntry("file", "transactions.csv").containsEntry("line", "49104");
        assertThat(bad.get(0).get("row")).startsWith("3526882;").contains("PRIJE");

        assertThat(world.counts("active")).containsEntry("active", (long) active.size());
        assertThat(sum("sum(transaction[direction = 'PRIJEM'].amount)")).isEqualByComparingTo(received);
        assertThat(sum("count(transaction)")).isEqualByComparingTo("49102");
        assertThat(world.siyu(line.toArray(new String[0])).rows().get(0))
                .as("the same file once more")
                .containsEntry("new", "0")
                .containsEntry("duplicates", "49102");
    }

    private Map<String, String> owners() throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (Map<String, String> row : table("disp")) {
            if ("OWNER".equals(row.get("type"))) {
                owners.put(row.get("account_id"), row.get("client_id"));
            }
        }
        assertThat(owners).hasSize(4500);
        return owners;
    }

    /** An expression summed over all customers. */
    private BigDecimal sum(String expression) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, String> row : world.done(
                        "segment", "run", "everybody", "--members", "--show", expression, "-o", "csv")
                .rows()) {
            sum = sum.add(new BigDecimal(row.get(expression)));
        }
        return sum;
    }

    private static List<Map<String, String>> table(String name) throws IOException {
        List<String> lines = RealWorld.text("berka/" + name + ".asc").lines().toList();
        List<String> header = RealWorld.fields(lines.get(0), ';');
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = RealWorld.fields(line, ';');
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
