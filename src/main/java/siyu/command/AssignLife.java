package siyu.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Problem;
import siyu.group.Group;
import siyu.group.GroupRules;
import siyu.group.Life;
import siyu.group.LifeTables;
import siyu.points.CalendarUnit;
import siyu.points.Period;

/** {@code assign-group life}: who joined and left groups over time, and how soon. */
public final class AssignLife implements Verb {
    private static final int MOST_PERIODS = 1000;
    private static final Parameter<LocalDate> FROM = Parameter.option(
            "--from",
            "DATE",
            "the first date (default: the beginning of the fifth period before the last)",
            new Forms.Date());
    private static final Parameter<LocalDate> TO =
            Parameter.option("--to", "DATE", "the last date (default: the as-of)", new Forms.Date());
    private static final Parameter<String> EVERY = Parameter.<String>option(
                    "--every", "UNIT", "the periods of the calendar", text -> text)
            .or("month")
            .oneOf(List.of("day", "week", "month", "quarter", "year"));
    private static final Parameter<Boolean> GROUPS = Parameter.flag("--groups", "one row per group and period");

    @Override
    public Manual manual() {
        return new Manual(
                "Show who joined and left groups over time, and how soon newcomers leave",
                List.of(
                        "For each kind of groups and each period: memberships that began ('joined') and ended ('left'), 'net' of the"
                                + " two, and 'members' when its last day ends. 'left_7d' and 'left_30d' are the shares of those that"
                                + " began in the period and ended within so many days; memberships that are younger than that are not"
                                + " counted in either ('known_7d' and 'known_30d' of -o wide say of how many it is told). Who moves to"
                                + " another group leaves one and joins one. Periods are cut where the dates asked for begin and end."),
                List.of(
                        new Example("siyu assign-group life", "six months of all kinds"),
                        new Example(
                                "siyu assign-group life interest --every week --from 2026-01-26 --groups",
                                "week by week, group by group")),
                List.of("siyu.assign_group.life/1", "siyu.assign_group.life_groups/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(GroupDesk.KINDS, FROM, TO, EVERY, GROUPS);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return call.value(GROUPS) ? List.of() : LifeTables.KINDS;
    }

    @Override
    public Outcome run(Call call) {
        GroupDesk desk = GroupDesk.of(Session.of(call), call.value(GroupDesk.KINDS));
        LocalDate today = desk.world().asOf().today();
        List<Period> periods =
                periods(call, CalendarUnit.valueOf(call.value(EVERY).toUpperCase(Locale.ROOT)), today);
        List<String> kinds = desk.kinds().stream().map(GroupRules.Kind::name).toList();
        int[] place = new int[desk.groups().size()];
        Arrays.fill(place, -1);
        List<Group> its = new ArrayList<>();
        for (Group group : desk.groups()) {
            int kind = kinds.indexOf(group.kind());
            if (kind >= 0) {
                place[group.number()] = call.value(GROUPS) ? its.size() : kind;
                its.add(group);
            }
        }
        Life life = Life.of(
                desk.store().stays(),
                place,
                call.value(GROUPS) ? its.size() : kinds.size(),
                periods.stream()
                        .mapToInt(period -> Math.toIntExact(period.first().toEpochDay()))
                        .toArray(),
                periods.stream()
                        .mapToInt(period -> Math.toIntExact(period.last().toEpochDay()))
                        .toArray(),
                desk.day());
        List<String> labels = periods.stream().map(Period::label).toList();
        List<LocalDate> firsts = periods.stream().map(Period::first).toList();
        return Outcome.of(
                call.value(GROUPS)
                        ? LifeTables.groups(
                                life, its, labels, firsts, desk.world().asOf())
                        : LifeTables.kinds(
                                life, kinds, labels, firsts, desk.world().asOf()));
    }

    /** The periods asked for, cut to the dates. */
    private static List<Period> periods(Call call, CalendarUnit unit, LocalDate today) {
        LocalDate given = call.get(TO);
        LocalDate to = given == null ? today : given;
        if (to.isAfter(today)) {
            throw Problem.of(CliCode.BAD_VALUE, "--to " + to + " is after " + today + ", and what will be is not known")
                    .failure();
        }
        LocalDate from = call.get(FROM);
        if (from == null) {
            from = Period.of(unit, to).first();
            for (int back = 0; back < 5; back++) {
                from = Period.of(unit, from.minusDays(1)).first();
            }
        }
        if (from.isAfter(to)) {
            throw Problem.of(CliCode.BAD_VALUE, "--from " + from + " is after " + to)
                    .failure();
        }
        List<Period> periods = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); ) {
            Period whole = Period.of(unit, day);
            LocalDate last = whole.last().isAfter(to) ? to : whole.last();
            periods.add(new Period(whole.label(), day, last));
            if (periods.size() > MOST_PERIODS) {
                throw Problem.of(CliCode.BAD_VALUE, "these dates have more than " + MOST_PERIODS + " periods")
                        .hint("take --every month, or fewer dates")
                        .failure();
            }
            day = last.plusDays(1);
        }
        return periods;
    }
}
