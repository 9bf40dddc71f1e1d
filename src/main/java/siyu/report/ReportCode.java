package siyu.report;

import siyu.core.Code;
import siyu.core.Exit;
import siyu.core.Failure;
import siyu.core.Problem;

/** What can go wrong with reports. */
public enum ReportCode implements Code {
    BAD_WINDOW(
            "E1401",
            "not a window of a report",
            Exit.USAGE,
            "A window is a duration that ends with the as-of's date (30d, 8w, 6m, 1y), a name (today, this_week, last_month, … ever), a"
                    + " calendar unit (2026, 2026-Q1, 2026-02, 2026-W09, 2026-02-28) or two dates (2026-01-01..2026-02-28). It is whole"
                    + " days of the program's zone and starts no later than it ends."),
    BAD_UNIT(
            "E1402",
            "too many periods",
            Exit.USAGE,
            "The window holds more periods of this unit than a report shows. Take a shorter window or a longer unit."),
    UNKNOWN_KIND(
            "E1403",
            "unknown kind of event",
            Exit.USAGE,
            "The program declares no kind of event of this name. The kinds stand under 'events:'."),
    UNKNOWN_PART(
            "E1404",
            "the program does not define what the report is about",
            Exit.USAGE,
            "The report needs a segmentation, a score or an attribute that the program does not define. Name another one by the"
                    + " option that the message tells, or define it."),
    PERSONAL_GROUPS(
            "E1405",
            "groups would tell who customers are",
            Exit.REFUSED,
            "A report by name or phone number would be a list of persons. Group by something that many customers share."),
    TOO_MANY_GROUPS(
            "E1406",
            "too many groups",
            Exit.REFUSED,
            "The expression of --by has more different values than a report can have groups. Group by something that many customers"
                    + " share, such as a segment, a region or a rounded figure."),
    BAD_STEPS(
            "E1407",
            "not a funnel",
            Exit.USAGE,
            "A funnel has 2 to 20 steps, each a kind of event with an optional condition: --step login --step"
                    + " 'purchase[amount > 100]'."),
    FOUND(
            "E1410",
            "the report holds what was looked for",
            Exit.FOUND,
            "The condition of --fail-if is true of at least one row of the report, so the exit code is 10. The report was written"
                    + " nevertheless."),
    NO_PERIOD(
            "E1411",
            "dates cannot be compared",
            Exit.USAGE,
            "--compare takes a window, 'previous' (as long, ending the day before) or 'year_ago'. A window without a start has none"
                    + " before it."),
    NO_CHART(
            "E1412",
            "there is nothing to draw",
            Exit.USAGE,
            "The report has no rows, or its rows have no picture, as some comparisons do. Nothing was written."),
    BAD_FIGURE(
            "E1413",
            "not a figure for a report",
            Exit.USAGE,
            "--cost takes CHANNEL=AMOUNT, what the channel cost in the window, or CHANNEL=AMOUNT/contact, what one contact cost;"
                    + " --threshold takes a part such as 2% or 0.02.");

    private final Entry entry;

    ReportCode(String id, String title, Exit exit, String meaning) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** What a report without a picture says. */
    public static Failure nothingToDraw(String report) {
        return NO_CHART.problem("there is no picture of these rows of '" + report + "'")
                .hint("--html writes a page without one")
                .failure();
    }

    Problem problem(String message) {
        return Problem.of(this, message);
    }
}
