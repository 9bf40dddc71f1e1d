package siyu.cli;

import org.jspecify.annotations.Nullable;

/**
 * What a command line says about how errors are to be shown, read before anything is known to be right, since the line itself
 * may be what is wrong.
 *
 * @param json errors as one JSON object
 * @param debug stack traces of defects
 * @param quiet no notes
 * @param color {@code auto}, {@code always}, {@code never}
 */
record Glance(boolean json, boolean debug, boolean quiet, String color) {
    static Glance of(String[] line) {
        boolean json = false;
        boolean debug = false;
        boolean quiet = false;
        String color = "auto";
        for (int i = 0; i < line.length && !line[i].equals("--"); i++) {
            String word = line[i];
            String next = i + 1 < line.length ? line[i + 1] : "";
            String format = value(word, next, "-o", "--output");
            if (format != null) {
                json = format.equals("json") || format.equals("jsonl");
            }
            String when = value(word, next, null, "--color");
            color = when == null ? color : when;
            debug |= word.equals("--debug");
            quiet |= word.equals("-q") || word.equals("--quiet");
        }
        return new Glance(json, debug, quiet, color);
    }

    private static @Nullable String value(String word, String next, @Nullable String letter, String name) {
        if (word.equals(name) || word.equals(letter)) {
            return next;
        }
        if (word.startsWith(name) && word.length() > name.length() && word.charAt(name.length()) == '=') {
            return word.substring(name.length() + 1);
        }
        if (letter != null && word.startsWith(letter)) {
            return word.charAt(2) == '=' ? word.substring(3) : word.substring(2);
        }
        return null;
    }
}
