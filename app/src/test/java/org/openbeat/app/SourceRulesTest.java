package org.openbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What only the sources show: how long things are, and whether SQL keeps to UTC. */
class SourceRulesTest {
    private static final int LONGEST_METHOD = 40;
    private static final int LONGEST_CLASS = 300;

    /** Local time in SQL or Java: off by the server's offset for half of the world, and twice a year for most. */
    private static final Pattern LOCAL_TIME = Pattern.compile(
            "timestamp\\s+without\\s+time\\s+zone|\\btimestamp\\b(?!tz|\\s+with\\s+time|\\s*\\()\\s*(,|not|null|default|primary|\\))"
                    + "|now\\(\\)\\s*::|\\bcurrent_date\\b|\\bcurrent_time\\b|\\blocaltime(stamp)?\\b",
            Pattern.CASE_INSENSITIVE);

    /** The same asked of Java. Engines have no SQL, and words such as LocalTime mean no clock there. */
    private static final Pattern TIME_OF_THE_MACHINE =
            Pattern.compile("LocalDateTime\\.now|ZoneId\\.systemDefault|TimeZone\\.getDefault");

    private static final Pattern UNOWNED_TODO = Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?!.*#\\d)");

    @Test
    void sql_and_code_never_mix_local_time_with_utc() {
        var sql = Stream.concat(
                Sources.under(Sources.JAVA, ".java").stream(),
                Sources.under(Sources.RESOURCES.resolve("db"), ".sql").stream());
        assertThat(lines(sql, LOCAL_TIME)).as("local time").isEmpty();
        assertThat(lines(Sources.mainJava().stream(), TIME_OF_THE_MACHINE))
                .as("time of the machine")
                .isEmpty();
    }

    @Test
    void what_is_left_to_do_has_a_number() {
        assertThat(lines(Sources.mainJava().stream(), UNOWNED_TODO)).isEmpty();
    }

    @Test
    void methods_and_classes_stay_short() throws IOException {
        assertThat(tooLong(Sources.mainJava()))
                .as("methods over %d lines, classes over %d", LONGEST_METHOD, LONGEST_CLASS)
                .isEmpty();
    }

    private static List<String> lines(Stream<Path> files, Pattern pattern) {
        var found = new ArrayList<String>();
        files.forEach(file -> {
            var lines = Sources.read(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(Sources.name(file) + ":" + (i + 1) + " "
                            + lines.get(i).strip());
                }
            }
        });
        return found;
    }

    private static List<String> tooLong(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var found = new ArrayList<String>();
            for (var unit : task.parse()) {
                unit.accept(new Ruler(Trees.instance(task).getSourcePositions(), unit, found), null);
            }
            return found;
        }
    }

    /** Measures every class and every method of one file. */
    private static final class Ruler extends TreeScanner<Void, Void> {
        private final SourcePositions positions;
        private final CompilationUnitTree unit;
        private final List<String> found;

        Ruler(SourcePositions positions, CompilationUnitTree unit, List<String> found) {
            this.positions = positions;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            measure(type, type.getSimpleName().toString(), LONGEST_CLASS);
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null && !isTable(method)) {
                measure(method.getBody(), method.getName().toString(), LONGEST_METHOD);
            }
            return super.visitMethod(method, nothing);
        }

        /** One statement is as long as the table it returns. */
        private static boolean isTable(MethodTree method) {
            return method.getBody().getStatements().size() == 1;
        }

        private void measure(Tree tree, String name, int limit) {
            var map = unit.getLineMap();
            long lines = map.getLineNumber(positions.getEndPosition(unit, tree))
                    - map.getLineNumber(positions.getStartPosition(unit, tree))
                    + 1;
            if (lines > limit) {
                found.add(Sources.name(Path.of(unit.getSourceFile().toUri())) + " " + name + ": " + lines);
            }
        }
    }
}
