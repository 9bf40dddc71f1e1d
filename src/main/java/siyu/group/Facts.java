package siyu.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.rule.Compiled;
import siyu.rule.Expression;
import siyu.rule.Source;
import siyu.segment.Scores;

/** What deciding about groups asks of customers: where they are and who may be in which kind. One scan; arrays by number. */
public final class Facts {
    /** Customers whose region has no group. */
    static final int ELSEWHERE = -2;

    /** Whether a customer may be in a group of a kind. */
    enum May {
        /** He registers only after the as-of. */
        ABSENT(0),
        NO(1),
        UNKNOWN(2),
        YES(3);

        private final int number;

        May(int number) {
            this.number = number;
        }

        static May of(int number) {
            return number == 0 ? ABSENT : number == 1 ? NO : number == 2 ? UNKNOWN : YES;
        }
    }

    private final double[] latitude;
    private final double[] longitude;
    private final int[] region;
    private final List<GroupRules.Kind> kinds;
    private final byte[][] may;
    private final byte[][] located;
    private final Map<String, Integer> regions;

    private Facts(int size, List<GroupRules.Kind> kinds, Map<String, Integer> regions) {
        this.regions = regions;
        this.latitude = new double[size];
        this.longitude = new double[size];
        this.region = new int[size];
        this.kinds = kinds;
        this.may = new byte[kinds.size()][size];
        this.located = new byte[kinds.size()][size];
        Arrays.fill(latitude, Double.NaN);
        Arrays.fill(region, Places.NOWHERE);
    }

    /**
     * @param regions the numbers of the regions that have groups
     * @param only customers to be asked about, or null for all of them; of the others nothing is known then
     * @throws siyu.core.Failure on overflow in a condition, with its place
     */
    public static Facts of(
            Vocabulary vocabulary,
            Population population,
            AsOf asOf,
            Marks marks,
            List<GroupRules.Kind> kinds,
            Map<String, Integer> regions,
            int @Nullable [] only) {
        List<Expression> roots = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (GroupRules.Kind kind : kinds) {
            for (GroupRules.Asked asked : new GroupRules.Asked[] {kind.who(), kind.located()}) {
                if (asked != null) {
                    roots.add(asked.expression());
                    sources.add(asked.source());
                }
            }
        }
        Scores scores = Scores.of(vocabulary, population, asOf, marks, roots);
        Compiled compiled = Compiled.of(vocabulary, asOf, roots, sources);
        Needs place = Needs.nothing();
        for (String name : List.of("latitude", "longitude", "region")) {
            place.customer().set(vocabulary.customer(name));
        }
        Facts facts = new Facts(population.size(), kinds, regions);
        Needs needs = compiled.needs().and(place);
        if (only == null) {
            population.scan(needs, asOf, () -> facts.new Worker(vocabulary, compiled, scores, marks));
        } else {
            Worker worker = facts.new Worker(vocabulary, compiled, scores, marks);
            Arrays.stream(only)
                    .map(customer -> customer / Population.RANGE)
                    .distinct()
                    .forEach(range -> worker.visit(population.range(range, needs, asOf)));
        }
        return facts;
    }

    public int size() {
        return region.length;
    }

    May may(int kind, int customer) {
        return May.of(may[kind][customer]);
    }

    /** Whether the place of a customer is known and may be used. */
    boolean located(int kind, int customer) {
        return located[kind][customer] != 0 && !Double.isNaN(latitude[customer]);
    }

    double latitude(int customer) {
        return latitude[customer];
    }

    double longitude(int customer) {
        return longitude[customer];
    }

    /** The number of his region, {@link Places#NOWHERE} when it is not known, {@link #ELSEWHERE} when it has no group. */
    int region(int customer) {
        return region[customer];
    }

    /** Whether a group is in the region of a customer. */
    boolean sameRegion(int customer, Group group) {
        return group.region() != null && region[customer] == regions.getOrDefault(group.region(), ELSEWHERE - 1);
    }

    private final class Worker implements Population.Visitor {
        private final Vocabulary vocabulary;
        private final Compiled.Frame frame;
        private final Scores.Given given;
        private final Marks marks;

        Worker(Vocabulary vocabulary, Compiled compiled, Scores scores, Marks marks) {
            this.vocabulary = vocabulary;
            this.frame = compiled.frame();
            this.given = scores.given();
            this.marks = marks;
        }

        @Override
        public void visit(CustomerBlock block) {
            frame.load(given.with(block, marks));
            Column north = column(block, "latitude");
            Column east = column(block, "longitude");
            Column names = column(block, "region");
            int[] numbers = new int[names.dictionary.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = regions.getOrDefault(names.dictionary.get(i), ELSEWHERE);
            }
            for (int row = 0; row < block.size; row++) {
                int customer = block.first + row;
                if (north.known[row] != 0 && east.known[row] != 0 && valid(north.doubles[row], east.doubles[row])) {
                    latitude[customer] = north.doubles[row];
                    longitude[customer] = east.doubles[row];
                }
                if (names.known[row] != 0) {
                    region[customer] = numbers[(int) names.longs[row]];
                }
            }
            int root = 0;
            for (int kind = 0; kind < kinds.size(); kind++) {
                Column who = kinds.get(kind).who() == null ? null : frame.value(root++);
                Column where = kinds.get(kind).located() == null ? null : frame.value(root++);
                for (int row = 0; row < block.size; row++) {
                    boolean present = block.present == null || block.present[row] != 0;
                    May state = !present
                            ? May.ABSENT
                            : who == null || who.longs[row] != 0 ? May.YES : who.known[row] == 0 ? May.UNKNOWN : May.NO;
                    may[kind][block.first + row] = (byte) state.number;
                    located[kind][block.first + row] = (byte) (where == null || where.longs[row] != 0 ? 1 : 0);
                }
            }
        }

        private Column column(CustomerBlock block, String name) {
            return Objects.requireNonNull(block.attributes[vocabulary.customer(name)]);
        }
    }

    /** Whether there is such a place. */
    static boolean valid(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
