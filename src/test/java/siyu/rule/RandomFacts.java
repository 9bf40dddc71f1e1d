package siyu.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import siyu.core.AsOf;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.Marks;
import siyu.fact.Needs;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/** Customers and events by chance, with what is rare in life made common: unknowns, ties, extremes, odd hours. */
final class RandomFacts {
    private static final List<String> TEXTS =
            List.of("", "a", "A", "ab", "dining", "cinema", "Zürich", "上海", "ß", "\uFF5E", "😀", "😀a", "it's", "İ");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"), ZoneId.of("Asia/Shanghai"), ZoneId.of("America/Sao_Paulo"), ZoneOffset.UTC);

    /** Days around which something happens: clock changes, ends of months, quarters, years, leap days. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 3, 8),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2018, 11, 4),
            LocalDate.of(2018, 2, 18),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 1, 4));

    private final SplittableRandom random;
    final Vocabulary vocabulary;
    final AsOf asOf;
    final List<SlowEvaluator.Person> people = new ArrayList<>();

    /** @param size how many customers */
    RandomFacts(SplittableRandom random, int size) {
        this.random = random;
        this.vocabulary = TestProgram.vocabulary(pick(ZONES));
        LocalDate day = pick(DAYS).plusDays(random.nextInt(-1, 3));
        this.asOf = random.nextBoolean()
                ? AsOf.date(day, vocabulary.zone())
                : AsOf.instant(instant(day), vocabulary.zone());
        for (int i = 0; i < size; i++) {
            people.add(person(i));
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Instant instant(LocalDate day) {
        LocalDateTime local = day.atStartOfDay().plusMinutes(random.nextInt(4 * 60));
        if (random.nextInt(3) == 0) {
            local = day.atTime(
                    random.nextInt(24), random.nextInt(60), random.nextInt(60), random.nextInt(1_000_000) * 1000);
        }
        return local.atZone(vocabulary.zone()).toInstant();
    }

    private SlowEvaluator.Person person(int number) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute attribute : vocabulary.customer()) {
            Object value = value(attribute);
            if (value != null && random.nextInt(6) != 0) {
                values.put(attribute.name(), value);
            }
        }
        values.put("id", "c" + number);
        List<Blocks.Event> events = new ArrayList<>();
        int count = random.nextInt(3) == 0 ? 0 : random.nextInt(8);
        for (int i = 0; i < count; i++) {
            events.add(event(i, events));
        }
        Map<String, Long> scores = new TreeMap<>();
        for (String score : List.of("recency", "monetary")) {
            if (random.nextInt(4) != 0) {
                scores.put(score, random.nextLong(1, 6));
            }
        }
        Map<String, List<Marks.Pin>> pins = new TreeMap<>();
        pins.put("ring", pins(number, List.of("inner", "middle", "outer")));
        pins.put("stage", pins(number, List.of("new", "asleep", "other")));
        TreeSet<String> tags = new TreeSet<>();
        TreeSet<String> groups = new TreeSet<>();
        if (random.nextInt(3) == 0) {
            tags.add(random.nextBoolean() ? "saver" : "staff");
        }
        if (random.nextInt(3) == 0) {
            groups.add(random.nextBoolean() ? "g1" : "g2");
        }
        return new SlowEvaluator.Person(
                new Blocks.Customer(values, events), scores, pins, tags, groups, random.nextInt(8) != 0);
    }

    private List<Marks.Pin> pins(int number, List<String> segments) {
        List<Marks.Pin> pins = new ArrayList<>();
        while (random.nextInt(4) == 0) {
            pins.add(new Marks.Pin(number, pick(segments), random.nextBoolean()));
        }
        return pins;
    }

