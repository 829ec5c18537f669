package im.sparrow.verify.agent;

import im.sparrow.verify.defect.Defects;
import im.sparrow.verify.plant.Plant;
import im.sparrow.verify.point.Points;
import java.util.List;
import java.util.stream.Stream;

/** All that can be planted. */
final class Plants {

    private Plants() {}

    /**
     * The plant of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Plant of(String word) {
        return Stream.of(Defects.ALL, Points.ALL)
                .flatMap(List::stream)
                .filter(plant -> plant.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing to plant is called " + word));
    }
}
