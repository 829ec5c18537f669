/**
 * Newcomers let every client do the same; people are uneven. The generator makes a small town from one seed (people with
 * one or two devices, pairs, groups whose members come and go) and lets everyone talk, mark, recall and lose the network at
 * his own random moments.
 *
 * <p>It never waits for an answer before the next word, and never judges.
 */
@NullMarked
package im.sparrow.verify.generator;

import org.jspecify.annotations.NullMarked;
