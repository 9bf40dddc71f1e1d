package siyu.program;

import static siyu.config.Shape.required;
import static siyu.config.Shape.value;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import siyu.config.ConfigCode;
import siyu.config.Currencies;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Shape;
import siyu.core.Problem;

/** The sections of a single value: what the program is called, where and in which money it counts, where its data is. */
final class BasicSections {
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_INCLUDES = 100;

    private BasicSections() {}

    /** {@code program:}. */
    static final class Name implements Section {
        @Override
        public String name() {
            return "program";
        }

        @Override
        public boolean mandatory() {
            return true;
        }

        @Override
        public Shape shape() {
            return value("what the program is called, such as harbour-bank", Form.TEXT);
        }

        @Override
        public void read(Node node, Draft draft) {
            if (node instanceof Scalar scalar) {
                draft.name = scalar.value();
            }
        }
    }

    /** {@code timezone:}. */
    static final class Zone implements Section {
        @Override
        public String name() {
            return "timezone";
        }

        @Override
        public boolean mandatory() {
            return true;
        }

        @Override
        public Shape shape() {
            return value("IANA time zone in which every date is meant, such as Asia/Shanghai", Form.ZONE);
        }

        @Override
        public void read(Node node, Draft draft) {
            if (node instanceof Scalar scalar) {
                try {
                    draft.zone = ZoneId.of(scalar.value());
                } catch (DateTimeException e) {
                    // The shape has said so already; UTC stands in.
                    return;
                }
            }
        }
    }

    /** {@code currency:}. */
    static final class Currency implements Section {
        @Override
        public String name() {
            return "currency";
        }

        @Override
        public boolean mandatory() {
            return true;
        }

        @Override
        public Shape shape() {
            return new Shape.Either(
                    "the currency of all money: an ISO 4217 code such as CNY, or a code with its decimals",
                    List.of(
                            value("ISO 4217 code", Form.CURRENCY),
                            Shape.keys(
                                    "a code with other decimals than usual, or a currency of your own",
                                    required("code", value("three capital letters", Form.TEXT)),
                                    required(
                                            "decimals",
                                            new Shape.Whole("decimal places of the minor unit", 0, MOST_DECIMALS)))));
        }

        @Override
        public void read(Node node, Draft draft) {
            if (node instanceof Scalar scalar && Currencies.decimals(scalar.value()) >= 0) {
                draft.currency = scalar.value();
                draft.decimals = Currencies.decimals(scalar.value());
            } else if (node instanceof Mapping mapping) {
                Scalar code = mapping.scalar("code");
                String decimals = mapping.text("decimals");
                if (code != null && !isCode(code.value())) {
                    draft.diagnostics.add(
                            Problem.of(ConfigCode.UNKNOWN_CURRENCY, code.described() + " is not a currency code")
                                    .at(code.place())
                                    .hint("three capital letters"));
                } else if (code != null) {
                    draft.currency = code.value();
                }
                if (decimals != null
                        && decimals.length() == 1
                        && decimals.charAt(0) >= '0'
                        && decimals.charAt(0) <= '6') {
                    draft.decimals = decimals.charAt(0) - '0';
                }
            }
        }

        private static boolean isCode(String text) {
            boolean capitals = text.length() == 3;
            for (int i = 0; i < text.length(); i++) {
                capitals &= text.charAt(i) >= 'A' && text.charAt(i) <= 'Z';
            }
            return capitals;
        }
    }

    /** {@code data:}. */
    static final class Data implements Section {
        private static final String ENDING = ".mv.db";

        @Override
        public String name() {
            return "data";
        }

        @Override
        public Shape shape() {
            return value("path of the data file, without " + ENDING + ", relative to the workspace", Form.PATH);
        }

        @Override
        public void read(Node node, Draft draft) {
            if (!(node instanceof Scalar scalar)
                    || scalar.isNull()
                    || scalar.value().isBlank()) {
                return;
            }
            String text = scalar.value();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ';' || Character.isISOControl(c)) {
                    String what = c == ';' ? "';'" : "a control character";
                    draft.report(
                            ProgramCode.BAD_DATA_PATH,
                            "the path of the data file holds " + what,
                            scalar.place(i, i + 1),
                            "choose another path");
                    return;
                }
            }
            if (text.endsWith(ENDING)) {
                draft.report(
                        ProgramCode.BAD_DATA_PATH,
                        "the path of the data file ends in " + ENDING,
                        scalar.place(),
                        "write " + text.substring(0, text.length() - ENDING.length()));
                return;
            }
            draft.data = path(draft.root, text);
        }

        /** Where a data file lies that the program names. */
        static Path path(Path root, String named) {
            return root.resolve(Path.of(named)).normalize();
        }
    }

    /** {@code include:}, which {@link WorkspaceFiles} follows. */
    static final class Include implements Section {
        @Override
        public String name() {
            return "include";
        }

        @Override
        public Shape shape() {
            return new Shape.Items(
                    "further YAML files of the workspace, read as if they stood in siyu.yaml",
                    value("path relative to the workspace, and inside it", Form.PATH),
                    0,
                    MOST_INCLUDES);
        }

        @Override
        public void read(Node node, Draft draft) {
            // Followed before sections are read, since it decides which there are.
        }
    }
}
