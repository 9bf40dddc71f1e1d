package siyu.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Parameter;
import siyu.cli.Shell;
import siyu.core.AsOf;
import siyu.core.Failure;
import siyu.customer.StoredPopulation;
import siyu.lottery.Lottery;
import siyu.program.Program;
import siyu.rule.Definition;
import siyu.store.Store;
import siyu.task.TaskRules;

/** The workspace behind a shell: its data file, held open between commands, and the names that complete. */
final class OpenPlace implements Shell.Place {
    /** So many ids are offered at once, and so many customers are looked through for them. */
    private static final int MOST_IDS = 50;

    private static final int MOST_LOOKED_AT = 500_000;

    private @Nullable Session held;

    @Override
    public void hold(Call call) {
        if (held != null) {
            return;
        }
        Session session = Session.of(call).writing();
        try {
            // One of an older form is let go: the next change replaces it.
            Store store = session.store();
            store.read(connection -> true);
            held = session;
        } catch (Failure none) {
            session.close();
        }
    }

    @Override
    public void release() {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    @Override
    public List<String> names(Call call, String path, Parameter<?> parameter, String typed) {
        String group = path.contains(" ") ? path.substring(0, path.indexOf(' ')) : path;
        return switch (parameter.label()) {
            case "ID", "TO" -> typed.isEmpty() ? List.of() : ids(call, typed);
            case "SEGMENT" -> starting(segments(Session.of(call).program()), typed);
            case "TASK" -> starting(named(Session.of(call).program(), "task"), typed);
            case "BOARD" -> starting(named(Session.of(call).program(), "board"), typed);
            case "NAME" -> starting(named(Session.of(call).program(), group), typed);
            default -> List.of();
        };
    }

    private static List<String> starting(List<String> names, String typed) {
        return names.stream().filter(name -> name.startsWith(typed)).toList();
    }

    private static List<String> segments(Program program) {
        List<String> names = new ArrayList<>();
        for (Definition definition : program.definitions().all()) {
            if (definition instanceof Definition.Segmentation segmentation) {
                segmentation.segments().forEach(segment -> names.add(segmentation.name() + "." + segment.name()));
            }
        }
        return names;
    }

    private static List<String> named(Program program, String of) {
        return switch (of) {
            case "segment" ->
                program.definitions().all().stream()
                        .filter(definition -> definition instanceof Definition.Segmentation)
                        .map(Definition::name)
                        .toList();
            case "lottery" -> program.lotteries().stream().map(Lottery::name).toList();
            case "task" ->
                program.tasks().tasks().stream().map(task -> task.name()).toList();
            case "board" ->
                program.tasks().boards().stream().map(TaskRules.Board::name).toList();
            default -> List.of();
        };
    }

    /** External ids that start as typed, in the order of their first import. */
    private static List<String> ids(Call call, String typed) {
        Session session = Session.of(call).reading();
        StoredPopulation population =
                new StoredPopulation(session.store(), session.program().vocabulary());
        RangeIds all = new RangeIds(
                population,
                AsOf.instant(session.now(), session.program().vocabulary().zone()));
        List<String> found = new ArrayList<>();
        int size = Math.min(population.size(), MOST_LOOKED_AT);
        for (int number = 0; number < size && found.size() < MOST_IDS; number++) {
            String id = all.apply(number);
            if (id.startsWith(typed)) {
                found.add(id);
            }
        }
        return found;
    }
}
