package im.sparrow.house.word;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of docs/words.md: its first column is the word, the one headed {@code not} its banned synonyms. */
final class Glossary {

    private Glossary() {}

    /** Banned synonym to the word that stands for it. */
    static Map<String, String> banned(String markdown) {
        var banned = new LinkedHashMap<String, String>();
        int column = -1;
        for (String line : markdown.lines().filter(row -> row.startsWith("|")).toList()) {
            List<String> cells = cells(line);
            if (cells.contains("not")) {
                column = cells.indexOf("not");
            } else if (column >= 0 && column < cells.size()) {
                Arrays.stream(cells.get(column).split("[,`]+"))
                        .map(String::strip)
                        .filter(synonym -> synonym.matches("[a-z]+( [a-z]+)*"))
                        .forEach(synonym -> banned.put(synonym, cells.getFirst()));
            }
        }
        return banned;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
