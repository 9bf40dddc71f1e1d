package siyu.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import siyu.fact.Column;
import siyu.fact.EventBlock;
import siyu.fact.Texts;

/** Channels met so far, each with a number from 0; used by several threads. */
final class ChannelNames {
    /** Channels a report has at most. */
    static final int MOST = 500;

    private final Map<String, Integer> numbers = new HashMap<>();

    synchronized int number(String name) {
        int number = numbers.computeIfAbsent(name, none -> numbers.size());
        if (number >= MOST) {
            throw ReportCode.TOO_MANY_GROUPS
                    .problem("events name more than " + MOST + " different channels")
                    .failure();
        }
        return number;
    }

    synchronized int size() {
        return numbers.size();
    }

    /** The names in order of the alphabet; {@link #number} tells where each is. */
    synchronized List<String> sorted() {
        List<String> names = new ArrayList<>(numbers.keySet());
        names.sort(null);
        return names;
    }

    /** By entry of a column's dictionary: the channel's number, of those that events use; -1 for an empty text, which names none. */
    int[] of(Column column, EventBlock events) {
        Texts texts = column.dictionary;
        int[] found = new int[Math.max(1, texts.size())];
        Arrays.fill(found, -1);
        for (int event = 0; event < events.size; event++) {
            int entry = (int) column.longs[event];
            if (column.known[event] != 0 && found[entry] < 0 && texts.start(entry) < texts.end(entry)) {
                found[entry] = number(texts.get(entry));
            }
        }
        return found;
    }
}
