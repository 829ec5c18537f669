package im.sparrow.house;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.source.Checkout;
import im.sparrow.house.source.Tree;
import java.util.List;
import java.util.stream.Collectors;

/** The checkout, read once, and the two questions that every rule is asked. */
public final class Kept {

    private static final Tree CHECKOUT = Checkout.read();

    private Kept() {}

    /** Fails with every finding when the project breaks the rule. */
    public static void byTheProject(Rule rule) {
        List<Finding> findings = rule.check(CHECKOUT);
        assertThat(findings)
                .withFailMessage(() ->
                        findings.size() + " findings of " + rule.getClass().getSimpleName() + ":\n"
                                + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")))
                .isEmpty();
    }

    /** What a rule says of a made-up tree, one text a finding. */
    public static List<String> findings(Rule rule, Tree planted) {
        return rule.check(planted).stream().map(Finding::toString).toList();
    }
}
