package im.sparrow.house;

import im.sparrow.house.source.Tree;
import java.util.List;

/** One rule of the house. */
@FunctionalInterface
public interface Rule {

    /** Everything in the tree that breaks the rule, in the order of the files; empty when it is kept. */
    List<Finding> check(Tree tree);
}
