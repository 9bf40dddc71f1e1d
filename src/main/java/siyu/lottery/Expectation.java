package siyu.lottery;

/** How many of each prize were to be expected, the wheel being as it was at each draw. */
public final class Expectation {
    private final Wheel wheel;
    private final double[] expected;

    public Expectation(Rules rules) {
        wheel = new Wheel(rules.prizes());
        expected = new double[rules.prizes().size()];
    }

    /** The next draw won a prize. */
    public void draw(int prize) {
        double total = wheel.total();
        for (int i = 0; i < expected.length; i++) {
            expected[i] += wheel.weight(i) / total;
        }
        wheel.take(prize);
    }

    /** By prize. */
    public double[] expected() {
        return expected.clone();
    }
}
