package siyu.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import siyu.core.Diagnostics;
import siyu.core.Nearest;
import siyu.core.Problem;

/**
 * The words of one command line as values of a verb's parameters. picocli sorts the words; what they mean is read here, so that
 * every problem is reported, not only the first.
 */
final class Arguments {
    private final String command;
    private final List<Parameter<?>> parameters;
    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<String, @Nullable Object> values = new HashMap<>();

    /** @param command the path, for messages */
    Arguments(String command, List<Parameter<?>> parameters) {
        this.command = command;
        this.parameters = parameters;
    }

    /**
     * Values by first name.
     *
     * @throws siyu.core.Failure with every problem of the line
     */
    Map<String, @Nullable Object> read(List<String> words) {
        CommandSpec spec = CommandSpec.create();
        Map<String, CommandLine.Model.ArgSpec> arguments = new HashMap<>();
        int position = 0;
        for (Parameter<?> parameter : parameters) {
            boolean many = parameter.arity() == Parameter.Arity.MANY;
            if (parameter.positional()) {
                PositionalParamSpec argument = PositionalParamSpec.builder()
                        .paramLabel(parameter.label())
                        .index(many ? position + "..*" : String.valueOf(position))
                        .arity(many ? "0..*" : "0..1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build();
                position++;
                spec.addPositional(argument);
                arguments.put(parameter.name(), argument);
            } else {
                boolean flag = parameter.arity() == Parameter.Arity.SWITCH;
                OptionSpec.Builder option = OptionSpec.builder(parameter.names().toArray(new String[0]))
                        .paramLabel(parameter.label());
                // An option may be given again: lists take all, the others the last, so that an alias can be overruled.
                OptionSpec argument = (flag
                                ? option.arity("0").type(boolean[].class)
                                : option.arity("1").type(List.class).auxiliaryTypes(String.class))
                        .build();
                spec.addOption(argument);
                arguments.put(parameter.name(), argument);
            }
        }
        CommandLine.ParseResult result = parse(spec, words);
        for (Parameter<?> parameter : parameters) {
            boolean flag = parameter.arity() == Parameter.Arity.SWITCH;
            CommandLine.Model.ArgSpec argument = arguments.get(parameter.name());
            List<String> given = argument == null ? List.of() : argument.stringValues();
            boolean named = flag && result.hasMatchedOption(parameter.name());
            values.put(parameter.name(), value(parameter, named ? List.of("") : given));
        }
        diagnostics.throwIfAny();
        return values;
    }

    private CommandLine.ParseResult parse(CommandSpec spec, List<String> words) {
        CommandLine line = new CommandLine(spec)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setUnmatchedArgumentsAllowed(true)
                .setUnmatchedOptionsArePositionalParams(false)
                .setCaseInsensitiveEnumValuesAllowed(false);
        spec.parser().collectErrors(true);
        CommandLine.ParseResult result = line.parseArgs(words.toArray(new String[0]));
        for (Exception error : result.errors()) {
            missingValue(error);
        }
        int end = words.indexOf("--");
        List<String> options = end < 0 ? words : words.subList(0, end);
        List<String> parameters = new ArrayList<>();
        for (String word : result.unmatched()) {
            if (word.length() > 1 && word.startsWith("-") && options.contains(word)) {
                unknownOption(word);
            } else {
                parameters.add(word);
            }
        }
        // A word behind an unknown option may be its value: it is complained about only when the options are right.
        if (diagnostics.isEmpty()) {
            for (String word : parameters) {
                diagnostics.add(Problem.of(CliCode.UNEXPECTED_ARGUMENT, "parameter '" + word + "' is one too many")
                        .hint("quote a value that holds spaces"));
            }
        }
        return result;
    }

    private void missingValue(Exception error) {
        if (error instanceof CommandLine.MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            diagnostics.add(Problem.of(
                    CliCode.MISSING_ARGUMENT,
                    "option '" + option.longestName() + "' needs a value " + option.paramLabel()));
        } else if (error instanceof CommandLine.ParameterException) {
            diagnostics.add(Problem.of(CliCode.BAD_VALUE, String.valueOf(error.getMessage())));
        } else {
            throw new IllegalStateException(error);
        }
    }

    private void unknownOption(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        List<String> known = new ArrayList<>();
        for (Parameter<?> parameter : parameters) {
            if (!parameter.positional()) {
                known.addAll(parameter.names());
            }
        }
        // One letter is near to every other: only long names are guessed at.
        String hint = name.startsWith("--") ? Nearest.hint(name, known) : null;
        diagnostics.add(Problem.of(CliCode.UNKNOWN_OPTION, "'" + command + "' has no option '" + name + "'")
                .hint(hint == null ? "'" + command + " --help' lists the options" : hint));
    }

    private <T> @Nullable T value(Parameter<T> parameter, List<String> given) {
        if (given.isEmpty()) {
            if (parameter.required()) {
                diagnostics.add(
                        Problem.of(CliCode.MISSING_ARGUMENT, "'" + command + "' needs " + parameter.described()));
            }
            return parameter.initial();
        }
        if (parameter.arity() == Parameter.Arity.SWITCH) {
            return parameter.reader().read(List.of());
        }
        List<String> read =
                parameter.arity() == Parameter.Arity.ONE ? List.of(given.get(given.size() - 1)) : List.copyOf(given);
        for (String text : read) {
            if (!parameter.words().isEmpty() && !parameter.words().contains(text)) {
                bad(parameter, text, "is none of " + String.join(", ", parameter.words()));
                return parameter.initial();
            }
        }
        try {
            return parameter.reader().read(read);
        } catch (IllegalArgumentException wrong) {
            bad(parameter, String.join(" ", read), String.valueOf(wrong.getMessage()));
            return parameter.initial();
        }
    }

    private void bad(Parameter<?> parameter, String text, String why) {
        String hint = parameter.words().isEmpty() ? null : Nearest.hint(text, parameter.words());
        diagnostics.add(Problem.of(CliCode.BAD_VALUE, "'" + text + "' for " + parameter.name() + " " + why)
                .hint(hint));
    }
}
