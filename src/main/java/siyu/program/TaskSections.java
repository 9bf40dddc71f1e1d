package siyu.program;

import static siyu.config.Shape.keys;
import static siyu.config.Shape.optional;
import static siyu.config.Shape.required;
import static siyu.config.Shape.value;
import static siyu.config.Shape.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import siyu.config.Form;
import siyu.config.Node;
import siyu.config.Node.Entry;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Shape;
import siyu.core.Nearest;
import siyu.core.Problem;
import siyu.points.Account;
import siyu.points.CalendarUnit;
import siyu.rule.Definitions;
import siyu.rule.Expression;
import siyu.rule.RuleCode;
import siyu.rule.Source;
import siyu.rule.Window;
import siyu.task.Task;
import siyu.task.TaskCode;
import siyu.task.TaskRules;

/** {@code tasks:}, {@code badges:} and {@code leaderboards:}. */
final class TaskSections {
    private static final int MOST_PLACES = 10_000;
    private static final int USUAL_PLACES = 100;

    private TaskSections() {}

    /** The window that a task's period is for its aggregates. */
    private static Window window(CalendarUnit every) {
        return new Window(
                switch (every) {
                    case DAY -> Window.Unit.TODAY;
                    case WEEK -> Window.Unit.THIS_WEEK;
                    case MONTH -> Window.Unit.THIS_MONTH;
                    case QUARTER -> Window.Unit.THIS_QUARTER;
                    case YEAR -> Window.Unit.THIS_YEAR;
                    case EVER -> Window.Unit.EVER;
                },
                0);
    }

    private static @Nullable Source source(@Nullable Scalar scalar) {
        return scalar == null ? null : new NodeSource(scalar);
    }

    /** {@code tasks:}. */
    static final class Tasks implements Section {
        @Override
        public String name() {
            return "tasks";
        }

        @Override
        public Shape shape() {
            return Shape.names(
                    "what customers are asked to do, each with a reward",
                    keys(
                            "a task",
                            required("kind", word("what it is about", "wealth", "basic", "activity")),
                            required(
                                    "goal",
                                    value(
                                            "a condition; aggregates that name no window count in the task's period",
                                            Form.EXPRESSION)),
                            optional(
                                    "every",
                                    word(
                                            "the period in which it can be done once (default: once in all)",
                                            "day",
                                            "week",
                                            "month",
                                            "quarter",
                                            "year")),
                            optional("reward", new Shape.Whole("points", 1, Account.MOST_PER_ENTRY))));
        }

        @Override
        public void read(Node node, Draft draft) {
            if (node instanceof Mapping mapping) {
                draft.later(definitions -> {
                    List<Task> tasks = new ArrayList<>();
                    for (Entry entry : mapping.entries().values()) {
                        Task task = entry.value() instanceof Mapping one
                                        && Form.isName(entry.key().value())
                                ? task(entry.key().value(), one, definitions, draft)
                                : null;
                        if (task != null) {
                            tasks.add(task);
                        }
                    }
                    draft.tasks = draft.tasks.tasks(List.copyOf(tasks));
                });
            }
        }

        private static @Nullable Task task(String name, Mapping one, Definitions definitions, Draft draft) {
            String word = one.text("kind");
            Task.Kind kind = word == null ? null : Task.Kind.of(word);
            String period = one.text("every");
            CalendarUnit every = period == null ? CalendarUnit.EVER : CalendarUnit.of(period);
            Source source = source(one.scalar("goal"));
            if (kind == null || every == null || source == null) {
                return null;
            }
            Expression goal = definitions.condition(source, draft.ruleProblems, window(every));
            Long reward = ScalarValues.whole(one.scalar("reward"));
            return goal == null ? null : new Task(name, kind, goal, source, every, reward == null ? 0 : reward);
        }
    }

    /** {@code badges:}. */
    static final class Badges implements Section {
        @Override
        public String name() {
            return "badges";
        }

        @Override
        public Shape shape() {
            return Shape.names(
                    "marks of honour, borne for good once the condition was true",
                    value("a condition", Form.EXPRESSION));
        }

        @Override
        public void read(Node node, Draft draft) {
            if (node instanceof Mapping mapping) {
                draft.later(definitions -> {
                    List<TaskRules.Badge> badges = new ArrayList<>();
                    for (Entry entry : mapping.entries().values()) {
                        Source source = source(mapping.scalar(entry.key().value()));
                        Expression when =
                                source == null || !Form.isName(entry.key().value())
                                        ? null
                                        : definitions.condition(source, draft.ruleProblems);
                        if (source != null && when != null) {
                            badges.add(new TaskRules.Badge(entry.key().value(), when, source));
                        }
                    }
                    draft.tasks = draft.tasks.badges(List.copyOf(badges));
                });
            }
        }
    }

    /** {@code leaderboards:}. */
    static final class Boards implements Section {
        @Override
        public String name() {
            return "leaderboards";
        }

        @Override
        public Shape shape() {
            return Shape.names(
                    "rankings of customers by week or month",
                    keys(
                            "a leaderboard",
                            required(
                                    "of",
                                    word(
                                            "what counts: points earned, or of the events of a kind their number or amount",
                                            "points",
                                            "count",
                                            "amount")),
                            optional("on", value("the kind of event that counts", Form.NAME)),
                            required("per", word("the period", "week", "month")),
                            optional("top", new Shape.Whole("how many places (100)", 1, MOST_PLACES))));
        }

        @Override
        public void read(Node node, Draft draft) {
            if (node instanceof Mapping mapping) {
                draft.later(definitions -> {
                    List<TaskRules.Board> boards = new ArrayList<>();
                    for (Entry entry : mapping.entries().values()) {
                        TaskRules.Board board = entry.value() instanceof Mapping one
                                        && Form.isName(entry.key().value())
                                ? board(entry.key().value(), one, definitions, draft)
                                : null;
                        if (board != null) {
                            boards.add(board);
                        }
                    }
                    draft.tasks = draft.tasks.boards(List.copyOf(boards));
                });
            }
        }

        private static TaskRules.@Nullable Board board(String name, Mapping one, Definitions definitions, Draft draft) {
            String of = one.text("of");
            String per = one.text("per");
            Scalar on = one.scalar("on");
            if (of == null || per == null) {
                return null;
            }
            boolean points = of.equals("points");
            if (points != (on == null)) {
                draft.diagnostics.add(Problem.of(
                                TaskCode.BAD_BOARD,
                                points
                                        ? "a leaderboard of points counts the ledger, not events"
                                        : "a leaderboard of events says which kind")
                        .at(one.place())
                        .hint(points ? "leave on: out" : "add on: KIND"));
                return null;
            }
            int kind = on == null ? -1 : definitions.vocabulary().kind(on.value());
            if (on != null && kind < 0) {
                draft.diagnostics.add(Problem.of(
                                RuleCode.UNKNOWN_KIND, "there is no kind of event '" + on.value() + "'")
                        .at(on.place())
                        .hint(Nearest.hint(on.value(), definitions.vocabulary().kinds())));
                return null;
            }
            Long top = ScalarValues.whole(one.scalar("top"));
            int places = top == null || top < 1 || top > MOST_PLACES ? USUAL_PLACES : top.intValue();
            return new TaskRules.Board(name, kind, of.equals("amount"), per.equals("week"), places);
        }
    }
}
