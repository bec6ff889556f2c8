package org.tongcheng.reference;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The characters of a registry file: strict UTF-8, a byte order mark taken off, no control characters. */
final class RegistryText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RegistryText() {}

    static String decode(String file, byte[] content) {
        CharBuffer characters = CharBuffer.allocate(content.length);
        CoderResult outcome = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content), characters, true);
        String text = characters.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0) {
                throw at(file, text.substring(0, index), "holds a control character");
            }
        }
        if (outcome.isError()) {
            throw at(file, text, "is not UTF-8");
        }
        return text;
    }

    private static RegistryException at(String file, String before, String problem) {
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return RegistryException.at(file, line, column, problem);
    }
}
