package im.sparrow.doctor;

import java.util.ArrayList;
import java.util.List;

/** Asks one question. */
final class TableCheck implements Check {

    /** Findings of one kind that are listed; more are counted. */
    static final int LISTED = 10;

    private final Question question;
    private final Databases databases;

    TableCheck(Question question, Databases databases) {
        this.question = question;
        this.databases = databases;
    }

    @Override
    public String name() {
        return question.name();
    }

    @Override
    public String holds() {
        return question.holds();
    }

    @Override
    public List<Finding> look() throws Unreachable {
        List<String> rows = databases.texts(question.schema(), question.sql() + " LIMIT " + (LISTED + 1));
        var findings = new ArrayList<Finding>();
        for (String row : rows.subList(0, Math.min(LISTED, rows.size()))) {
            findings.add(new Finding(name(), row, question.remedy()));
        }
        if (rows.size() > LISTED) {
            findings.add(new Finding(name(), "and more of the same", question.remedy()));
        }
        return findings;
    }

    @Override
    public int repair() throws Unreachable {
        return databases.change(question.schema(), List.of(question.repair()));
    }
}
