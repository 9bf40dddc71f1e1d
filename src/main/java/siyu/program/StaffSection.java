package siyu.program;

import static siyu.config.Shape.keys;
import static siyu.config.Shape.names;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.value;
import static siyu.config.Shape.word;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.Shape;
import siyu.core.Problem;
import siyu.fact.Type;
import siyu.points.Term;
import siyu.rule.Definitions;
import siyu.rule.Expression;
import siyu.staff.Hours;
import siyu.staff.LiveCode;
import siyu.staff.StaffCode;
import siyu.staff.StaffRules;

/** {@code staff:}. */
final class StaffSection implements Section {
    private static final int MOST_PEOPLE = 10_000;

    private static Shape people(String about) {
        return new Shape.Items(about, value("the id of somebody on the staff", Form.TEXT), 0, MOST_PEOPLE);
    }

    private static final Shape CODE = keys(
            "a code that spreads new customers over people",
            optional("when", value("a condition: whom it is for (default: everybody)", Form.EXPRESSION)),
            optional("people", people("who takes customers, each by his weight (default: everybody but the backup)")),
            optional("region", word("whose region counts: the customer's own, or any (the default)", "same", "any")),
            optional("backup", people("who takes a customer, the first who can, when nobody else can")));

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public Shape shape() {
        return keys(
                "who looks after customers",
                optional(
                        "hours",
                        value(
                                "working hours of those who have none of their own, such as 09:00-18:00 or 1-5 09:00-18:00",
                                Form.TEXT)),
                optional(
                        "value",
                        value("what a customer is worth, for the audit: a number or an amount", Form.EXPRESSION)),
                optional(
                        "cool_down",
                        value(
                                "for how long nobody is given a customer who left his staff member (30d)",
                                Form.DURATION)),
                optional("follow_up", value("within which time he is asked why (2d)", Form.DURATION)),
                optional("codes", names("live codes", CODE)));
    }

    @Override
    public void read(Node node, Draft draft) {
        if (node instanceof Mapping mapping) {
            draft.later(definitions -> draft.staff = rules(mapping, definitions, draft));
        }
    }

    private static StaffRules rules(Mapping section, Definitions definitions, Draft draft) {
        Term coolDown = ScalarValues.term(section.scalar("cool_down"), draft);
        Term followUp = ScalarValues.term(section.scalar("follow_up"), draft);
        List<LiveCode> codes = new ArrayList<>();
        if (section.get("codes") instanceof Mapping all) {
            for (Entry entry : all.entries().values()) {
                if (Form.isName(entry.key().value()) && entry.value() instanceof Mapping one) {
                    codes.add(code(entry.key().value(), one, definitions, draft));
                }
            }
        }
        return new StaffRules(
                List.copyOf(codes),
                hours(section.scalar("hours"), draft),
                worth(section.scalar("value"), definitions, draft),
                coolDown == null ? StaffRules.NONE.coolDown() : coolDown,
                followUp == null ? StaffRules.NONE.followUp() : followUp);
    }

    private static @Nullable Hours hours(@Nullable Scalar scalar, Draft draft) {
        Hours hours = scalar == null ? null : Hours.of(scalar.value());
        if (scalar != null && hours == null) {
            draft.diagnostics.add(Problem.of(StaffCode.BAD_HOURS, scalar.described() + " are not working hours")
                    .at(scalar.place())
                    .hint("write 09:00-18:00, or with days of the week 1-5 09:00-18:00"));
        }
        return hours;
    }

    private static LiveCode.@Nullable Asked worth(@Nullable Scalar scalar, Definitions definitions, Draft draft) {
        if (scalar == null) {
            return null;
        }
        NodeSource source = new NodeSource(scalar);
        Expression expression = definitions.expression(source, draft.ruleProblems);
        if (expression == null) {
            return null;
        }
        Type.Kind kind = expression.type().kind();
        if (kind != Type.Kind.INTEGER && kind != Type.Kind.MONEY) {
            draft.diagnostics.add(Problem.of(
                            StaffCode.BAD_CODE, "a value is a whole number or money, and this is " + expression.type())
                    .at(scalar.place())
                    .hint(kind == Type.Kind.DECIMAL ? "round it: floor(…)" : null));
            return null;
        }
        return new LiveCode.Asked(expression, source);
    }

    private static LiveCode code(String name, Mapping one, Definitions definitions, Draft draft) {
        Scalar when = one.scalar("when");
        LiveCode.Asked asked = null;
        if (when != null) {
            NodeSource source = new NodeSource(when);
            Expression condition = definitions.condition(source, draft.ruleProblems);
            asked = condition == null ? null : new LiveCode.Asked(condition, source);
        }
        Set<String> seen = new HashSet<>();
        List<String> people = ids(one.get("people"), seen, draft);
        List<String> backup = ids(one.get("backup"), seen, draft);
        return new LiveCode(name, asked, people, "same".equals(one.text("region")), backup);
    }

    private static List<String> ids(@Nullable Node node, Set<String> seen, Draft draft) {
        List<String> ids = new ArrayList<>();
        if (node instanceof Sequence all) {
            for (Node item : all.items()) {
                if (item instanceof Scalar scalar && !seen.add(scalar.value())) {
                    draft.diagnostics.add(
                            Problem.of(StaffCode.BAD_CODE, "'" + scalar.value() + "' stands twice in one live code")
                                    .at(scalar.place())
                                    .hint("once is enough, among people or backup; weights come with the staff"));
                } else if (item instanceof Scalar scalar) {
                    ids.add(scalar.value());
                }
            }
        }
        return List.copyOf(ids);
    }
}
