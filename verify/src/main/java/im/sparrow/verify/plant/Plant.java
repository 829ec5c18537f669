package im.sparrow.verify.plant;

import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Something that can be planted.
 *
 * @param word its name on the wire and on the command line
 * @param sites every place that is changed for it
 */
public record Plant(String word, List<Site> sites) {

    /**
     * One place.
     *
     * @param type the class, by its full name
     * @param methods which of its methods or constructors; one at least must fit
     * @param advice what is woven in: a class of ByteBuddy's advice methods
     */
    public record Site(String type, ElementMatcher<? super MethodDescription> methods, Class<?> advice) {}
}
