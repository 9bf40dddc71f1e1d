package siyu.rule;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.core.Diagnostics;
import siyu.core.Problem;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** A small program with every type among its attributes and every kind of definition, for the tests of the language. */
final class TestProgram {
    static final Type RISK = Type.word(List.of("conservative", "balanced", "aggressive"));

    private TestProgram() {}

    static Vocabulary vocabulary(ZoneId zone) {
        Map<String, List<Attribute>> events = new LinkedHashMap<>();
        events.put(
                "purchase",
                List.of(
                        new Attribute("category", Type.TEXT, false),
                        new Attribute("items", Type.INTEGER, false),
                        new Attribute("weight", Type.DECIMAL, false),
                        new Attribute("gift", Type.BOOLEAN, false),
                        new Attribute("delivery", Type.DATE, false),
                        new Attribute("shipped", Type.TIME, false)));
        events.put("login", List.of());
        events.put(
                "card_bound",
                List.of(
                        new Attribute("card", Type.word(List.of("debit", "credit", "other")), false),
                        new Attribute("category", Type.TEXT, false)));
        return new Vocabulary(
                zone,
                "CNY",
                2,
                List.of(
                        new Attribute("app", Type.BOOLEAN, false),
                        new Attribute("vip", Type.BOOLEAN, false),
                        new Attribute("visits", Type.INTEGER, false),
                        new Attribute("children", Type.INTEGER, false),
                        new Attribute("rate", Type.DECIMAL, false),
                        new Attribute("aum", Type.MONEY, false),
                        new Attribute("debt", Type.MONEY, false),
                        new Attribute("risk", RISK, false),
                        new Attribute("city", Type.TEXT, false),
                        new Attribute("seen", Type.TIME, false),
                        new Attribute("opened", Type.DATE, false)),
                events);
    }

    static Vocabulary vocabulary() {
        return vocabulary(ZoneId.of("Asia/Shanghai"));
    }

    /** Definitions of every kind, some naming others. */
    static Definitions definitions(Vocabulary vocabulary) {
        Diagnostics diagnostics = new Diagnostics();
        DefinitionReader reader = new DefinitionReader(vocabulary, diagnostics);
        metric(reader, "spend", "sum(purchase.amount, 90d)");
        metric(reader, "wealth", "coalesce(aum, 0) + spend");
        metric(reader, "last_login", "last(login)");
        metric(reader, "loyal", "count(purchase, 1y) >= 3 or saver");
        reader.tag("saver", Source.of("tag", "aum >= 500 and risk = 'conservative'"));
        reader.tag("staff", Source.of("tag", "false"));
        Map<String, Source> rings = new LinkedHashMap<>();
        rings.put("inner", Source.of("inner", "app and spend > 100"));
        rings.put("middle", Source.of("middle", "app and count(purchase) > 1"));
        rings.put("outer", Source.of("outer", "app"));
        reader.segmentation("ring", rings, null, false);
        Map<String, Source> stages = new LinkedHashMap<>();
        stages.put("new", Source.of("new", "days_between(registered, today) <= 30"));
        stages.put("asleep", Source.of("asleep", "days_since(login) > 30 and ring != 'inner'"));
        reader.segmentation("stage", stages, "other", false);
        reader.score("recency", Source.of("recency", "days_since(purchase)"), 5, Map.of(), true, false);
        Map<String, Source> cuts = new LinkedHashMap<>();
        cuts.put("100", Source.of("cut", "100"));
        cuts.put("500.50", Source.of("cut", "500.50"));
        reader.score("monetary", Source.of("monetary", "wealth"), 0, cuts, false, false);
        Definitions definitions = reader.read();
        diagnostics.throwIfAny();
        return definitions;
    }

    private static void metric(DefinitionReader reader, String name, String text) {
        reader.metric(name, Source.of(name, text));
    }

    /** {@code E0310 1:5+7 message | hint}. */
    static String show(Problem problem) {
        StringBuilder out = new StringBuilder(problem.code().id());
        if (problem.place() != null) {
            out.append(' ')
                    .append(problem.place().line())
                    .append(':')
                    .append(problem.place().column());
            out.append('+').append(problem.place().length());
        }
        out.append(' ').append(problem.message());
        return problem.hint() == null ? out.toString() : out + " | " + problem.hint();
    }
}
