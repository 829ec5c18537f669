package im.sparrow.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end. */
final class Run {
    private Run() {}

    /** What the program printed, on either stream. */
    static String output(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        end(process, command, output);
        return output;
    }

    /** Runs the program with a file as its input; its words go into the error if it fails. */
    static void withInput(List<String> command, Path input) throws IOException {
        var log = Files.createTempFile("sparrow", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            end(process, command, "");
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "\n" + Files.readString(log), e);
        } finally {
            Files.delete(log);
        }
    }

    private static void end(Process process, List<String> command, String output) throws IOException {
        try {
            var code = process.waitFor();
            if (code != 0) {
                throw new IOException(command.getFirst() + " ended with " + code + ": " + output);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " ran", e);
        }
    }
}
