package im.sparrow.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Optional;

/**
 * A living process of a part.
 *
 * @param handle the process
 * @param child the same as our own child; empty for one that was taken over
 */
record Running(ProcessHandle handle, Optional<Process> child) {
    /** Takes over what an earlier launcher left, or ends it and starts a new process. */
    static Running begin(PartSpec spec) throws IOException, InterruptedException {
        var signature = spec.launch().signature();
        var mark = Mark.read(spec.pidFile());
        var left = mark.flatMap(Mark::process);
        if (left.isPresent()) {
            if (mark.get().signature().equals(signature)) {
                return new Running(left.get(), Optional.empty());
            }
            Processes.end(left.get(), spec.grace());
        }
        return spawn(spec, signature);
    }

    private static Running spawn(PartSpec spec, String signature) throws IOException, InterruptedException {
        Files.createDirectories(spec.log().getParent());
        var command = new ArrayList<>(Processes.ownSession());
        command.addAll(spec.launch().command());
        var builder = new ProcessBuilder(command)
                .directory(spec.launch().folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.launch().environment());
        var process = builder.start();
        process.getOutputStream().close();
        Mark.of(process.toHandle(), signature).write(spec.pidFile());
        return new Running(process.toHandle(), Optional.of(process));
    }

    /** Whether it was started by an earlier launcher. */
    boolean adopted() {
        return child.isEmpty();
    }

    /** For people. */
    String howItEnded() {
        return child.filter(process -> !process.isAlive())
                .map(process -> switch (process.exitValue()) {
                    case 137 -> "killed (signal 9), by somebody or by the system for want of memory";
                    case 143 -> "told to end (signal 15)";
                    default -> "exit code " + process.exitValue();
                })
                .orElse("ended");
    }
}
