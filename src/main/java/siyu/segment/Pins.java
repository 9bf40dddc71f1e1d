package siyu.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.fact.Marks;

/** The pins in force at a date, ready to be asked by range. */
public final class Pins implements Marks {
    /** How a customer is pinned to a segment; {@code OFF} takes an earlier pin back. */
    public enum Direction {
        IN,
        OUT,
        OFF
    }

    /**
     * One pin as it was made.
     *
     * @param fromDay epoch day of the date it was made for
     * @param untilDay epoch day of the last date it holds, null for good
     */
    public record Entry(
            long id,
            int customer,
            String segmentation,
            String segment,
            Direction direction,
            long fromDay,
            @Nullable Long untilDay,
            String reason) {
        boolean inForce(long day) {
            return direction != Direction.OFF && fromDay <= day && (untilDay == null || day <= untilDay);
        }
    }

    private final Map<String, List<Pin>> bySegmentation = new LinkedHashMap<>();

    /** @param entries in order of making; the last one of a customer and segment that was made by {@code day} counts */
    public Pins(List<Entry> entries, long day) {
        Map<String, Entry> last = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.fromDay() <= day) {
                String key = entry.customer() + "\n" + entry.segmentation() + "\n" + entry.segment();
                // Removed first, so that the order is that of the pin now in force.
                last.remove(key);
                last.put(key, entry);
            }
        }
        for (Entry entry : last.values()) {
            if (entry.inForce(day)) {
                bySegmentation
                        .computeIfAbsent(entry.segmentation(), name -> new ArrayList<>())
                        .add(new Pin(entry.customer(), entry.segment(), entry.direction() == Direction.IN));
            }
        }
        // A stable sort: of several pins of one customer the order of making stays.
        bySegmentation.values().forEach(pins -> pins.sort(Comparator.comparingInt(Pin::customer)));
    }

    @Override
    public List<Pin> pins(String segmentation, int first, int size) {
        List<Pin> all = bySegmentation.getOrDefault(segmentation, List.of());
        return all.subList(position(all, first), position(all, (long) first + size));
    }

    /** The index of the first pin of this customer or a later one. */
    private static int position(List<Pin> pins, long customer) {
        int low = 0;
        int high = pins.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pins.get(middle).customer() < customer) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean[] tagged(String tag, int first, int size) {
        return EMPTY;
    }

    @Override
    public boolean[] inGroup(String group, int first, int size) {
        return EMPTY;
    }
}
