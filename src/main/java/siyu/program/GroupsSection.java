package siyu.program;

import static siyu.config.Shape.keys;
import static siyu.config.Shape.names;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;
import static siyu.config.Shape.word;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.benefit.Benefit;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Shape;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.group.Group;
import siyu.group.GroupCode;
import siyu.group.GroupRules;
import siyu.group.Schedule;
import siyu.rule.Definitions;
import siyu.rule.Expression;

/** {@code groups:}. */
final class GroupsSection implements Section {
    private static final int MOST_DAYS = 36_500;
    private static final BigDecimal MOST_KM = BigDecimal.valueOf(20_015);
    private static final int DECIMETRES = 4;
    private static final int MOST_WELCOME_DAYS = 365;
    private static final int MOST_GROUPS = 10_000;

    private static final Shape CODE = keys(
            "a live code (活码) that fills the groups that name it, one after the other",
            optional(
                    "when",
                    value("a condition: whom it is for (default: everybody for whom 'who' is true)", Form.EXPRESSION)));

    private static final Shape AT = value("the time of day, such as 09:30", Form.TEXT);
    private static final Shape SEND = value("what is sent, for whoever sends it", Form.TEXT);
    private static final Shape BENEFIT = value("a benefit of 'benefits:' that goes with it", Form.NAME);

    private static final Shape WELCOME = keys(
            "what a newcomer is sent",
            required(
                    "day",
                    new Shape.Whole("how many days after he joined, 0 for the day itself", 0, MOST_WELCOME_DAYS)),
            required("at", AT),
            required("send", SEND),
            optional("benefit", BENEFIT));

    private static final Shape WEEKLY = keys(
            "what groups are sent every week",
            required("weekday", new Shape.Whole("the day of the week, 1 for Monday to 7 for Sunday", 1, 7)),
            required("at", AT),
            required("send", SEND),
            optional("benefit", BENEFIT),
            optional(
                    "groups",
                    new Shape.Items(
                            "the groups that are sent it (default: all of the kind)",
                            value("the id of a group", Form.TEXT),
                            0,
                            MOST_GROUPS)));

    private static final Shape KIND = keys(
            "a kind of groups; a customer is in at most one group of it",
            optional("who", value("a condition: who may be put into one (default: everybody)", Form.EXPRESSION)),
            optional(
                    "located",
                    value(
                            "a condition: whose place may be used, such as consent (default: everybody's)",
                            Form.EXPRESSION)),
            optional("fill_to", value("how full groups are made (100%)", Form.PERCENT)),
            optional("reserve", new Shape.Whole("seats of each group that are kept free (0)", 0, Group.MOST)),
            optional("max_distance_km", value("no group farther away is offered (default: any is)", Form.DECIMAL)),
            optional(
                    "without_place",
                    word(
                            "what becomes of those whose place is not known: a group of their region, or none (region)",
                            "region",
                            "none")),
            optional(
                    "keep",
                    word(
                            "which membership survives of a customer in several groups (earliest)",
                            "earliest",
                            "latest",
                            "nearest")),
            optional(
                    "rejoin_after_days",
                    new Shape.Whole("when one who left is put into a group again (default: never)", 0, MOST_DAYS)),
            optional("codes", names("live codes that fill groups of the kind", CODE)),
            optional("welcome", names("what newcomers are sent (入群欢迎), step by step", WELCOME)),
            optional("weekly", names("what groups are sent every week (每周福利)", WEEKLY)));

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public Shape shape() {
        return names("kinds of groups (社群), by name", KIND);
    }

    @Override
    public void read(Node node, Draft draft) {
        if (node instanceof Mapping mapping) {
            draft.later(definitions -> {
                List<GroupRules.Kind> kinds = new ArrayList<>();
                Set<String> codes = new HashSet<>();
                for (Node.Entry entry : mapping.entries().values()) {
                    if (Form.isName(entry.key().value()) && entry.value() instanceof Mapping one) {
                        kinds.add(kind(entry.key().value(), one, codes, definitions, draft));
                    }
                }
                draft.groups = new GroupRules(List.copyOf(kinds));
            });
        }
    }

    private static GroupRules.Kind kind(
            String name, Mapping one, Set<String> codes, Definitions definitions, Draft draft) {
        Long reserve = ScalarValues.whole(one.scalar("reserve"));
        Long rejoin = ScalarValues.whole(one.scalar("rejoin_after_days"));
        String keep = one.text("keep");
        GroupRules.Keep kept = keep == null ? null : GroupRules.Keep.of(keep);
        return new GroupRules.Kind(
                name,
                asked(one.scalar("who"), definitions, draft),
                asked(one.scalar("located"), definitions, draft),
                fill(one.scalar("fill_to"), draft),
                reserve == null ? 0 : (int) Math.max(0, Math.min(Group.MOST, reserve)),
                radius(one.scalar("max_distance_km"), draft),
                !"none".equals(one.text("without_place")),
                kept == null ? GroupRules.Keep.EARLIEST : kept,
                rejoin == null ? -1 : (int) Math.max(0, Math.min(MOST_DAYS, rejoin)),
                codes(one.get("codes"), codes, definitions, draft),
                new Schedule(welcome(one.get("welcome"), draft), weekly(one.get("weekly"), draft)));
    }

