package siyu.group;

/**
 * Offers by place: groups within a radius at their distance in decimetres, and for customers whose place is not known the groups
 * of their region, at no cost as no distance is known.
 */
final class Places implements Offers {
    /** No region. */
    static final int NOWHERE = -1;

    private final Points customers;
    private final Points groups;
    private final int radius;
    private final GroupTree tree;
    private final Whole whole;

    /**
     * Points of customers or groups.
     *
     * @param x of the unit vector, NaN when the place is not known; y and z likewise
     * @param region number of the region, {@link #NOWHERE} for none
     */
    record Points(double[] x, double[] y, double[] z, int[] region) {
        static Points of(int size) {
            double[] unknown = new double[size];
            java.util.Arrays.fill(unknown, Double.NaN);
            int[] nowhere = new int[size];
            java.util.Arrays.fill(nowhere, NOWHERE);
            return new Points(unknown, new double[size], new double[size], nowhere);
        }

        int size() {
            return x.length;
        }

        boolean located(int i) {
            return !Double.isNaN(x[i]);
        }

        void set(int i, double latitude, double longitude) {
            x[i] = Sphere.x(latitude, longitude);
            y[i] = Sphere.y(latitude, longitude);
            z[i] = Sphere.z(latitude);
        }

        /** The distance of one of these to one of those, both located, decimetres. */
        int distance(int i, Points others, int other) {
            double dx = x[i] - others.x[other];
            double dy = y[i] - others.y[other];
            double dz = z[i] - others.z[other];
            return Sphere.arc(dx * dx + dy * dy + dz * dz);
        }
    }

    /**
     * @param seats by group; those without one are not offered
     * @param radius decimetres
     * @param regions how many regions are numbered
     */
    Places(Points customers, Points groups, int[] seats, int radius, int regions) {
        this.customers = customers;
        this.groups = groups;
        this.radius = radius;
        int[] located = new int[groups.size()];
        int count = 0;
        int[] size = new int[regions];
        for (int g = 0; g < groups.size(); g++) {
            if (seats[g] > 0 && groups.located(g)) {
                located[count++] = g;
            }
            if (seats[g] > 0 && groups.region()[g] >= 0) {
                size[groups.region()[g]]++;
            }
        }
        this.tree = new GroupTree(java.util.Arrays.copyOf(located, count), groups.x(), groups.y(), groups.z());
        this.whole = whole(customers, groups, seats, size);
    }

    /** Customers without a place share the list of their region. */
    private static Whole whole(Points customers, Points groups, int[] seats, int[] size) {
        int[] start = new int[size.length + 1];
        for (int r = 0; r < size.length; r++) {
            start[r + 1] = start[r] + size[r];
        }
        int[] group = new int[start[size.length]];
        int[] filled = new int[size.length];
        for (int g = 0; g < groups.size(); g++) {
            int region = groups.region()[g];
            if (seats[g] > 0 && region >= 0) {
                group[start[region] + filled[region]++] = g;
            }
        }
        int[] starts = new int[customers.size()];
        int[] sizes = new int[customers.size()];
        for (int i = 0; i < starts.length; i++) {
            int region = customers.region()[i];
            starts[i] = region >= 0 ? start[region] : 0;
            sizes[i] = customers.located(i) ? -1 : region >= 0 ? size[region] : 0;
        }
        return new Whole(group, new long[group.length], starts, sizes);
    }

    @Override
    public int customers() {
        return customers.size();
    }

    @Override
    public int groups() {
        return groups.size();
    }

    @Override
    public long highest() {
        return Math.min(radius, Sphere.FARTHEST);
    }

    @Override
    public void follow(Prices prices) {
        tree.follow(prices);
    }

    @Override
    public int[] places() {
        return tree.places(groups.size());
    }

    @Override
    public Whole whole() {
        return whole;
    }

    @Override
    public long cost(int customer, int group) {
        long cost = customers.distance(customer, groups, group);
        return cost <= radius ? cost : Long.MAX_VALUE;
    }

    /** Offers a customer his groups. */
    void search(Finder finder, int i, Prices prices, Offers.Leave leave) {
        if (customers.located(i)) {
            tree.search(finder, customers.x()[i], customers.y()[i], customers.z()[i], radius, leave);
            return;
        }
        for (int at = whole.start()[i]; at < whole.start()[i] + whole.size()[i]; at++) {
            int which = whole.group()[at];
            if (!leave.leave(which)) {
                finder.offer(which, 0, prices.of(which));
            }
        }
    }

    /** Offers the groups around one. */
    void searchAround(Finder finder, int centre, long farther, Offers.Leave leave) {
        int reach = (int) Math.min(Sphere.FARTHEST, radius + farther);
        tree.search(finder, groups.x()[centre], groups.y()[centre], groups.z()[centre], reach, leave);
    }

    boolean located(int customer) {
        return customers.located(customer);
    }

    boolean groupLocated(int group) {
        return groups.located(group);
    }

    /** The distance of a customer to a group, both of known place, decimetres. */
    int distance(int customer, int group) {
        return customers.distance(customer, groups, group);
    }

    @Override
    public Finder finder() {
        GroupTree.Walk walk = tree.walk();
        return new Finder() {
            @Override
            int nearest(int i, Prices none) {
                if (customers.located(i)) {
                    int which = walk.nearest(
                            customers.x()[i], customers.y()[i], customers.z()[i], radius);
                    cost[0] = walk.arc;
                    return which;
                }
                cost[0] = 0;
                return whole.size()[i] > 0 ? whole.group()[whole.start()[i]] : -1;
            }

            @Override
            void search(int i, Prices prices, Leave leave) {
                Places.this.search(this, i, prices, leave);
            }

            @Override
            void searchAround(int centre, long farther, Prices prices, Leave leave) {
                Places.this.searchAround(this, centre, farther, leave);
            }
        };
    }
}
