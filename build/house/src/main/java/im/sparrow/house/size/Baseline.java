package im.sparrow.house.size;

import java.util.LinkedHashMap;
import java.util.Map;

/** The measures that may be over their limit for now, each with the number it may not exceed. */
final class Baseline {

    private Baseline() {}

    /** Reads {@code name number} lines; {@code #} at a line's start is a remark. */
    static Map<String, Long> read(String text) {
        var allowed = new LinkedHashMap<String, Long>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                int space = line.lastIndexOf(' ');
                allowed.put(line.substring(0, space).strip(), Long.parseLong(line.substring(space + 1)));
            }
        }
        return allowed;
    }
}
