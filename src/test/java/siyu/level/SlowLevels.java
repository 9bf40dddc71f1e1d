package siyu.level;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Levels once more, as one would do them on paper: monthly reviews, one step down, a grace in days. Looks through everything that
 * was noted of a customer at every step.
 */
public final class SlowLevels {
    private final List<String> names;
    private final Map<String, Long> thresholds;
    private final int grace;
    private final boolean oneDown;
    private final List<Note> notes = new ArrayList<>();

    /** What was noted. */
    public record Note(LocalDate day, String change, String from, String to, LocalDate until) {}

    /**
     * @param names from the lowest to the highest
     * @param thresholds of those that are earned
     */
    public SlowLevels(List<String> names, Map<String, Long> thresholds, int grace, boolean oneDown) {
        this.names = names;
        this.thresholds = thresholds;
        this.grace = grace;
        this.oneDown = oneDown;
    }

    /** Everything noted so far. */
    public List<Note> notes() {
        return notes;
    }

    /** Where the customer is. */
    public String level() {
        String level = names.get(0);
        for (Note note : notes) {
            level = note.to();
        }
        return level;
    }

    /** The end of the grace he has, or {@link LocalDate#MAX} when nobody warned him. */
    private LocalDate grace() {
        LocalDate until = LocalDate.MAX;
        for (Note note : notes) {
            until = note.change().equals("warning") || note.change().equals("fall") ? note.until() : LocalDate.MAX;
        }
        return until;
    }

    private long threshold(String name) {
        return name.equals(names.get(0)) ? Long.MIN_VALUE : thresholds.getOrDefault(name, Long.MAX_VALUE);
    }

    /** Looks at him when a day is over. */
    public void look(LocalDate day, boolean review, long growth) {
        String level = level();
        for (int i = names.size() - 1; i > names.indexOf(level); i--) {
            if (thresholds.containsKey(names.get(i)) && growth >= threshold(names.get(i))) {
                note(day, "rise", level, names.get(i), LocalDate.MAX);
                return;
            }
        }
        boolean below = growth < threshold(level);
        if (!below) {
            if (!grace().equals(LocalDate.MAX)) {
                note(day, "kept", level, level, LocalDate.MAX);
            }
            return;
        }
        if (!review) {
            return;
        }
        if (grace > 0 && grace().equals(LocalDate.MAX)) {
            note(day, "warning", level, level, day.plusDays(grace));
            return;
        }
        boolean fell = notes.stream()
                .anyMatch(note -> note.change().equals("fall")
                        && YearMonth.from(note.day()).equals(YearMonth.from(day)));
        if (fell || grace > 0 && day.isBefore(grace())) {
            return;
        }
        String to = level;
        do {
            to = names.get(names.indexOf(to) - 1);
        } while (!thresholds.containsKey(to) || !oneDown && growth < threshold(to));
        note(day, "fall", level, to, grace > 0 && growth < threshold(to) ? day.plusDays(grace) : LocalDate.MAX);
    }

    private void note(LocalDate day, String change, String from, String to, LocalDate until) {
        notes.add(new Note(day, change, from, to, until));
    }
}
