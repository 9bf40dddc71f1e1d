package siyu.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import siyu.core.Code;
import siyu.core.Exit;

/**
 * Manual pages for {@code man}, in the macros of {@code man(7)}: one of section 1 for the program and for each group and command,
 * one of section 7 for each topic of help. Plain ASCII: other characters are escapes of roff. Without a date, so that the same
 * program makes the same bytes.
 */
public final class ManPages {
    private final CommandTree tree;
    private final Map<String, String> pages = new LinkedHashMap<>();

    private ManPages(CommandTree tree) {
        this.tree = tree;
    }

    /** File name, {@code siyu-segment-run.1}, → page. */
    public static Map<String, String> of(CommandTree tree) {
        ManPages all = new ManPages(tree);
        all.program();
        all.add("", tree.entries());
        HelpTopics.all().forEach(all::topic);
        return all.pages;
    }

    private void add(String before, List<CommandTree.Entry> entries) {
        String parent = name(before.strip());
        for (CommandTree.Entry entry : entries) {
            String path = before + entry.name();
            if (entry.group()) {
                group(path, parent, entry);
                add(path + " ", entry.entries());
            } else {
                verb(path, parent);
            }
        }
    }

    private String name(String path) {
        return path.isEmpty() ? tree.program() : tree.program() + "-" + path.replace(' ', '-');
    }

    private Roff page(String name, int section, String summary) {
        Roff page = new Roff();
        page.macro(
                "TH",
                name.toUpperCase(java.util.Locale.ROOT),
                String.valueOf(section),
                "",
                tree.program() + " " + tree.version(),
                tree.program() + " manual");
        return page.section("NAME").raw(Roff.text(name) + " \\- " + Roff.text(summary));
    }

    private void program() {
        Roff page = page(name(""), 1, tree.summary());
        page.section("SYNOPSIS").bold(tree.program() + " [OPTIONS] COMMAND");
        page.section("COMMANDS");
        entries("", tree.entries(), page);
        page.section("OPTIONS").paragraph("Before or after the command:");
        options(Common.of(List.of(Common.Set.WORLD, Common.Set.ALWAYS)), page);
        page.item("--version", "Show the version");
        exits(List.of(Exit.values()), page);
        page.section("SEE ALSO");
        StringBuilder topics = new StringBuilder();
        HelpTopics.all()
                .forEach((topic, summary) -> topics.append(topics.length() == 0 ? "" : ", ")
                        .append(name(topic))
                        .append("(7)"));
        page.paragraph(topics.toString());
        pages.put(name("") + ".1", page.toString());
    }

    private void group(String path, String parent, CommandTree.Entry group) {
        Roff page = page(name(path), 1, lower(group.summary()));
        page.section("SYNOPSIS").bold(tree.program() + " " + path + " [OPTIONS] COMMAND");
        page.section("COMMANDS");
        entries(path + " ", group.entries(), page);
        page.section("SEE ALSO").paragraph(parent + "(1)");
        pages.put(name(path) + ".1", page.toString());
    }

    private void entries(String before, List<CommandTree.Entry> entries, Roff page) {
        for (CommandTree.Entry entry : entries) {
            page.item(name(before + entry.name()) + "(1)", entry.summary());
        }
    }

    private void verb(String path, String parent) {
        Verb verb = tree.parts().verb(path);
        Verb.Manual manual = verb.manual();
        Roff page = page(name(path), 1, lower(manual.summary()));
        page.section("SYNOPSIS")
                .bold(Help.usage(tree.program() + " " + path, verb).substring("Usage: ".length()));
        page.section("DESCRIPTION");
        if (manual.text().isEmpty()) {
            page.paragraph(manual.summary() + ".");
        }
        manual.text().forEach(page::paragraph);
        List<Parameter<?>> shared = new java.util.ArrayList<>(Cli.parameters(verb));
        shared.removeAll(verb.parameters());
        if (!verb.parameters().isEmpty()) {
            page.section("PARAMETERS");
            options(verb.parameters(), page);
        }
        page.section("COMMON OPTIONS");
        options(shared, page);
        exits(Help.exits(verb), page);
        if (!manual.examples().isEmpty()) {
            page.section("EXAMPLES");
            manual.examples().forEach(example -> page.example(example.does(), example.line()));
        }
        if (!manual.schemas().isEmpty()) {
            page.section("JSON").paragraph(String.join(", ", manual.schemas()));
        }
        page.section("SEE ALSO").paragraph(parent + "(1)");
        pages.put(name(path) + ".1", page.toString());
    }

    private static void options(List<Parameter<?>> parameters, Roff page) {
        for (Parameter<?> parameter : parameters) {
            page.item(HelpPage.term(parameter).strip(), HelpPage.meaning(parameter));
        }
    }

    private static void exits(Iterable<Exit> exits, Roff page) {
        page.section("EXIT STATUS");
        exits.forEach(exit -> page.item(String.valueOf(exit.code()), exit.meaning()));
    }

    private void topic(String topic, String summary) {
        Roff page = page(name(topic), 7, lower(summary));
        page.section("DESCRIPTION");
        String text = String.valueOf(HelpTopics.page(topic));
        boolean codes = text.endsWith("@codes\n");
        // The first line is the title.
        page.lines(
                text.substring(text.indexOf('\n') + 1).replace("@codes\n", "").strip());
        if (codes) {
            page.section("CODES");
            for (Code code : tree.parts().codes()) {
                page.item(
                        code.id(),
                        code.title() + ". " + code.meaning() + " Exit code "
                                + code.exit().code() + ".");
            }
        }
        page.section("SEE ALSO").paragraph(name("") + "(1)");
        pages.put(name(topic) + ".7", page.toString());
    }

    private static String lower(String summary) {
        boolean word = summary.length() > 1 && Character.isLowerCase(summary.charAt(1));
        return word ? Character.toLowerCase(summary.charAt(0)) + summary.substring(1) : summary;
    }
}
