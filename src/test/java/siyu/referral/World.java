package siyu.referral;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import siyu.core.AsOf;
import siyu.customer.Facts;
import siyu.customer.FilePopulation;
import siyu.fact.Needs;
import siyu.fact.Population;
import siyu.fact.Vocabulary;
import siyu.importing.RecordReader;
import siyu.program.Program;
import siyu.program.ProgramReader;

/** A population in memory, and a program's referral rules. */
record World(Vocabulary vocabulary, ReferralRules rules, Population population) {
    /** Reads the program and the rows in the temporary folder. */
    static World of(Path folder, String yaml, String customers, String events) throws IOException {
        Files.writeString(folder.resolve("siyu.yaml"), yaml);
        Program program = ProgramReader.read(folder, List.of());
        Vocabulary vocabulary = program.vocabulary();
        BitSet customer = new BitSet();
        customer.set(0, vocabulary.customer().size());
        BitSet event = new BitSet();
        event.set(0, vocabulary.event().size());
        Population population = FilePopulation.load(
                vocabulary,
                source(folder, RecordReader.Of.CUSTOMERS, vocabulary, customers),
                source(folder, RecordReader.Of.EVENTS, vocabulary, events),
                new Needs(customer, event),
                Facts.Settings.of(folder));
        return new World(vocabulary, Objects.requireNonNull(program.referral()), population);
    }

    /** The same customers under another program with the same words. */
    World with(Path folder, String yaml) throws IOException {
        Files.writeString(folder.resolve("siyu.yaml"), yaml);
        Program program = ProgramReader.read(folder, List.of());
        return new World(program.vocabulary(), Objects.requireNonNull(program.referral()), population);
    }

    private static Facts.Source source(Path folder, RecordReader.Of of, Vocabulary vocabulary, String rows) {
        RecordReader.Options options =
                new RecordReader.Options(List.of("-"), "csv", "utf-8", null, Map.of(), Map.of(), null, List.of(), null);
        return consumer -> RecordReader.read(
                of,
                vocabulary,
                options,
                RecordReader.Setting.of(folder, new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))),
                consumer);
    }

    Gathering gather(AsOf asOf) {
        return Gathering.of(vocabulary, population, asOf, rules);
    }

    /** Where everything is when this is on record. */
    Decided decided(AsOf asOf, Recorded recorded) {
        return Decided.of(vocabulary, population, asOf, rules, gather(asOf), recorded);
    }

    /** The same when nothing is. */
    Decided decided(AsOf asOf) {
        Gathering facts = gather(asOf);
        return Decided.of(vocabulary, population, asOf, rules, facts, Recorded.empty(facts.invitations()));
    }

    /** What is settled when it is settled at the end of some days, one after the other. */
    Rewards settled(List<AsOf> days) {
        Rewards all = new Rewards();
        for (AsOf day : days) {
            Gathering facts = gather(day);
            Recorded recorded = new Recorded(facts.invitations().size(), all);
            Rewards fresh = Settling.of(Decided.of(vocabulary, population, day, rules, facts, recorded));
            Rewards both = new Rewards();
            for (Rewards rows : List.of(all, fresh)) {
                for (int row = 0; row < rows.size(); row++) {
                    both.add(
                            rows.invitation(row),
                            rows.side(row),
                            rows.back(row),
                            rows.customer(row),
                            rows.amount(row),
                            rows.refused(row),
                            rows.qualified[row],
                            rows.at(row));
                }
            }
            all = both;
        }
        return all;
    }
}
