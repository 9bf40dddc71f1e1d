package siyu.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out the chain again, posting by posting, and says where it does not fit. */
final class ChainCheck {
    private final VerifyStore store;
    private final RangeDigests digests;
    private final Differences differences;
    private final long lastOperation;
    private final Map<Integer, List<RuleNumbers.Rule>> rules;
    private String head = Ledger.FIRST_HEAD;
    private int digest;
    private long after;
    private VerifyStore.Page page = VerifyStore.Page.EMPTY;
    private int at;

    ChainCheck(VerifyStore store, RangeDigests digests, Differences differences) {
        this.store = store;
        this.digests = digests;
        this.differences = differences;
        this.lastOperation = store.lastOperation();
        this.rules = store.rulesByPosting();
    }

    /**
     * Goes through all postings, and returns the last head.
     *
     * @param told a head that an answer gave once, which must be in the chain; null for none
     */
    String run(@Nullable String told) {
        digests.sort();
        boolean[] seen = {told == null || told.equals(head)};
        store.postings(posting -> {
            posting(posting);
            seen[0] |= head.equals(told);
        });
        if (!seen[0]) {
            differences.add(-1, 0, 0, "head", "the head " + told, "not in the chain");
        }
        return head;
    }

    private void posting(Posting posting) {
        RangeDigests.Of ranges = digests.of(posting.number(), digest);
        digest += ranges.ranges().size();
        List<Operation> operations = operations(posting.number());
        differ(posting, "posting", "operations " + posting.operations(), "operations " + operations.size());
        String content = Chain.content(
                ranges.ranges(), ranges.digests(), operations, rules.getOrDefault(posting.number(), List.of()));
        differ(posting, "content", posting.content(), content);
        differ(posting, "chain", head, posting.headBefore());
        differ(posting, "chain", Chain.head(posting), posting.headAfter());
        head = posting.headAfter();
    }

    private void differ(Posting posting, String invariant, String expected, String found) {
        if (!expected.equals(found)) {
            differences.add(-1, 0, posting.number(), invariant, expected, found);
        }
    }

    /** Those of the next posting; operations are numbered in the order of the postings. */
    private List<Operation> operations(int posting) {
        List<Operation> found = new ArrayList<>();
        while (filled() && page.postings()[at] <= posting) {
            if (page.postings()[at] == posting) {
                found.add(page.operations().get(at));
            }
            at++;
        }
        return found;
    }

    private boolean filled() {
        while (at == page.operations().size() && after < lastOperation) {
            page = store.page(after);
            after += VerifyStore.PAGE;
            at = 0;
        }
        return at < page.operations().size();
    }
}
