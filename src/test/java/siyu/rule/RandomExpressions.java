package siyu.rule;

import java.util.List;
import java.util.SplittableRandom;

/** Well-typed expressions of {@link TestProgram} by chance, as text. */
final class RandomExpressions {
    private static final List<String> WINDOWS = List.of(
            "",
            "",
            ", ever",
            ", today",
            ", this_week",
            ", last_week",
            ", this_month",
            ", last_month",
            ", this_quarter",
            ", last_quarter",
            ", this_year",
            ", last_year");
    private static final List<String> ORDERS = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> EQUALITIES = List.of("=", "!=");

    private final SplittableRandom random;

    /** The kind of event in whose filter the text stands; empty for the customer. */
    private String kind = "";

    RandomExpressions(SplittableRandom random) {
        this.random = random;
    }

    /** Of any type. */
    String any(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> integer(depth);
            case 1 -> decimal(depth);
            case 2 -> money(depth);
            case 3 -> text(depth);
            case 4 -> date(depth);
            case 5 -> time(depth);
            case 6 -> word();
            default -> condition(depth);
        };
    }

    /** Of any type, about an event of this kind. */
    String ofEvent(String of, int depth) {
        kind = of;
        String text = any(depth);
        kind = "";
        return text;
    }

    /** A condition of an event of this kind. */
    String filter(String of, int depth) {
        kind = of;
        String text = condition(depth);
        kind = "";
        return text;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean inEvent() {
        return !kind.isEmpty();
    }

    private boolean of(String... kinds) {
        return List.of(kinds).contains(kind) || kind.equals("any");
    }

    /** In brackets, unless it is clear without. */
    private static String b(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                return "(" + text + ")";
            }
        }
        return text;
    }

    String condition(int depth) {
        int d = depth - 1;
        if (depth <= 0) {
            return leaf();
        }
        return switch (random.nextInt(19)) {
            case 0, 1 -> b(condition(d)) + " and " + b(condition(d));
            case 2, 3 -> b(condition(d)) + " or " + b(condition(d));
            case 4 -> "not " + b(condition(d));
            case 5, 6 -> b(numeric(d)) + " " + pick(ORDERS) + " " + b(numeric(d));
            case 7 -> b(integer(d)) + " " + pick(ORDERS) + " " + number();
            case 8 -> amount() + " " + pick(ORDERS) + " " + b(money(d));
            case 9 -> b(text(d)) + " " + pick(ORDERS) + " " + b(text(d));
            case 10 -> b(moment(d)) + " " + pick(ORDERS) + " " + b(moment(d));
            case 11 -> words();
            case 12 -> b(condition(d)) + " " + pick(EQUALITIES) + " " + b(condition(d));
            case 13 -> b(any(d)) + pick(" is known", " is unknown");
            case 14 -> in(d);
            case 15 -> between(d);
            case 16 -> pick("starts_with(", "contains(") + text(d) + ", " + text(d) + ")";
            case 17 -> "coalesce(" + condition(d) + ", " + pick("true", "false", leaf()) + ")";
            default -> "birthday_within(" + random.nextInt(20) + pick("d", "d", "w") + ")";
        };
    }

    private String leaf() {
        if (of("purchase") && random.nextBoolean()) {
            return "gift";
        }
        return inEvent()
                ? pick("app", "vip", "consent", "true", "app and unknown")
                : pick(
                        "app",
                        "vip",
                        "consent",
                        "loyal",
                        "saver",
                        "has_tag('staff')",
                        "in_group('g1')",
                        "in_group('g9')",
                        "false");
    }

    private String in(int d) {
        String not = pick(" in (", " not in (");
        return switch (random.nextInt(4)) {
            case 0 -> b(integer(d)) + not + number() + ", " + integer(d) + ", " + number() + ")";
            case 1 -> b(text(d)) + not + text(d) + ", 'dining', " + text(d) + ")";
            case 2 -> b(money(d)) + not + amount() + ", " + numeric(d) + ")";
            default -> b(moment(d)) + not + moment(d) + ", " + date(0) + ")";
        };
    }

    private String between(int d) {
        return switch (random.nextInt(4)) {
            case 0 -> b(numeric(d)) + " between " + b(integer(0)) + " and " + b(numeric(d));
            case 1 -> b(money(d)) + " between " + amount() + " and " + amount();
            case 2 -> b(text(d)) + " between " + b(text(0)) + " and " + b(text(d));
            default -> b(moment(d)) + " between " + b(moment(0)) + " and " + b(moment(d));
        };
    }

    private String words() {
        return switch (random.nextInt(inEvent() ? 3 : 6)) {
            case 0 ->
                "risk " + pick(EQUALITIES) + " " + pick("'conservative'", "'aggressive'", "coalesce(risk, 'balanced')");
            case 1 -> "risk" + pick(" in ", " not in ") + "('balanced', 'aggressive')";
            case 2 ->
                of("card_bound")
                        ? "card " + pick(EQUALITIES) + " 'credit'"
                        : inEvent() ? "kind != 'login'" : "'balanced' = risk";
            case 3 -> "ring " + pick(EQUALITIES) + " " + pick("'inner'", "'middle'", "'outer'");
            case 4 -> "stage in ('new', 'other')";
            default -> "last(any.kind" + window() + ") " + pick(EQUALITIES) + " 'login'";
        };
    }

    private String word() {
        return inEvent()
                ? pick("risk", "kind")
                : pick("risk", "ring", "stage", "first(card_bound.card" + window() + ")");
    }

    private String numeric(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> integer(depth);
            case 1 -> decimal(depth);
            case 2 -> money(depth);
            default -> random.nextBoolean() ? integer(depth) : number();
        };
    }

    private String number() {
        return pick("0", "1", "2", "3", "-1", "10", "2.5", "-0.5", "1000");
    }

    private String amount() {
        return pick("0", "1", "50", "100.5", "-3.25", "99.99", "0.01");
    }

    private String moment(int depth) {
        return random.nextBoolean() ? date(depth) : time(depth);
    }

    String integer(int depth) {
        int d = depth - 1;
        if (depth <= 0) {
            String attribute = of("purchase") && random.nextBoolean() ? "items" : pick("visits", "children");
            return random.nextInt(4) == 0 ? pick("0", "1", "2", "-3", "7") : scored(attribute);
        }
        return switch (random.nextInt(inEvent() ? 11 : 16)) {
            case 0 -> b(integer(d)) + pick(" + ", " - ", " * ", " % ") + b(integer(d));
            case 1 -> b(integer(d)) + pick(" + ", " - ", " * ", " % ") + b(integer(d));
            case 2 -> "-" + b(integer(d));
            case 3 -> "abs(" + integer(d) + ")";
            case 4 -> pick("floor(", "ceil(", "round(") + pick(integer(d), decimal(d)) + ")";
            case 5 -> pick("year(", "month(", "day(", "weekday(") + moment(d) + ")";
            case 6 -> pick("age()", "age(" + moment(d) + ")");
            case 7 -> "days_between(" + moment(d) + ", " + moment(d) + ")";
            case 8 -> b(date(d)) + " - " + b(moment(d));
            case 9 -> "coalesce(" + integer(d) + ", " + integer(d) + ", 5)";
            case 10 -> pick("least(", "greatest(") + integer(d) + ", " + integer(d) + ")";
            case 11 -> "count(" + events(d) + window() + ")";
            case 12 -> "days_since(" + events(d) + window() + ")";
            case 13 -> "distinct(" + attribute(d) + window() + ")";
            case 14 -> pick("sum", "min", "max", "first", "last") + "(" + purchases(d) + ".items" + window() + ")";
            default -> "count(any" + window() + ")";
        };
    }

    private String scored(String attribute) {
        return inEvent() ? attribute : pick(attribute, attribute, "recency", "monetary");
    }

    private String attribute(int d) {
        return pick(
                purchases(d) + pick(".items", ".category", ".weight", ".gift", ".delivery", ".shipped", ".amount"),
                "any.kind",
                "any.at",
                "any.channel",
                "card_bound.card");
    }

    String decimal(int depth) {
        int d = depth - 1;
        if (depth <= 0) {
            String attribute = of("purchase") && random.nextBoolean() ? "weight" : pick("rate", "latitude");
            return random.nextInt(4) == 0 ? pick("0.5", "-2.25", "3.0") : attribute;
        }
        return switch (random.nextInt(inEvent() ? 10 : 13)) {
            case 0 -> b(computed(d)) + pick(" + ", " - ", " * ", " / ") + b(numeric(d));
            case 1 -> b(numeric(d)) + pick(" * ", " / ") + b(decimal(d));
            case 2 -> b(integer(d)) + " / " + b(integer(d));
            case 3 -> b(money(d)) + " / " + b(numeric(d));
            case 4 -> "-" + b(decimal(d));
            case 5 -> "abs(" + decimal(d) + ")";
            case 6 -> "round(" + decimal(d) + ", " + random.nextInt(10) + ")";
            case 7 -> "distance_km(" + pick("31.2, 121.5", "-10, 20", decimalDegrees()) + ")";
            case 8 -> "coalesce(" + computed(d) + ", " + numeric(d) + ")";
            case 9 -> pick("least(", "greatest(") + computed(d) + ", " + numeric(d) + ")";
            case 10 -> "avg(" + purchases(d) + pick(".items", ".weight", ".amount") + window() + ")";
            case 11 -> pick("sum", "min", "max", "first", "last") + "(" + purchases(d) + ".weight" + window() + ")";
            default -> b(money(d)) + pick(" + ", " - ") + b(computed(d));
        };
    }

    /** A decimal that is not written out, which beside money would be read as money. */
    private String computed(int depth) {
        String text = decimal(depth);
        return text.chars().anyMatch(Character::isLetter) ? text : "rate";
    }

    private static String decimalDegrees() {
        return "latitude, longitude";
    }

    /** Never a number alone, which would be read as money only beside money. */
    String money(int depth) {
        int d = depth - 1;
        if (depth <= 0) {
            return inEvent() && random.nextBoolean() ? "amount" : pick("aum", "debt");
        }
        return switch (random.nextInt(inEvent() ? 8 : 12)) {
            case 0 -> b(money(d)) + pick(" + ", " - ") + pick(b(money(d)), b(integer(d)), amount());
            case 1 -> pick(b(integer(d)), amount()) + pick(" + ", " - ") + b(money(d));
            case 2 -> b(money(d)) + " * " + b(integer(d));
            case 3 -> b(integer(d)) + " * " + b(money(d));
            case 4 -> "-" + b(money(d));
            case 5 -> pick("abs(", "floor(", "ceil(", "round(") + money(d) + ")";
            case 6 -> "coalesce(" + money(d) + ", " + pick("0", "12.34", integer(d), "unknown") + ")";
            case 7 -> pick("least(", "greatest(") + pick(amount(), money(d)) + ", " + money(d) + ")";
            case 8 -> pick("sum", "min", "max", "first", "last") + "(" + events(d) + ".amount" + window() + ")";
            case 9 -> "sum(" + purchases(d) + ".amount" + window() + ")";
            case 10 -> "spend";
            default -> "wealth";
        };
    }

    String text(int depth) {
        int d = depth - 1;
        if (depth <= 0) {
            if (inEvent() && random.nextBoolean()) {
                return of("purchase", "card_bound") ? pick("category", "channel") : pick("channel", "ref");
            }
            return pick("city", "name", "region", "'a'", "'dining'", "''", "'it''s'", "'上海'", "'ß'");
        }
        return switch (random.nextInt(inEvent() ? 4 : 6)) {
            case 0 -> pick("lower(", "upper(") + text(d) + ")";
            case 1 -> "coalesce(" + text(d) + ", " + text(d) + ")";
            case 2 -> pick("least(", "greatest(") + text(d) + ", " + text(d) + ", " + text(d) + ")";
            case 3 -> text(0);
            case 4 -> pick("min", "max", "first", "last") + "(" + purchases(d) + ".category" + window() + ")";
            default ->
                pick("min", "max", "first", "last") + "(" + events(d) + pick(".channel", ".ref") + window() + ")";
        };
    }

    String date(int depth) {
        int d = depth - 1;
        if (depth <= 0) {
            if (of("purchase") && random.nextBoolean()) {
                return "delivery";
            }
            return pick("registered", "birthday", "opened", "today", "2026-03-08", "2024-02-29", "2025-12-31");
        }
        return switch (random.nextInt(inEvent() ? 4 : 5)) {
            case 0 -> b(date(d)) + pick(" + ", " - ") + random.nextInt(40) + pick("d", "w", "m", "y");
            case 1 -> "coalesce(" + date(d) + ", " + moment(d) + ")";
            case 2 -> pick("least(", "greatest(") + date(d) + ", " + moment(d) + ")";
            case 3 -> date(0);
            default -> pick("min", "max", "first", "last") + "(" + purchases(d) + ".delivery" + window() + ")";
        };
    }

    String time(int depth) {
        int d = depth - 1;
        if (depth <= 0) {
            if (inEvent() && random.nextBoolean()) {
                return of("purchase") ? pick("at", "shipped") : "at";
            }
            return inEvent() ? "seen" : pick("seen", "last_login");
        }
        return switch (random.nextInt(inEvent() ? 4 : 6)) {
            case 0, 1 -> b(time(d)) + pick(" + ", " - ") + random.nextInt(40) + pick("h", "h", "d", "w", "m", "y");
            case 2 -> "coalesce(" + time(d) + ", " + time(d) + ")";
            case 3 -> pick("least(", "greatest(") + time(d) + ", " + time(d) + ")";
            case 4 -> pick("first", "last") + "(" + events(d) + window() + ")";
            default ->
                pick("min", "max", "first", "last") + "(" + purchases(d) + pick(".shipped", ".at") + window() + ")";
        };
    }

    private String events(int depth) {
        return filtered(pick("purchase", "purchase", "login", "card_bound", "any"), depth);
    }

    private String purchases(int depth) {
        return filtered("purchase", depth);
    }

    private String filtered(String of, int depth) {
        if (random.nextInt(3) != 0) {
            return of;
        }
        kind = of;
        String filter = condition(Math.min(depth, 2));
        kind = "";
        return of + "[" + filter + "]";
    }

    private String window() {
        return random.nextBoolean()
                ? pick(WINDOWS)
                : ", " + random.nextInt(random.nextInt(4) == 0 ? 100 : 6) + pick("h", "d", "w", "m", "y");
    }
}
