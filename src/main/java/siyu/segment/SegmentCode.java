package siyu.segment;

import siyu.core.Code;
import siyu.core.Exit;

/** What can go wrong with segments. */
public enum SegmentCode implements Code {
    UNKNOWN_SEGMENTATION(
            "E0601",
            "unknown segmentation",
            Exit.USAGE,
            "The command names a segmentation that the program does not define. 'siyu segment list' prints those it defines."),
    UNKNOWN_CUSTOMER(
            "E0602",
            "unknown customer",
            Exit.REFUSED,
            "No customer has this external id. Ids are compared letter by letter; leading zeros count."),
    LEFT_OVER(
            "E0603",
            "segmentation leaves customers over",
            Exit.PROGRAM,
            "The segmentation says 'otherwise: error', which promises that every customer is in one of its segments, and some are"
                    + " not. Nothing of this segmentation is stored; the others are not touched by it. Name a segment for the rest"
                    + " ('otherwise: NAME') or widen a rule; 'siyu segment explain ID' tells why somebody is left over."),
    UNKNOWN_SEGMENT(
            "E0604",
            "unknown segment",
            Exit.USAGE,
            "The segmentation has no segment of this name. Write SEGMENTATION.SEGMENT when several segmentations share a name."),
    BACKWARDS(
            "E0605",
            "membership cannot be applied backwards",
            Exit.REFUSED,
            "Memberships are kept as intervals in order of time. A run applied at an earlier date than the last one would have to"
                    + " rewrite what was already reported. Apply at a later date; to look back, run without --apply."),
    NOTHING_STORED(
            "E0607",
            "no stored memberships",
            Exit.REFUSED,
            "History and flow read memberships that 'siyu segment run --apply' stored. Nothing was stored for this segmentation"
                    + " yet."),
    PIN_NEEDS_REASON(
            "E0608",
            "a pin needs a reason",
            Exit.USAGE,
            "A pin overrules the program for one customer, so it is kept with the reason given in --reason.");

    private final Entry entry;

    SegmentCode(String id, String title, Exit exit, String meaning) {
        this.entry = new Entry(id, title, meaning, exit);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
