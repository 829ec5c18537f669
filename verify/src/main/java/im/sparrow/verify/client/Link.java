package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The way out of a device, as its parts see it. */
interface Link {

    /** Whether a welcomed connection stands. */
    boolean live();

    /** Writes a frame, if one stands. */
    void write(ObjectNode frame);

    /** Milliseconds on the run's clock. */
    long now();
}
