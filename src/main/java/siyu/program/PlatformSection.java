package siyu.program;

import static siyu.config.Shape.keys;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;
import static siyu.config.Shape.word;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.config.ConfigCode;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Shape;
import siyu.core.Problem;
import siyu.staff.Platform;

/** {@code platform:}. */
final class PlatformSection implements Section {
    private static final int MOST = 1_000_000;
    private static final int MOST_DAYS = 3660;
    private static final int MOST_HOURS = 24 * 366;

    /** A limit, with where it is written down and as of when. */
    private static Shape limit(String about, Shape.Key... keys) {
        List<Shape.Key> all = new ArrayList<>(List.of(keys));
        all.add(required("source", value("where the limit is written down: an address, or a paper", Form.TEXT)));
        all.add(required("date", value("the day as of which it says so", Form.DATE)));
        return new Shape.Keys(about, all);
    }

    @Override
    public String name() {
        return "platform";
    }

    @Override
    public Shape shape() {
        return keys(
                "what the platform allows on which customers and staff are connected; a limit that is not written does not exist",
                optional(
                        "transfers",
                        limit(
                                "how often one customer may be handed over",
                                required("most", new Shape.Whole("how often", 1, MOST)),
                                required("per", value("in any so many days, such as 90d", Form.DURATION)),
                                optional(
                                        "reason",
                                        word(
                                                "whether it holds only for those who move on, or for any (the default)",
                                                "moving",
                                                "any")))),
                optional(
                        "transfers_per_request",
                        limit(
                                "how many customers one request hands over",
                                required("most", new Shape.Whole("customers", 1, MOST)))),
                optional(
                        "transfers_per_day",
                        limit(
                                "how many customers are handed over in a day, all together",
                                required("most", new Shape.Whole("customers", 1, MOST)))),
                optional(
                        "transfer_wait",
                        limit(
                                "how long a customer can refuse before he has moved",
                                required("hours", new Shape.Whole("hours", 0, MOST_HOURS)))));
    }

    @Override
    public void read(Node node, Draft draft) {
        if (node instanceof Mapping mapping) {
            draft.platform = new Platform(
                    transfers(mapping.get("transfers"), draft),
                    count(mapping.get("transfers_per_request")),
                    count(mapping.get("transfers_per_day")),
                    wait(mapping.get("transfer_wait")));
        }
    }

    private static Platform.@Nullable Transfers transfers(@Nullable Node node, Draft draft) {
        Platform.Cited cited = cited(node);
        Integer most = small(node, "most", MOST);
        if (!(node instanceof Mapping mapping) || cited == null || most == null) {
            return null;
        }
        Scalar per = mapping.scalar("per");
        Integer days = days(per);
        if (per != null && days == null) {
            draft.diagnostics.add(
                    Problem.of(ConfigCode.OUT_OF_RANGE, per.described() + " is not from 1 to " + MOST_DAYS + " days")
                            .at(per.place())
                            .hint("write 90d or 12w"));
        }
        return days == null
                ? null
                : new Platform.Transfers(most, days, !"moving".equals(mapping.text("reason")), cited);
    }

    private static @Nullable Integer days(@Nullable Scalar scalar) {
        String text = scalar == null ? "" : scalar.value();
        if (!text.matches("[0-9]{1,4}[dw]")) {
            return null;
        }
        int days = Integer.parseInt(text, 0, text.length() - 1, 10) * (text.endsWith("w") ? 7 : 1);
        return days < 1 || days > MOST_DAYS ? null : (Integer) days;
    }

    private static Platform.@Nullable Count count(@Nullable Node node) {
        Platform.Cited cited = cited(node);
        Integer most = small(node, "most", MOST);
        return cited == null || most == null ? null : new Platform.Count(most, cited);
    }

    private static Platform.@Nullable Wait wait(@Nullable Node node) {
        Platform.Cited cited = cited(node);
        Integer hours = small(node, "hours", MOST_HOURS);
        return cited == null || hours == null ? null : new Platform.Wait(hours, cited);
    }

    private static Platform.@Nullable Cited cited(@Nullable Node node) {
        if (!(node instanceof Mapping mapping)) {
            return null;
        }
        String source = mapping.text("source");
        String text = mapping.text("date");
        LocalDate date = text == null ? null : Form.date(text);
        return source == null || date == null ? null : new Platform.Cited(source, date);
    }

    private static @Nullable Integer small(@Nullable Node node, String key, int most) {
        Long number = node instanceof Mapping mapping ? ScalarValues.whole(mapping.scalar(key)) : null;
        return number == null || number < 0 || number > most ? null : (Integer) number.intValue();
    }
}
