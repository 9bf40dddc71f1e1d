package siyu.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Files that nobody of this project made, against what is known of them. */
class RealDataTest {
    private static final Path DATA = Path.of("../shared/data").toAbsolutePath();

    @BeforeEach
    void there() {
        assumeTrue(Files.isDirectory(DATA), "the real data is not at " + DATA);
    }

    private static Vocabulary vocabulary(List<Attribute> customer, Map<String, List<Attribute>> kinds) {
        return new Vocabulary(ZoneId.of("UTC"), "GBP", 3, customer, kinds);
    }

    private static RecordReader.Options options(
            String file,
            @Nullable String format,
            Map<String, String> map,
            Map<String, String> constants,
            @Nullable String dateFormat) {
        Character delimiter = file.endsWith(".asc") ? ';' : null;
        return new RecordReader.Options(
                List.of(file), format, "utf-8", delimiter, map, constants, dateFormat, List.of(), null);
    }

    private static List<RecordChunk> read(
            RecordReader.Of of, Vocabulary vocabulary, RecordReader.Options options, long maxErrors, long[] counts) {
        List<RecordChunk> chunks = new ArrayList<>();
        RecordReader.Result result =
                RecordReader.read(of, vocabulary, options, Reading.setting(DATA).maxErrors(maxErrors), chunks::add);
        counts[0] = result.rows();
        counts[1] = result.rejected();
        counts[2] = result.blank();
        return chunks;
    }

    @Test
    void berkaCards() {
        Vocabulary vocabulary = vocabulary(
                List.of(new Attribute("card", Type.word(List.of("junior", "classic", "gold")), false)), Map.of());
        long[] counts = new long[3];
        List<RecordChunk> chunks = read(
                RecordReader.Of.CUSTOMERS,
                vocabulary,
                options(
                        "berka/card.asc",
                        "csv",
                        Map.of("card_id", "id", "disp_id", "-", "type", "card", "issued", "registered"),
                        Map.of(),
                        "yyMMdd HH:mm:ss"),
                0,
                counts);
        long[] cards = new long[3];
        Column card = chunks.get(0).attributes()[vocabulary.customer("card")];
        for (int row = 0; row < counts[0]; row++) {
            cards[(int) card.longs[row]]++;
        }
        assertThat(cards).containsExactly(145, 659, 88);
        assertThat(chunks.get(0).attributes()[vocabulary.customer("registered")].longs[0])
                .isEqualTo(java.time.LocalDate.of(1993, 11, 7).toEpochDay());
    }

    /** The file was cut off in its last line, within quotes. */
    @Test
    void berkaTransactionsThatEndTooEarly() {
        Map<String, List<Attribute>> kinds = new LinkedHashMap<>();
        kinds.put("transaction", List.of());
        Map<String, String> map = new LinkedHashMap<>();
        for (String column : List.of("type", "operation", "balance", "k_symbol", "bank", "account")) {
            map.put(column, "-");
        }
        map.put("trans_id", "id");
        map.put("account_id", "customer");
        map.put("date", "at");
        long[] counts = new long[3];
        List<RecordChunk> chunks = read(
                RecordReader.Of.EVENTS,
                vocabulary(List.of(), kinds),
                options("berka/trans_first3MiB.asc", "csv", map, Map.of("kind", "transaction"), "yyMMdd"),
                1,
                counts);
        assertThat(counts).containsExactly(49_102, 1, 0);
        Reject cut = chunks.get(chunks.size() - 1).rejects().get(0);
        assertThat(cut.problem().code()).isEqualTo(ImportCode.QUOTE_OPEN);
        assertThat(Reading.line(cut)).isEqualTo(49_104);
    }

