package im.sparrow.house.size;

/**
 * One measured number and what it may be.
 *
 * @param name a statistic ({@code java.median}) or a place ({@code path} or {@code path#method})
 * @param lines what was measured
 * @param limit what the house allows
 */
record Measure(String name, long lines, long limit) {

    boolean over() {
        return lines > limit;
    }
}
