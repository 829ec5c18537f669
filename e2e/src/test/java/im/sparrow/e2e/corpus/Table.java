package im.sparrow.e2e.corpus;

import im.sparrow.e2e.checkout.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table in {@code src/test/resources}: a row a line, {@code |} between its cells, {@code #} before a remark.
 * {@code <a ~ b ~ c>} in a cell makes one row of each.
 */
public final class Table {

    private Table() {}

    /** The rows of a table. */
    public static List<Row> rows(String name) throws IOException {
        var lines = Files.readAllLines(Checkout.root().resolve("e2e/src/test/resources/" + name + ".table"));
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int number = i + 1;
                alternatives(line).map(one -> row(name, number, one)).forEach(rows::add);
            }
        }
        return rows;
    }

    private static Stream<String> alternatives(String line) {
        int from = line.indexOf('<');
        int to = line.indexOf('>', from);
        if (from < 0 || to < 0 || !line.substring(from, to).contains(" ~ ")) {
            return Stream.of(line);
        }
        return Arrays.stream(line.substring(from + 1, to).split(" ~ ", -1))
                .flatMap(one -> alternatives(line.substring(0, from) + one.strip() + line.substring(to + 1)));
    }

    private static Row row(String name, int number, String line) {
        return new Row(
                name,
                number,
                Arrays.stream((line + " ").split(" \\| ", -1))
                        .map(String::strip)
                        .toList());
    }
}
