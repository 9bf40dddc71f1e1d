package siyu.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import siyu.fact.Attribute;
import siyu.fact.Type;
import siyu.fact.Vocabulary;

/**
 * What the numbers in blocks stand for, so that a program may add attributes, kinds and words, or change their order, while the
 * data file stays as it is. Kept in the data file and compared with the program's vocabulary at every use.
 */
final class Catalogue {
    /** What is numbered. */
    enum Subject {
        CUSTOMER,
        EVENT,
        KIND;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One numbered name. */
    record Entry(Subject subject, int number, String name, String type) {}

    private static final String WORDS = "one of ";

    private final List<Entry> entries;

    Catalogue(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The number of a name, or -1. */
    int number(Subject subject, String name) {
        Entry entry = entry(subject, name);
        return entry == null ? -1 : entry.number();
    }

    private @Nullable Entry entry(Subject subject, String name) {
        for (Entry entry : entries) {
            if (entry.subject() == subject && entry.name().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    /** By index of the vocabulary's customer attributes, or of its event attributes: their numbers, -1 where there is none. */
    int[] numbers(Subject subject, List<Attribute> attributes) {
        int[] numbers = new int[attributes.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(subject, attributes.get(i).name());
        }
        return numbers;
    }

    /** By index of the vocabulary's kinds: their numbers, -1 where there is none. */
    int[] kinds(Vocabulary vocabulary) {
        return vocabulary.kinds().stream()
                .mapToInt(kind -> number(Subject.KIND, kind))
                .toArray();
    }

    /** By number of a kind: its index in the vocabulary, -1 when the program does not have it (any more). */
    int[] kindIndexes(Vocabulary vocabulary) {
        List<String> names = names(Subject.KIND);
        return names.stream().mapToInt(vocabulary::kind).toArray();
    }

    /** The names of a subject by number. */
    List<String> names(Subject subject) {
        return entries.stream()
                .filter(entry -> entry.subject() == subject)
                .map(Entry::name)
                .collect(Collectors.toList());
    }

    /**
     * This catalogue with all that the vocabulary has besides.
     *
     * @throws siyu.core.Failure when an attribute has another type than it had
     */
    Catalogue with(Vocabulary vocabulary) {
        List<Entry> all = new ArrayList<>(entries);
        for (Attribute attribute : vocabulary.customer()) {
            add(all, Subject.CUSTOMER, attribute.name(), text(attribute.type(), vocabulary));
        }
        for (Attribute attribute : vocabulary.event()) {
            add(all, Subject.EVENT, attribute.name(), text(attribute.type(), vocabulary));
        }
        for (String kind : vocabulary.kinds()) {
            add(all, Subject.KIND, kind, "");
        }
        return new Catalogue(all);
    }

    private void add(List<Entry> all, Subject subject, String name, String type) {
        Entry before = entry(subject, name);
        if (before == null) {
            long used = all.stream().filter(entry -> entry.subject() == subject).count();
            all.add(new Entry(subject, (int) used, name, type));
        } else if (!before.type().equals(type)) {
            if (!extended(before.type(), type)) {
                throw CustomerCode.TYPE_CHANGED
                        .problem(subject.key() + " attribute '" + name + "' is " + type + " in the program and "
                                + before.type() + " in the data file")
                        .hint("declare an attribute of another name")
                        .failure();
            }
            all.set(all.indexOf(before), new Entry(subject, before.number(), name, type));
        }
    }

    private static boolean extended(String before, String after) {
        return before.startsWith(WORDS) && after.startsWith(before + ", ");
    }

    /** The entries of this catalogue that another one does not have. */
    List<Entry> since(Catalogue before) {
        List<Entry> more = new ArrayList<>(entries);
        more.removeAll(before.entries);
        return more;
    }

    /** A type with all that gives its values their meaning. */
    private static String text(Type type, Vocabulary vocabulary) {
        return type.kind() == Type.Kind.MONEY
                ? "money in " + vocabulary.currency() + " with " + vocabulary.decimals() + " decimals"
                : type.toString();
    }

    /** All that was ever stored as a vocabulary, whether the program has it or not. */
    Vocabulary vocabulary(Vocabulary program) {
        List<Attribute> attributes = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.subject() == Subject.EVENT
                    && Vocabulary.builtInEvent().stream()
                            .noneMatch(each -> each.name().equals(entry.name()))) {
                attributes.add(new Attribute(entry.name(), type(entry.type()), false));
            }
        }
        return new Vocabulary(
                program.zone(), program.currency(), program.decimals(), List.of(), Map.of("any", attributes));
    }

    private static Type type(String text) {
        if (text.startsWith(WORDS)) {
            return Type.word(List.of(text.substring(WORDS.length()).split(", ")));
        }
        String kind = text.startsWith("money") ? "money" : text;
        return new Type(Type.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), List.of());
    }
}
