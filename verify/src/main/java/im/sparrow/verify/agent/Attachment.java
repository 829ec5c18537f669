package im.sparrow.verify.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/** Loads the agent into a running part, by its process number. */
public final class Attachment {

    private Attachment() {}

    /**
     * Plants something, or takes everything out.
     *
     * @param pid a JVM of the same user on this machine
     * @param word of a plant, or {@link Agent#OFF}
     * @throws IllegalStateException when the process does not let itself be changed, with the reason
     */
    public static void load(long pid, String word) {
        try {
            VirtualMachine part = VirtualMachine.attach(Long.toString(pid));
            try {
                part.loadAgent(jar().toString(), word);
            } finally {
                part.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException | IOException e) {
            throw new IllegalStateException("not planted in " + pid + ": " + word, e);
        }
    }

    /** A jar of nothing but a manifest, which names this code and what it needs. */
    private static Path jar() throws IOException {
        var manifest = new Manifest();
        Attributes says = manifest.getMainAttributes();
        says.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        says.putValue("Agent-Class", Agent.class.getName());
        says.putValue("Can-Retransform-Classes", "true");
        says.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(Agent.class, ByteBuddy.class).map(Attachment::source).collect(Collectors.joining(" ")));
        Path jar = Files.createTempFile("sparrow-agent", ".jar");
        jar.toFile().deleteOnExit();
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        return jar;
    }

    private static String source(Class<?> code) {
        URL place = code.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(place.toURI()).toUri().toString();
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException("no place in a file system: " + place, e));
        }
    }
}
