package im.sparrow.verify.generator;

/**
 * Who takes part in a run.
 *
 * @param clients users, 3 or more
 * @param devices of each user, 1 or more, each with a log-in of its own; they are spread over the gateways
 * @param conversations how many; every third is a group
 * @param strangers users who are in none of them and try every door, 0 or more
 * @param flips how often at least somebody comes to or goes from a group while all talk
 */
public record Cast(int clients, int devices, int conversations, int strangers, long flips) {

    @Override
    public String toString() {
        return "clients=" + clients + " devices=" + devices + " conversations=" + conversations + " strangers="
                + strangers + " flips=" + flips;
    }
}
