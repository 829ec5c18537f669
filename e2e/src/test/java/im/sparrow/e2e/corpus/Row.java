package im.sparrow.e2e.corpus;

import java.util.List;

/**
 * One thing to say and the answer it must get.
 *
 * @param table the table's name
 * @param line where it stands there, from 1
 * @param cells what stands between the bars
 */
public record Row(String table, int line, List<String> cells) {

    /** A cell; empty when the row ends before it, or when it holds only a hyphen. */
    public String cell(int number) {
        var text = number < cells.size() ? cells.get(number) : "";
        return text.equals("-") ? "" : text;
    }

    /** What must be answered. */
    String expected() {
        return cells.getLast();
    }

    @Override
    public String toString() {
        return table + ":" + line + " " + String.join(" | ", cells);
    }
}
