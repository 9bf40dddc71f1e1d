package siyu.staff;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.out.Heading;
import siyu.out.Heading.Kind;
import siyu.out.Rows;
import siyu.out.Table;

/** Staff, their customers and how even they are, as tables. */
public final class StaffTables {
    private StaffTables() {}

    /** The columns of {@link #assign}. */
    public static final List<String> ASSIGN = List.of("customer", "outcome", "staff", "rule", "again");

    /**
     * Who is given to whom.
     *
     * @param whole whether also those are shown who were not for the code, or have an owner
     */
    public static Table assign(AssignPlan plan, Crew crew, boolean whole, IntFunction<String> ids, ZoneId zone) {
        Rows rows = sink -> {
            for (int i = 0; i < plan.size(); i++) {
                Decision decision = plan.decision(i);
                boolean shown = whole
                        || decision.placed()
                        || decision.outcome() == Decision.Outcome.NOBODY
                        || decision.outcome() == Decision.Outcome.COOL_DOWN
                        || decision.outcome() == Decision.Outcome.NO_REGION;
                if (shown && !sink.row(row(ids.apply(plan.customer(i)), decision, crew, zone))) {
                    return;
                }
            }
        };
        Table table = Table.of(
                        "siyu.staff.assign/1",
                        zone,
                        List.of(
                                Heading.text("customer"),
                                Heading.text("outcome"),
                                Heading.text("staff"),
                                Heading.text("rule"),
                                Heading.of("again", Kind.TIME)),
                        rows)
                .with("code", plan.code().name());
        for (Decision.Outcome outcome : Decision.Outcome.values()) {
            table = table.with(outcome.word(), plan.count(outcome));
        }
        return table;
    }

    private static @Nullable Object[] row(String customer, Decision decision, Crew crew, ZoneId zone) {
        Rule rule = decision.rule();
        return new @Nullable Object[] {
            customer,
            decision.outcome().word(),
            decision.person() < 0 ? null : crew.people().get(decision.person()).id(),
            rule == null ? null : rule.word(),
            instant(decision.again(), zone)
        };
    }

    private static @Nullable Object instant(@Nullable LocalDateTime at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toInstant();
    }

    /** The columns of {@link #status}. */
    public static final List<String> STATUS = List.of(
            "staff",
            "name",
            "region",
            "weight",
            "load",
            "maximum_load",
            "today",
            "daily_cap",
            "hours",
            "rule",
            "again");

