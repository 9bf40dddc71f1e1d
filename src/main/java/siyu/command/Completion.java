package siyu.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Completions;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;

/** {@code siyu completion SHELL}: the script by which a shell completes command lines. */
public final class Completion implements Verb {
    private static final Parameter<String> SHELL =
            Parameter.positional("SHELL", "the shell").oneOf(Completions.SHELLS);

    @Override
    public Manual manual() {
        return new Manual(
                "Print the completion script of a shell",
                List.of(
                        "bash: source <(siyu completion bash), in ~/.bashrc.",
                        "zsh: siyu completion zsh > _siyu, in a folder of $fpath.",
                        "fish: siyu completion fish > ~/.config/fish/completions/siyu.fish"),
                List.of(new Example("siyu completion bash", "for bash"), new Example("siyu completion zsh", "for zsh")),
                List.of());
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SHELL);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of();
    }

    @Override
    public Outcome run(Call call) {
        byte[] script = Completions.of(call.value(SHELL)).getBytes(StandardCharsets.UTF_8);
        return Outcome.text(out -> out.write(script));
    }
}
