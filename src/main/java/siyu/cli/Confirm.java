package siyu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import siyu.core.Problem;
import siyu.out.Scrub;

/**
 * Asks before a big change: one that touches {@link #MANY} things or more, and any that cannot be undone. What big means is decided
 * here alone.
 */
public final class Confirm {
    /** So many rows at once are a big change: customers moved, entries posted, rewards paid. */
    public static final long MANY = 10_000;

    /** So many points given or taken by hand at once are a big change. */
    public static final long MANY_POINTS = 1_000_000;

    private static final int LONGEST_ANSWER = 100;

    private Confirm() {}

    /**
     * Returns when a change is wanted that is asked about only when it is big.
     *
     * @param count rows that are stored
     * @param things what they are, {@code moves}
     * @throws siyu.core.Failure when it is big and not confirmed
     */
    public static void big(Call call, long count, String things) {
        if (count >= MANY) {
            ask(call, "store " + grouped(count) + " " + things + "?");
        }
    }

    /**
     * The same for points that a person gives or takes.
     *
     * @param points how many, at least 0
     * @throws siyu.core.Failure when it is big and not confirmed
     */
    public static void points(Call call, long points) {
        if (points >= MANY_POINTS) {
            ask(call, "post " + grouped(points) + " points?");
        }
    }

    /** Digits in threes: nobody counts noughts. */
    private static String grouped(long number) {
        StringBuilder digits = new StringBuilder().append(number);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    /**
     * Returns when the change is wanted: {@code --yes} or {@code --dry-run} was given, or somebody at a terminal said yes.
     *
     * @param question with what is at stake, {@code move 1,204 customers out of 'inner'?}
     * @throws siyu.core.Failure otherwise
     */
    public static void ask(Call call, String question) {
        if (call.value(Common.YES) || call.value(Common.DRY_RUN)) {
            return;
        }
        Io io = call.io();
        if (!io.terminal().in() || !io.terminal().err()) {
            throw Problem.of(CliCode.NEEDS_CONFIRMATION, "there is no terminal to ask at: " + question)
                    .hint("--yes does it, --dry-run shows what it would do")
                    .failure();
        }
        io.err().print(Scrub.text(question) + " [y/N] ");
        io.err().flush();
        String answer = answer(io).strip();
        if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes") && !answer.equals("是")) {
            throw Problem.of(CliCode.NEEDS_CONFIRMATION, "not confirmed, so nothing was changed")
                    .failure();
        }
    }

    /** One line, read byte by byte so that nothing behind it is swallowed. */
    private static String answer(Io io) {
        byte[] bytes = new byte[LONGEST_ANSWER];
        int size = 0;
        try {
            for (int b = io.in().read(); b >= 0 && b != '\n'; b = io.in().read()) {
                if (size < bytes.length) {
                    bytes[size++] = (byte) b;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