    /** Where everybody stands at the moment. */
    public static Table status(Crew crew, ZoneId zone) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Person person : crew.people()) {
            int number = person.number();
            Rule rule = crew.against(number);
            Hours hours = crew.hours(number);
            rows.add(new @Nullable Object[] {
                person.id(),
                person.name(),
                person.region(),
                (long) person.weight(),
                crew.load(number),
                limit(person.mostLoad()),
                crew.today(number),
                limit(person.dailyCap()),
                hours == null ? null : hours.toString(),
                rule == null ? null : rule.word(),
                rule == null ? null : instant(crew.again(number, rule), zone)
            });
        }
        List<Heading> headings = List.of(
                Heading.text("staff"),
                Heading.of("name", Kind.PERSONAL),
                Heading.text("region"),
                Heading.of("weight", Kind.INTEGER),
                Heading.of("load", Kind.INTEGER),
                Heading.of("maximum_load", Kind.INTEGER),
                Heading.of("today", Kind.INTEGER),
                Heading.of("daily_cap", Kind.INTEGER),
                Heading.text("hours").wideOnly(),
                Heading.text("rule"),
                Heading.of("again", Kind.TIME));
        return Table.of("siyu.staff.status/1", zone, headings, Rows.of(rows));
    }

    private static @Nullable Object limit(long limit) {
        return limit == Person.NO_LIMIT ? null : (Object) limit;
    }

    /** The columns of {@link #explain}. */
    public static final List<String> EXPLAIN =
            List.of("code", "staff", "role", "weight", "credit", "load", "today", "verdict");

    /** The people of a live code and what speaks against each, for one customer. */
    public static List<@Nullable Object[]> explain(
            String code, List<Assigning.Candidate> candidates, Decision decision) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Assigning.Candidate candidate : candidates) {
            Rule rule = candidate.rule();
            boolean chosen =
                    decision.placed() && decision.person() == candidate.person().number();
            rows.add(new @Nullable Object[] {
                code,
                candidate.person().id(),
                candidate.backup() ? "backup" : "member",
                (long) candidate.person().weight(),
                candidate.backup() ? null : (Object) candidate.credit(),
                candidate.load(),
                candidate.today(),
                chosen ? "chosen" : rule == null ? "could" : rule.word()
            });
        }
        return rows;
    }

    /**
     * What {@link #explain} says of several codes.
     *
     * @param owner the id of who looks after the customer; null for nobody
     * @param outcomes what would become of him, by code
     */
    public static Table explanation(
            List<@Nullable Object[]> rows, @Nullable String owner, Map<String, String> outcomes, ZoneId zone) {
        List<Heading> headings = List.of(
                Heading.text("code"),
                Heading.text("staff"),
                Heading.text("role"),
                Heading.of("weight", Kind.INTEGER),
                Heading.of("credit", Kind.INTEGER),
                Heading.of("load", Kind.INTEGER),
                Heading.of("today", Kind.INTEGER),
                Heading.text("verdict"));
        Table table =
                Table.of("siyu.staff.explain/1", zone, headings, Rows.of(rows)).with("outcomes", outcomes);
        return owner == null ? table : table.with("owner", owner);
    }

    /**
     * Load and value of everybody, and how even they are.
     *
     * @param values by number of a person: what his customers are worth; null when the program does not say what that is
     * @param decimals of a value
     */
    public static Table audit(Crew crew, BigInteger @Nullable [] values, int decimals, boolean money, AsOf asOf) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Person> active = new ArrayList<>();
        long left = 0;
        for (Person person : crew.people()) {
            int number = person.number();
            long load = crew.load(number);
            rows.add(new @Nullable Object[] {
                person.id(),
                person.name(),
                person.region(),
                person.active(),
                load,
                limit(person.mostLoad()),
                person.mostLoad() == Person.NO_LIMIT || person.mostLoad() == 0
                        ? null
                        : (Object) ((double) load / person.mostLoad()),
                values == null ? null : value(values[number], decimals),
                values == null || load == 0
                        ? null
                        : new BigDecimal(values[number], decimals)
                                .divide(BigDecimal.valueOf(load), decimals, RoundingMode.HALF_EVEN)
            });
            if (person.active()) {
                active.add(person);
            } else {
                left += load;
            }
        }
        Kind kind = money ? Kind.MONEY : Kind.DECIMAL;
        List<Heading> headings = List.of(
                Heading.text("staff"),
                Heading.of("name", Kind.PERSONAL),
                Heading.text("region"),
                Heading.of("active", Kind.BOOLEAN),
                Heading.of("load", Kind.INTEGER),
                Heading.of("maximum_load", Kind.INTEGER),
                Heading.of("used", Kind.SHARE),
                Heading.of("value", kind),
                Heading.of("value_each", kind));
        Table table = Table.of("siyu.staff.audit/1", asOf.zone(), headings, Rows.of(rows))
                .with("as_of", asOf.today())
                .with("active", (long) active.size())
                .with("customers_of_others", left);
        long[] loads =
                active.stream().mapToLong(person -> crew.load(person.number())).toArray();
        table = spread(table, "load", Spread.of(loads), 0);
        if (values != null) {
            BigInteger[] worth =
                    active.stream().map(person -> values[person.number()]).toArray(BigInteger[]::new);
            table = spread(table, "value", Spread.of(worth), decimals);
        }
        return table;
    }

    private static BigDecimal value(BigInteger value, int decimals) {
        return new BigDecimal(value, decimals);
    }

    private static Table spread(Table table, String of, Spread spread, int decimals) {
        double unit = Math.pow(10, decimals);
        Table more = number(table, of + "_mean", spread.mean(), unit);
        more = number(more, of + "_deviation", spread.deviation(), unit);
        return number(more, of + "_gini", spread.gini(), 1);
    }

    private static Table number(Table table, String key, @Nullable Double number, double unit) {
        return number == null ? table : table.with(key, number / unit);
    }
}
