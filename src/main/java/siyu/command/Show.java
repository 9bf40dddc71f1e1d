package siyu.command;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Forms;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.Exit;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Needs;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Mask;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.program.Program;
import siyu.rule.Compiled;
import siyu.rule.Definition;
import siyu.rule.Dependencies;
import siyu.rule.Expression;
import siyu.rule.Personal;
import siyu.segment.SegmentStore;
import siyu.segment.Segmenting;
import siyu.segment.Stay;

/**
 * {@code show}: everything known about one customer, on one screen. Reads his rows alone of the one range of customers he is in,
 * so it takes the same time in a file of a thousand and of ten million; scores, which need everybody, are therefore not among it.
 */
public final class Show implements Verb {
    private static final Parameter<String> ID = Parameter.positional("ID", "the customer's external id");
    private static final Parameter<Integer> EVENTS = Parameter.option(
                    "--recent", "N", "how many of the last events to show", new Forms.Whole(0, 1000))
            .or(10);

    @Override
    public Manual manual() {
        return new Manual(
                "Everything known about one customer",
                List.of(
                        "Attributes as of the date asked for, segments as they are worked out now and the date since when they were"
                                + " stored, metrics, tags, level, points, groups, who looks after him, referrals, tasks, what is due and the last events. Names and phone numbers are masked; --unmask with --reason"
                                + " shows them."),
                List.of(
                        new Example("siyu show C00000007", "one customer"),
                        new Example("siyu show C00000007 -o json", "as JSON")),
                List.of("siyu.show/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ID, EVENTS);
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call).ahead();
        Program program = session.program();
        // Before the data file is asked for, which is still being opened.
        List<Definition> definitions = new ArrayList<>();
        for (Definition definition : program.definitions().all()) {
            if (alone(definition)) {
                definitions.add(definition);
            }
        }
        List<Expression> roots = new ArrayList<>();
        definitions.forEach(definition -> roots.add(Segmenting.reference(definition)));
        Compiled compiled = Compiled.of(program.vocabulary(), session.asOf(), roots);
        Needs needs = everything(program.vocabulary()).and(compiled.needs());
        World world = World.stored(session, program);
        int number = world.number(call.value(ID));
        CustomerBlock block =
                world.population().customer(number, needs, world.asOf()).with(Map.of(), world.marks());
        Compiled.Frame frame = compiled.frame();
        frame.load(block);
        Map<String, Object> values = new LinkedHashMap<>();
        int row = number - block.first;
        for (int i = 0; i < roots.size(); i++) {
            Object value = Cells.value(frame.value(i), row, world.vocabulary());
            if (value instanceof String text
                    && !call.value(Common.UNMASK)
                    && Personal.is(world.vocabulary(), roots.get(i))) {
                value = Mask.of(text);
            }
            if (value != null) {
                values.put(definitions.get(i).name(), value);
            }
        }
        Map<String, Object> since = since(session, number, world.asOf().today().toEpochDay());
        ShowParts parts = new ShowParts(session, world, number);
        return Outcome.of(table(world, block, row, definitions, values, since, parts, call.value(EVENTS)));
    }

    /** Whether it can be worked out for one customer without looking at all others. */
    private static boolean alone(Definition definition) {
        return !(definition instanceof Definition.Score)
                && Dependencies.of(definition).stream().noneMatch(part -> part instanceof Definition.Score);
    }

    private static Needs everything(Vocabulary vocabulary) {
        BitSet customer = new BitSet();
        customer.set(0, vocabulary.customer().size());
        BitSet event = new BitSet();
        event.set(0, vocabulary.event().size());
        return new Needs(customer, event);
    }

    /** Where stored memberships say he was at the end of that epoch day, and since when. */
    private static Map<String, Object> since(Session session, int number, long day) {
        Map<String, Object> since = new LinkedHashMap<>();
        for (Stay stay : new SegmentStore(session.store()).history(number)) {
            Long left = stay.left();
            if (stay.entered() <= day && (left == null || left > day)) {
                Map<String, Object> stored = new LinkedHashMap<>();
                stored.put("segment", stay.segment());
                stored.put("since", java.time.LocalDate.ofEpochDay(stay.entered()));
                since.put(stay.segmentation(), stored);
            }
        }
        return since;
    }

    private static Table table(
            World world,
            CustomerBlock block,
            int row,
            List<Definition> definitions,
            Map<String, Object> values,
            Map<String, Object> stored,
            ShowParts parts,
            int recent) {
        Vocabulary vocabulary = world.vocabulary();
        List<Heading> headings = new ArrayList<>();
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < vocabulary.customer().size(); i++) {
            Attribute attribute = vocabulary.customer().get(i);
            headings.add(Heading.of(attribute.name(), kind(attribute)));
            cells.add(Cells.value(Objects.requireNonNull(block.attributes[i]), row, vocabulary));
        }
        Map<String, Object> segments = new LinkedHashMap<>();
        Map<String, Object> metrics = new LinkedHashMap<>();
        List<Object> tags = new ArrayList<>();
        Map<String, Object> sources = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            Object value = values.get(definition.name());
            if (definition instanceof Definition.Tag tag && Boolean.TRUE.equals(value)) {
                tags.add(definition.name());
                sources.put(tag.name(), parts.source(tag));
            } else if (definition instanceof Definition.Segmentation && value != null) {
                segments.put(definition.name(), value);
            } else if (definition instanceof Definition.Metric && value != null) {
                metrics.put(definition.name(), value);
            }
        }
        add(headings, cells, "segments", segments);
        add(headings, cells, "stored_segments", stored);
        add(headings, cells, "tags", tags);
        headings.add(Heading.of("tag_sources", Heading.Kind.NESTED).wideOnly());
        cells.add(sources);
        add(headings, cells, "metrics", metrics);
        parts.all(block, row).forEach((name, value) -> add(headings, cells, name, value));
        EventBlock events = block.events;
        int from = events == null ? 0 : events.offsets[row];
        int to = events == null ? 0 : events.offsets[row + 1];
        // What happened after the as-of does not exist; events are in order of time.
        while (to > from
                && at(Objects.requireNonNull(events), to - 1) >= world.asOf().endMicros()) {
            to--;
        }
        headings.add(Heading.of("events", Heading.Kind.INTEGER));
        cells.add((long) (to - from));
        List<Object> last = new ArrayList<>();
        for (int i = to - 1; i >= Math.max(from, to - recent); i--) {
            last.add(event(vocabulary, Objects.requireNonNull(events), i));
        }
        add(headings, cells, "recent_events", last);
        return Table.of(
                        "siyu.show/1",
                        world.asOf().zone(),
                        headings,
                        Rows.of(List.<@Nullable Object[]>of(cells.toArray())))
                .with("as_of", world.asOf().today())
                .one();
    }

    private static long at(EventBlock events, int row) {
        return Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]).longs[row];
    }

    private static void add(List<Heading> headings, List<@Nullable Object> cells, String name, Object value) {
        headings.add(Heading.of(name, Heading.Kind.NESTED));
        cells.add(value);
    }

    private static Heading.Kind kind(Attribute attribute) {
        return attribute.personal() ? Heading.Kind.PERSONAL : Cells.kind(attribute.type());
    }

    private static Map<String, Object> event(Vocabulary vocabulary, EventBlock events, int row) {
        Map<String, Object> event = new LinkedHashMap<>();
        Column at = Objects.requireNonNull(events.attributes[Vocabulary.EVENT_AT]);
        event.put("at", Objects.requireNonNull(Cells.value(at, row, vocabulary)));
        event.put("kind", vocabulary.kinds().get(events.kinds[row]));
        for (int i = 0; i < vocabulary.event().size(); i++) {
            Column column = events.attributes[i];
            Object value = column == null || i == Vocabulary.EVENT_AT ? null : Cells.value(column, row, vocabulary);
            if (value != null) {
                event.put(vocabulary.event().get(i).name(), value);
            }
        }
        return event;
    }
}
