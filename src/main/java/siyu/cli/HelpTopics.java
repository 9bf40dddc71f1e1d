package siyu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages about things that are no command: small text files beside {@code topics.txt}, which lists them in order, each with a
 * line of summary behind a tab.
 */
final class HelpTopics {
    private static final String FOLDER = "/siyu/help/";

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
        try (InputStream in = HelpTopics.class.getResourceAsStream(FOLDER + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no text for the help topic " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
