package siyu.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is due on a day.
 *
 * @param stays memberships of those it is for, by customer, group and day of joining
 */
public record Due(GroupRules.Kind kind, LocalDate date, Schedule.Step step, List<Stay> stays) {
    /**
     * What the schedule of a kind says of some days, in the order in which it happens; steps for nobody are left out. Of days to
     * come it says what is due to those who are members now: nobody knows who will join or leave until then.
     *
     * @param all every group, in order of numbers
     * @param today who joins only after it does not count
     * @param days from today on, at least 1
     */
    public static List<Due> of(GroupRules.Kind kind, List<Group> all, Stays stays, LocalDate today, int days) {
        int first = Math.toIntExact(today.toEpochDay());
        List<Due> found = new ArrayList<>();
        int[] rows = ofKind(kind, all, stays, first);
        for (Schedule.Welcome step : kind.schedule().welcome()) {
            List<List<Stay>> byDay = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                byDay.add(new ArrayList<>());
            }
            for (int row : rows) {
                long day = (long) stays.joined(row) + step.day();
                if (day >= first && day < (long) first + days && stays.holds(row, day)) {
                    byDay.get((int) (day - first)).add(stays.get(row));
                }
            }
            for (int day = 0; day < days; day++) {
                add(kind, today.plusDays(day), step, byDay.get(day), found);
            }
        }
        for (Schedule.Weekly step : kind.schedule().weekly()) {
            boolean[] its = named(kind, step, all);
            for (int day = 0; day < days; day++) {
                LocalDate date = today.plusDays(day);
                if (date.getDayOfWeek() == step.on()) {
                    List<Stay> members = new ArrayList<>();
                    for (int row : rows) {
                        if (its[stays.group(row)] && stays.holds(row, date.toEpochDay())) {
                            members.add(stays.get(row));
                        }
                    }
                    add(kind, date, step, members, found);
                }
            }
        }
        found.sort(
                Comparator.comparing((Due due) -> due.date().atTime(due.step().at()))
                        .thenComparing(due -> due.step().name()));
        return found;
    }

    private static void add(
            GroupRules.Kind kind, LocalDate date, Schedule.Step step, List<Stay> members, List<Due> into) {
        if (!members.isEmpty()) {
            into.add(new Due(kind, date, step, List.copyOf(members)));
        }
    }

    private static int[] ofKind(GroupRules.Kind kind, List<Group> all, Stays stays, int today) {
        int[] rows = new int[stays.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            if (stays.joined(row) <= today && all.get(stays.group(row)).kind().equals(kind.name())) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** By number of a group, whether a step is for it. */
    private static boolean[] named(GroupRules.Kind kind, Schedule.Weekly step, List<Group> all) {
        boolean[] its = new boolean[all.size()];
        Set<String> missing = new HashSet<>(step.groups());
        for (Group group : all) {
            if (group.kind().equals(kind.name())) {
                its[group.number()] = step.groups().isEmpty() || step.groups().contains(group.id());
                missing.remove(group.id());
            }
        }
        for (String id : step.groups()) {
            if (missing.contains(id)) {
                throw GroupCode.UNKNOWN_GROUP
                        .problem("'" + step.name() + "' of kind '" + kind.name() + "' is for group '" + id
                                + "', and there is no such one of the kind")
                        .failure();
            }
        }
        return its;
    }

    /** Whether it is a step of the week, instead of one of the welcome. */
    public boolean weekly() {
        return step instanceof Schedule.Weekly;
    }

    /** How many groups it is for. */
    public long groups() {
        return stays.stream().mapToInt(Stay::group).distinct().count();
    }
}
