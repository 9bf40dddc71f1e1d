package siyu.report;

import java.util.Arrays;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Type;

/** Goes through the contacts of every customer: his events of the kinds that count with a channel. For one thread. */
abstract class Contacts extends Events {
    private final ChannelNames names;
    private final int attribute;
    private final boolean[] counts;
    private Column channels = new Column(Type.TEXT, 0);
    private int[] numbers = {};

    Contacts(Asked asked, ChannelNames names) {
        super(asked);
        this.names = names;
        this.attribute = attribute(asked);
        this.counts = asked.kinds();
    }

    static int attribute(Asked asked) {
        return asked.facts().vocabulary().event("channel");
    }

    @Override
    void block(CustomerBlock block, EventBlock events) {
        channels = column(events, attribute);
        numbers = names.of(channels, events);
    }

    /** The channel of an event, or -1. */
    int channel(int event) {
        return channels.known[event] == 0 ? -1 : numbers[(int) channels.longs[event]];
    }

    boolean contact(int event) {
        return counts[kinds[event]] && channel(event) >= 0;
    }

    /** By group: some figures a channel, which grow as channels are met. */
    static final class Tally {
        private final int width;
        private final long[][] cells;

        Tally(int groups, int width) {
            this.width = width;
            this.cells = new long[groups][0];
        }

        void add(int group, int channel, int figure, long value) {
            int cell = channel * width + figure;
            if (cell >= cells[group].length) {
                cells[group] = Arrays.copyOf(cells[group], Math.max(cell + 1, 2 * cells[group].length));
            }
            cells[group][cell] = Math.addExact(cells[group][cell], value);
        }

        long get(int group, int channel, int figure) {
            int cell = channel * width + figure;
            return cell < cells[group].length ? cells[group][cell] : 0;
        }

        void add(Tally other) {
            for (int group = 0; group < cells.length; group++) {
                for (int cell = 0; cell < other.cells[group].length; cell++) {
                    add(group, cell / width, cell % width, other.cells[group][cell]);
                }
            }
        }
    }
}
