package im.sparrow.doctor;

/**
 * A question to a database whose right answer is no row.
 *
 * @param name of the check
 * @param holds the sentence that is true then
 * @param schema whom to ask
 * @param sql one statement, so that it sees one moment of a database in use; each row is one text that names a thing and
 *     what is wrong with it
 * @param remedy what to do about a row
 * @param repair statements that put such rows right, in this order; empty when only a person can
 */
record Question(String name, String holds, Schema schema, String sql, String remedy, String... repair) {

    /** What is said when {@code --repair} helps. */
    static final String REPAIR = "run ./sparrow doctor --repair: the numbers are counted again from the messages";
}
