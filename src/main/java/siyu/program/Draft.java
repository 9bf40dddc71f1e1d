package siyu.program;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import siyu.core.Diagnostics;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.fact.Attribute;
import siyu.fact.Vocabulary;
import siyu.group.GroupRules;
import siyu.level.LevelRules;
import siyu.lottery.Lottery;
import siyu.points.PointsRules;
import siyu.referral.ReferralRules;
import siyu.rule.DefinitionReader;
import siyu.rule.Definitions;
import siyu.staff.Platform;
import siyu.staff.StaffRules;
import siyu.task.TaskRules;

/** A program while it is being read. Stand-ins fill what is missing, so that later problems are found in the same run. */
final class Draft {
    final Diagnostics diagnostics;
    final Path root;
    String name = "";
    ZoneId zone = ZoneOffset.UTC;
    String currency = "XXX";
    int decimals = 2;

    @Nullable
    Path data;

    PointsRules points = PointsRules.NONE;
    TaskRules tasks = TaskRules.NONE;

    final BenefitsReading benefits = new BenefitsReading(this);

    @Nullable
    LevelRules levels;

    @Nullable
    ReferralRules referral;

    List<Lottery> lotteries = List.of();
    GroupRules groups = GroupRules.NONE;
    StaffRules staff = StaffRules.NONE;
    Platform platform = Platform.NONE;

    final List<Attribute> customer = new ArrayList<>();
    final Map<String, List<Attribute>> events = new LinkedHashMap<>();
    final Diagnostics ruleProblems = new Diagnostics();
    private final List<Consumer<Definitions>> later = new ArrayList<>();
    private @Nullable DefinitionReader rules;

    Draft(Path root, Diagnostics diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /**
     * Takes definitions. From the first call on the vocabulary is settled, so the sections that define things come after those
     * that name attributes, zone and currency.
     */
    DefinitionReader rules() {
        if (rules == null) {
            rules = new DefinitionReader(new Vocabulary(zone, currency, decimals, customer, events), ruleProblems);
        }
        return rules;
    }

    /** Registers what can only be read when all definitions are known: sections whose expressions name them. */
    void later(Consumer<Definitions> reading) {
        later.add(reading);
    }

    /** Settles the vocabulary and all definitions, then reads what waited for them. */
    Definitions definitions() {
        Definitions definitions = rules().read();
        later.forEach(reading -> reading.accept(definitions));
        return definitions;
    }

    /** The referral rules, with the refunds that {@code points:} tells of, or null. */
    @Nullable
    ReferralRules referral() {
        ReferralRules rules = referral;
        return rules == null
                ? null
                : rules.refunds(points.refunds().stream()
                        .map(refund -> new ReferralRules.Refund(refund.on(), refund.of()))
                        .toList());
    }

    void report(ProgramCode code, String message, Place place, @Nullable String hint) {
        diagnostics.add(Problem.of(code, message).at(place).hint(hint));
    }
}
