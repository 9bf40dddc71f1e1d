package siyu.staff;

import java.util.Arrays;

/**
 * Whose turn it is, by smooth weighted round robin: at each turn everybody's credit grows by his weight, who has most is taken (of
 * equal ones the first), and his shrinks by the sum of the weights. Over a round of as many turns as the weights sum up to,
 * everybody gets exactly his weight, spread evenly. The rule is that of nginx ("smooth weighted round-robin", Maxim Dounin, 2012:
 * nginx commit 52327e0627f49dbda1e8db695e63a4b0af4448b1).
 *
 * <p>People of one weight grow alike, so only who leads each weight is compared: a turn costs the number of different weights (100
 * at most) and the logarithm of their people, not their number.
 */
final class Turns {
    private final int[] weights;

    /** Credit less {@link #grown} of the weight; the credit itself of those who are out. */
    private final long[] keys;

    /** Where somebody stands in the heap of his weight, -1 when he is out. */
    private final int[] places;

    /** By weight: people as a heap, the one with the greatest key first. */
    private final int[][] heaps = new int[Person.MOST_WEIGHT + 1][0];

    private final int[] sizes = new int[Person.MOST_WEIGHT + 1];
    private final long[] grown = new long[Person.MOST_WEIGHT + 1];
    private int[] used = new int[0];
    private long total;

    /**
     * @param weights of the people, 1 to {@link Person#MOST_WEIGHT}, or 0 for who is out from the beginning
     * @param credits what each brings from before
     */
    Turns(int[] weights, long[] credits) {
        this.weights = weights;
        this.keys = credits.clone();
        this.places = new int[weights.length];
        Arrays.fill(places, -1);
        for (int person = 0; person < weights.length; person++) {
            if (weights[person] > 0) {
                enter(person, credits[person]);
            }
        }
    }

    /** Takes the next one, or -1 when everybody is out. */
    int next() {
        int best = -1;
        long most = 0;
        for (int weight : used) {
            if (sizes[weight] == 0) {
                continue;
            }
            grown[weight] += weight;
            int leader = heaps[weight][0];
            long credit = keys[leader] + grown[weight];
            if (best < 0 || credit > most || credit == most && leader < best) {
                best = leader;
                most = credit;
            }
        }
        if (best >= 0) {
            keys[best] -= total;
            down(weights[best], places[best]);
        }
        return best;
    }

    /** Somebody takes no more turns; his credit stays as it is. */
    void leave(int person) {
        int at = places[person];
        if (at < 0) {
            return;
        }
        int weight = weights[person];
        keys[person] = credit(person);
        places[person] = -1;
        total -= weight;
        int last = heaps[weight][--sizes[weight]];
        if (last != person) {
            heaps[weight][at] = last;
            places[last] = at;
            up(weight, at);
            down(weight, places[last]);
        }
    }

    /** Somebody who left takes turns again, with the credit he had. */
    void enter(int person) {
        enter(person, keys[person]);
    }

    private void enter(int person, long credit) {
        int weight = weights[person];
        if (heaps[weight].length == 0) {
            used = Arrays.copyOf(used, used.length + 1);
            used[used.length - 1] = weight;
        }
        if (sizes[weight] == heaps[weight].length) {
            heaps[weight] = Arrays.copyOf(heaps[weight], 4 + 2 * sizes[weight]);
        }
        keys[person] = credit - grown[weight];
        heaps[weight][sizes[weight]] = person;
        places[person] = sizes[weight]++;
        total += weight;
        up(weight, places[person]);
    }

    /** Whether somebody takes turns. */
    boolean in(int person) {
        return places[person] >= 0;
    }

    long credit(int person) {
        return places[person] < 0 ? keys[person] : keys[person] + grown[weights[person]];
    }

    private boolean before(int a, int b) {
        return keys[a] != keys[b] ? keys[a] > keys[b] : a < b;
    }

    private void up(int weight, int from) {
        int[] heap = heaps[weight];
        int at = from;
        int person = heap[at];
        while (at > 0 && before(person, heap[at - 1 >> 1])) {
            heap[at] = heap[at - 1 >> 1];
            places[heap[at]] = at;
            at = at - 1 >> 1;
        }
        heap[at] = person;
        places[person] = at;
    }

    private void down(int weight, int from) {
        int[] heap = heaps[weight];
        int size = sizes[weight];
        int at = from;
        int person = heap[at];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], person)) {
                break;
            }
            heap[at] = heap[child];
            places[heap[at]] = at;
            at = child;
        }
        heap[at] = person;
        places[person] = at;
    }
}
