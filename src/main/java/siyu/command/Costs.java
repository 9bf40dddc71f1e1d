package siyu.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.core.Failure;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.group.CostTable;
import siyu.group.Group;
import siyu.group.GroupCode;
import siyu.importing.RecordChunk;
import siyu.importing.RecordReader;
import siyu.importing.Sheet;

/** A table of costs from a file: customer, group, cost. */
final class Costs implements RecordReader.Consumer {
    private static final double MOST = 1_000_000;
    private static final int MOST_PROBLEMS = 20;
    private static final Sheet SHEET =
            Sheet.of(Sheet.id("customer"), Sheet.id("group"), Sheet.required("cost", Type.DECIMAL));

    private final CostTable table = new CostTable();
    private final CustomerNumbers customers;
    private final Map<String, Integer> groups = new HashMap<>();
    private final Set<Long> pairs = new HashSet<>();
    private final List<Problem> problems = new java.util.ArrayList<>();

    private Costs(GroupDesk desk) {
        this.customers = new CustomerNumbers(desk.world());
        for (Group group : desk.groups()) {
            groups.put(group.id(), group.number());
        }
    }

    /** Reads the whole table; a row that cannot be used fails it. */
    static CostTable read(Call call, GroupDesk desk, String file) {
        Costs costs = new Costs(desk);
        RecordReader.read(
                SHEET,
                desk.world().vocabulary(),
                RecordReader.Options.of(List.of(file)),
                RecordReader.Setting.of(call.io().directory(), call.io().in()),
                costs);
        if (!costs.problems.isEmpty()) {
            throw new Failure(costs.problems);
        }
        return costs.table;
    }

    @Override
    public void ordered(RecordChunk chunk) {
        for (int row = 0; row < chunk.rows() && problems.size() < MOST_PROBLEMS; row++) {
            Problem problem = take(chunk, row);
            if (problem != null) {
                problems.add(problem.at(Place.line(chunk.file(), chunk.lines()[row])));
            }
        }
    }

    private @Nullable Problem take(RecordChunk chunk, int row) {
        String customer = SheetImport.named(chunk, 0, row);
        String group = SheetImport.named(chunk, 1, row);
        Double cost = SheetImport.decimal(chunk, 2, row);
        int number = customers.of(customer);
        Integer which = groups.get(group);
        if (number < 0 || which == null) {
            return GroupCode.BAD_COST.problem(
                    number < 0 ? "there is no customer '" + customer + "'" : "there is no group '" + group + "'");
        }
        long units = cost == null ? -1 : Math.round(cost * CostTable.UNIT);
        if (cost == null || cost < 0 || cost > MOST || (double) units / CostTable.UNIT != cost) {
            return GroupCode.BAD_COST.problem("a cost is a number from 0 to 1,000,000 with four decimals, not " + cost);
        }
        if (!pairs.add((long) number << 32 | which)) {
            return GroupCode.BAD_COST.problem(
                    "customer '" + customer + "' and group '" + group + "' stand there twice");
        }
        table.add(number, which, units);
        return null;
    }
}
