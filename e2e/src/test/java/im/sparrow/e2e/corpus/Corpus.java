package im.sparrow.e2e.corpus;

import im.sparrow.e2e.wire.HttpAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks all rows of some tables and keeps those whose answer is another. */
public final class Corpus {

    private static final int FAULT = 500;
    private static final long SLOW_MS = 1_000;

    private final Requests requests;
    private final Frames frames;
    private final List<String> misses = new ArrayList<>();
    private int rows;
    private int faults;

    /** With these people. */
    public Corpus(Cast cast) {
        requests = new Requests(cast);
        frames = new Frames(cast);
    }

    /** Asks a table. */
    public Corpus ask(String table) throws IOException, InterruptedException {
        return ask(table, Table.rows(table));
    }

    /** Asks as many rows of this table, over and over, as those tables have together. */
    public Corpus askAsMany(String table, List<String> as) throws IOException, InterruptedException {
        var rows = Table.rows(table);
        int many = 0;
        for (var each : as) {
            many += Table.rows(each).size();
        }
        return ask(
                table,
                Stream.generate(() -> rows).flatMap(List::stream).limit(many).toList());
    }

    private Corpus ask(String table, List<Row> all) throws IOException, InterruptedException {
        for (var row : all) {
            rows++;
            long began = System.nanoTime();
            if (table.endsWith("frames")) {
                note(row, frames.ask(row));
            } else {
                note(row, requests.ask(row));
            }
            long took = (System.nanoTime() - began) / 1_000_000;
            if (took > SLOW_MS) {
                System.out.printf(
                        "e2e: corpus %d ms for %s%n",
                        took,
                        row.toString().substring(0, Math.min(180, row.toString().length())));
            }
        }
        return this;
    }

    private void note(Row row, String answer) {
        if (!Frames.is(answer, row.expected())) {
            misses.add(row + "   GOT " + answer);
        }
    }

    private void note(Row row, HttpAnswer answer) {
        // What is not there yet is said with 501 and 505: those are answers, not faults.
        if (answer.status() == FAULT || answer.problem().path("code").asText().equals("internal")) {
            faults++;
        }
        if (!answer.is(row.expected())) {
            misses.add(row + "   GOT " + answer.words());
        }
    }

    /** How many were asked. */
    public int rows() {
        return rows;
    }

    /** How many were answered with a fault of ours. */
    public int faults() {
        return faults;
    }

    /** Each row that was answered otherwise, with the answer. */
    public List<String> misses() {
        return List.copyOf(misses);
    }
}
