package io.neomt.testkit.permissions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Conditions in the Common Expression Language, without any bound: what {@code io.neomt.condition} is held to. Of the
 * library's two evaluators it takes the other one.
 */
public final class Cel {

    private static final CelType ATTRIBUTES = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("subject", ATTRIBUTES)
            .addVar("resource", ATTRIBUTES)
            .addVar("action", ATTRIBUTES)
            .addVar("context", ATTRIBUTES)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    private static final Map<String, CelRuntime.Program> PROGRAMS = new ConcurrentHashMap<>();

    private Cel() {}

    /** Empty when it cannot be evaluated, such as for a missing property or when it is not about true and false. */
    public static Optional<Boolean> evaluate(String text, Check.Attributes attributes) {
        try {
            Object value = PROGRAMS.computeIfAbsent(text, Cel::compile).eval(attributes.variables());
            return value instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
        } catch (CelEvaluationException cannotBeEvaluated) {
            return Optional.empty();
        }
    }

    private static CelRuntime.Program compile(String text) {
        try {
            CelAbstractSyntaxTree tree = COMPILER.compile(text).getAst();
            return RUNTIME.createProgram(tree);
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalArgumentException("not a condition: " + text, wrong);
        }
    }
}
