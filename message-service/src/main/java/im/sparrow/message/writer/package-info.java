/**
 * Newcomers want more threads here; one thread per instance polls, decides, stores and publishes, because batches grow by
 * themselves while it is busy and a second thread only costs. One poll is one transaction ({@link
 * im.sparrow.message.writer.LogTransaction}); its frames are published after the commit, and only when the broker has
 * them may its offsets be committed. A crash anywhere in between replays the batch: every outcome is found again, and the
 * same frames go out with the same numbers.
 *
 * <p>The writer waits for a database or a broker that is away without end, and never skips a record for that. What it can
 * never do is to number or publish outside of its own thread, or to decide anything: that is {@link
 * im.sparrow.message.log}'s.
 *
 * <p>The statements of a batch, whatever it holds:
 *
 * <pre>
 * always       log.lock  log.members                        conversations FOR UPDATE in id order, then members
 * if needed    log.said log.done log.refused log.refusals   outcomes: on a repeat, a refusal, an {@code after}
 *              log.targets log.marks                        recalled messages; numbers at seqs that were shown
 * writes       log.insert  log.step (at most 3)  log.member-step
 *              log.describe log.end log.membership log.archive log.recall log.op log.refusal
 * </pre>
 */
@NullMarked
package im.sparrow.message.writer;

import org.jspecify.annotations.NullMarked;
