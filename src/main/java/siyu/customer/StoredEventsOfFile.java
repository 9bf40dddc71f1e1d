package siyu.customer;

import java.util.BitSet;

/** The events of a data file, for an import to compare with. */
final class StoredEventsOfFile implements StoredEvents {
    private final KeptFacts kept;

    StoredEventsOfFile(KeptFacts kept) {
        this.kept = kept;
    }

    @Override
    public long[] keys(long from, long to) {
        return KeyStore.read(
                kept.store(), KeyStore.EVENTS, EventKeys.hashOf(from), EventKeys.hashOf(to - 1), kept.batch());
    }

    @Override
    public EventRows rows(int partition) {
        BitSet all = new BitSet();
        all.set(0, kept.vocabulary().event().size());
        int[] numbers = kept.storedEventNumbers();
        return new EventReader(kept, kept.vocabulary(), numbers, all).read(partition);
    }
}
