package siyu.lottery;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import siyu.config.Node;
import siyu.config.YamlReader;
import siyu.core.Diagnostics;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.points.CalendarUnit;

/** Reads JSON documents of a lottery back. Whatever is not of the form is a {@link siyu.core.Failure} with its place. */
final class RulesReader {
    private final String file;
    private final Node.Mapping root;

    private RulesReader(String file, Node.Mapping root) {
        this.file = file;
        this.root = root;
    }

    /** @param file how it is named in problems */
    static RulesReader of(String file, String text) {
        Diagnostics diagnostics = new Diagnostics();
        Node node = YamlReader.value(file, text, 0, diagnostics);
        diagnostics.throwIfAny();
        if (node instanceof Node.Mapping mapping) {
            return new RulesReader(file, mapping);
        }
        throw bad("is not a JSON document", Place.file(file));
    }

    private static siyu.core.Failure bad(String what, Place place) {
        return Problem.of(LotteryCode.UNREADABLE, what).at(place).failure();
    }

    /** A member's text. */
    String text(String key) {
        return text(root, key);
    }

    private String text(Node.Mapping in, String key) {
        String text = in.text(key);
        if (text == null) {
            throw bad("there is no '" + key + "'", in.place());
        }
        return text;
    }

    long whole(String key) {
        return whole(root, key);
    }

    private long whole(Node.Mapping in, String key) {
        try {
            return Long.parseLong(text(in, key));
        } catch (NumberFormatException e) {
            throw bad("'" + key + "' is not a whole number", in.place());
        }
    }

    private long money(Node.Mapping in, String key, int decimals) {
        try {
            String text = text(in, key);
            if (text.length() <= 40) {
                return new BigDecimal(text).movePointRight(decimals).longValueExact();
            }
        } catch (NumberFormatException e) {
            throw bad("'" + key + "' is not an amount", in.place());
        } catch (ArithmeticException e) {
            throw bad("'" + key + "' is too fine or too large an amount", in.place());
        }
        throw bad("'" + key + "' is not an amount", in.place());
    }

    private @Nullable LocalDate date(String key) {
        String text = root.text(key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad("'" + key + "' is not a date", root.place());
        }
    }

    Rules rules() {
        require(text("schema").equals(Rules.SCHEMA), "the schema is not " + Rules.SCHEMA, root);
        int decimals = Math.toIntExact(Math.max(0, Math.min(18, whole("decimals"))));
        boolean hashed = text("customers").equals("hashed");
        String salt = hashed ? text("salt_sha256") : "";
        require(!hashed || Digests.isHex(salt, 2 * Digests.SIZE), "'salt_sha256' is not SHA-256", root);
        List<String> leansOn = new ArrayList<>();
        if (root.get("leans_on") instanceof Node.Sequence list) {
            list.items().forEach(item -> leansOn.add(item instanceof Node.Scalar one ? one.value() : ""));
        }
        return new Rules(
                text("lottery"),
                zone(),
                text("currency"),
                decimals,
                date("from"),
                date("until"),
                salt,
                root.text("when"),
                root.text("tickets"),
                List.copyOf(leansOn),
                limit(),
                root.text("budget") == null ? null : money(root, "budget", decimals),
                prizes(decimals));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(text("timezone"));
        } catch (DateTimeException e) {
            throw bad("'timezone' is not a time zone", root.place());
        }
    }

    private @Nullable Limit limit() {
        if (!(root.get("limit") instanceof Node.Mapping limit)) {
            return null;
        }
        CalendarUnit per = CalendarUnit.of(text(limit, "per"));
        long times = whole(limit, "times");
        if (per == null || times < 1) {
            throw bad("'limit' is not times and a period", limit.place());
        }
        return new Limit(times, per);
    }

    private List<Prize> prizes(int decimals) {
        List<Prize> prizes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (root.get("prizes") instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                if (!(item instanceof Node.Mapping one)) {
                    throw bad("a prize is not a map", item.place());
                }
                long stock = one.text("stock") == null ? Prize.UNLIMITED : whole(one, "stock");
                Prize prize = new Prize(
                        text(one, "name"),
                        whole(one, "weight"),
                        stock,
                        money(one, "cost", decimals),
                        whole(one, "points"));
                require(prize.weight() >= 1 && prize.weight() <= Prize.MOST, "a weight is from 1 to 10^9", one);
                require(
                        stock == Prize.UNLIMITED || stock >= 1 && stock <= Prize.MOST,
                        "a stock is from 1 to 10^9",
                        one);
                require(names.add(prize.name()), "there are two prizes '" + prize.name() + "'", one);
                prizes.add(prize);
            }
        }
        require(!prizes.isEmpty() && prizes.size() <= Prize.MOST_PRIZES, "a lottery has 1 to 1000 prizes", root);
        return List.copyOf(prizes);
    }

    private void require(boolean holds, String what, Node node) {
        if (!holds) {
            throw bad(what, node == root ? Place.file(file) : node.place());
        }
    }
}
