package im.sparrow.verify.mutant;

import im.sparrow.verify.agent.Agent;
import im.sparrow.verify.agent.Attachment;
import im.sparrow.verify.checker.Defect;
import im.sparrow.verify.generator.Stage;
import im.sparrow.verify.nemesis.Fault;
import im.sparrow.verify.nemesis.Faults;
import im.sparrow.verify.report.Report;
import im.sparrow.verify.suite.Suite;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plants one defect after another, and says which of them the checker caught. */
public final class Mutants {

    private static final String LOG = "message-service";

    private final Path run;
    private final Trial trial;
    private final Consumer<String> out;

    /** The small run that each of them must be found by. */
    @FunctionalInterface
    public interface Trial {

        /** Does it with these faults. */
        Report run(Map<Fault, Integer> faults, Consumer<String> said, Stage stage) throws InterruptedException;
    }

    /**
     * Mutants of a suite.
     *
     * @param run its launcher's folder of that name
     * @param trial the same for all of them
     * @param out hears a line for each mutant, and what the runs say of findings
     */
    public Mutants(Path run, Trial trial, Consumer<String> out) {
        this.run = run;
        this.trial = trial;
        this.out = out;
    }

    /**
     * How it went.
     *
     * @param mutants that were tried
     * @param caught how many of them were found, each for its own reason
     * @param clean whether the runs without a defect were clean
     */
    public record Result(int mutants, int caught, boolean clean) {

        /** The last line. */
        public String line() {
            return "mutants=" + mutants + " caught=" + caught
                    + (clean ? "" : " (but a run without a defect is not clean)");
        }

        /** Whether every mutant was caught, and nothing else. */
        public boolean good() {
            return clean && caught == mutants;
        }
    }

    /** Tries those whose names contain one of these words, all when there is none, after the runs that must be clean. */
    public Result run(List<String> words) throws InterruptedException {
        List<Mutant> chosen = Mutant.ALL.stream()
                .filter(it -> words.isEmpty() || words.stream().anyMatch(it.name()::contains))
                .toList();
        List<Mutant> controls = Mutant.CONTROLS.stream()
                .filter(control ->
                        control.faults().isEmpty() && control.plants().isEmpty()
                                || chosen.stream().anyMatch(it -> needs(it, control)))
                .toList();
        int caught = 0;
        boolean clean = true;
        for (Mutant mutant : Stream.concat(controls.stream(), chosen.stream()).toList()) {
            boolean asWanted = attempt(mutant);
            if (mutant.wanted() == null) {
                clean &= asWanted;
            } else {
                caught += asWanted ? 1 : 0;
            }
        }
        return new Result(chosen.size(), caught, clean);
    }

    /** Whether a control is the mutant's run without its defect. */
    private static boolean needs(Mutant mutant, Mutant control) {
        return (!control.faults().isEmpty() && mutant.faults().equals(control.faults()))
                || (!control.plants().isEmpty() && mutant.plants().containsAll(control.plants()));
    }

    private boolean attempt(Mutant mutant) throws InterruptedException {
        var suite = new Suite(run);
        var said = new ArrayList<String>();
        Report report;
        try (var planting = new Planting(mutant, suite)) {
            report = trial.run(Faults.of(mutant.faults(), 1), said::add, planting);
        } catch (SQLException e) {
            throw new IllegalStateException("the damage of \"" + mutant.name() + "\" was not undone", e);
        }
        Defect wanted = mutant.wanted();
        // A run without a defect must be right; how soon it recovers is another question.
        boolean good =
                wanted == null ? report.verdict().valid() : report.verdict().of(wanted) > 0;
        String found = wanted == null
                ? good ? "clean" : report.word()
                : wanted.word() + "=" + report.verdict().of(wanted) + " " + (good ? "caught" : "ESCAPED");
        out.accept(String.format(
                Locale.ROOT, "%-8s %-26s %s", wanted == null ? "control" : "mutant", mutant.name(), found));
        out.accept("         " + report.line());
        if (good) {
            said.stream()
                    .filter(line -> wanted != null && line.startsWith(wanted.word() + ":"))
                    .limit(1)
                    .forEach(line -> out.accept("         " + line));
        } else {
            said.forEach(line -> out.accept("         " + line));
        }
        return good;
    }

    /** A defect from the moment at which the town talks to the end of the run. */
    private static final class Planting implements Stage, AutoCloseable {
        private final Mutant mutant;
        private final Suite suite;
        private final List<Long> touched = new ArrayList<>();
        private @Nullable Damage damage;

        Planting(Mutant mutant, Suite suite) {
            this.mutant = mutant;
            this.suite = suite;
        }

        @Override
        public void begins() {
            for (Mutant.Planted planted : mutant.plants()) {
                for (String part : suite.roster().instances(planted.service())) {
                    long pid = pid(part);
                    Attachment.load(pid, planted.word());
                    touched.add(pid);
                }
            }
            if (mutant.damage() != null) {
                try {
                    damage = new Damage(mutant.damage(), pid(LOG));
                } catch (SQLException e) {
                    throw new IllegalStateException("the damage could not be done", e);
                }
            }
        }

        private long pid(String part) {
            return suite.process(part)
                    .orElseThrow(() -> new IllegalStateException("No process of " + part + " is known"))
                    .pid();
        }

        @Override
        public void ends() throws InterruptedException {
            if (damage != null) {
                damage.rest();
            }
        }

        @Override
        public void close() throws SQLException {
            touched.forEach(pid -> Attachment.load(pid, Agent.OFF));
            if (damage != null) {
                damage.close();
            }
        }
    }
}
