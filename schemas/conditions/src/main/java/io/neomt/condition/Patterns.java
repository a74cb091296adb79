package io.neomt.condition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.validator.CelAstValidator;
import java.util.Set;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * {@code matches} with literal patterns of a bounded size. RE2 takes time in proportion to text and pattern, but builds
 * {@code ((a{1000}){1000}){1000}} in full.
 */
final class Patterns implements CelAstValidator {

    private static final String MATCHES = "matches";
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_COPIES = 1_000;
    private static final int LARGEST_PROGRAM = 1_000;
    private static final java.util.regex.Pattern COUNTED = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

    private static final Cache<String, Pattern> COMPILED =
            Caffeine.newBuilder().maximumSize(1_000).build();

    static Set<CelFunctionBinding> bindings() {
        return CelFunctionBinding.fromOverloads(
                MATCHES,
                CelFunctionBinding.from(MATCHES, String.class, String.class, Patterns::matches),
                CelFunctionBinding.from("matches_string", String.class, String.class, Patterns::matches));
    }

    private static boolean matches(String text, String pattern) {
        return COMPILED.get(pattern, Patterns::compile).matcher(text).find();
    }

    @Override
    public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
        tree.getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(part ->
                        part.getKind() == Kind.CALL && part.call().function().equals(MATCHES))
                .map(part -> part.call().args().getLast())
                .forEach(pattern -> check(pattern, issues));
    }

    private static void check(CelExpr pattern, IssuesFactory issues) {
        if (pattern.getKind() != Kind.CONSTANT || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            issues.addError(pattern.id(), "the pattern of 'matches' is a literal");
            return;
        }
        try {
            compile(pattern.constant().stringValue());
        } catch (PatternSyntaxException wrong) {
            issues.addError(pattern.id(), "the pattern is wrong: " + wrong.getDescription());
        } catch (IllegalArgumentException tooLarge) {
            issues.addError(pattern.id(), tooLarge.getMessage());
        }
    }

    private static Pattern compile(String text) {
        if (text.length() > MOST_CHARACTERS || copies(text) > MOST_COPIES) {
            throw new IllegalArgumentException("the pattern is too large");
        }
        Pattern pattern = Pattern.compile(text);
        if (pattern.programSize() > LARGEST_PROGRAM) {
            throw new IllegalArgumentException("the pattern is too large");
        }
        return pattern;
    }

    /** How often any part can be repeated by count: of repetitions that may be nested, the product. */
    private static long copies(String text) {
        boolean mayBeNested = text.contains("){") || text.contains("}{");
        long copies = 1;
        for (MatchResult counted : (Iterable<MatchResult>) COUNTED.matcher(text).results()::iterator) {
            long most = Math.max(count(counted.group(1)), count(counted.group(2)));
            copies = mayBeNested ? Math.min(copies * most, MOST_COPIES + 1L) : Math.max(copies, most);
        }
        return copies;
    }

    /** RE2 itself refuses more than a thousand. */
    private static long count(@Nullable String digits) {
        return digits == null || digits.isEmpty() || digits.length() > 4 ? 1 : Long.parseLong(digits);
    }
}
