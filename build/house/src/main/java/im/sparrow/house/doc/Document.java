package im.sparrow.house.doc;

import im.sparrow.house.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Markdown file names.
 *
 * @param path of the document
 * @param codes what stands in backticks, outside fences
 * @param links where its links go, without the web's
 * @param fenced the lines inside fences
 */
record Document(String path, List<Mention> codes, List<Mention> links, List<Mention> fenced) {

    record Mention(String text, long line) {}

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(#[^)]*)?\\)");

    static Document of(SourceFile file) {
        var document = new Document(file.path(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean inFence = false;
        long number = 0;
        for (String line : file.lines()) {
            number++;
            if (line.strip().startsWith("```")) {
                inFence = !inFence;
            } else if (inFence) {
                document.fenced.add(new Mention(line.strip(), number));
            } else {
                collect(CODE.matcher(line), number, document.codes);
                collect(LINK.matcher(line), number, document.links);
            }
        }
        return document;
    }

    private static void collect(Matcher found, long line, List<Mention> into) {
        while (found.find()) {
            into.add(new Mention(found.group(1), line));
        }
    }
}