    private Blocks.Event event(int number, List<Blocks.Event> earlier) {
        String kind = pick(vocabulary.kinds());
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute attribute : vocabulary.event()) {
            if (vocabulary.attributesOf(vocabulary.kind(kind)).contains(attribute.name()) && random.nextInt(5) != 0) {
                values.put(attribute.name(), Objects.requireNonNull(value(attribute)));
            }
        }
        values.put("id", "e" + number);
        values.remove("at");
        long at = earlier.isEmpty() || random.nextInt(4) != 0
                ? time()
                : pick(earlier).at();
        return new Blocks.Event(kind, at, values);
    }

    private @Nullable Object value(Attribute attribute) {
        return switch (attribute.name()) {
            case "latitude" -> random.nextInt(3) == 0 ? 31.2 : random.nextDouble(-90, 90);
            case "birthday" -> birthday();
            case "longitude" -> random.nextInt(3) == 0 ? 121.5 : random.nextDouble(-180, 180);
            default -> value(attribute.type());
        };
    }

    /** Often about today in some earlier year, or on a leap day. */
    private Object birthday() {
        LocalDate about = asOf.today().plusDays(random.nextInt(-3, 21)).minusYears(random.nextInt(90));
        return (random.nextInt(3) == 0 ? LocalDate.of(4 * random.nextInt(480, 507), 2, 29) : about).toEpochDay();
    }

    private Object value(Type type) {
        return switch (type.kind()) {
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> whole(10);
            case MONEY -> whole(20_000);
            case DECIMAL -> decimal();
            case TEXT -> pick(TEXTS);
            case DATE -> random.nextInt(60) == 0 ? pick(List.of(-719_162L, 2_932_896L)) : (Object) day().toEpochDay();
            case TIME -> time();
            case WORD -> pick(type.words());
        };
    }

    private Long whole(int usual) {
        if (random.nextInt(60) == 0) {
            return pick(List.of(
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE - 1,
                    1L << 53,
                    (1L << 53) + 1,
                    Long.MAX_VALUE / 100));
        }
        return random.nextInt(4) == 0 ? random.nextLong(-2, 4) : random.nextLong(-usual, usual * 3L);
    }

    private Double decimal() {
        if (random.nextInt(40) == 0) {
            return pick(List.of(1e300, -1e308, 1e-300, -0.0, 0x1p63, 9.3e18, -0x1p63, 2251799813685249.5));
        }
        if (random.nextInt(6) == 0) {
            return -0.5 * random.nextInt(2);
        }
        return random.nextInt(3) == 0 ? random.nextInt(-6, 7) / 2.0 : random.nextInt(-4000, 4000) / 1000.0;
    }

    private LocalDate day() {
        if (random.nextInt(4) == 0) {
            return pick(DAYS).minusYears(random.nextInt(70));
        }
        return asOf.today().plusDays(random.nextInt(4) == 0 ? random.nextInt(-800, 30) : random.nextInt(-12, 3));
    }

    /** A time near the as-of, often at the very start of a day or of the as-of, or a step beside it. */
    private long time() {
        long base = switch (random.nextInt(4)) {
            case 0 -> asOf.endMicros();
            case 1 -> asOf.endMicros() - random.nextInt(1, 100) * 3_600_000_000L;
            case 2 -> micros(day().atStartOfDay(vocabulary.zone()).toInstant());
            default -> micros(instant(day()));
        };
        return base + random.nextInt(-1, 2);
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }

    /** Customers {@code from} to {@code to} as a block of what is needed. */
    CustomerBlock block(int from, int to, Needs needs) {
        List<SlowEvaluator.Person> part = people.subList(from, to);
        Map<String, Column> given = new TreeMap<>();
        for (String score : List.of("recency", "monetary")) {
            Column column = new Column(Type.INTEGER, part.size());
            for (int i = 0; i < part.size(); i++) {
                Blocks.put(column, i, part.get(i).scores().get(score));
            }
            given.put(score, column);
        }
        CustomerBlock block = new Blocks(vocabulary)
                .block(
                        from,
                        part.stream().map(SlowEvaluator.Person::customer).toList(),
                        needs,
                        given,
                        new PeopleMarks(people));
        byte[] present = new byte[part.size()];
        for (int i = 0; i < present.length; i++) {
            present[i] = (byte) (part.get(i).present() ? 1 : 0);
        }
        return new CustomerBlock(
                block.first, block.size, block.attributes, block.events, block.given, block.marks, present);
    }

    /** The marks of these people. */
    private record PeopleMarks(List<SlowEvaluator.Person> people) implements Marks {
        @Override
        public List<Pin> pins(String segmentation, int first, int size) {
            List<Pin> pins = new ArrayList<>();
            people.subList(first, first + size)
                    .forEach(person -> pins.addAll(person.pins().getOrDefault(segmentation, List.of())));
            return pins;
        }

        @Override
        public boolean[] tagged(String tag, int first, int size) {
            return flags(first, size, tag, true);
        }

        @Override
        public boolean[] inGroup(String group, int first, int size) {
            return flags(first, size, group, false);
        }

        private boolean[] flags(int first, int size, String name, boolean tags) {
            boolean[] flags = new boolean[size];
            boolean any = false;
            for (int i = 0; i < size; i++) {
                SlowEvaluator.Person person = people.get(first + i);
                flags[i] = (tags ? person.tags() : person.groups()).contains(name);
                any |= flags[i];
            }
            return any ? flags : EMPTY;
        }
    }
}
