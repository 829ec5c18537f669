package im.sparrow.local.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** Adds up the reports of one run of the tests and prints the verdict. */
public final class TestSum {
    private TestSum() {}

    /** The reports under the checkout that were written since then. */
    static Tally of(Path checkout, Instant since) throws IOException, ParserConfigurationException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        var tally = new Tally();
        for (var report : reports(checkout, since)) {
            tally.add(builder.parse(report.toFile()));
        }
        return tally;
    }

    private static List<Path> reports(Path checkout, Instant since) throws IOException {
        try (var files = Files.find(
                checkout,
                5,
                (file, about) ->
                        isReport(file) && !about.lastModifiedTime().toInstant().isBefore(since))) {
            return files.sorted().toList();
        }
    }

    private static boolean isReport(Path file) {
        return file.toString().contains("target/surefire-reports/TEST-")
                && file.toString().endsWith(".xml");
    }

    /**
     * From the script: checkout, begin of the run in epoch seconds, exit code of the build. The last line is
     * {@code N passed, N failed}; exit code 0 only when all ran and passed.
     */
    public static void main(String[] args) throws Exception {
        var tally = of(Path.of(args[0]), Instant.ofEpochSecond(Long.parseLong(args[1])));
        var built = args[2].equals("0");
        tally.failed().forEach(name -> System.out.println("failed   " + name));
        tally.skipped().forEach(name -> System.out.println("skipped  " + name));
        if (!built && tally.failed().isEmpty()) {
            System.out.println("failed   the build itself: see above");
        }
        var failures = tally.failed().isEmpty() && !built ? 1 : tally.failed().size();
        System.out.println(tally.skipped().size() + " skipped");
        System.out.println(tally.passed() + " passed, " + failures + " failed");
        System.exit(failures == 0 && tally.skipped().isEmpty() ? 0 : 1);
    }
}
