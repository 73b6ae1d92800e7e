package io.github.seeingdigits.analysis.manifold;

import java.util.Arrays;

/**
 * The graph that joins each point with its nearest neighbours, either way, and the ways along it. Lengths along the graph stand
 * for lengths along the manifold (Tenenbaum, de Silva and Langford 2000, "A global geometric framework for nonlinear
 * dimensionality reduction").
 */
public final class NeighbourGraph {
    /** {@code joined[i]}: the points joined with i, ascending. */
    private final int[][] joined;
    /** {@code length[i][e]}: how far {@code joined[i][e]} is from i. */
    private final double[][] length;

    private NeighbourGraph(int[][] joined, double[][] length) {
        this.joined = joined;
        this.length = length;
    }

    /**
     * A way along the graph.
     *
     * @param nodes the points passed, both ends included
     * @param length the sum of all hops
     * @param largestHop the longest of them, 0 if there is none
     */
    public record Way(int[] nodes, double length, double largestHop) {}

    /**
     * The shortest ways from one point to all others.
     *
     * @param distance the length of each, infinite where there is none
     * @param previous the point before each on its way, −1 for the first and where there is none
     */
    public record Ways(double[] distance, int[] previous) {}

    /**
     * Joins two points if either is among the first {@code k} neighbours of the other.
     *
     * @param k 1 to as many as {@code neighbours} has
     */
    public static NeighbourGraph of(Neighbours neighbours, int k) {
        if (k < 1 || k > neighbours.k()) {
            throw new IllegalArgumentException("k must be 1 to " + neighbours.k() + ", the neighbours found, got " + k);
        }
        int n = neighbours.index().length;
        int[] degree = new int[n];
        Arrays.fill(degree, k);
        for (int[] row : neighbours.index()) {
            for (int j = 0; j < k; j++) {
                degree[row[j]]++;
            }
        }
        int[][] joined = new int[n][];
        double[][] length = new double[n][];
        for (int i = 0; i < n; i++) {
            joined[i] = new int[degree[i]];
            length[i] = new double[degree[i]];
            degree[i] = 0;
        }
        // Going through the points in order would leave each row unsorted only in its own k: so these are put in their
        // place.
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                int other = neighbours.index()[i][j];
                double distance = neighbours.distance()[i][j];
                degree[i] = insert(joined[i], length[i], degree[i], other, distance);
                degree[other] = insert(joined[other], length[other], degree[other], i, distance);
            }
        }
        for (int i = 0; i < n; i++) {
            joined[i] = Arrays.copyOf(joined[i], degree[i]);
            length[i] = Arrays.copyOf(length[i], degree[i]);
        }
        return new NeighbourGraph(joined, length);
    }

    /** Adds a point to the ascending list of {@code size}, unless it is there; returns the new size. */
    private static int insert(int[] list, double[] lengths, int size, int point, double distance) {
        int at = Arrays.binarySearch(list, 0, size, point);
        if (at >= 0) {
            return size;
        }
        at = -at - 1;
        System.arraycopy(list, at, list, at + 1, size - at);
        System.arraycopy(lengths, at, lengths, at + 1, size - at);
        list[at] = point;
        lengths[at] = distance;
        return size + 1;
    }

    /** How many points there are. */
    public int size() {
        return joined.length;
    }

    /** The points joined with {@code node}, ascending. */
    public int[] joined(int node) {
        return joined[node];
    }

    /** The connected component of each point: numbers from 0, in the order of their first points. */
    public int[] components() {
        int[] component = new int[size()];
        Arrays.fill(component, -1);
        int[] stack = new int[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (component[i] < 0) {
                int top = 0;
                stack[top++] = i;
                component[i] = count;
                while (top > 0) {
                    for (int other : joined[stack[--top]]) {
                        if (component[other] < 0) {
                            component[other] = count;
                            stack[top++] = other;
                        }
                    }
                }
                count++;
            }
        }
        return component;
    }

    /** The shortest ways from {@code source} (Dijkstra 1959, "A note on two problems in connexion with graphs"). */
    public Ways shortestFrom(int source) {
        return search(source, Double.POSITIVE_INFINITY, false);
    }

    /**
     * The shortest way between two points.
     *
     * @throws IllegalArgumentException if there is none: see {@link #components}
     */
    public Way shortest(int from, int to) {
        return way(shortestFrom(from), from, to);
    }

    /**
     * The way that avoids jumps: its largest hop is as small as can be, and it is the shortest among all such ways. So the hop
     * tells how wide a gap must be crossed to get from one point to the other at all.
     *
     * @throws IllegalArgumentException if there is none: see {@link #components}
     */
    public Way bottleneck(int from, int to) {
        double hop = search(from, Double.POSITIVE_INFINITY, true).distance[to];
        return way(search(from, hop, false), from, to);
    }

    /**
     * The way from {@code from} to {@code to}, taken from the ways that start there.
     *
     * @throws IllegalArgumentException if there is none: see {@link #components}
     */
    public Way way(Ways ways, int from, int to) {
        if (ways.distance[to] == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("no way leads from point " + from + " to point " + to
                    + ": they are in different components. Join more neighbours");
        }
        int count = 1;
        for (int at = to; at != from; at = ways.previous[at]) {
            count++;
        }
        int[] nodes = new int[count];
        double largest = 0;
        int at = to;
        for (int i = count - 1; i > 0; i--) {
            nodes[i] = at;
            int before = ways.previous[at];
            largest = Math.max(largest, length[at][Arrays.binarySearch(joined[at], before)]);
            at = before;
        }
        nodes[0] = from;
        return new Way(nodes, ways.distance[to], largest);
    }

    /**
     * Dijkstra's search.
     *
     * @param longest hops longer than this are not taken
     * @param byLargest a way costs as much as its largest hop, rather than the sum of all
     */
    private Ways search(int source, double longest, boolean byLargest) {
        double[] cost = new double[size()];
        int[] previous = new int[size()];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        Arrays.fill(previous, -1);
        cost[source] = 0;
        Heap open = new Heap(cost);
        open.raise(source);
        while (!open.isEmpty()) {
            int node = open.take();
            for (int e = 0; e < joined[node].length; e++) {
                double hop = length[node][e];
                double reached = byLargest ? Math.max(cost[node], hop) : cost[node] + hop;
                int other = joined[node][e];
                if (hop <= longest && reached < cost[other]) {
                    cost[other] = reached;
                    previous[other] = node;
                    open.raise(other);
                }
            }
        }
        return new Ways(cost, previous);
    }

    /** The points still to be searched from, the cheapest on top, equally cheap ones by index. */
    private static final class Heap {
        private final double[] cost;
        private final int[] node;
        /** Where a point is in the heap; −1 if it is not. */
        private final int[] place;

        private int size;

        Heap(double[] cost) {
            this.cost = cost;
            node = new int[cost.length];
            place = new int[cost.length];
            Arrays.fill(place, -1);
        }

        boolean isEmpty() {
            return size == 0;
        }

        /** Adds a point, or lets it rise after its cost has fallen. */
        void raise(int point) {
            int at = place[point] < 0 ? size++ : place[point];
            while (at > 0 && before(point, node[(at - 1) / 2])) {
                put(node[(at - 1) / 2], at);
                at = (at - 1) / 2;
            }
            put(point, at);
        }

        int take() {
            int first = node[0];
            place[first] = -1;
            int moved = node[--size];
            if (size > 0) {
                int at = 0;
                while (2 * at + 1 < size) {
                    int child = 2 * at + 1;
                    if (child + 1 < size && before(node[child + 1], node[child])) {
                        child++;
                    }
                    if (before(moved, node[child])) {
                        break;
                    }
                    put(node[child], at);
                    at = child;
                }
                put(moved, at);
            }
            return first;
        }

        private boolean before(int a, int b) {
            return cost[a] < cost[b] || cost[a] == cost[b] && a < b;
        }

        private void put(int point, int at) {
            node[at] = point;
            place[point] = at;
        }
    }
}
