package siyu.command;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.cli.Call;
import siyu.cli.Common;
import siyu.cli.Outcome;
import siyu.cli.Parameter;
import siyu.cli.Verb;
import siyu.core.AsOf;
import siyu.core.Exit;
import siyu.core.Problem;
import siyu.customer.Facts;
import siyu.customer.ImportEvents;
import siyu.importing.RecordReader;
import siyu.points.PointsCode;
import siyu.referral.Decided;
import siyu.referral.Invitations;
import siyu.referral.ReferralCode;
import siyu.referral.ReferralRules;
import siyu.referral.ReferralTables;

/** {@code referral record}: one invitation, as one row of an import. */
public final class ReferralRecord implements Verb {
    private static final Parameter<String> REFERRER = Parameter.positional("REFERRER", "the customer who invites");
    private static final Parameter<String> REFEREE =
            Parameter.positional("REFEREE", "who is invited; need not be a customer yet");
    private static final Parameter<String> KEY =
            Parameter.option("--key", "ID", "the id of the invitation (default: REFERRER>REFEREE)", text -> text);

    @Override
    public Manual manual() {
        return new Manual(
                "Record one invitation",
                List.of(
                        "The same as one row of 'siyu import referrals'. Recording it again, with the same key and people,"
                                + " changes nothing."),
                List.of(
                        new Example("siyu referral record C00000000 new-customer", "now"),
                        new Example(
                                "siyu referral record C00000000 N2 --key web-17 --at 2026-02-01T10:00:00+08:00",
                                "with the id and the time another system gave it")),
                List.of("siyu.referral.record/1"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(REFERRER, REFEREE, KEY, LedgerDesk.AT);
    }

    @Override
    public List<Common.Set> shared() {
        return List.of(Common.Set.CHANGE, Common.Set.WORLD, Common.Set.OUTPUT);
    }

    @Override
    public List<String> columns(Call call) {
        return ReferralTables.LIST;
    }

    @Override
    public List<Exit> exits() {
        return List.of(Exit.REFUSED);
    }

    @Override
    public Outcome run(Call call) {
        Session session = Session.of(call);
        ReferralDesk desk = ReferralDesk.of(session);
        String referrer = call.value(REFERRER);
        String referee = call.value(REFEREE);
        String given = call.get(KEY);
        String key = given == null ? referrer + ">" + referee : given;
        int customer = desk.world().number(referrer);
        Instant at = call.get(LedgerDesk.AT);
        if (at != null && at.isAfter(session.now())) {
            throw Problem.of(PointsCode.FUTURE, "--at " + at + " has not come yet")
                    .failure();
        }
        AsOf now =
                AsOf.instant(session.now().plusNanos(1000), desk.world().asOf().zone());
        Invitations all = desk.invitations(now);
        for (int i = 0; i < all.size(); i++) {
            if (all.id(i).equals(key)) {
                requireSame(all, i, customer, referee, at);
                return told(desk, desk.decided(now), key, true);
            }
        }
        String row = "id,customer,kind,at,ref\n" + cell(key) + "," + cell(referrer) + "," + ReferralRules.KIND + ","
                + (at == null ? session.now() : at) + "," + cell(referee) + "\n";
        take(session, row);
        if (session.dryRun()) {
            return Outcome.of(ReferralTables.list(
                    "siyu.referral.record/1",
                    desk.decided(now),
                    new int[0],
                    desk.world().ids(),
                    now));
        }
        // What is in the data file has changed, so everything is looked at anew.
        return told(ReferralDesk.of(session), null, key, false);
    }

    private static Outcome told(ReferralDesk desk, @Nullable Decided known, String key, boolean replay) {
        AsOf asOf = AsOf.instant(
                desk.world().asOf().end().plusNanos(1000), desk.world().asOf().zone());
        Decided decided = known == null ? desk.decided(asOf) : known;
        return Outcome.of(ReferralTables.list(
                        "siyu.referral.record/1",
                        decided,
                        new int[] {ReferralDesk.find(decided.invitations(), key)},
                        desk.world().ids(),
                        asOf)
                .with("replay", replay));
    }

    private static void requireSame(Invitations all, int i, int customer, String referee, @Nullable Instant at) {
        String differs = null;
        if (all.referrer(i) != customer) {
            differs = "by another customer";
        } else if (!all.refereeId(i).equals(referee)) {
            differs = "of '" + all.refereeId(i) + "', not '" + referee + "'";
        } else if (at != null && all.at(i) != at.getEpochSecond() * 1_000_000L + at.getNano() / 1000) {
            differs = "at another time";
        }
        if (differs != null) {
            throw ReferralCode.BLOCKED_RECORD
                    .problem("the invitation '" + all.id(i) + "' is on record " + differs)
                    .hint("give another --key")
                    .failure();
        }
    }

    private static void take(Session session, String row) {
        RecordReader.Options options =
                new RecordReader.Options(List.of("-"), "csv", "utf-8", null, Map.of(), Map.of(), null, List.of(), null);
        Facts.Source source = consumer -> RecordReader.read(
                RecordReader.Of.EVENTS,
                session.program().vocabulary(),
                options,
                RecordReader.Setting.of(
                        session.call().io().directory(),
                        new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8))),
                consumer);
        ImportEvents.Result result = ImportEvents.run(
                session.store(),
                session.program().vocabulary(),
                source,
                Facts.Settings.of(session.dataFolder()),
                session.dryRun() ? null : () -> session.run("referral record", ""));
        if (result.taken() != 1) {
            throw ReferralCode.BLOCKED_RECORD
                    .problem("somebody else recorded an invitation with this key just now")
                    .hint("look at it with 'siyu referral list'")
                    .failure();
        }
    }

    /** A text as a cell of CSV. */
    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
