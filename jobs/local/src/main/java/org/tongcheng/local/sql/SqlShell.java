package org.tongcheng.local.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.tongcheng.local.server.LocalFailure;

/** Statements from a reader, each run when its semicolon has come; an error is told and the next one goes on. */
public final class SqlShell {

    private static final String PROMPT = "sql> ";
    private static final String GOES_ON = "...> ";

    private final SqlSession session;
    private final RowPrinter printer;
    private final PrintWriter out;
    private final PrintWriter err;
    private int failures;

    public SqlShell(SqlSession session, RowPrinter printer, PrintWriter out, PrintWriter err) {
        this.session = session;
        this.printer = printer;
        this.out = out;
        this.err = err;
    }

    /**
     * Reads to the end, or to {@code exit} or {@code quit}.
     *
     * @param prompting whether somebody sits in front of it
     * @return how many statements failed
     */
    public int run(BufferedReader in, boolean prompting) throws IOException {
        StringBuilder pending = new StringBuilder();
        prompt(prompting, pending);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            pending.append(line).append('\n');
            SqlText text = new SqlText(pending.toString());
            for (String statement : text.statements()) {
                if (isEnd(statement)) {
                    return failures;
                }
                run(statement);
            }
            pending.setLength(0);
            pending.append(SqlText.blank(text.rest()) ? "" : text.rest());
            if (isEnd(pending.toString().strip())) {
                return failures;
            }
            prompt(prompting, pending);
        }
        new SqlText(pending.toString()).all().forEach(this::run);
        return failures;
    }

    private void run(String statement) {
        try {
            session.run(statement, printer);
        } catch (LocalFailure e) {
            failures++;
            err.println(e.getMessage());
            err.flush();
        }
    }

    private void prompt(boolean prompting, CharSequence pending) {
        if (prompting) {
            out.print(pending.isEmpty() ? PROMPT : GOES_ON);
            out.flush();
        }
    }

    private static boolean isEnd(String text) {
        return text.equalsIgnoreCase("exit") || text.equalsIgnoreCase("quit");
    }
}
