package siyu.program;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import siyu.core.Problem;

/**
 * A folder with a siyu.yaml.
 *
 * @param root absolute
 */
public record Workspace(Path root) {
    /** The file that makes a folder a workspace. */
    public static final String FILE = "siyu.yaml";

    /**
     * The workspace that is meant.
     *
     * @param directory the working directory; it and the folders above are searched
     * @param given the folder of {@code -C}, the only one looked at then; relative to {@code directory}
     * @throws siyu.core.Failure when there is none
     */
    public static Workspace find(Path directory, @Nullable Path given) {
        if (given != null) {
            Path root = directory.resolve(given).toAbsolutePath().normalize();
            if (Files.isRegularFile(root.resolve(FILE))) {
                return new Workspace(root);
            }
            Path shown = given.startsWith(directory) ? directory.relativize(given) : given;
            throw Problem.of(ProgramCode.NO_WORKSPACE, "there is no " + FILE + " in '" + shown + "'")
                    .hint("make a workspace with `siyu init " + shown + "`")
                    .failure();
        }
        for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(FILE))) {
                return new Workspace(at);
            }
        }
        throw Problem.of(ProgramCode.NO_WORKSPACE, "there is no " + FILE + " in this folder or above it")
                .hint("name the workspace with -C DIR, or make one with `siyu init DIR`")
                .failure();
    }
}
