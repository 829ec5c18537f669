package im.sparrow.local;

/** Sentences that more than one command says; docs/operate.md quotes them. */
final class Words {
    static final String NOBODY_WATCHES =
            "No launcher watches: ./sparrow up takes these over, ./sparrow down ends them.";

    private Words() {}
}
