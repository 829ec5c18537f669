package im.sparrow.platform.copies;

/** One copy that this service keeps: a wall, since each service knows how to compare its own. */
public interface Comparison {

    /** The copy's name, in metrics and logs. */
    String name();

    /**
     * Compares with the owner and takes his word where they differ.
     *
     * @return how many things differed
     * @throws im.sparrow.platform.core.Refused {@code unavailable} when owner or database is away
     */
    int compare();
}
