package siyu.points;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that entries know rules by, as numbers: what the ledger has seen so far and what is new. A rule keeps its number and
 * its kind of event for ever, whatever becomes of it in the program. Also rewards of other parts of the program have one, such as
 * {@code task.daily_visit}.
 */
public final class RuleNumbers {
    private final List<Rule> rules;
    private final int stored;

    /**
     * @param number from 1
     * @param kind the kind of event it is about, empty when it is about none
     */
    public record Rule(int number, String name, String kind) {}

    public RuleNumbers(List<Rule> stored) {
        this.rules = new ArrayList<>(stored);
        this.stored = stored.size();
    }

    /** The same as they are now, to which others can be added. */
    RuleNumbers copy() {
        return new RuleNumbers(rules);
    }

    /** The number of a rule, which is given one if it has none. */
    public int of(String name, String kind) {
        for (Rule rule : rules) {
            if (rule.name().equals(name)) {
                if (!rule.kind().equals(kind)) {
                    throw PointsCode.RULE_KIND
                            .problem("the rule '" + name + "' is about '" + kind + "' now, but earned by '"
                                    + rule.kind() + "' before")
                            .hint("give the new rule another name")
                            .failure();
                }
                return rule.number();
            }
        }
        rules.add(new Rule(rules.size() + 1, name, kind));
        return rules.size();
    }

    /** The number of a rule, or 0. */
    public int find(String name) {
        for (Rule rule : rules) {
            if (rule.name().equals(name)) {
                return rule.number();
            }
        }
        return 0;
    }

    /** The name of a rule, empty for 0. */
    public String name(int number) {
        return number == 0 ? "" : rules.get(number - 1).name();
    }

    /** The kind of event of a rule, empty for 0. */
    public String kind(int number) {
        return number == 0 ? "" : rules.get(number - 1).kind();
    }

    /** How many there are: the number of the last one. */
    int size() {
        return rules.size();
    }

    /** What is to be stored. */
    public List<Rule> fresh() {
        return List.copyOf(rules.subList(stored, rules.size()));
    }
}
