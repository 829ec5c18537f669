package im.sparrow.house.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks the compiler's tree of one file at a time. */
final class Outline {

    private final SourcePositions positions;

    Outline(JavacTask task) {
        this.positions = Trees.instance(task).getSourcePositions();
    }

    JavaFile of(SourceFile file, CompilationUnitTree unit) {
        var walk = new Walk(unit);
        walk.scan(unit, null);
        return new JavaFile(file, List.copyOf(walk.names), List.copyOf(walk.methods), List.copyOf(walk.texts));
    }

    private final class Walk extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final List<JavaFile.Name> names = new ArrayList<>();
        private final List<JavaFile.Method> methods = new ArrayList<>();
        private final List<JavaFile.Text> texts = new ArrayList<>();

        Walk(CompilationUnitTree unit) {
            this.unit = unit;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (!type.getSimpleName().isEmpty()) {
                names.add(new JavaFile.Name(
                        JavaFile.Kind.TYPE, type.getSimpleName().toString(), first(type)));
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
            if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                names.add(new JavaFile.Name(
                        JavaFile.Kind.FIELD, variable.getName().toString(), first(variable)));
            }
            return super.visitVariable(variable, nothing);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var annotations = method.getModifiers().getAnnotations().stream()
                    .map(annotation -> annotation.getAnnotationType().toString())
                    .collect(Collectors.toSet());
            long first = first(method);
            int lines = (int) (line(positions.getEndPosition(unit, method)) - first + 1);
            methods.add(new JavaFile.Method(method.getName().toString(), first, lines, annotations));
            return super.visitMethod(method, nothing);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String text) {
                texts.add(new JavaFile.Text(text, first(literal)));
            }
            return super.visitLiteral(literal, nothing);
        }

        private long first(Tree tree) {
            return line(positions.getStartPosition(unit, tree));
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
