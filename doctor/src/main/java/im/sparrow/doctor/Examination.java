package im.sparrow.doctor;

import im.sparrow.contracts.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All checks of an installation, one after the other, told as they go. */
final class Examination implements AutoCloseable {

    /** How long news may be on their way. */
    static final Duration TRAVEL = Duration.ofSeconds(3);

    private final Databases databases;
    private final Broker broker;
    private final List<Check> checks = new ArrayList<>();
    private final Consumer<String> out;

    Examination(Installation installation, Repairs repairs, long diskLeast, Duration travel, Consumer<String> out) {
        this.out = out;
        databases = new Databases(installation.databases());
        broker = new Broker(installation.kafka());
        installation.services().forEach(service -> checks.add(new HealthCheck(service)));
        installation.home().ifPresent(home -> checks.add(new DiskCheck(home, diskLeast)));
        for (Schema schema : Schema.values()) {
            checks.add(new ClockCheck(schema, databases, InstantSource.system()));
        }
        checks.add(new TopicCheck(broker));
        checks.add(new LagCheck("message-writer", Topics.MESSAGE_COMMAND, "message-service", broker, travel));
        checks.add(new LagCheck("message-cursors", Topics.CURSOR, "message-service", broker, travel));
        checks.add(new LagCheck("message-service", Topics.ACCOUNT, "message-service", broker, travel));
        checks.add(new LagCheck("social-service", Topics.ACCOUNT, "social-service", broker, travel));
        OwnerQuestions.all().forEach(question -> checks.add(new TableCheck(question, databases)));
        MessageQuestions.all().forEach(question -> checks.add(new TableCheck(question, databases)));
        Copy.all().forEach(copy -> checks.add(new CopyCheck(copy, databases, repairs, travel)));
    }

    /** How it went. */
    record Outcome(int checks, List<Finding> findings, int repaired) {

        String line() {
            return "checks=%d findings=%d repaired=%d".formatted(checks, findings.size(), repaired);
        }

        boolean well() {
            return findings.isEmpty();
        }
    }

    /** Looks at everything, and with {@code repair} puts right what can be put right and looks at that once more. */
    Outcome run(boolean repair) {
        var findings = new ArrayList<Finding>();
        int repaired = 0;
        for (Check check : checks) {
            List<Finding> found = look(check);
            if (repair && !found.isEmpty()) {
                int changed = repair(check);
                repaired += changed;
                if (changed > 0) {
                    out.accept("repaired %-22s %d".formatted(check.name(), changed));
                    found = look(check);
                }
            }
            tell(check, found);
            findings.addAll(found);
        }
        return new Outcome(checks.size(), findings, repaired);
    }

    private void tell(Check check, List<Finding> found) {
        if (found.isEmpty()) {
            out.accept("ok       %-22s %s".formatted(check.name(), check.holds()));
        }
        String last = "";
        for (Finding finding : found) {
            out.accept("WRONG    %-22s %s".formatted(finding.check(), finding.what()));
            if (!finding.remedy().equals(last)) {
                out.accept("         %-22s do: %s".formatted("", finding.remedy()));
            }
            last = finding.remedy();
        }
    }

    private List<Finding> look(Check check) {
        try {
            return check.look();
        } catch (Unreachable away) {
            return List.of(new Finding(
                    check.name(),
                    "cannot be looked at; " + away.getMessage(),
                    "see whether it is up and the address right"));
        }
    }

    private int repair(Check check) {
        try {
            return check.repair();
        } catch (Unreachable away) {
            out.accept("         %-22s not repaired; %s".formatted(check.name(), away.getMessage()));
            return 0;
        }
    }

    @Override
    public void close() {
        databases.close();
        broker.close();
    }
}
