package im.sparrow.verify.agent;

import im.sparrow.verify.defect.Defects;
import im.sparrow.verify.plant.Plant;
import java.util.List;

/** All that can be planted. */
final class Plants {

    private Plants() {}

    /**
     * The plant of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Plant of(String word) {
        return List.of(Defects.ALL).stream()
                .flatMap(List::stream)
                .filter(plant -> plant.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing to plant is called " + word));
    }
}
