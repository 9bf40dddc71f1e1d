package siyu.program;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.benefit.BenefitRules;
import siyu.fact.Vocabulary;
import siyu.group.GroupRules;
import siyu.level.LevelRules;
import siyu.lottery.Lottery;
import siyu.points.PointsRules;
import siyu.referral.ReferralRules;
import siyu.rule.Definition;
import siyu.rule.Definitions;
import siyu.rule.Dependencies;
import siyu.rule.Printer;
import siyu.staff.Platform;
import siyu.staff.StaffRules;
import siyu.task.TaskRules;

/**
 * The whole YAML of a workspace as one immutable value.
 *
 * @param name the {@code program:} word
 * @param root the workspace directory
 * @param data the data file's path as configured, resolved against the root, without {@code .mv.db}; null when none is named
 * @param vocabulary attributes, kinds, zone, currency
 * @param definitions metrics, segmentations, scores, tags
 * @param points how points are earned, spent and lost
 * @param tasks what customers are asked to do, badges and leaderboards
 * @param levels null when there are none
 * @param referral what it brings to bring a customer, or null
 * @param benefits what levels bring
 * @param lotteries in the order of the files
 * @param groups the kinds of groups there are
 * @param staff live codes, and what is done with customers who part from their staff member
 * @param platform what the platform allows on which customers and staff are connected
 * @param content what was read
 */
public record Program(
        String name,
        Path root,
        @Nullable Path data,
        Vocabulary vocabulary,
        Definitions definitions,
        PointsRules points,
        TaskRules tasks,
        @Nullable LevelRules levels,
        @Nullable ReferralRules referral,
        BenefitRules benefits,
        List<Lottery> lotteries,
        GroupRules groups,
        StaffRules staff,
        Platform platform,
        Content content) {
    /**
     * Canonical text of every definition by name, with those it leans on behind it, one a line: what a rule's version is the hash
     * of. Worked out at each call.
     */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Definition definition : definitions.all()) {
            StringBuilder text = new StringBuilder(Printer.text(vocabulary, definition));
            for (Definition other : Dependencies.of(definition)) {
                text.append('\n').append(other.name()).append(" is ").append(Printer.text(vocabulary, other));
            }
            texts.put(definition.name(), text.toString());
        }
        return texts;
    }

    /**
     * SHA-256 of all files read and overrides, hexadecimal. Worked out at each call, because the first use of a message digest
     * costs a cold JVM more than reading the program does.
     */
    public String hash() {
        return content.hash();
    }
}
