package siyu.lottery;

import java.util.List;

/** The prizes still in stock, each as wide as its weight, in the order of the rules. For one thread. */
final class Wheel {
    private final long[] weights;
    private final long[] left;
    private long total;

    Wheel(List<Prize> prizes) {
        weights = new long[prizes.size()];
        left = new long[prizes.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = prizes.get(i).weight();
            left[i] = prizes.get(i).stock();
            total = Math.addExact(total, left[i] == 0 ? 0 : weights[i]);
        }
    }

    private Wheel(Wheel other) {
        weights = other.weights.clone();
        left = other.left.clone();
        total = other.total;
    }

    Wheel copy() {
        return new Wheel(this);
    }

    /** All weights in stock together; 0 when nothing is left. */
    long total() {
        return total;
    }

    /** The weight that a prize has on the wheel: 0 when it is out of stock. */
    long weight(int prize) {
        return left[prize] == 0 ? 0 : weights[prize];
    }

    long left(int prize) {
        return left[prize];
    }

    /** The prize at a place from 0 to {@code total() - 1}. */
    int prize(long place) {
        long rest = place;
        for (int prize = 0; prize < weights.length; prize++) {
            long weight = weight(prize);
            if (rest < weight) {
                return prize;
            }
            rest -= weight;
        }
        throw new IllegalStateException("the place " + place + " is not on a wheel of " + total);
    }

    /** One of a prize is won. */
    void take(int prize) {
        take(prize, 1);
    }

    void take(int prize, long times) {
        if (left[prize] == Prize.UNLIMITED || times == 0) {
            return;
        }
        if (left[prize] < times) {
            throw new IllegalStateException("prize " + prize + " is out of stock");
        }
        left[prize] -= times;
        if (left[prize] == 0) {
            total -= weights[prize];
        }
    }
}
