package im.sparrow.house.shape;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.JavaFile;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SQL stays in what MySQL 8.0, MariaDB 11.4 and TiDB share, and in the shapes that were measured to be cheap. */
public final class SqlShapes implements Rule {

    private static final Pattern SQL = Pattern.compile(
            "\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|FOR UPDATE|GET_LOCK|FROM|WHERE)\\b");
    private static final Map<Pattern, String> BANNED = new LinkedHashMap<>();

    static {
        ban(
                "\\([^()]*\\w\\s*,[^()]*\\)\\s+IN\\b",
                "a tuple IN is slow by the plan's mood: join a UNION ALL of the keys");
        ban("\\bSKIP\\s+LOCKED\\b", "SKIP LOCKED is not everywhere: take a lease row");
        ban("\\bGET_LOCK\\b", "GET_LOCK is not everywhere: take a lease row");
        ban("\\bRETURNING\\b", "RETURNING is not everywhere: make the id before");
        ban("\\bAS\\s+new\\b", "AS new is not everywhere: say VALUES(column)");
        ban("\\bAUTO_INCREMENT\\b", "no auto-increment keys: ids are made before, and batches stay batches");
        ban("\\bOFFSET\\b", "no offsets: page by key");
    }

    private static void ban(String shape, String why) {
        BANNED.put(Pattern.compile(shape, Pattern.CASE_INSENSITIVE), why);
    }

    @Override
    public List<Finding> check(Tree tree) {
        var findings = new ArrayList<Finding>();
        for (SourceFile file : tree.files(each -> each.is(".sql")).toList()) {
            judge(file.path(), 0, file.text().replaceAll("--[^\n]*|/\\*(?s:.*?)\\*/", ""), findings);
        }
        for (JavaFile file : tree.java()) {
            if (!file.path().startsWith("build/house/")) {
                file.texts().stream()
                        .filter(text -> SQL.matcher(text.value()).find())
                        .forEach(text -> judge(file.path(), text.line(), text.value(), findings));
            }
        }
        return findings;
    }

    private static void judge(String path, long line, String sql, List<Finding> findings) {
        BANNED.forEach((shape, why) -> {
            if (shape.matcher(sql).find()) {
                findings.add(new Finding(path, line, why));
            }
        });
    }
}
