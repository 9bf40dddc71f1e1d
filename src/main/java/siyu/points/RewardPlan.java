package siyu.points;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import siyu.fact.Population;

/**
 * Rewards as entries. One that was given before, by its customer, rule and key, is not given again; with other points it is
 * refused.
 *
 * @param given those that are new
 * @param before how many were given before
 */
public record RewardPlan(PointsPlan plan, List<Reward> given, int before) {
    /**
     * @param type of the posting, {@code task}
     * @param rewards in any order
     * @param history of a range of customers
     * @param pending until they can be used
     */
    public static RewardPlan of(
            String type,
            List<Reward> rewards,
            Ledger ledger,
            RuleNumbers rules,
            IntFunction<Earning.History> history,
            Dating dating,
            Term pending,
            Expiry expiry) {
        List<Reward> ordered = new ArrayList<>(rewards);
        ordered.sort(Comparator.comparingInt(Reward::customer).thenComparingLong(Reward::at));
        List<PointsPlan.Part> parts = new ArrayList<>();
        List<Reward> given = new ArrayList<>();
        Account account = new Account();
        for (int start = 0; start < ordered.size(); ) {
            int range = ordered.get(start).customer() / Population.RANGE;
            Entries entries = history.apply(range).entries();
            Entries fresh = new Entries();
            Book book = new Book(account, fresh);
            int row = 0;
            while (start < ordered.size() && ordered.get(start).customer() / Population.RANGE == range) {
                int customer = ordered.get(start).customer();
                while (row < entries.size() && entries.customer[row] < customer) {
                    row = entries.end(row);
                }
                int end = row < entries.size() && entries.customer[row] == customer ? entries.end(row) : row;
                if (end > row) {
                    account.load(entries, row, end);
                } else {
                    account.start(customer);
                }
                int mine = fresh.size();
                for (; start < ordered.size() && ordered.get(start).customer() == customer; start++) {
                    Reward reward = ordered.get(start);
                    boolean done = isGiven(reward, entries, row, end, rules)
                            || isGiven(reward, fresh, mine, fresh.size(), rules);
                    if (!done) {
                        give(book, reward, rules, dating, pending, expiry);
                        given.add(reward);
                    }
                }
                row = end;
            }
            if (fresh.size() > 0) {
                parts.add(new PointsPlan.Part(range, fresh, List.of()));
            }
        }
        PointsPlan plan = PointsPlan.of(type, ledger, dating.now(), rules, parts);
        return new RewardPlan(plan, given, rewards.size() - given.size());
    }

    private static boolean isGiven(Reward reward, Entries entries, int start, int end, RuleNumbers rules) {
        int rule = rules.find(reward.rule());
        byte[] key = reward.key().getBytes(StandardCharsets.UTF_8);
        for (int row = start; row < end && rule != 0; row++) {
            if (entries.kind[row] == Kind.EARN.number()
                    && entries.rule[row] == rule
                    && entries.event.is(row, key, 0, key.length)) {
                if (entries.points[row] != reward.points()) {
                    throw PointsCode.KEY_DIFFERS
                            .problem("'" + reward.rule() + "' gave " + entries.points[row] + " points for '"
                                    + reward.key() + "' before, not " + reward.points())
                            .failure();
                }
                return true;
            }
        }
        return false;
    }

    private static void give(Book book, Reward reward, RuleNumbers rules, Dating dating, Term pending, Expiry expiry) {
        byte[] key = reward.key().getBytes(StandardCharsets.UTF_8);
        book.about(0, rules.of(reward.rule(), reward.kind()), key, 0, key.length);
        int day = dating.day(reward.at());
        int from = Math.toIntExact(pending.after(LocalDate.ofEpochDay(day)).toEpochDay());
        Crediting.give(
                book,
                Kind.EARN,
                reward.points(),
                dating.open(reward.at()),
                reward.at(),
                from,
                expiry.lastDay(day),
                dating);
    }
}
