package im.sparrow.gateway.room;

import java.util.Arrays;

/**
 * Who joins before and who leaves after a record: {@code +id}, {@code -id}, {@code -*}, comma-separated.
 *
 * @param joining users
 * @param leaving users
 * @param allLeave whether everyone leaves
 */
public record MembershipEffect(long[] joining, long[] leaving, boolean allLeave) {

    /**
     * Reads the header's text.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    static MembershipEffect of(String text) {
        String[] parts = text.split(",", -1);
        long[] joining = new long[parts.length];
        long[] leaving = new long[parts.length];
        int joins = 0;
        int leaves = 0;
        boolean all = false;
        for (String part : parts) {
            if (part.equals("-*")) {
                all = true;
            } else if (part.startsWith("+")) {
                joining[joins++] = Long.parseLong(part, 1, part.length(), 10);
            } else if (part.startsWith("-")) {
                leaving[leaves++] = Long.parseLong(part, 1, part.length(), 10);
            } else {
                throw new IllegalArgumentException("neither joins nor leaves");
            }
        }
        return new MembershipEffect(Arrays.copyOf(joining, joins), Arrays.copyOf(leaving, leaves), all);
    }
}
