package siyu.group;

import java.util.Arrays;

/**
 * Groups in space: a k-d tree over unit vectors, so that poles and the date line are places like any other, with the lowest price
 * below each part. It finds the cheapest groups by distance plus price and passes over every part whose box is too far for the
 * lowest price in it.
 *
 * <p>Cost: half a microsecond for the nearest of ten thousand groups, several for the cheapest by distance and price.
 */
final class GroupTree implements Prices.Watcher {
    private static final int LEAF = 6;

    /** Groups in order of leaves. */
    private final int[] order;

    private final double[] x;
    private final double[] y;
    private final double[] z;

    /** By part: its groups in {@link #order}; the parts of part k are 2k + 1 and 2k + 2. */
    private final int[] from;

    private final int[] to;
    private final double[] box;

    /** By part that is no leaf: which axis it is cut along, and where. */
    private final byte[] axis;

    private final double[] cut;

    private final long[] cheapest;
    private final int[] leafOf;
    private Prices prices;

    /**
     * @param groups which are in it
     * @param x by group; y and z likewise
     */
    GroupTree(int[] groups, double[] x, double[] y, double[] z) {
        this.order = groups.clone();
        this.x = new double[order.length];
        this.y = new double[order.length];
        this.z = new double[order.length];
        int leaves = 1;
        while ((long) leaves * LEAF < order.length) {
            leaves *= 2;
        }
        int parts = 2 * leaves - 1;
        this.from = new int[parts];
        this.to = new int[parts];
        this.box = new double[6 * parts];
        this.axis = new byte[parts];
        this.cut = new double[parts];
        this.cheapest = new long[parts];
        int most = -1;
        for (int group : groups) {
            most = Math.max(most, group);
        }
        this.leafOf = new int[most + 1];
        this.prices = new Prices(most + 1);
        split(0, 0, order.length, new double[][] {x, y, z});
        for (int i = 0; i < order.length; i++) {
            this.x[i] = x[order[i]];
            this.y[i] = y[order[i]];
            this.z[i] = z[order[i]];
        }
    }

