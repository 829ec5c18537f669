package im.sparrow.local;

import im.sparrow.local.layout.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a person says about the suite's size. What is not said stays as it is in what runs, or is the smallest. */
final class ShapeOptions {
    @Option(names = "--gateways")
    private Optional<Integer> gateways = Optional.empty();

    @Option(names = "--messages")
    private Optional<Integer> messages = Optional.empty();

    @Option(names = "--relays")
    private boolean relays;

    Shape over(Shape shape) {
        return new Shape(
                gateways.orElse(shape.gateways()), messages.orElse(shape.messages()), relays || shape.relays());
    }

    /** The same words again, for another process. */
    List<String> words() {
        var words = new ArrayList<String>();
        gateways.ifPresent(number -> words.addAll(List.of("--gateways", number.toString())));
        messages.ifPresent(number -> words.addAll(List.of("--messages", number.toString())));
        if (relays) {
            words.add("--relays");
        }
        return words;
    }
}
