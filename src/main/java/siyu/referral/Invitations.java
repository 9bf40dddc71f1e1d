package siyu.referral;

import java.util.Arrays;
import siyu.fact.Texts;

/**
 * Invitations as columns, in the order of time; of two at one moment the smaller id is first. An invitation is known by its index.
 */
public final class Invitations {
    private static final int UNKNOWN = -1;

    private int size;

    /** The number of who invited. */
    int[] referrer = new int[16];

    /** The number of who was invited, -1 while he is no customer. */
    int[] referee = new int[16];

    /** When, microseconds. */
    long[] at = new long[16];

    /** The external ids of the invitations, by {@link #text}. */
    private final Texts ids = new Texts();

    /** The external ids of the referees, by {@link #text}. */
    private final Texts names = new Texts();

    /** By invitation: the index of its texts. */
    private int[] text = new int[16];

    public int size() {
        return size;
    }

    public int referrer(int invitation) {
        return referrer[invitation];
    }

    /** The number of the referee, or -1 while he is no customer. */
    public int referee(int invitation) {
        return referee[invitation];
    }

    /** When it was made, microseconds. */
    public long at(int invitation) {
        return at[invitation];
    }

    /** The external id of an invitation. */
    public String id(int invitation) {
        return ids.get(text[invitation]);
    }

    /** The external id of the referee, customer or not. */
    public String refereeId(int invitation) {
        return names.get(text[invitation]);
    }

    Texts ids() {
        return ids;
    }

    Texts names() {
        return names;
    }

    int text(int invitation) {
        return text[invitation];
    }

    void add(int itsReferrer, long itsAt, Texts idTexts, int id, Texts nameTexts, int name) {
        if (size == at.length) {
            int capacity = size + (size >> 1);
            referrer = Arrays.copyOf(referrer, capacity);
            referee = Arrays.copyOf(referee, capacity);
            at = Arrays.copyOf(at, capacity);
            text = Arrays.copyOf(text, capacity);
        }
        referrer[size] = itsReferrer;
        referee[size] = UNKNOWN;
        at[size] = itsAt;
        text[size] = ids.add(idTexts.bytes(), idTexts.start(id), idTexts.end(id));
        names.add(nameTexts.bytes(), nameTexts.start(name), nameTexts.end(name));
        size++;
    }

    void addAll(Invitations other) {
        for (int i = 0; i < other.size; i++) {
            add(other.referrer[i], other.at[i], other.ids, other.text[i], other.names, other.text[i]);
        }
    }

    /** Puts them in order. */
    void sort() {
        int[] order = Order.by(at, size, (a, b) -> ids.compare(text[a], ids, text[b]));
        referrer = Order.pick(referrer, order);
        referee = Order.pick(referee, order);
        text = Order.pick(text, order);
        long[] times = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = at[order[i]];
        }
        at = times;
    }
}
