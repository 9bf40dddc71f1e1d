package siyu.cli;

import java.util.List;
import siyu.core.Exit;

/** One command that does something: {@code segment run}. Built only when it was asked for. */
public interface Verb {
    /** What {@code --help} and the man page say. */
    Manual manual();

    /** Its own options and parameters; the common ones are added by the framework. */
    List<Parameter<?>> parameters();

    /** Which shared parameters it takes beside those that every verb takes ({@link Common.Set#ALWAYS}). */
    default List<Common.Set> shared() {
        return List.of(Common.Set.OUTPUT, Common.Set.WORLD);
    }

    /** Whether it opens the data file, so that this may be prepared before its words are read. */
    default boolean opens() {
        return shared().contains(Common.Set.WORLD);
    }

    /**
     * The columns of the answer, as far as they are known before it runs: a verb that changes something names all of them, so that
     * a misspelt {@code --columns} is refused before anything has changed. Empty when not known.
     */
    default List<String> columns(Call call) {
        return List.of();
    }

    /** Exit codes worth telling in its help beside those that its shared parameters bring. */
    default List<Exit> exits() {
        return List.of();
    }

    /** Does it. Throws {@link siyu.core.Failure} for what is expected to go wrong. */
    Outcome run(Call call);

    /**
     * The words of a help page.
     *
     * @param summary one line, no full stop
     * @param text paragraphs
     * @param examples command lines that work on the example workspaces, each with one line of explanation
     * @param schemas the JSON schemas it may answer with
     */
    record Manual(String summary, List<String> text, List<Example> examples, List<String> schemas) {}

    /** A command line and what it does. */
    record Example(String line, String does) {}
}
