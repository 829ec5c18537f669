package im.sparrow.verify.defect;

import im.sparrow.contracts.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Old records that let somebody in are told again now and then, as a crash or a writer that woke up late may do. That is
 * no defect: nobody may believe them.
 */
public final class ReplayedJoins {

    /**
     * As a record writes a header that begins with a plus: somebody comes, at least. The name is inlined, so nothing of the
     * contracts is needed in the part.
     */
    private static final String LETS_IN = "key = " + Headers.MEMBERSHIP + ", value = [" + (int) '+' + ',';

    private static final int EVERY = 2;
    private static final int KEPT = 1_000;
    private static final List<Object> JOINS = new ArrayList<>();
    private static final AtomicLong CALLS = new AtomicLong();

    private ReplayedJoins() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) List<?> records) {
        records = withOld(records);
    }

    /** The records, and perhaps an old one behind them. */
    public static synchronized List<?> withOld(List<?> records) {
        var all = new ArrayList<Object>(records);
        long call = CALLS.incrementAndGet();
        if (call % EVERY == 0 && !JOINS.isEmpty()) {
            all.add(JOINS.get((int) (call / EVERY % JOINS.size())));
        }
        for (Object record : records) {
            if (JOINS.size() < KEPT && record.toString().contains(LETS_IN)) {
                JOINS.add(record);
            }
        }
        return all;
    }
}
