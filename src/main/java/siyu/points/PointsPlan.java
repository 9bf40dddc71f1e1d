package siyu.points;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries and operations that are to be posted together, decided but not yet written: what a dry run shows and what the store
 * applies.
 *
 * @param type what is posted: {@code earn}, {@code redeem}, …
 * @param before how far the ledger was when it was decided
 * @param recorded when it is recorded, microseconds
 * @param rules with what entries know rules by, new ones too
 * @param parts in order of range
 * @param considered up to where events are considered afterwards
 * @param closedThrough the last closed day afterwards
 */
public record PointsPlan(
        String type,
        Ledger before,
        long recorded,
        RuleNumbers rules,
        List<Part> parts,
        Considered considered,
        int closedThrough) {
    /**
     * What one range of customers gets.
     *
     * @param entries by customer and number
     * @param operations numbered on from the ledger's last one
     */
    public record Part(int range, Entries entries, List<Operation> operations) {}

    /** A plan that only adds entries. */
    public static PointsPlan of(String type, Ledger before, long recorded, RuleNumbers rules, List<Part> parts) {
        return new PointsPlan(type, before, recorded, rules, parts, before.considered(), before.closedThrough());
    }

    /** The number the posting will have. */
    public int posting() {
        return before.posting() + 1;
    }

    public long entries() {
        long sum = 0;
        for (Part part : parts) {
            sum += part.entries().size();
        }
        return sum;
    }

    /** The entries of a plan that is about one customer. */
    public Entries only() {
        return parts.isEmpty() ? new Entries() : parts.get(0).entries();
    }

    /** The change of all balances together. */
    public long points() {
        long sum = 0;
        for (Part part : parts) {
            for (int row = 0; row < part.entries().size(); row++) {
                sum = Math.addExact(sum, part.entries().points[row]);
            }
        }
        return sum;
    }

    /** Whether anything would be changed. */
    public boolean empty() {
        return entries() == 0
                && parts.stream().allMatch(part -> part.operations().isEmpty())
                && considered.equals(before.considered())
                && closedThrough == before.closedThrough();
    }

    /** The same with operations, which are numbered from 1 within their part, numbered over the whole ledger, in entries too. */
    PointsPlan numbered() {
        List<Part> numbered = new ArrayList<>();
        long last = before.operations();
        for (Part part : parts) {
            List<Operation> operations = new ArrayList<>();
            long base = last;
            for (Operation operation : part.operations()) {
                operations.add(operation.numbered(base + operation.number()));
            }
            last += operations.size();
            Entries entries = part.entries();
            for (int row = 0; base > 0 && row < entries.size(); row++) {
                if (entries.operation[row] > 0) {
                    entries.operation[row] += base;
                }
            }
            numbered.add(new Part(part.range(), entries, operations));
        }
        return new PointsPlan(type, before, recorded, rules, numbered, considered, closedThrough);
    }
}
