package org.tongcheng.local.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void endsAStatementOnlyAtASemicolonThatIsCode() {
        assertThat(SqlText.split("a ';' \";\" $$;$$ $x$;$$;$x$ -- ;\n /* ; */ b; c;;\n -- nothing\n"))
                .containsExactly("a ';' \";\" $$;$$ $x$;$$;$x$ -- ;\n /* ; */ b", "c");
        assertThat(SqlText.split("a 'it''s;' b;c")).containsExactly("a 'it''s;' b", "c");
        assertThat(SqlText.split("e'\\';' ; b")).containsExactly("e'\\';'", "b");
    }

    @Test
    void waitsForQuotesAndCommentsToEnd() {
        assertThat(new SqlText("select 'a;\n").statements()).isEmpty();
        assertThat(new SqlText("/* a;\n").statements()).isEmpty();
    }

    @Test
    void findsTheWordsThatAreCode() {
        assertThat(new SqlText("copy 'export' /* attach */ \"load\" x").words()).containsExactly("COPY", "X");
    }

    @Test
    void doesNotMindLongTexts() {
        String literal = "'" + "it''s ".repeat(50_000) + "'";
        assertThat(SqlText.split(" ".repeat(100_000) + literal + ";/*" + "*".repeat(100_000) + "*/"))
                .containsExactly(literal);
    }
}
