package im.sparrow.local.machine;

/**
 * Something this machine lacks.
 *
 * @param what as a sentence
 * @param remedy what to do on this system
 * @param fatal whether there is no use in going on
 */
public record Lack(String what, String remedy, boolean fatal) {
    @Override
    public String toString() {
        return what + "\n    " + remedy;
    }
}
