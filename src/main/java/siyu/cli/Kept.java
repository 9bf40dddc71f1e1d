package siyu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options that the shell puts before every command that takes them, until they are unset. */
final class Kept {
    private final Map<Parameter<?>, List<String>> options = new LinkedHashMap<>();

    /** The shared options but those that are about one line only. */
    private static List<Parameter<?>> known() {
        List<Parameter<?>> all = new ArrayList<>(Common.all());
        all.remove(Common.HELP);
        return all;
    }

    /**
     * Keeps the options of a line; one that was kept already has the new value then.
     *
     * @throws siyu.core.Failure when the words are not shared options with values of their forms
     */
    void keep(List<String> words) {
        List<Parameter<?>> known = known();
        new Arguments("set", known).read(words);
        Map<Parameter<?>, List<String>> more = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            Parameter<?> option = Suggestions.named(known, equals > 0 ? word.substring(0, equals) : word);
            boolean joined = option == null || equals > 0;
            if (option == null) {
                // -ojson
                option = Suggestions.named(known, word.substring(0, Math.min(2, word.length())));
            }
            if (option == null) {
                continue;
            }
            List<String> given = more.computeIfAbsent(option, none -> new ArrayList<>());
            if (option.arity() != Parameter.Arity.MANY) {
                given.clear();
            }
            given.add(word);
            if (!joined && option.arity() != Parameter.Arity.SWITCH && i + 1 < words.size()) {
                given.add(words.get(++i));
            }
        }
        options.putAll(more);
    }

    void forget() {
        options.clear();
    }

    /** Their words, those that are among the parameters; all of them when these are null. */
    List<String> words(@Nullable List<Parameter<?>> parameters) {
        List<String> words = new ArrayList<>();
        options.forEach((option, given) -> {
            if (parameters == null || parameters.contains(option)) {
                words.addAll(given);
            }
        });
        return words;
    }
}
