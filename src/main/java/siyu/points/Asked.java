package siyu.points;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The operations that the entries of a range are part of, each with its posting; remembers which were seen. For one thread. */
final class Asked {
    private final List<Operation> operations;
    private final int[] postings;
    private final long[] numbers;
    private final int[] places;
    private final boolean[] seen;

    /** @param postings by operation */
    Asked(List<Operation> operations, int[] postings) {
        this.operations = operations;
        this.postings = postings;
        this.places = IntStream.range(0, operations.size())
                .boxed()
                .sorted(Comparator.comparingLong(place -> operations.get(place).number()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.numbers = Arrays.stream(places)
                .mapToLong(place -> operations.get(place).number())
                .toArray();
        this.seen = new boolean[operations.size()];
    }

    List<Operation> operations() {
        return operations;
    }

    /** The place of an operation, or less than 0. */
    int find(long number) {
        int at = Arrays.binarySearch(numbers, number);
        return at < 0 ? -1 : places[at];
    }

    Operation operation(int place) {
        return operations.get(place);
    }

    /** The posting that an operation is part of. */
    int posting(int place) {
        return postings[place];
    }

    /** Notes that there are entries of an operation. */
    void saw(int place) {
        seen[place] = true;
    }

    boolean seen(int place) {
        return seen[place];
    }
}
