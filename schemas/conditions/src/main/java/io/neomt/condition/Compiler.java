package io.neomt.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
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
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.AstDepthLimitValidator;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import io.neomt.permission.Condition;
import io.neomt.permission.InvalidConditionException;
import io.neomt.permission.InvalidPermissionException;
import java.util.List;

/** Makes conditions of texts, or says what is wrong with them and where. Thread-safe. */
final class Compiler {

    private static final int MOST_CHARACTERS = 2_000;
    private static final CelType ATTRIBUTES = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MOST_CHARACTERS)
            .comprehensionMaxIterations(Budget.WORK)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private final CelCompiler compiler = compiler();
    private final CelRuntime runtime = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .excludeFunctions(StandardFunction.MATCHES)
                    .build())
            .addFunctionBindings(Patterns.bindings())
            .build();
    private final CelValidator validator = CelValidatorFactory.standardCelValidatorBuilder(compiler, runtime)
            .addAstValidators(
                    AstDepthLimitValidator.DEFAULT,
                    TimestampLiteralValidator.INSTANCE,
                    DurationLiteralValidator.INSTANCE,
                    new Patterns())
            .build();

    private static CelCompiler compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        Variables.NAMES.forEach(name -> builder.addVar(name, ATTRIBUTES));
        return builder.build();
    }

    /** @throws InvalidPermissionException with line, column and what is wrong */
    Condition compile(String text) {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw new InvalidPermissionException("a condition has at most " + MOST_CHARACTERS + " characters");
        }
        try {
            CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
            validator.validate(tree).getAst();
            return new CelCondition(text, runtime.createProgram(tree), Budget.weighedIn(tree));
        } catch (CelValidationException wrong) {
            throw invalid(wrong.getErrors());
        } catch (CelEvaluationException wrong) {
            throw new InvalidPermissionException("the condition cannot be evaluated: " + wrong.getMessage());
        }
    }

    private static InvalidConditionException invalid(List<CelIssue> issues) {
        CelIssue first = issues.getFirst();
        CelSourceLocation place = first.getSourceLocation();
        String more = issues.size() == 1 ? "" : " (and " + (issues.size() - 1) + " more)";
        int line = place.getLine();
        int column = place.getColumn() + 1;
        return new InvalidConditionException(
                "the condition is wrong at line " + line + ", column " + column + ": " + first.getMessage() + more,
                line,
                column);
    }
}