    private static List<Schedule.Welcome> welcome(@Nullable Node node, Draft draft) {
        List<Schedule.Welcome> steps = new ArrayList<>();
        if (node instanceof Mapping all) {
            for (Node.Entry entry : all.entries().values()) {
                if (entry.value() instanceof Mapping one) {
                    Long day = ScalarValues.whole(one.scalar("day"));
                    LocalTime at = at(one.scalar("at"), draft);
                    String send = one.text("send");
                    String benefit = benefit(one.scalar("benefit"), draft);
                    if (day != null && day >= 0 && day <= MOST_WELCOME_DAYS && at != null && send != null) {
                        steps.add(new Schedule.Welcome(entry.key().value(), day.intValue(), at, send, benefit));
                    }
                }
            }
        }
        return List.copyOf(steps);
    }

    private static List<Schedule.Weekly> weekly(@Nullable Node node, Draft draft) {
        List<Schedule.Weekly> steps = new ArrayList<>();
        if (node instanceof Mapping all) {
            for (Node.Entry entry : all.entries().values()) {
                if (entry.value() instanceof Mapping one) {
                    Long weekday = ScalarValues.whole(one.scalar("weekday"));
                    LocalTime at = at(one.scalar("at"), draft);
                    String send = one.text("send");
                    String benefit = benefit(one.scalar("benefit"), draft);
                    if (weekday != null && weekday >= 1 && weekday <= 7 && at != null && send != null) {
                        steps.add(new Schedule.Weekly(
                                entry.key().value(),
                                DayOfWeek.of(weekday.intValue()),
                                at,
                                send,
                                benefit,
                                groups(one.get("groups"))));
                    }
                }
            }
        }
        return List.copyOf(steps);
    }

    private static List<String> groups(@Nullable Node node) {
        Set<String> ids = new LinkedHashSet<>();
        if (node instanceof Node.Sequence all) {
            for (Node item : all.items()) {
                if (item instanceof Scalar scalar) {
                    ids.add(scalar.value());
                }
            }
        }
        return List.copyOf(ids);
    }

    private static @Nullable LocalTime at(@Nullable Scalar scalar, Draft draft) {
        if (scalar == null) {
            return null;
        }
        try {
            return LocalTime.parse(scalar.value());
        } catch (DateTimeException notATime) {
            bad(scalar, scalar.described() + " is not a time of day such as 09:30", draft);
            return null;
        }
    }

    private static @Nullable String benefit(@Nullable Scalar scalar, Draft draft) {
        if (scalar == null) {
            return null;
        }
        List<String> known =
                draft.benefits.rules().benefits().stream().map(Benefit::name).toList();
        if (!known.contains(scalar.value())) {
            draft.diagnostics.add(
                    Problem.of(GroupCode.BAD_RULE, "there is no benefit '" + scalar.value() + "' under 'benefits:'")
                            .at(scalar.place())
                            .hint(Nearest.hint(scalar.value(), known)));
        }
        return scalar.value();
    }

    /** @param seen names of the codes before, which those of all kinds share */
    private static List<GroupRules.Code> codes(
            @Nullable Node node, Set<String> seen, Definitions definitions, Draft draft) {
        List<GroupRules.Code> codes = new ArrayList<>();
        if (node instanceof Mapping all) {
            for (Node.Entry entry : all.entries().values()) {
                String name = entry.key().value();
                if (!seen.add(name)) {
                    bad(
                            entry.key(),
                            "there are two live codes '" + name + "', and who scans one is put into one kind",
                            draft);
                } else if (Form.isName(name) && entry.value() instanceof Mapping one) {
                    codes.add(new GroupRules.Code(name, asked(one.scalar("when"), definitions, draft)));
                }
            }
        }
        return List.copyOf(codes);
    }

    private static GroupRules.@Nullable Asked asked(@Nullable Scalar scalar, Definitions definitions, Draft draft) {
        if (scalar == null) {
            return null;
        }
        NodeSource source = new NodeSource(scalar);
        Expression condition = definitions.condition(source, draft.ruleProblems);
        return condition == null ? null : new GroupRules.Asked(condition, source);
    }

    private static int fill(@Nullable Scalar scalar, Draft draft) {
        String text = scalar == null ? "100%" : scalar.value();
        if (!text.matches("[0-9]{1,3}%")) {
            return 100;
        }
        int percent = Integer.parseInt(text.substring(0, text.length() - 1));
        if (scalar != null && (percent < 1 || percent > 100)) {
            bad(scalar, "groups are filled to 1% at least and 100% at most, not " + text, draft);
            return 100;
        }
        return percent;
    }

    /** Kilometres in decimetres. */
    private static int radius(@Nullable Scalar scalar, Draft draft) {
        BigDecimal km = ScalarValues.decimal(scalar);
        if (scalar == null || km == null) {
            return MOST_KM.movePointRight(DECIMETRES).intValue() + 2000;
        }
        if (km.signum() <= 0 || km.compareTo(MOST_KM) > 0) {
            bad(scalar, "a distance is above 0 km and at most " + MOST_KM + ", not " + scalar.value(), draft);
            return 1;
        }
        return Math.max(1, km.movePointRight(DECIMETRES).intValue());
    }

    private static void bad(Scalar scalar, String message, Draft draft) {
        draft.diagnostics.add(Problem.of(GroupCode.BAD_RULE, message).at(scalar.place()));
    }
}
