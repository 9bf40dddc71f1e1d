package siyu.lottery;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws that are decided but not yet written.
 *
 * @param before how far the lottery was
 * @param batch what was asked for
 * @param customers by draw: the customer's dense number
 * @param prizes by draw: the index of the prize
 * @param drawn as they are published
 */
public record DrawPlan(State before, Batch batch, List<Integer> customers, List<Integer> prizes, List<Drawn> drawn) {
    /** The most draws at once: each takes some three hundred bytes until it is written. */
    public static final int MOST = 1_000_000;

    /**
     * One who draws.
     *
     * @param customer his dense number
     * @param id his external id
     */
    public record Turn(int customer, String id, long times) {}

    /** @param at when, microseconds; not before the last draw */
    public static DrawPlan of(State before, Batch batch, List<Turn> turns, long at) {
        long wanted = turns.stream().mapToLong(Turn::times).sum();
        if (wanted > before.left()) {
            throw LotteryCode.SOLD_OUT
                    .problem("'" + before.committed().name() + "' has " + counted(before.left(), "prize")
                            + " left, and " + counted(wanted, "draw") + " asked for")
                    .hint("give one prize no stock, and it is always there")
                    .failure();
        }
        Drawing drawing = before.drawing();
        Names names = before.committed().names();
        List<Integer> customers = new ArrayList<>();
        List<Integer> prizes = new ArrayList<>();
        List<Drawn> drawn = new ArrayList<>();
        for (Turn turn : turns) {
            String name = names.of(turn.id());
            for (long i = 0; i < turn.times(); i++) {
                int prize = drawing.next(name);
                customers.add(turn.customer());
                prizes.add(prize);
                drawn.add(drawing.publish(prize, name, at));
            }
        }
        return new DrawPlan(before, batch, customers, prizes, drawn);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Of the chain after them. */
    public String head() {
        return drawn.isEmpty() ? before.head() : drawn.get(drawn.size() - 1).head();
    }

    public boolean empty() {
        return drawn.isEmpty();
    }
}
