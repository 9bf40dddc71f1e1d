package siyu.customer;

import java.util.Map;

/**
 * One row of a file, as tests write it.
 *
 * @param kind of an event, empty for a customer
 * @param id the event's id, or the customer's own
 * @param customer the event's customer, perhaps empty; for a customer his id again
 * @param values the other attributes that are known, by name: Long (booleans too, words as index), Double or String
 */
record FactRow(String kind, String id, String customer, Map<String, Object> values) {}
