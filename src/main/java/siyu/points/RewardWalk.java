package siyu.points;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives and takes back rewards, one customer after the other. */
final class RewardWalk {
    private final RewardPlan.Terms terms;
    private final Account account = new Account();
    private final List<Reward> given = new ArrayList<>();
    private final List<Takeback> refused = new ArrayList<>();

    private int range;
    private Earning.History history = new Earning.History(new Entries(), List.of());
    private Entries fresh = new Entries();
    private Book book = new Book(account, fresh);
    private List<Operation> operations = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private int row;

    // The rows of the customer at hand.
    private int start;
    private int end;
    private int mine;

    RewardWalk(RewardPlan.Terms terms) {
        this.terms = terms;
    }

    List<Reward> given() {
        return given;
    }

    List<Takeback> refused() {
        return refused;
    }

    /** Turns to a range of customers. */
    void start(int number) {
        range = number;
        history = terms.history().apply(number);
        fresh = new Entries();
        book = new Book(account, fresh);
        operations = new ArrayList<>();
        done.clear();
        history.operations().forEach(operation -> done.add(place(operation.customer(), operation.key())));
        row = 0;
    }

    /** Adds what the range came to. */
    void finish(List<PointsPlan.Part> parts) {
        if (fresh.size() > 0 || !operations.isEmpty()) {
            parts.add(new PointsPlan.Part(range, fresh, operations));
        }
    }

    /** Goes through what one customer of the range gets and loses, both in order of time. */
    void customer(int customer, List<Reward> gives, List<Takeback> takes) {
        Entries entries = history.entries();
        while (row < entries.size() && entries.customer[row] < customer) {
            row = entries.end(row);
        }
        start = row;
        end = row < entries.size() && entries.customer[row] == customer ? entries.end(row) : row;
        row = end;
        mine = fresh.size();
        if (end > start) {
            account.load(entries, start, end);
        } else {
            account.start(customer);
        }
        int take = 0;
        for (Reward reward : gives) {
            for (; take < takes.size() && takes.get(take).at() < reward.at(); take++) {
                take(takes.get(take));
            }
            give(reward);
        }
        for (; take < takes.size(); take++) {
            take(takes.get(take));
        }
    }

    private void give(Reward reward) {
        if (isGiven(reward, history.entries(), start, end) || isGiven(reward, fresh, mine, fresh.size())) {
            return;
        }
        Dating dating = terms.dating();
        byte[] key = reward.key().getBytes(StandardCharsets.UTF_8);
        book.about(0, terms.rules().of(reward.rule(), reward.kind()), key, 0, key.length);
        int day = dating.day(reward.at());
        int from =
                Math.toIntExact(terms.pending().after(LocalDate.ofEpochDay(day)).toEpochDay());
        Crediting.give(
                book,
                Kind.EARN,
                reward.points(),
                dating.open(reward.at()),
                reward.at(),
                from,
                terms.expiry().lastDay(day),
                dating);
        given.add(reward);
    }

    private boolean isGiven(Reward reward, Entries entries, int from, int to) {
        int rule = terms.rules().find(reward.rule());
        byte[] key = reward.key().getBytes(StandardCharsets.UTF_8);
        for (int i = from; i < to && rule != 0; i++) {
            if (entries.kind[i] == Kind.EARN.number()
                    && entries.rule[i] == rule
                    && entries.event.is(i, key, 0, key.length)) {
                if (entries.points[i] != reward.points()) {
                    throw PointsCode.KEY_DIFFERS
                            .problem("'" + reward.rule() + "' gave " + entries.points[i] + " points for '"
                                    + reward.key() + "' before, not " + reward.points())
                            .failure();
                }
                return true;
            }
        }
        return false;
    }

    private void take(Takeback takeback) {
        String operationKey = takeback.operationKey();
        if (done.contains(place(takeback.customer(), operationKey))
                || done.contains(place(takeback.customer(), takeback.olderKey()))) {
            return;
        }
        Entries all = new Entries();
        all.addAll(history.entries(), start, end);
        all.addAll(fresh, mine, fresh.size());
        List<Reversing.Earning> earnings = ofRule(all, terms.rules().find(takeback.rule()), takeback.key());
        long[] due = due(earnings, takeback.points());
        long points = Arrays.stream(due).sum();
        if (points == 0) {
            return;
        }
        long number = operations.size() + 1L;
        long at = terms.dating().open(takeback.at());
        long missing = Reversing.reverse(book, all, earnings, due, number, at, terms.dating(), terms.shortage());
        if (missing > 0) {
            refused.add(takeback);
            return;
        }
        done.add(place(takeback.customer(), operationKey));
        operations.add(new Operation(
                number,
                Operation.Type.REVERSE,
                operationKey,
                takeback.customer(),
                -1,
                points,
                0,
                0,
                takeback.kind(),
                takeback.key(),
                0,
                at,
                ""));
    }

    /** Of each reward how much is taken back when it is so many points over all of them. */
    static long[] due(List<Reversing.Earning> earnings, long points) {
        long[] due = new long[earnings.size()];
        long rest = points;
        for (int i = 0; i < due.length; i++) {
            due[i] = Math.min(rest, earnings.get(i).rest());
            rest -= due[i];
        }
        return due;
    }

    private static String place(int customer, String key) {
        return customer + " " + key;
    }

    /** The rewards by a rule of which something can be taken back: the one with the key first, then the latest first. */
    static List<Reversing.Earning> ofRule(Entries all, int rule, String reward) {
        byte[] key = reward.getBytes(StandardCharsets.UTF_8);
        List<Reversing.Earning> found = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && rule != 0; i--) {
            if (all.kind[i] == Kind.EARN.number() && all.rule[i] == rule) {
                Reversing.Earning earning = Reversing.earning(all, 0, all.size(), i);
                if (earning.rest() > 0) {
                    found.add(all.event.is(i, key, 0, key.length) ? 0 : found.size(), earning);
                }
            }
        }
        return found;
    }
}
