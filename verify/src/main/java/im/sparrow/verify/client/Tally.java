package im.sparrow.verify.client;

import java.util.concurrent.atomic.AtomicLong;

/** Running numbers of all devices together, for the generator, the nemesis and the progress line. */
public final class Tally {

    /** Users that have an account by now. */
    public final AtomicLong people = new AtomicLong();

    /** Conversations that are made by now. */
    public final AtomicLong conversations = new AtomicLong();

    /** Sends put into an outbox. */
    public final AtomicLong sent = new AtomicLong();

    /** Sends with a place in the log. */
    public final AtomicLong acked = new AtomicLong();

    /** Sends refused for good. */
    public final AtomicLong nacked = new AtomicLong();

    /** Sends that left a device at least once and have no outcome. */
    public final AtomicLong inFlight = new AtomicLong();

    /** Messages put on a screen. */
    public final AtomicLong shown = new AtomicLong();

    /** Messages that came again. */
    public final AtomicLong redelivered = new AtomicLong();

    /** Devices with a welcomed connection. */
    public final AtomicLong connected = new AtomicLong();

    /** Comings and goings that were answered. */
    public final AtomicLong flips = new AtomicLong();

    /** Doors that strangers tried. */
    public final AtomicLong tries = new AtomicLong();

    /** Refusals that were "not now". */
    public final AtomicLong retries = new AtomicLong();

    /** When the send that was acknowledged last had been said, in {@link System#nanoTime}. */
    public final AtomicLong newestAckedSaid = new AtomicLong(Long.MIN_VALUE);
}
