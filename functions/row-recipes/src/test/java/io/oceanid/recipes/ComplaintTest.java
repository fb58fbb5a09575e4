package io.oceanid.recipes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.rows.Reading;
import io.oceanid.rows.Recipe;
import io.oceanid.rows.RecipeException;
import io.oceanid.rows.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class ComplaintTest {

    @Test
    void aWrongColumnIsNamedWithThoseThereAre() {
        complaint("FROM rows", "SELECT hs_code\nFROM rows WHERE prot = 'DEHAM'").hasMessage("""
            step 2: Binder Error: Referenced column "prot" not found in FROM clause!
            Candidate bindings: "port"
            LINE 2: FROM rows WHERE prot = 'DEHAM'
                                    ^^^^\
            """);
    }

    @Test
    void aValueThatIsNoNumberIsShown() {
        complaint("SELECT hs_code::INTEGER FROM rows")
                .hasMessageStartingWith("step 1: Conversion Error: Could not convert string '0901.21x' to INT32")
                .hasMessageContaining("LINE 1: SELECT hs_code::INTEGER FROM rows");
    }

    @Test
    void aSyntaxErrorTellsWhere() {
        complaint("SELECT a b c FROM rows").hasMessage("step 1: syntax error at or near \"c\"");
    }

    @Test
    void aFunctionThatIsNotThereIsNamed() {
        complaint("SELECT uper(port) FROM rows").hasMessageContaining("uper");
    }

    @Test
    void aLongComplaintIsCut() {
        complaint("SELECT error(repeat('long ', 1000)) FROM rows")
                .message()
                .hasSizeLessThan(1100)
                .endsWith("…");
    }

    @Test
    void aSourceThatBreaksOffIsNotBlamedOnTheRecipe() {
        assertThatThrownBy(() -> new DuckDbRecipeEngine(RecipeLimits.ofSystem())
                        .follow(new Recipe(List.of()), brokenPipe(), Map.of(), Path.of("scratch"), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("cut");
    }

    private static Rows brokenPipe() {
        return new Rows() {
            @Override
            public Reading next() throws IOException {
                throw new IOException("cut");
            }

            @Override
            public void close() {}
        };
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> complaint(String... steps) {
        return assertThatThrownBy(() ->
                        new Kitchen().follow(ListedRows.of("{\"port\":\"DEHAM\",\"hs_code\":\"0901.21x\"}"), steps))
                .isInstanceOf(RecipeException.class);
    }
}
