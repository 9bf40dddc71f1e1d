package siyu.command;

import siyu.cli.Parameter;
import siyu.program.Program;

/** What the verbs share that hold the program beside another one: where the other comes from, and what it is asked about. */
final class Against {
    static final Parameter<String> FILE =
            Parameter.option("--against", "FILE", "YAML sections that replace those of the program", text -> text);
    static final Parameter<Boolean> EXIT_CODE =
            Parameter.flag("--exit-code", "exit 10 when anything would be different");

    private Against() {}

    /** The program with {@code --set} and {@code --against} applied. */
    static Program program(Session session) {
        return session.other(session.call().get(FILE));
    }

    /** The customers of a world for another program: the same world unless that has other words for them. */
    static World world(Session session, World world, Program other) {
        return world.vocabulary().equals(other.vocabulary()) ? world : World.stored(session, other);
    }
}
