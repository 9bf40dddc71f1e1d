package siyu.benefit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import siyu.fact.CustomerBlock;
import siyu.fact.Population;
import siyu.level.Held;
import siyu.level.Ladder;
import siyu.level.Membership;
import siyu.level.Standing;

/** Who has a level that brings a benefit. For one thread; put together afterwards. */
public final class Entitled implements Population.Visitor {
    private final Ladder ladder;
    private final boolean[] brings;
    private final IntFunction<Standing[]> standings;
    private final Map<Integer, List<Membership>> memberships;
    private final int day;
    private final List<Customer> customers = new ArrayList<>();

    /** One of them. */
    public record Customer(int number, Held held) {}

    /**
     * @param standings by range, by place in it
     * @param memberships by customer
     */
    public Entitled(
            BenefitRules rules,
            Benefit benefit,
            Ladder ladder,
            IntFunction<Standing[]> standings,
            Map<Integer, List<Membership>> memberships,
            int day) {
        this.ladder = ladder;
        this.standings = standings;
        this.memberships = memberships;
        this.day = day;
        this.brings = new boolean[ladder.steps().size()];
        for (int place = 0; place < brings.length; place++) {
            brings[place] = rules.at(ladder, place, benefit) != null;
        }
    }

    @Override
    public void visit(CustomerBlock block) {
        Standing[] all = standings.apply(block.first / Population.RANGE);
        for (int row = 0; row < block.size; row++) {
            if (block.present != null && block.present[row] == 0) {
                continue;
            }
            int number = block.first + row;
            Held held = Held.of(ladder, all[row], memberships.getOrDefault(number, List.of()), day);
            if (brings[held.place()]) {
                customers.add(new Customer(number, held));
            }
        }
    }

    /** All of them by number. */
    public static List<Customer> all(List<Entitled> parts) {
        List<Customer> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.customers));
        all.sort(Comparator.comparingInt(Customer::number));
        return all;
    }
}
