package im.sparrow.house.arrow;

import java.util.Set;

/**
 * One line of the file.
 *
 * @param module the module's folder
 * @param root the package that is the module's alone, with all below it
 * @param uses the folders of the modules whose code it may use
 */
public record Arrow(String module, String root, Set<String> uses) {

    /** Whether a package is this module's. */
    public boolean owns(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
