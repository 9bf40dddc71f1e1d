package siyu.fact;

/** One named, typed attribute of customers or of events. */
public record Attribute(String name, Type type, boolean builtIn) {}
