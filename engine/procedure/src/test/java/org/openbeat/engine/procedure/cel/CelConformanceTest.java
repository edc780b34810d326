package org.openbeat.engine.procedure.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbeat.engine.procedure.Packs;
import org.openbeat.engine.procedure.guard.GuardScope;
import org.openbeat.engine.procedure.guard.GuardVocabulary;
import org.openbeat.engine.procedure.pack.Condition;
import org.openbeat.engine.procedure.pack.Fact;
import org.openbeat.engine.procedure.pack.Pack;

/** Every guard of every pack comes to what CEL's own implementation makes of it, over random facts, known and unknown. */
class CelConformanceTest {
    private static final int CASES = 60;

    static List<String> packs() {
        return Packs.names();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_guard_means_what_the_implementation_of_cel_says(String name) throws Exception {
        var pack = Packs.get(name);
        var steps = pack.steps().keySet().stream().map(Object::toString).toList();
        var clocks = pack.clocks().keySet().stream().map(Object::toString).toList();
        var ours = GuardVocabulary.of(pack.facts(), pack.amounts(), steps, clocks);
        var random = new Random(20260101);
        var current = new AtomicReference<RandomScope>();
        var runtime = runtime(current);
        var compiler = compiler();
        for (var guard : guards(pack)) {
            var program = ours.compile(guard.text());
            var other = runtime.createProgram(compiler.compile(guard.text()).getAst());
            for (var i = 0; i < CASES; i++) {
                var scope = new RandomScope(pack, steps, clocks, random);
                current.set(scope);
                var theirs = evaluate(other, scope);
                var value = program.evaluate(scope);
                assertThat(value instanceof CelError ? "error" : value)
                        .as(guard.mark() + " " + guard.text() + " with " + scope.stated)
                        .isEqualTo(theirs);
            }
        }
    }

    private static List<Condition> guards(Pack pack) {
        var guards = new ArrayList<Condition>();
        pack.steps().values().forEach(step -> step.requirements().forEach(item -> guards.add(item.condition())));
        pack.clocks().values().forEach(clock -> {
            clock.limits().stream()
                    .map(limit -> limit.when())
                    .filter(when -> when != null)
                    .forEach(guards::add);
            if (clock.onlyIf() != null) {
                guards.add(clock.onlyIf());
            }
        });
        return guards;
    }

    private static Object evaluate(CelRuntime.Program program, RandomScope scope) {
        try {
            var value = program.eval(scope.variables());
            return value instanceof Boolean ? value : "error"; // A variable without a value is "unknown" there.
        } catch (CelEvaluationException e) {
            return "error";
        }
    }

    private static CelCompiler compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("facts", MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addVar("limits", MapType.create(SimpleType.STRING, SimpleType.INT))
                .addVar("now", SimpleType.TIMESTAMP)
                .addVar("acting", SimpleType.STRING)
                .addFunctionDeclarations(
                        declared("done", SimpleType.BOOL),
                        declared("count", SimpleType.INT),
                        declared("running", SimpleType.BOOL),
                        declared("expired", SimpleType.BOOL))
                .build();
    }

    private static CelFunctionDecl declared(String name, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name + "_string", result, SimpleType.STRING));
    }

    private static CelRuntime runtime(AtomicReference<RandomScope> scope) {
        return CelRuntimeFactory.standardCelRuntimeBuilder()
                .addFunctionBindings(
                        CelFunctionBinding.from(
                                "done_string",
                                String.class,
                                step -> scope.get().count(scope.get().steps.indexOf(step)) > 0),
                        CelFunctionBinding.from("count_string", String.class, step ->
                                (long) scope.get().count(scope.get().steps.indexOf(step))),
                        CelFunctionBinding.from(
                                "running_string",
                                String.class,
                                clock -> scope.get().running(scope.get().clocks.indexOf(clock))),
                        CelFunctionBinding.from(
                                "expired_string",
                                String.class,
                                clock -> scope.get().expired(scope.get().clocks.indexOf(clock))))
                .build();
    }

    /** A case in which a third of the facts is unknown. */
    private static final class RandomScope implements GuardScope {
        private final Pack pack;
        private final List<String> steps;
        private final List<String> clocks;
        private final Map<String, Object> stated = new HashMap<>();
        private final long bits;
        private final Instant now;
        private final @Nullable String acting;

        RandomScope(Pack pack, List<String> steps, List<String> clocks, Random random) {
            this.pack = pack;
            this.steps = steps;
            this.clocks = clocks;
            this.bits = random.nextLong();
            this.now = Instant.parse("2025-12-01T00:00:00Z").plusSeconds(random.nextInt(90 * 86_400));
            var authorities = List.copyOf(pack.authorities().keySet());
            this.acting = random.nextInt(5) == 0
                    ? null
                    : authorities.get(random.nextInt(authorities.size())).value();
            pack.facts().values().stream()
                    .filter(fact -> random.nextInt(3) > 0)
                    .forEach(fact -> stated.put(fact.name(), value(fact, random)));
        }

        private static Object value(Fact fact, Random random) {
            return switch (fact.type()) {
                case BOOL -> random.nextBoolean();
                case INT -> (long) new int[] {0, 1, 2, 5, 7, 10, 20, 500, 1000, 4000}[random.nextInt(10)];
                case STRINGS -> List.of("a");
                case TIMESTAMP -> Instant.EPOCH;
                default ->
                    fact.allowed().isEmpty()
                            ? "a"
                            : fact.allowed().get(random.nextInt(fact.allowed().size()));
            };
        }

        Map<String, Object> variables() {
            var variables = new HashMap<String, Object>();
            variables.put("facts", stated);
            var limits = new HashMap<String, Object>();
            pack.amounts().values().forEach(amount -> limits.put(amount.name(), amount.value()));
            variables.put("limits", limits);
            variables.put(
                    "now",
                    Timestamp.newBuilder().setSeconds(now.getEpochSecond()).build());
            if (acting != null) {
                variables.put("acting", acting);
            }
            return variables;
        }

        @Override
        public @Nullable Object fact(int fact) {
            return stated.get(List.copyOf(pack.facts().keySet()).get(fact));
        }

        @Override
        public int count(int step) {
            return (int) ((bits >> (step % 60)) & 3);
        }

        @Override
        public @Nullable Instant at(int step) {
            return null;
        }

        @Override
        public boolean running(int clock) {
            return ((bits >> (clock % 60)) & 1) == 0;
        }

        @Override
        public boolean expired(int clock) {
            return ((bits >> ((clock + 7) % 60)) & 1) == 0;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public @Nullable String acting() {
            return acting;
        }
    }
}
