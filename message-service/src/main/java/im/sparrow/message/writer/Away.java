package im.sparrow.message.writer;

/** Database or broker cannot be reached: whoever meets it waits and does the same again. */
final class Away extends Exception {

    private static final long serialVersionUID = 1L;

    Away(String what, Throwable cause) {
        super(what, cause);
    }
}
