package siyu.fact;

/** One named, typed attribute of customers or of events. */
public record Attribute(String name, Type type, boolean builtIn) {
    /** Whether it says who a customer is, so that it is masked wherever it is shown. */
    public boolean personal() {
        return builtIn && (name.equals("name") || name.equals("phone"));
    }
}
