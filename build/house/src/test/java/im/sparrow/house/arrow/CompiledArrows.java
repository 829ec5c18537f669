package im.sparrow.house.arrow;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the compiled classes of one module really use. */
final class CompiledArrows {

    private CompiledArrows() {}

    /** The classes in a folder of a module's build; a module that was not compiled is a mistake, not an absence. */
    static JavaClasses of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AssertionError(folder + " is missing: compile the modules first, as ./sparrow test does");
        }
        return new ClassFileImporter().importPath(folder);
    }

    static ArchCondition<JavaClass> keepTo(Arrows arrows, Arrow from, boolean test) {
        return new ArchCondition<>("use only what arrows.txt allows " + from.module()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use ->
                                !arrows.allows(from, test, use.getTargetClass().getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    /** Each package is a slice. */
    static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith("im.sparrow")
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    static DescribedPredicate<JavaClass> in(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }
}
