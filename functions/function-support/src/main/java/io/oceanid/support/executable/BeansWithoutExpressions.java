package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.ParserContext;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** No setting and no route is an expression of Spring's language. Without its parser an executable holds no interpreter of it. */
@TargetClass(SpelExpressionParser.class)
final class BeansWithoutExpressions {

    private BeansWithoutExpressions() {}

    @Substitute
    @SuppressWarnings({"unused", "DoNotCallSuggester"}) // takes the place of the method of that name
    SpelExpression doParseExpression(String expression, @Nullable ParserContext context) {
        throw new UnsupportedOperationException("an executable evaluates no expression: " + expression);
    }
}
