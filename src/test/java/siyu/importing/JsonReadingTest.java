package siyu.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReadingTest {
    @TempDir
    Path directory;

    @Test
    void linesAreTypedAndNullIsUnknown() {
        String file = Reading.write(directory, "c.jsonl", """
                {"id": "1", "name": "李雷 \\ud83d\\ude00", "visits": 7, "aum": 12.5, "app": true, "note": ""}

                  {"id": 2, "name": null, "ratio": 1e-3, "registered": "2024-02-29"}
                """);
        Reading reading = Reading.customers(directory, file);
        assertThat(reading.rows)
                .containsExactly(
                        "1: id=1 name=李雷 😀 app=true visits=7 aum=1250 note=", "3: id=2 registered=19782 ratio=0.001");
        assertThat(reading.result.blank()).isEqualTo(1);
    }

    @Test
    void aKeyThatNoObjectHasIsNoColumn() {
        String file = Reading.write(directory, "c.jsonl", "{\"id\":\"1\",\"name\":null}\n");
        RecordChunk chunk = Reading.customers(directory, file).chunks.get(0);
        assertThat(chunk.attributes()[1]).isNotNull();
        assertThat(chunk.attributes()[2]).isNull();
    }

    /** Nothing in the file gives what every row needs: each row is told, and the reading goes on. */
    @Test
    void requiredKeysThatNeverCome() {
        String file = Reading.write(directory, "c.jsonl", """
                [{"id": "1"}]
                {}
                {"name": "x"}
                5
                {"id": null}
                """);
        RecordReader.Options options = RecordReader.Options.of(List.of(file));
        Reading reading = Reading.read(
                RecordReader.Of.CUSTOMERS, options, Reading.setting(directory).maxErrors(5));
        assertThat(reading.rows).isEmpty();
        assertThat(reading.rejects)
                .extracting(reject -> Reading.line(reject) + " "
                        + reject.problem().code().id() + " " + reject.problem().message() + " | "
                        + reject.problem().hint())
                .containsExactly(
                        "1 E0423 the line is not a JSON object | an array of objects is made into lines by jq -c '.[]' FILE",
                        "2 E0443 the row has no value for 'id' | null",
                        "3 E0443 the row has no value for 'id' | null",
                        "4 E0423 the line is not a JSON object | null",
                        "5 E0443 the row has no value for 'id' | null");
        Reading.write(directory, "e.jsonl", """
                {"kind": "login"}
                {"id": "1", "kind": "login", "at": "2026-01-31"}
                """);
        Reading events = Reading.read(
                RecordReader.Of.EVENTS,
                RecordReader.Options.of(List.of("e.jsonl")),
                Reading.setting(directory).maxErrors(1));
        assertThat(events.rows).containsExactly("2: kind=login customer= id=1 at=1769788800000000");
        assertThat(events.rejects).hasSize(1);
    }

    @Test
    void objectsAreFlattenedAndTwoKeysMayGiveOneField() {
        String file = Reading.write(directory, "e.jsonl", """
                {"person": "p1", "event": "purchase", "id": "1", "value": {"offer id": "x"}, "at": "2026-01-31", "tags": [1, 2]}
                {"person": "p1", "event": "purchase", "id": "2", "value": {"offer_id": "y"}, "at": "2026-01-31"}
                {"person": "p1", "event": "purchase", "id": "3", "value": {"offer_id": "y", "offer id": "y"}, "at": "2026-01-31"}
                {"person": "p1", "event": "purchase", "id": "4", "value": {"offer_id": "y", "offer id": "z"}, "at": "2026-01-31"}
                """);
        Map<String, String> map = new LinkedHashMap<>();
        map.put("person", "customer");
        map.put("event", "kind");
        map.put("value.offer id", "category");
        map.put("value.offer_id", "category");
        map.put("tags", "-");
        RecordReader.Options options =
                new RecordReader.Options(List.of(file), null, "utf-8", null, map, Map.of(), null, List.of(), null);
        Reading reading = Reading.read(
                RecordReader.Of.EVENTS, options, Reading.setting(directory).maxErrors(1));
        assertThat(reading.rows)
                .containsExactly(
                        "1: kind=purchase customer=p1 id=1 at=1769788800000000 category=x",
                        "2: kind=purchase customer=p1 id=2 at=1769788800000000 category=y",
                        "3: kind=purchase customer=p1 id=3 at=1769788800000000 category=y");
        assertThat(reading.rejects).hasSize(1);
        assertThat(reading.rejects.get(0).problem().code()).isEqualTo(ImportCode.VALUES_DIFFER);
        assertThat(Reading.line(reading.rejects.get(0))).isEqualTo(4);
    }

    /** After a wrong line the next ones are read as if nothing had been, with their own numbers. */
    @Test
    void wrongLinesDoNotSpoilTheirNeighbours() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            text.append(
                    switch (i % 6) {
                        case 0 -> "{\"id\": \n";
                        case 1 -> "\n";
                        case 2 -> "[1]\n";
                        case 3 -> "{\"id\":\"x\"} {\"id\":\"y\"}\n";
                        default -> "{\"id\":\"" + i + "\"}\n";
                    });
        }
        Reading.write(directory, "x.jsonl", text.toString());
        for (int bytes : new int[] {64, 1 << 20}) {
            Reading reading = Reading.read(
                    RecordReader.Of.CUSTOMERS,
                    RecordReader.Options.of(List.of("x.jsonl")),
                    Reading.setting(directory).maxErrors(1000).chunkBytes(bytes));
            assertThat(reading.rows).hasSize(20);
            for (String row : reading.rows) {
                assertThat(row).matches("(\\d+): id=\\1");
            }
            assertThat(reading.rejects)
                    .extracting(reject -> Reading.line(reject) % 6)
                    .hasSize(30)
                    .doesNotContain(1, 4, 5);
            assertThat(reading.result.blank()).isEqualTo(10);
        }
    }
}
