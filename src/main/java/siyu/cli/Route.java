package siyu.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which command a line means: the words of its path, found among options that may stand before and between them.
 *
 * @param path the words as far as they named something
 * @param entry the command or group they name, null for the program itself
 * @param unknown the word that names nothing in there, or null
 * @param rest everything else, in order
 * @param help whether help was asked for
 */
record Route(
        List<String> path,
        CommandTree.@Nullable Entry entry,
        @Nullable String unknown,
        List<String> rest,
        boolean help) {
    static Route find(CommandTree tree, String[] line) {
        List<String> path = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        CommandTree.Entry at = null;
        boolean help = false;
        for (int i = 0; i < line.length; i++) {
            String word = line[i];
            if (word.equals("--")) {
                rest.addAll(List.of(line).subList(i, line.length));
                break;
            }
            if (word.equals("-h") || word.equals("--help")) {
                help = true;
            } else if (word.startsWith("-") && word.length() > 1) {
                rest.add(word);
                if (i + 1 < line.length && (at == null || at.group()) && wantsValue(word)) {
                    rest.add(line[++i]);
                }
            } else if (at != null && !at.group()) {
                rest.add(word);
            } else {
                CommandTree.Entry next = CommandTree.find(at == null ? tree.entries() : at.entries(), word);
                if (next == null) {
                    return new Route(path, at, word, rest, help || asksHelp(line, i));
                }
                path.add(word);
                at = next;
            }
        }
        return new Route(path, at, null, rest, help);
    }

    private static boolean asksHelp(String[] line, int from) {
        for (int i = from; i < line.length && !line[i].equals("--"); i++) {
            if (line[i].equals("-h") || line[i].equals("--help")) {
                return true;
            }
        }
        return false;
    }

    /** Whether an option before the command takes the next word for its value. */
    private static boolean wantsValue(String word) {
        boolean cluster = !word.startsWith("--");
        for (Parameter<?> parameter : Common.all()) {
            if (parameter.arity() == Parameter.Arity.SWITCH) {
                continue;
            }
            for (String name : parameter.names()) {
                if (name.equals(word)) {
                    return true;
                }
                // -nC DIR: in a cluster only the last letter can take the next word.
                if (cluster && name.length() == 2 && word.charAt(word.length() - 1) == name.charAt(1)) {
                    return switches(word);
                }
            }
        }
        return false;
    }

    /** Whether all letters of a cluster but the last are switches. */
    private static boolean switches(String cluster) {
        for (int i = 1; i < cluster.length() - 1; i++) {
            String name = "-" + cluster.charAt(i);
            boolean found = false;
            for (Parameter<?> parameter : Common.all()) {
                found |= parameter.arity() == Parameter.Arity.SWITCH
                        && parameter.names().contains(name);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
