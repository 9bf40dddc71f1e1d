package siyu.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A workspace to start from: complete, commented files that {@code siyu init} writes. */
public enum Template {
    /** A retail bank: cards, risk, assets under management. */
    BANK,
    /** A retailer: membership, purchases, refunds. */
    RETAIL;

    private static final List<String> NAMES = List.of(
            "README.md",
            ".gitignore",
            Workspace.FILE,
            "metrics.yaml",
            "segments.yaml",
            "scores.yaml",
            "tags.yaml",
            "points.yaml",
            "levels.yaml",
            "tasks.yaml",
            "lotteries.yaml",
            "referral.yaml",
            "groups.yaml",
            "staff.yaml");

    /**
     * One file to write.
     *
     * @param path relative to the workspace
     * @param text its content, lines ending with LF, to be written as UTF-8
     */
    public record File(String path, String text) {}

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its files, in the order in which they are to be written. */
    public List<File> files() {
        List<File> files = new ArrayList<>();
        for (String name : NAMES) {
            files.add(new File(name, text(name)));
        }
        return files;
    }

    private String text(String name) {
        // A resource that begins with a dot would be left out by some build tools.
        String resource = "/siyu/templates/" + word() + "/" + (name.startsWith(".") ? name.substring(1) : name);
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("siyu is incomplete: " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