    private void split(int part, int start, int end, double[][] axes) {
        from[part] = start;
        to[part] = end;
        int widest = 0;
        double width = -1;
        for (int axis = 0; axis < 3; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = start; i < end; i++) {
                low = Math.min(low, axes[axis][order[i]]);
                high = Math.max(high, axes[axis][order[i]]);
            }
            box[6 * part + axis] = low;
            box[6 * part + 3 + axis] = high;
            if (high - low > width) {
                width = high - low;
                widest = axis;
            }
        }
        if (2 * part + 1 >= from.length) {
            for (int i = start; i < end; i++) {
                leafOf[order[i]] = part;
            }
            return;
        }
        double[] along = axes[widest];
        Integer[] some = new Integer[end - start];
        for (int i = start; i < end; i++) {
            some[i - start] = order[i];
        }
        Arrays.sort(some, (a, b) -> along[a] != along[b] ? Double.compare(along[a], along[b]) : Integer.compare(a, b));
        for (int i = 0; i < some.length; i++) {
            order[start + i] = some[i];
        }
        int middle = (start + end) >>> 1;
        axis[part] = (byte) widest;
        cut[part] = middle < end ? along[order[middle]] : 0;
        split(2 * part + 1, start, middle, axes);
        split(2 * part + 2, middle, end, axes);
    }

    /** Follows these prices from now on. */
    void follow(Prices its) {
        prices = its;
        its.watch(this);
        for (int part = cheapest.length - 1; part >= 0; part--) {
            work(part);
        }
    }

    private void work(int part) {
        if (2 * part + 1 < from.length) {
            cheapest[part] = Math.min(cheapest[2 * part + 1], cheapest[2 * part + 2]);
            return;
        }
        long least = Long.MAX_VALUE;
        for (int i = from[part]; i < to[part]; i++) {
            least = Math.min(least, prices.of(order[i]));
        }
        cheapest[part] = least;
    }

    @Override
    public void raised(int group) {
        if (group >= leafOf.length) {
            return;
        }
        int part = leafOf[group];
        while (true) {
            long before = cheapest[part];
            work(part);
            if (part == 0 || cheapest[part] == before) {
                return;
            }
            part = (part - 1) >>> 1;
        }
    }

    /** The place of each group among the leaves: near in it is near in space. */
    int[] places(int groups) {
        int[] place = new int[groups];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        return place;
    }

    /** Offers groups to a finder that lie no farther than the radius from a point. */
    void search(Offers.Finder finder, double px, double py, double pz, int radius, Offers.Leave leave) {
        if (order.length > 0) {
            search(0, least(0, px, py, pz), finder, px, py, pz, radius, leave);
        }
    }

    private void search(
            int part, int near, Offers.Finder finder, double px, double py, double pz, int radius, Offers.Leave leave) {
        if (near > radius || near + cheapest[part] > finder.bound()) {
            return;
        }
        if (2 * part + 1 >= from.length) {
            for (int i = from[part]; i < to[part]; i++) {
                double dx = x[i] - px;
                double dy = y[i] - py;
                double dz = z[i] - pz;
                double chord = dx * dx + dy * dy + dz * dz;
                long price = prices.of(order[i]);
                if (Sphere.least(chord) + price <= finder.bound()) {
                    int arc = Sphere.arc(chord);
                    if (arc <= radius && !leave.leave(order[i])) {
                        finder.offer(order[i], arc, price);
                    }
                }
            }
            return;
        }
        int left = 2 * part + 1;
        int right = left + 1;
        int nearLeft = from[left] == to[left] ? Integer.MAX_VALUE : least(left, px, py, pz);
        int nearRight = from[right] == to[right] ? Integer.MAX_VALUE : least(right, px, py, pz);
        if (nearLeft + cheapest[left] <= nearRight + cheapest[right]) {
            search(left, nearLeft, finder, px, py, pz, radius, leave);
            search(right, nearRight, finder, px, py, pz, radius, leave);
        } else {
            search(right, nearRight, finder, px, py, pz, radius, leave);
            search(left, nearLeft, finder, px, py, pz, radius, leave);
        }
    }

    /** No group of the part is nearer, decimetres. */
    private int least(int part, double px, double py, double pz) {
        return Sphere.least(chord(part, px, py, pz));
    }

    /** No group of the part has a smaller squared chord. */
    private double chord(int part, double px, double py, double pz) {
        int at = 6 * part;
        double dx = Math.max(0, Math.max(box[at] - px, px - box[at + 3]));
        double dy = Math.max(0, Math.max(box[at + 1] - py, py - box[at + 4]));
        double dz = Math.max(0, Math.max(box[at + 2] - pz, pz - box[at + 5]));
        return dx * dx + dy * dy + dz * dz;
    }

    /**
     * Finds the nearest group when prices do not matter: down to the leaf on whose side of every cut the point is, then back to the
     * parts put off on the way, as far as they may have a nearer one. Chords are compared, and only those that may win are made
     * into ways along the surface. For one thread.
     */
    final class Walk {
        private final int[] later = new int[Integer.SIZE];
        private final double[] beyond = new double[Integer.SIZE];

        /** The way to what was found last, decimetres. */
        int arc;

        /** The nearest group no farther than the radius, of equally near ones the one with the smallest number; -1 for none. */
        int nearest(double px, double py, double pz, int radius) {
            int leaves = from.length >> 1;
            long none = (long) radius << Integer.SIZE | Integer.MAX_VALUE;
            long best = none;
            double limit = Sphere.most(radius);
            int put = 0;
            later[put] = 0;
            beyond[put++] = 0;
            while (put > 0) {
                int part = later[--put];
                if (beyond[put] > limit || chord(part, px, py, pz) > limit) {
                    continue;
                }
                while (part < leaves) {
                    double off = (axis[part] == 0 ? px : axis[part] == 1 ? py : pz) - cut[part];
                    int right = off < 0 ? 0 : 1;
                    later[put] = 2 * part + 2 - right;
                    beyond[put++] = off * off;
                    part = 2 * part + 1 + right;
                }
                for (int i = from[part]; i < to[part]; i++) {
                    double dx = x[i] - px;
                    double dy = y[i] - py;
                    double dz = z[i] - pz;
                    double chord = dx * dx + dy * dy + dz * dz;
                    if (chord <= limit) {
                        long one = (long) Sphere.arc(chord) << Integer.SIZE | order[i];
                        if (one < best) {
                            best = one;
                            limit = Sphere.most((int) (best >> Integer.SIZE));
                        }
                    }
                }
            }
            arc = (int) (best >> Integer.SIZE);
            return best == none ? -1 : (int) best;
        }
    }

    Walk walk() {
        return new Walk();
    }
}
