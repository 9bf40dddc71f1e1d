package siyu.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages about things that are no command: small text files beside {@code topics.txt}, which lists them in order, each with a
 * line of summary behind a tab.
 */
final class HelpTopics {
    private HelpTopics() {}

    /** Name → summary, in order. */
    static Map<String, String> all() {
        Map<String, String> topics = new LinkedHashMap<>();
        for (String line : text("topics").split("\n")) {
            int tab = line.indexOf('\t');
            topics.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return topics;
    }

    /** The page of a topic, or null when there is none of this name. */
    static @Nullable String page(String topic) {
        return all().containsKey(topic) ? text(topic) : null;
    }

    private static String text(String name) {
        return Resources.text("help/" + name + ".txt");
    }
}
