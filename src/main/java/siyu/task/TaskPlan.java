package siyu.task;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import siyu.core.AsOf;
import siyu.points.Entries;
import siyu.points.Period;
import siyu.points.Reward;
import siyu.points.RuleNumbers;
import siyu.points.Why;

/**
 * What a run adds: tasks done and badges awarded, with the rewards to be posted.
 *
 * @param counts by task and badge, in order of the program
 */
public record TaskPlan(List<Done> done, List<Award> awards, List<Count> counts) {
    /**
     * A task done by one customer.
     *
     * @param day of the as-of
     * @param at when the reward counts, microseconds
     */
    public record Done(Task task, Period period, int customer, int day, long at) {
        /** What the ledger gets, if the task has a reward. */
        public Reward reward() {
            return new Reward(customer, "task", task.rule(), period.label(), task.reward(), at);
        }
    }

    /** A badge awarded to one customer. */
    public record Award(TaskRules.Badge badge, int customer, int day) {}

    /**
     * One task or badge in figures.
     *
     * @param kind of the task, or {@code badge}
     * @param period empty for a badge
     * @param reached customers who meet its condition
     * @param fresh those of them who had not before
     */
    public record Count(
            String name, String kind, String period, long reached, long fresh, long undecided, long points) {}

    /** The rewards, in order of customers within each task. */
    public List<Reward> rewards() {
        List<Reward> rewards = new ArrayList<>();
        for (Done each : done) {
            if (each.task().reward() > 0) {
                rewards.add(each.reward());
            }
        }
        return rewards;
    }

    /**
     * What each task and badge comes to for the one customer whom the plan is about.
     *
     * @param reached as it was put together from
     * @param written his rewards as entries
     */
    public Why explain(int customer, Reached reached, long at, RuleNumbers rules, Entries written) {
        Why why = new Why(rules);
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            why.about(at, count.kind(), count.period());
            if (count.fresh() > 0) {
                Reward reward = null;
                for (Done each : done) {
                    reward = each.task().name().equals(count.name()) && count.points() > 0 ? each.reward() : reward;
                }
                why.reward(Why.Reason.REACHED, count.name(), reward, 0, written);
            } else {
                boolean met = reached.who().get(i).get(customer);
                Why.Reason not = reached.undecided()[i] > 0 ? Why.Reason.UNKNOWN : Why.Reason.NOT_TRUE;
                why.nothing(count.name(), met ? Why.Reason.RECORDED : not, 0);
            }
        }
        why.written(written, customer);
        return why;
    }

    /** Whether anything is added. */
    public boolean empty() {
        return done.isEmpty() && awards.isEmpty();
    }

    /**
     * Puts together what several dates came to: tasks whose period ends there, or holds the last date.
     *
     * @param reached who meets the conditions of {@code tasks}, then of {@code badges}
     * @param before who has done a task in a period, or bears a badge (then the period is empty), by name
     */
    public static TaskPlan of(
            List<Task> tasks,
            List<TaskRules.Badge> badges,
            AsOf asOf,
            long at,
            Reached reached,
            BiFunction<String, String, BitSet> before) {
        List<Done> done = new ArrayList<>();
        List<Award> awards = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        int day = Math.toIntExact(asOf.today().toEpochDay());
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            Period period = Period.of(task.every(), asOf.today());
            BitSet fresh = (BitSet) reached.who().get(i).clone();
            fresh.andNot(before.apply(task.name(), period.label()));
            for (int who = fresh.nextSetBit(0); who >= 0; who = fresh.nextSetBit(who + 1)) {
                done.add(new Done(task, period, who, day, at));
            }
            counts.add(new Count(
                    task.name(),
                    task.kind().word(),
                    period.label(),
                    reached.who().get(i).cardinality(),
                    fresh.cardinality(),
                    reached.undecided()[i],
                    Math.multiplyExact(fresh.cardinality(), task.reward())));
        }
        for (int i = 0; i < badges.size(); i++) {
            TaskRules.Badge badge = badges.get(i);
            int root = tasks.size() + i;
            BitSet fresh = (BitSet) reached.who().get(root).clone();
            fresh.andNot(before.apply(badge.name(), ""));
            for (int who = fresh.nextSetBit(0); who >= 0; who = fresh.nextSetBit(who + 1)) {
                awards.add(new Award(badge, who, day));
            }
            counts.add(new Count(
                    badge.name(),
                    "badge",
                    "",
                    reached.who().get(root).cardinality(),
                    fresh.cardinality(),
                    reached.undecided()[root],
                    0));
        }
        return new TaskPlan(done, awards, counts);
    }
}
