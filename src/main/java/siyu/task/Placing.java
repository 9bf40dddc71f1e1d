package siyu.task;

import java.util.Comparator;
import java.util.List;

/**
 * What counts for one customer on a leaderboard, and where that puts him.
 *
 * @param lines what counts in the period, in order of time
 * @param absent whether he was not registered yet, so that no event of his gives him a place
 */
public record Placing(List<Line> lines, boolean absent) {
    /** Why he has a place, or none. */
    public enum Reason {
        PLACED("has a place"),
        KEPT("has the place it was closed with"),
        ABSENT("not registered yet"),
        NOTHING("nothing counts in the period"),
        NOT_POSITIVE("no more than 0"),
        LESS("less than the last place"),
        LATER("as much as the last place, but later"),
        TIED("as much as the last place and as early, but imported after it"),
        LATE("not on it when it was closed");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** In words, which scripts may rely on. */
        public String words() {
            return words;
        }
    }

    /**
     * Something that counts.
     *
     * @param at when, microseconds
     * @param what the kind of event, or of entry of the ledger
     * @param about the event, or the period of a reward
     * @param rule by which points were earned; empty for an event
     * @param score what it adds: an event, an amount or points; less than 0 for what was taken back
     */
    public record Line(long at, String what, String about, String rule, long score) {}

    public Placing {
        lines = lines.stream().sorted(Comparator.comparingLong(Line::at)).toList();
    }

    /** The sum of all lines. */
    public long score() {
        long score = 0;
        for (Line line : lines) {
            score = Math.addExact(score, line.score());
        }
        return score;
    }

    /** When the score was reached, microseconds: at the last line that changed it; 0 when none did. */
    public long reached() {
        long reached = 0;
        for (Line line : lines) {
            reached = line.score() == 0 ? reached : line.at();
        }
        return reached;
    }

    /** The place of a customer, from 1; 0 for none. */
    public static int place(int customer, List<Leaderboard.Place> places) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).customer() == customer) {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * Why a customer has his place, or none.
     *
     * @param places best first: those of the board as it is, or as it was closed
     */
    public Reason reason(int customer, List<Leaderboard.Place> places) {
        int place = place(customer, places);
        Leaderboard.Place now = new Leaderboard.Place(customer, score(), reached());
        if (place > 0) {
            return places.get(place - 1).equals(now) ? Reason.PLACED : Reason.KEPT;
        }
        if (absent || lines.isEmpty()) {
            return absent ? Reason.ABSENT : Reason.NOTHING;
        }
        if (now.score() <= 0) {
            return Reason.NOT_POSITIVE;
        }
        Leaderboard.Place last = places.isEmpty() ? now : places.get(places.size() - 1);
        if (Leaderboard.BEST_FIRST.compare(last, now) < 0) {
            boolean tied = last.reached() == now.reached();
            return last.score() > now.score() ? Reason.LESS : tied ? Reason.TIED : Reason.LATER;
        }
        return Reason.LATE;
    }
}
