package im.sparrow.e2e.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A page of the project's documents. */
public final class Page {

    private static final String FENCE = "```";

    private final List<String> lines;

    private Page(List<String> lines) {
        this.lines = lines;
    }

    /** The page at a path from the root of the checkout. */
    public static Page of(String path) throws IOException {
        return new Page(Files.readAllLines(Checkout.root().resolve(path)));
    }

    /** The fenced blocks of a language below a heading, up to the next heading of its level. */
    public List<String> blocks(String heading, String language) {
        var blocks = new ArrayList<String>();
        var block = new StringBuilder();
        boolean below = false;
        boolean inside = false;
        for (var line : lines) {
            if (line.startsWith("## ")) {
                below = line.equals("## " + heading);
            } else if (below && line.equals(FENCE + language)) {
                inside = true;
            } else if (inside && line.equals(FENCE)) {
                blocks.add(block.toString());
                block.setLength(0);
                inside = false;
            } else if (inside) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }
}
