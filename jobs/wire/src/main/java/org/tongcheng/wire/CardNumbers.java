package org.tongcheng.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes everything out of a text that may be a card number: runs of eleven and more digits of any script, whether
 * or not single blanks, dashes, dots, escapes or any control characters stand between them, and whatever is named
 * {@code token_id} and is not a token. Tokens and times stay. The text keeps its length, every letter taken out
 * becomes {@code *}. It need not be JSON.
 */
final class CardNumbers {

    private static final String TOKEN = "hk[0-9]{1,10}:[0-9a-f]{32}";

    private static final String GAP = "\\p{Cc}*+(?:[\\p{Zs}\\p{Pd}.]|\\\\[^u])?+\\p{Cc}*+";

    private static final String TIME = "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9]:[0-6][0-9]"
            + "(?:\\.[0-9]{1,9})?+(?:[Zz]|[+-][0-2][0-9]:[0-5][0-9])";

    private static final Pattern KEPT_OR_HIDDEN = Pattern.compile(
            // The value ends where JSON ends it; an object or array is hidden up to the end of the text.
            "(?i:token_id)[\\\\\"']*+\\s*+[:=]\\s*+(?<value>\"(?:[^\"\\\\]|\\\\.)*+\"?+|[\\[{].*+|[^,}\\]]*+)"
                    + "|(?<kept>\\b" + TOKEN + "\\b|" + TIME + "(?!" + GAP + "\\p{Nd}))"
                    + "|(?<run>\\p{Nd}(?:" + GAP + "\\p{Nd}){10,}+)",
            Pattern.DOTALL);

    private static final Pattern KEPT_VALUE = Pattern.compile("[\\\\\"'\\s]*+(?:" + TOKEN + "|null)[\\\\\"'\\s]*+");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    /** A run of digits of any length, with the gaps that a hidden run may have. */
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}(?:" + GAP + "\\p{Nd})*+");

    private static final int FEWEST_DIGITS = 16;
    private static final int MOST_DIGITS = 19;

    private CardNumbers() {}

    static String mask(String text) {
        Matcher matcher = KEPT_OR_HIDDEN.matcher(text);
        StringBuilder masked = new StringBuilder(text);
        while (matcher.find()) {
            String value = matcher.group("value");
            if (value != null && !KEPT_VALUE.matcher(value).matches()) {
                hide(masked, matcher.start("value"), matcher.end("value"));
            } else if (matcher.group("run") != null) {
                hide(masked, matcher.start(), matcher.end());
            }
        }
        return masked.toString();
    }

    /** Whether a text holds a run of as many digits as cards have, whatever stands between them. */
    static boolean mayBeOne(String text) {
        if (text.length() < FEWEST_DIGITS) {
            return false;
        }
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            long digits = matcher.group().chars().filter(Character::isDigit).count();
            if (digits >= FEWEST_DIGITS && digits <= MOST_DIGITS) {
                return true;
            }
        }
        return false;
    }

    /** Whether JSON escapes may spell digits, or letters of {@code token_id}, so that masking cannot see them. */
    static boolean mayBeEscaped(String text) {
        Matcher matcher = ESCAPE.matcher(text);
        while (matcher.find()) {
            char letter = (char) Integer.parseInt(matcher.group(1), 16);
            if (letter < 0x100 || Character.isDigit(letter) || Character.isSurrogate(letter)) {
                return true;
            }
        }
        return false;
    }

    private static void hide(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) {
                text.setCharAt(i, '*');
            }
        }
    }
}
