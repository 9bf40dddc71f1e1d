package siyu.command;

import java.util.ArrayList;
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
import siyu.customer.Parallel;
import siyu.fact.Attribute;
import siyu.fact.Column;
import siyu.fact.CustomerBlock;
import siyu.fact.EventBlock;
import siyu.fact.Vocabulary;
import siyu.out.Heading;
import siyu.out.Rows;
import siyu.out.Table;
import siyu.program.Program;
import siyu.rule.Definition;

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
        ShowFacts facts = new ShowFacts(program, session.asOf());
        World world = World.stored(session, program);
        int customer = world.number(call.value(ID));
        ShowParts parts = new ShowParts(session, world, customer);
        // These are other tables, so both are read at once.
        Parallel.each(2, () -> task -> {
            if (task == 0) {
                facts.read(world, customer, call.value(Common.UNMASK));
            } else {
                parts.read();
            }
        });
        return Outcome.of(table(world, customer, facts, parts, call.value(EVENTS)));
    }

    private static Table table(World world, int customer, ShowFacts facts, ShowParts parts, int recent) {
        Vocabulary vocabulary = world.vocabulary();
        CustomerBlock block = facts.block();
        int row = customer - block.first;
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
        for (Definition definition : facts.definitions()) {
            Object value = facts.values().get(definition.name());
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
        add(headings, cells, "stored_segments", parts.stored());
        add(headings, cells, "tags", tags);
        headings.add(Heading.of("tag_sources", Heading.Kind.NESTED).wideOnly());
        cells.add(sources);
        add(headings, cells, "metrics", metrics);
        parts.with(block, row).forEach((name, value) -> add(headings, cells, name, value));
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
