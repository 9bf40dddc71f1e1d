package siyu.group;

/**
 * Offers to members of groups that have too many: the group each is in, at no cost, or one that has room, at its distance. Nobody is
 * offered another group that has too many, so a move never makes a second one necessary.
 */
final class Staying implements Offers {
    private final Places rooms;
    private final int[] own;
    private final Whole whole;

    /**
     * @param rooms the groups that have room
     * @param own by customer, the group he is in
     */
    Staying(Places rooms, int[] own) {
        this.rooms = rooms;
        this.own = own;
        this.whole = lists();
    }

    /** Lists of those whose place, or whose group's, is not known, each with his own group first. */
    private Whole lists() {
        int customers = own.length;
        int[] start = new int[customers];
        int[] size = new int[customers];
        int[] group = new int[64];
        long[] cost = new long[64];
        int end = 0;
        Finder finder = rooms.finder();
        Prices none = new Prices(rooms.groups());
        rooms.follow(none);
        for (int i = 0; i < customers; i++) {
            if (rooms.located(i) && rooms.groupLocated(own[i])) {
                size[i] = -1;
                continue;
            }
            finder.find(i, rooms.groups(), none, Leave.NOTHING);
            if (end + finder.found + 1 > group.length) {
                int length = 2 * (end + finder.found + 1);
                group = java.util.Arrays.copyOf(group, length);
                cost = java.util.Arrays.copyOf(cost, length);
            }
            start[i] = end;
            size[i] = finder.found + 1;
            group[end] = own[i];
            cost[end++] = 0;
            System.arraycopy(finder.group, 0, group, end, finder.found);
            System.arraycopy(finder.cost, 0, cost, end, finder.found);
            end += finder.found;
        }
        return new Whole(java.util.Arrays.copyOf(group, end), java.util.Arrays.copyOf(cost, end), start, size);
    }

    @Override
    public int customers() {
        return own.length;
    }

    @Override
    public int groups() {
        return rooms.groups();
    }

    @Override
    public long highest() {
        return rooms.highest();
    }

    @Override
    public void follow(Prices prices) {
        rooms.follow(prices);
    }

    @Override
    public Whole whole() {
        return whole;
    }

    @Override
    public long cost(int customer, int group) {
        return group == own[customer] ? 0 : rooms.cost(customer, group);
    }

    @Override
    public long away(int customer, int group, long cost) {
        return group == own[customer] ? rooms.distance(customer, group) : cost;
    }

    @Override
    public int first(int customer) {
        return own[customer];
    }

    @Override
    public Finder finder() {
        return new Finder() {
            @Override
            void search(int i, Prices prices, Leave leave) {
                if (whole.size()[i] >= 0) {
                    for (int at = whole.start()[i]; at < whole.start()[i] + whole.size()[i]; at++) {
                        if (!leave.leave(whole.group()[at])) {
                            offer(whole.group()[at], whole.cost()[at], prices.of(whole.group()[at]));
                        }
                    }
                    return;
                }
                if (!leave.leave(own[i])) {
                    offer(own[i], 0, prices.of(own[i]));
                }
                rooms.search(this, i, prices, leave);
            }

            @Override
            void searchAround(int centre, long farther, Prices prices, Leave leave) {
                rooms.searchAround(this, centre, farther, leave);
            }
        };
    }
}