    @Test
    void onlineRetail() {
        Map<String, List<Attribute>> kinds = new LinkedHashMap<>();
        kinds.put(
                "purchase",
                List.of(
                        new Attribute("quantity", Type.INTEGER, false),
                        new Attribute("price", Type.MONEY, false),
                        new Attribute("country", Type.TEXT, false)));
        Vocabulary vocabulary = vocabulary(List.of(), kinds);
        Map<String, String> map = new LinkedHashMap<>();
        map.put("InvoiceNo", "id");
        map.put("StockCode", "ref");
        map.put("Description", "-");
        map.put("Quantity", "quantity");
        map.put("InvoiceDate", "at");
        map.put("UnitPrice", "price");
        map.put("CustomerID", "customer");
        map.put("Country", "country");
        long[] counts = new long[3];
        List<RecordChunk> chunks = read(
                RecordReader.Of.EVENTS,
                vocabulary,
                options("online_retail/online_retail.csv.gz", null, map, Map.of("kind", "purchase"), null),
                0,
                counts);
        assertThat(counts).containsExactly(541_909, 0, 0);
        long total = 0;
        long anonymous = 0;
        for (RecordChunk chunk : chunks) {
            Column quantity = chunk.attributes()[vocabulary.event("quantity")];
            Column price = chunk.attributes()[vocabulary.event("price")];
            for (int row = 0; row < chunk.rows(); row++) {
                total += quantity.longs[row] * price.longs[row];
                anonymous += chunk.customers().start(row) == chunk.customers().end(row) ? 1 : 0;
            }
        }
        assertThat(total).isEqualTo(9_747_747_934L);
        assertThat(anonymous).isEqualTo(135_080);
    }

    @Test
    void starbucksMembers() {
        Vocabulary vocabulary = vocabulary(
                List.of(
                        new Attribute("gender", Type.word(List.of("F", "M", "O")), false),
                        new Attribute("income", Type.INTEGER, false),
                        new Attribute("years", Type.INTEGER, false)),
                Map.of());
        RecordReader.Options options = new RecordReader.Options(
                List.of("starbucks_rewards/profile.json"),
                null,
                "utf-8",
                null,
                Map.of("age", "years", "became_member_on", "registered"),
                Map.of(),
                "yyyyMMdd",
                List.of("118"),
                null);
        long[] counts = new long[3];
        List<RecordChunk> chunks = read(RecordReader.Of.CUSTOMERS, vocabulary, options, 0, counts);
        assertThat(counts[0]).isEqualTo(17_000);
        assertThat(counts[1]).isZero();
        long unknown = 0;
        for (RecordChunk chunk : chunks) {
            for (int row = 0; row < chunk.rows(); row++) {
                unknown += 1 - chunk.attributes()[vocabulary.customer("years")].known[row];
            }
        }
        assertThat(unknown).isEqualTo(2175);
    }

    /** Its events have no id and no time of a calendar, so they cannot be imported as they are; every line is read though. */
    @Test
    void starbucksTranscript() {
        Map<String, List<Attribute>> kinds = new LinkedHashMap<>();
        List<Attribute> offer =
                List.of(new Attribute("offer", Type.TEXT, false), new Attribute("reward", Type.MONEY, false));
        kinds.put("offer received", offer);
        kinds.put("offer viewed", offer);
        kinds.put("offer completed", offer);
        kinds.put("transaction", List.of());
        Map<String, String> map = new LinkedHashMap<>();
        map.put("person", "customer");
        map.put("event", "kind");
        map.put("value.offer id", "offer");
        map.put("value.offer_id", "offer");
        map.put("value.amount", "amount");
        map.put("value.reward", "reward");
        map.put("time", "ref");
        Vocabulary vocabulary = new Vocabulary(ZoneId.of("UTC"), "USD", 6, List.of(), kinds);
        long[] counts = new long[3];
        List<RecordChunk> chunks = read(
                RecordReader.Of.EVENTS,
                vocabulary,
                options(
                        "starbucks_rewards/transcript.json.gz",
                        null,
                        map,
                        Map.of("id", "none", "at", "2018-01-01"),
                        null),
                0,
                counts);
        long[] perKind = new long[4];
        long spent = 0;
        for (RecordChunk chunk : chunks) {
            Column amount = chunk.attributes()[Vocabulary.EVENT_AMOUNT];
            for (int row = 0; row < chunk.rows(); row++) {
                perKind[chunk.kinds()[row]]++;
                spent += amount == null ? 0 : amount.longs[row];
            }
        }
        assertThat(counts).containsExactly(306_534, 0, 114);
        assertThat(perKind).containsExactly(76_277, 57_725, 33_579, 138_953);
        assertThat(spent).isEqualTo(1_775_451_970_000L);
    }
}
