package siyu.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.fact.Marks.Pin;
import siyu.segment.Pins.Direction;
import siyu.segment.Pins.Entry;

class PinsTest {
    private static Entry entry(int customer, String segment, Direction direction, long from, @Nullable Long until) {
        return new Entry(0, customer, "ring", segment, direction, from, until, "why");
    }

    @Test
    void holdsFromItsDateToItsLastDateInclusive() {
        List<Entry> entries = List.of(entry(5, "inner", Direction.IN, 10, 20L));
        assertThat(new Pins(entries, 9).pins("ring", 0, 100)).isEmpty();
        assertThat(new Pins(entries, 10).pins("ring", 0, 100)).containsExactly(new Pin(5, "inner", true));
        assertThat(new Pins(entries, 20).pins("ring", 0, 100)).hasSize(1);
        assertThat(new Pins(entries, 21).pins("ring", 0, 100)).isEmpty();
    }

    @Test
    void laterPinOfTheSameSegmentReplaces() {
        List<Entry> entries = List.of(
                entry(5, "inner", Direction.IN, 1, null),
                entry(5, "inner", Direction.OUT, 3, null),
                entry(5, "inner", Direction.OFF, 5, null));
        assertThat(new Pins(entries, 2).pins("ring", 0, 10)).containsExactly(new Pin(5, "inner", true));
        assertThat(new Pins(entries, 3).pins("ring", 0, 10)).containsExactly(new Pin(5, "inner", false));
        assertThat(new Pins(entries, 5).pins("ring", 0, 10)).isEmpty();
    }

    @Test
    void asksByRangeAndSegmentation() {
        List<Entry> entries = List.of(
                entry(7, "inner", Direction.IN, 1, null),
                entry(3, "outer", Direction.OUT, 1, null),
                entry(3, "inner", Direction.IN, 1, null));
        Pins pins = new Pins(entries, 1);
        assertThat(pins.pins("ring", 0, 4)).containsExactly(new Pin(3, "outer", false), new Pin(3, "inner", true));
        assertThat(pins.pins("ring", 4, 3)).isEmpty();
        assertThat(pins.pins("ring", 4, 4)).containsExactly(new Pin(7, "inner", true));
        assertThat(pins.pins("ring", 0, Integer.MAX_VALUE)).hasSize(3);
        assertThat(pins.pins("lifecycle", 0, 10)).isEmpty();
    }
}
