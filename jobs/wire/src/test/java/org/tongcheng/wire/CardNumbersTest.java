package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

    private static final String TOKEN = "hk1:00112233445566778899001122334455";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6225880112345678                  | ****************
            12345678901                       | ***********
            1234567890                        | 1234567890
            6225 8801 1234 5678               | **** **** **** ****
            6225-8801-1234-5678               | ****-****-****-****
            6225.8801.1234.5678               | ****.****.****.****
            6 2 2 5 8 8 0 1 1 2 3             | * * * * * * * * * * *
            6225  8801  1234                  | 6225  8801  1234
            6225:8801:1234                    | 6225:8801:1234
            id6225880112345678x               | id****************x
            ６２２５８８０１１２３４５６７８  | ****************
            ٦٢٢٥٨٨٠١١٢٣                       | ***********
            6225\\n8801\\t1234                | ****\\*****\\*****
            "2026-03-05"                      | "2026-03-05"
            20260305100000                    | **************
            """)
    void masksRunsOfElevenDigits(String text, String masked) {
        assertThat(CardNumbers.mask(text)).isEqualTo(masked);
    }

    @Test
    void masksDigitsOfOtherPlanesAndBetweenControlCharacters() {
        assertThat(CardNumbers.mask("\ud835\udfce".repeat(11))).isEqualTo("*".repeat(22));
        assertThat(CardNumbers.mask("6\u00002\u00002\u00005\u00008\u00008\u00000\u00001\u00001\u00002\u00003"))
                .isEqualTo("*\u0000".repeat(10) + "*");
        assertThat(CardNumbers.mask("62258801\n 12345678")).isEqualTo("********\n ********");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-05T10:00:00+08:00",
                "2026-03-05T10:00:00Z",
                "2026-03-05T10:00:00.123456789+08:00",
                "2026-03-05T10:00:00.123456789-08:00",
                "\"2026-03-05\",\"2026-03-06\"",
                "2026-03-05 10:00:00.123Z",
                TOKEN,
                "\"token_id\":\"" + TOKEN + "\"",
                "\"token_id\" : null",
                "{\\\"token_id\\\":\\\"" + TOKEN + "\\\"}",
                "token_id",
            })
    void keepsTimesAndTokens(String text) {
        assertThat(CardNumbers.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-05T10:00:00.622588011+08:00 2 | 2026-03-05T10:00:**.*********+08:00 2
            1234567 2026-03-05T10:00:00Z          | ******* ****-**-**T10:00:00Z
            hk1:001122334455667788990011223344556 | hk1:*********************************
            xhk1:00112233445566778899001122334455 | xhk1:********************************
            hk12345678901:0011223344556677889900112233445a | hk***********:*******************************a
            """)
    void keepsThemOnlyWhereNoOtherDigitsTouchThem(String text, String masked) {
        assertThat(CardNumbers.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"token_id":"6225"}                   | {"token_id":"****"}
            {"token_id" :  "abc","a":1}           | {"token_id" :  "***","a":1}
            {"token_id":6225,"a":1}               | {"token_id":****,"a":1}
            {"token_id":true}                     | {"token_id":****}
            {"token_id":"62\\"25","a":1}          | {"token_id":"**\\"**","a":1}
            {"token_id":"62                       | {"token_id":"**
            {"token_id":["62","25"],"a":1         | {"token_id":["**","**"],"*":*
            {"token_id":{"b":"62"},"a":1          | {"token_id":{"*":"**"},"*":*
            {'token_id':'6225','a':1}             | {'token_id':'****','a':1}
            token_id=6225                         | token_id=****
            {"TOKEN_ID":"6225"}                   | {"TOKEN_ID":"****"}
            {\\"token_id\\":\\"6225\\"}           | {\\"token_id\\":\\"****\\"}
            {"token_id":"hk1:0011"}               | {"token_id":"***:****"}
            {"token_id":"HK1:00112233445566778899001122334455"} | {"token_id":"***:********************************"}
            """)
    void masksWhatStandsInTokenIdAndIsNoToken(String text, String masked) {
        assertThat(CardNumbers.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "\\u0036, true",
        "\\u00e9, true",
        "tok\\u0065n_id, true",
        "\\uFF16, true",
        "\\u0666, true",
        "\\ud835\\udfce, true",
        "\\u6210\\u90fd, false",
        "6210, false",
        "\\u00, false",
        "u0036, false",
    })
    void knowsWhichEscapesMayHideDigitsOrNames(String text, boolean expected) {
        assertThat(CardNumbers.mayBeEscaped(text)).isEqualTo(expected);
    }

    @Test
    void takesLongTextsInItsStride() {
        String digits = "1 ".repeat(30_000);
        String controls = "1" + "\u0000".repeat(60_000);
        String open = "\"token_id\":\"" + "\\\"".repeat(30_000);

        assertThat(CardNumbers.mask(digits)).isEqualTo("* ".repeat(30_000));
        assertThat(CardNumbers.mask(controls)).isEqualTo(controls);
        assertThat(CardNumbers.mask(open)).isEqualTo(open);
        assertThat(CardNumbers.mask("token_id".repeat(8_000))).isEqualTo("token_id".repeat(8_000));
    }
}
