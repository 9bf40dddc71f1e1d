package siyu.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.store.Store;

/**
 * Memberships and pins in the data file. Current memberships are blocks of segment ids per range; every applied run adds the moves
 * of the ranges that have any, so that a membership at a date is the moves up to it, replayed.
 */
public final class SegmentStore {
    private final Store store;

    public SegmentStore(Store store) {
        this.store = store;
    }

    /** What is stored of these segmentations, by name. */
    public Map<String, Planning.Stored> stored(List<String> segmentations, int population) {
        return store.read(connection -> {
            MembershipStore memberships = new MembershipStore(connection);
            Map<String, Planning.Stored> found = new LinkedHashMap<>();
            for (String name : segmentations) {
                found.put(name, new Planning.Stored(memberships.current(name, population), memberships.last(name)));
            }
            return found;
        });
    }

    /** The last applied run of a segmentation, or null. */
    public @Nullable Applied last(String segmentation) {
        List<Applied> all = store.read(connection -> new MembershipStore(connection).applied(segmentation));
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** The membership as it was when the given epoch day ended: the moves of all runs applied up to it. */
    public Membership at(String segmentation, long day, int population) {
        return store.read(connection -> new MembershipStore(connection).at(segmentation, day, population));
    }

    /** The stays of one customer in all segmentations, oldest first. */
    public List<Stay> history(int customer) {
        return store.read(connection -> new MembershipStore(connection).history(customer, null));
    }

    /** Takes stays. */
    @FunctionalInterface
    public interface Stays {
        /** @param left epoch day, -1 while the customer is there */
        void stay(int customer, String segment, long entered, long left);
    }

    /** All stays in a segmentation that began by the end of an epoch day; one that ended later is still going on. */
    public void stays(String segmentation, long day, Stays sink) {
        store.read(connection -> {
            new StayStore(connection).each(segmentation, day, sink);
            return segmentation;
        });
    }

    /** Every pin ever made, oldest first. */
    public List<Pins.Entry> pins() {
        return store.read(connection -> new MembershipStore(connection).pins());
    }

    /** Adds a pin; its id is given here. */
    public void pin(Pins.Entry pin, Store.Run run) {
        store.write(run, connection -> {
            new MembershipStore(connection).add(pin, Store.run(connection));
            return pin;
        });
    }

    /** Writes a plan, all of it or nothing. */
    public void apply(SegmentPlan plan, Store.Run run) {
        store.write(run, connection -> {
            MoveStore moves = new MoveStore(connection, Store.run(connection));
            List<String> written = new ArrayList<>();
            for (SegmentPlan.Part part : plan.parts()) {
                moves.apply(part, plan.asOf().today().toEpochDay(), plan.asOf().endMicros());
                written.add(part.after().segmentation().name());
            }
            return written;
        });
    }
}
