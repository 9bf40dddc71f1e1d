package siyu.report;

/** What a report may be told besides dates and groups. */
public enum Option {
    /** Kinds of event that count as being active; several. */
    KIND,
    /** The unit of the calendar that rows are by. */
    UNIT,
    /** The kind of event that is a sale. */
    PURCHASE,
    /** The kind of event that takes a sale back. */
    REFUND,
    /** The segmentation a report is about. */
    SEGMENTATION,
    /** The money attribute a report sums up. */
    OF,
    /** The steps of a funnel, in order; several. */
    STEP,
    /** How long after the first step the last one counts. */
    WITHIN,
    /** What channels cost; several. */
    COST,
    /** The kind of event by which a message was sent. */
    SENT,
    /** The kind of event by which one was opened. */
    OPENED,
    /** The least part of messages that should be opened. */
    THRESHOLD
}
