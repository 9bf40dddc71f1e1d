package siyu;

import java.util.ArrayList;
import java.util.List;
import siyu.cli.CliCode;
import siyu.cli.CommandTree;
import siyu.cli.Verb;
import siyu.config.ConfigCode;
import siyu.core.Code;
import siyu.customer.CustomerCode;
import siyu.importing.ImportCode;
import siyu.program.ProgramCode;
import siyu.rule.RuleCode;
import siyu.store.StoreCode;

/**
 * The composition root: every command in the order of help, and which class does it. A verb is built only when it was asked
 * for; text labels in a {@code switch} cost nothing at start-up, method references would.
 */
final class Commands implements CommandTree.Parts {
    /** As in pom.xml; HouseTest compares. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    private Commands() {}

    static CommandTree tree() {
        return new CommandTree(
                "siyu",
                VERSION,
                "rings, segments and rewards for a customer base of your own",
                List.of(CommandTree.verb("version", "Show the versions of siyu and Java")),
                new Commands());
    }

    @Override
    public Verb verb(String path) {
        return switch (path) {
            case "version" -> new siyu.command.Version(VERSION);
            default -> throw new IllegalStateException("no verb for '" + path + "'");
        };
    }

    @Override
    public List<Code> codes() {
        List<Code> codes = new ArrayList<>();
        codes.addAll(List.of(CliCode.values()));
        codes.addAll(List.of(ConfigCode.values()));
        codes.addAll(List.of(ProgramCode.values()));
        codes.addAll(List.of(RuleCode.values()));
        codes.addAll(List.of(ImportCode.values()));
        codes.addAll(List.of(CustomerCode.values()));
        codes.addAll(List.of(StoreCode.values()));
        return codes;
    }
}
