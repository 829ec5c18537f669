package im.sparrow.e2e.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Asks every cell of a table of callers: each route for each kind of caller, through the gateway and past it. */
public final class Matrix {

    private static final Map<String, String> ANSWERS = Map.of(
            "missing", "401 token_missing",
            "invalid", "401 token_invalid",
            "stale", "401 token_stale",
            "right", "403 right_missing",
            "notfound", "404 not_found",
            "unknown", "404 unknown_conversation",
            "notmember", "403 not_member",
            "body", "422 invalid_body");
    private static final int FIRST_CALLER = 3;

    private final Requests requests;
    private final List<String> misses = new ArrayList<>();
    private final TreeSet<String> services = new TreeSet<>();
    private int cells;

    /** With these people. */
    public Matrix(Cast cast) {
        requests = new Requests(cast);
    }

    /** Asks a table; those of services among themselves are only asked past the gateway. */
    public Matrix ask(String table, boolean throughGateway) throws IOException {
        var rows = Table.rows(table);
        var callers = rows.getFirst().cells();
        for (var row : rows.subList(1, rows.size())) {
            for (var owner : owners(row.cell(0), throughGateway)) {
                for (int i = FIRST_CALLER; i < row.cells().size(); i++) {
                    if (!row.cell(i).equals(".")) {
                        cell(row, owner, callers.get(i), row.cell(i));
                    }
                }
            }
        }
        return this;
    }

    private static List<String> owners(String owner, boolean throughGateway) {
        if (owner.equals("all")) {
            return List.of("gateway", "auth", "social", "message", "admin", "bot");
        }
        return throughGateway && !owner.equals("gateway") ? List.of("gateway", owner) : List.of(owner);
    }

    private void cell(Row row, String owner, String caller, String wanted) throws IOException {
        cells++;
        services.add(owner);
        var methodAndPath = row.cell(1).split(" ", 2);
        var target = owner.equals("gateway") ? methodAndPath[1] : owner + ":" + methodAndPath[1];
        var answer = requests.ask(caller, methodAndPath[0] + " " + target, row.cell(2), "");
        boolean right = wanted.equals("ok") ? answer.status() / 100 == 2 : answer.is(known(wanted));
        if (!right) {
            misses.add(row.table() + ":" + row.line() + " " + caller + " asks " + owner + " " + row.cell(1) + ": "
                    + wanted + "   GOT " + answer.words());
        }
    }

    private static String known(String word) {
        var answer = ANSWERS.get(word);
        if (answer == null) {
            throw new IllegalArgumentException("no cell says " + word);
        }
        return answer;
    }

    /** How many were asked. */
    public int cells() {
        return cells;
    }

    /** Who was asked at his own door. */
    public Set<String> services() {
        return Set.copyOf(services);
    }

    /** Each cell that was answered otherwise, with the answer. */
    public List<String> misses() {
        return List.copyOf(misses);
    }
}
