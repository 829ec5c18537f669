package im.sparrow.local.report;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The sum of many reports. */
final class Tally {
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int passed;

    /** Adds one report in the JUnit XML form. */
    void add(Document report) {
        var cases = report.getElementsByTagName("testcase");
        for (var i = 0; i < cases.getLength(); i++) {
            var one = (Element) cases.item(i);
            var name = one.getAttribute("classname") + ": " + one.getAttribute("name");
            if (has(one, "failure") || has(one, "error")) {
                failed.add(name);
            } else if (has(one, "skipped")) {
                skipped.add(name);
            } else {
                passed++;
            }
        }
    }

    private static boolean has(Element one, String child) {
        return one.getElementsByTagName(child).getLength() > 0;
    }

    int passed() {
        return passed;
    }

    List<String> failed() {
        return failed;
    }

    List<String> skipped() {
        return skipped;
    }
}
