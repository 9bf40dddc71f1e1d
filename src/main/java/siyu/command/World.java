package siyu.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import siyu.cli.Call;
import siyu.cli.CliCode;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.customer.FilePopulation;
import siyu.customer.StoredPopulation;
import siyu.fact.Marks;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.group.GroupMarks;
import siyu.group.GroupStore;
import siyu.program.Program;
import siyu.rule.Compiled;
import siyu.rule.Definition;
import siyu.rule.Dependencies;
import siyu.rule.Expression;
import siyu.segment.Pins;
import siyu.segment.SegmentCode;
import siyu.segment.SegmentStore;

/**
 * The customers a question is asked about, wherever they are kept, and the date it is asked for.
 *
 * @param marks what was pinned by hand
 * @param ids external id by customer number
 * @param notes what was noticed while reading, for stderr
 * @param problems bad rows that were passed over
 */
record World(
        Vocabulary vocabulary,
        Population population,
        AsOf asOf,
        Marks marks,
        IntFunction<String> ids,
        List<String> notes,
        List<Problem> problems) {
    static final Parameter<List<String>> CUSTOMERS = Parameter.options(
            "--customers", "FILE", "read customers from this file instead of the data file (- is stdin)");
    static final Parameter<List<String>> EVENTS =
            Parameter.options("--events", "FILE", "with --customers: read events from this file");

    /** How a verb that can do without a data file is told where the facts are. */
    static List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(List.of(CUSTOMERS, EVENTS));
        all.addAll(Reading.PARAMETERS);
        return all;
    }

    /** From files when some are given, else from the data file. The expressions say what will be asked for. */
    static World of(Session session, Program program, Collection<Expression> asked) {
        Call call = session.call();
        if (call.value(CUSTOMERS).isEmpty() && !call.value(EVENTS).isEmpty()) {
            throw Problem.of(CliCode.CLASH, "--events needs --customers, because the data file has events of its own")
                    .failure();
        }
        List<String> files = new ArrayList<>(call.value(CUSTOMERS));
        files.addAll(call.value(EVENTS));
        Reading.refuseInputTwice(files);
        return session.call().value(CUSTOMERS).isEmpty() ? stored(session, program) : files(session, program, asked);
    }

    static World stored(Session session, Program program) {
        session.recordUnmasking();
        StoredPopulation population = session.population(program.vocabulary());
        AsOf asOf = session.asOf();
        List<Pins.Entry> pins = new SegmentStore(session.store()).pins();
        long day = asOf.today().toEpochDay();
        return new World(
                program.vocabulary(),
                population,
                asOf,
                new GroupMarks(new Pins(pins, day), new GroupStore(session.store()), day),
                new RangeIds(population, asOf),
                List.of(),
                List.of());
    }

    private static World files(Session session, Program program, Collection<Expression> asked) {
        Call call = session.call();
        FilePopulation population;
        List<Problem> problems;
        try (BadRows bad = Reading.badRows(call, null)) {
            population = Reading.population(
                    session,
                    program.vocabulary(),
                    call.value(CUSTOMERS),
                    call.value(EVENTS),
                    needs(session, program, asked),
                    bad);
            problems = bad.problems();
        }
        List<String> notes = new ArrayList<>();
        FilePopulation.Loaded loaded = population.loaded();
        note(notes, loaded.duplicates(), "events that were there twice and count once");
        note(
                notes,
                loaded.conflicts(),
                "events with the kind and id of another one and another content; the first counts");
        note(notes, loaded.apart(), "events of customers who are not in the files; left out");
        note(notes, loaded.rejected(), "bad rows; left out");
        return new World(
                program.vocabulary(),
                population,
                session.asOf(),
                Marks.NONE,
                number -> population.ids().get(number),
                notes,
                problems);
    }

    private static void note(List<String> notes, long count, String words) {
        if (count > 0) {
            notes.add(words + ": " + count);
        }
    }

    /** What the asked expressions and all scores behind them read. */
    private static Needs needs(Session session, Program program, Collection<Expression> asked) {
        List<Expression> all = new ArrayList<>(asked);
        for (Expression expression : asked) {
            for (Definition definition : Dependencies.of(expression)) {
                if (definition instanceof Definition.Score score) {
                    all.add(score.of());
                }
            }
        }
        return Compiled.of(program.vocabulary(), session.asOf(), all).needs();
    }

    /** The answer with what was noticed while reading; the exit code says so when rows were passed over. */
    Outcome told(Outcome answer) {
        Outcome told = answer;
        for (String note : notes) {
            told = told.note(note);
        }
        return problems.isEmpty() ? told : told.problems(problems, Exit.PARTLY);
    }

    /** Tells how many customers are left out because they register only after the as-of. */
    void noteAbsent(long counted, List<String> into) {
        note(into, population.size() - counted, "customers who register only after " + asOf.today() + "; left out");
    }

    /** The number of the customer with this external id. */
    int number(String id) {
        int number = population.number(id);
        if (number < 0) {
            throw Problem.of(SegmentCode.UNKNOWN_CUSTOMER, "no customer '" + id + "'")
                    .failure();
        }
        return number;
    }
}
