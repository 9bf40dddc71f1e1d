package siyu.points;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes back what an event earned, as it was recorded then. Of each earning: first from its own lot, then from the part of it that
 * has expired already (those points are gone; they stop being expired and become taken back), then from other lots in the order of
 * spending, those not available yet last (as of its own moment, then as of now), then by the program's {@link PointsRules.Shortage}.
 */
public final class Reversing {
    private Reversing() {}

    /**
     * One earning of the event.
     *
     * @param row among the entries it was found in
     * @param lot the number of the entry
     * @param points what it brought
     * @param reversed how much of it was taken back so far
     * @param expired how much of it expired, less what of that was taken back
     */
    public record Earning(int row, int lot, int rule, long points, long reversed, long expired) {
        /**
         * What is to be taken back when so much of the amount was refunded so far: floor(points × refunded ÷ total) less what was.
         *
         * @param refunded so far, this time included, minor units; at most {@code total}
         * @param total the event's amount, 1 or more
         */
        public long due(long refunded, long total) {
            BigInteger share = BigInteger.valueOf(points).multiply(BigInteger.valueOf(refunded));
            return Math.max(0, share.divide(BigInteger.valueOf(total)).longValueExact() - reversed);
        }

        /** What of it was not taken back yet. */
        public long rest() {
            return points - reversed;
        }
    }

    /** The earnings of one event among a customer's entries, and what became of them. */
    public static List<Earning> earnings(
            Entries all, int start, int end, RuleNumbers rules, String kind, byte[] event, int from, int to) {
        List<Earning> found = new ArrayList<>();
        for (int row = start; row < end; row++) {
            if (all.kind[row] == Kind.EARN.number()
                    && all.event.is(row, event, from, to)
                    && rules.kind(all.rule[row]).equals(kind)) {
                found.add(earning(all, start, end, row));
            }
        }
        return found;
    }

    /** How much of an event's amount was refunded so far, minor units. */
    public static long refunded(List<Operation> operations, String kind, String event) {
        long sum = 0;
        for (Operation operation : operations) {
            if (operation.type() == Operation.Type.REVERSE
                    && operation.eventKind().equals(kind)
                    && operation.event().equals(event)) {
                sum = Math.addExact(sum, operation.amount());
            }
        }
        return sum;
    }

    static Earning earning(Entries all, int start, int end, int earned) {
        long reversed = 0;
        long expired = 0;
        for (int row = start; row < end; row++) {
            boolean about = all.rule[row] == all.rule[earned] && all.event.compare(row, all.event, earned) == 0;
            if (about && all.kind[row] == Kind.REVERSE.number()) {
                reversed -= all.points[row];
            }
            if (all.lot[row] == all.number[earned] && all.kind[row] == Kind.EXPIRE.number()) {
                expired -= all.points[row];
            }
        }
        return new Earning(earned, all.number[earned], all.rule[earned], all.points[earned], reversed, expired);
    }

    /**
     * Takes back from some earnings.
     *
     * @param all the entries that the earnings were found in
     * @param due by earning, how much
     * @param at when it counts
     * @return how many points are missing if the program rejects a shortage, and then nothing was written; otherwise 0
     */
    public static long reverse(
            Book book,
            Entries all,
            List<Earning> earnings,
            long[] due,
            long operation,
            long at,
            Dating dating,
            PointsRules.Shortage shortage) {
        if (shortage == PointsRules.Shortage.REJECT) {
            Book trial = new Book(book.account().copy(), new Entries());
            long missing = 0;
            for (int i = 0; i < due.length; i++) {
                missing += take(trial, earnings.get(i), due[i], at, dating);
            }
            if (missing > 0) {
                return missing;
            }
        }
        for (int i = 0; i < due.length; i++) {
            Earning earning = earnings.get(i);
            int row = earning.row();
            book.about(operation, earning.rule(), all.event.bytes(), all.event.start(row), all.event.end(row));
            long missing = take(book, earning, due[i], at, dating);
            if (missing > 0) {
                book.owe(Kind.REVERSE, -missing, at);
                if (shortage == PointsRules.Shortage.WRITE_OFF) {
                    book.about(operation);
                    book.owe(Kind.ADJUST, missing, at);
                }
            }
        }
        return 0;
    }

    /** Takes back what is there, and returns how much is missing. */
    private static long take(Book book, Earning earning, long due, long at, Dating dating) {
        Account account = book.account();
        int own = account.lotOf(earning.lot());
        // Not before its points were there: a refund may be dated before what it refunds, or before a redemption was
        // given back.
        long moment = Math.max(at, account.raised(own));
        long rest = due;
        long part = Math.min(rest, account.left(own));
        if (part > 0) {
            book.change(Kind.REVERSE, own, -part, moment);
            rest -= part;
        }
        part = Math.min(rest, earning.expired());
        if (part > 0) {
            book.change(Kind.EXPIRE, own, part, moment);
            book.change(Kind.REVERSE, own, -part, moment);
            rest -= part;
        }
        rest = takeOthers(book, rest, at, dating.day(at));
        // Of one that comes late: what the customer got since.
        return takeOthers(book, rest, dating.now(), dating.today());
    }

    private static long takeOthers(Book book, long due, long at, int day) {
        Account account = book.account();
        long rest = due;
        while (rest > 0) {
            int lot = Spending.nextToTakeBack(account, at, day);
            if (lot < 0) {
                break;
            }
            long part = Math.min(rest, account.left(lot));
            book.change(Kind.REVERSE, lot, -part, at);
            rest -= part;
        }
        return rest;
    }
}
