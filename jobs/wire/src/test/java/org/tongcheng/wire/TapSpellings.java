package org.tongcheng.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values of a tap's fields as JSON spells them, the usual ones first, those at fault last. */
final class TapSpellings {

    private static final String LONGEST = "\"" + "x".repeat(128) + "\"";
    private static final String LONGEST_WIDE = "\"" + "铁".repeat(128) + "\"";
    private static final String TOO_LONG = "\"" + "x".repeat(129) + "\"";

    /** What may stand in any field, rightly or not. */
    static final List<String> ODD = split("""
            null ; true ; false ; "" ; 0 ; 1 ; -1 ; 1.5 ; [] ; {} ; [1,{"a":"b"}] ; "x" ; 1e2 ; -0 ; "\\u0041" ; "\\ud800"
            ; "a\\\\b" ; "\177" ; "\u0085" ; 01 ; 1. ; .5 ; +1 ; nul ; tru ; falsey ; 1e999999999 ; "\ud835\udfce"
            ; 123456789012345678901234567890 ; 1234567890123456 ; 123456789012345 ; LONGEST ; LONGEST_WIDE ; TOO_LONG""");

    private static final List<String> IDS = split("""
            "a" ; "地铁五号线" ; "gate-0101" ; "stop 1" ; "stop 2" ; "S3" ; "\u00e9" ; "\ud83d\ude8c" ; "" ; "12345678"
            ; "1234567890123456" ; LONGEST ; LONGEST_WIDE ; TOO_LONG""");

    private static final Map<String, List<String>> VALUES = new HashMap<>();

    static {
        String date = """
                "2026-03-05" ; "2024-02-29" ; "2000-02-29" ; "0000-01-01" ; "9999-12-31" ; "1970-01-01" ; "2026-02-29"
                ; "1900-02-29" ; "2026-13-01" ; "2026-00-01" ; "2026-04-31" ; "2026-3-5" ; "2026-03-05 " ; "2026/03/05"
                """;
        String moment = """
                "2026-03-05T08:15:30+08:00" ; "2026-03-05T00:15:30Z" ; "2026-03-05T08:15:30.1+08:00"
                ; "2026-03-05T08:15:30.123456789+08:00" ; "2026-03-05T23:59:59+08:00" ; "2026-03-05T11:00:00+08:00"
                ; "2026-03-05T08:15:30-18:00" ; "1970-01-01T00:00:00Z" ; "2199-12-31T23:59:59.999Z"
                ; "2026-03-05T08:15:30.1234567890+08:00" ; "2026-03-05T08:15:30.+08:00" ; "2026-03-05T08:15:60+08:00"
                ; "2026-03-05T24:00:00+08:00" ; "2026-03-05T08:15:30+18:01" ; "2026-03-05t08:15:30+08:00"
                ; "2026-03-05T08:15:30z" ; "2026-03-05T08:15:30" ; "2026-03-05T08:15+08:00" ; "2200-01-01T00:00:00Z"
                ; "1970-01-01T00:00:00+08:00" ; "2026-02-29T00:00:00Z\"""";
        String amount = """
                0 ; 2.7 ; 2.70 ; 12.34 ; 0.01 ; 4 ; 1000000 ; 1000000.00 ; 2.700 ; 25e-1 ; 2.705 ; 1000000.01 ; -1
                ; 999999999999""";
        String city = """
                "510100" ; "510600" ; "511400" ; "51010" ; "51010a" ; "５１０１００" ; "5101000\"""";
        put("schema_version", "\"tap/1\" ; \"tap/2\" ; \"tap/11\"");
        put("transaction_id", "\"t1\" ; \"交易\" ; \"a b\" ; LONGEST");
        put("service_date settlement_date", date);
        put("event_timestamp received_timestamp", moment);
        put("city_code issuer_city_code", city);
        put("amount amount_undiscounted balance", amount);
        put("fare_action", """
                "Enter" ; "Exit" ; "Transfer entrance" ; "Transfer exit" ; "Unknown action type" ; "Purchase" ; "Add"
                ; "Activate" ; "Adjust" ; "Other" ; "enter\"""");
        put("route_type", "1 ; 3 ; 0 ; 2 ; 4 ; 5 ; 6 ; 7 ; 11 ; 12 ; 1.0 ; 3e0 ; 8 ; 10 ; 4294967297 ; -4294967295");
        put("currency_type", "\"CNY\" ; \"cny\" ; \"CNYY\"");
        put("fare_capped transfer_flag", "true ; false");
        put("num_riders", "1 ; 2 ; 2147483647 ; 1.0 ; 2147483648 ; 0 ; 1.5");
        put("token_id", """
                "hk1:00112233445566778899aabbccddeeff" ; "hk12:fedcba98765432100123456789abcdef"
                ; "hk:00112233445566778899aabbccddeeff" ; "hk1:00112233445566778899aabbccddeefg"
                ; "hk1:00112233445566778899aabbccddeef" ; 6225880112345678""");
    }

    private TapSpellings() {}

    static List<String> of(String field) {
        return VALUES.getOrDefault(field, IDS);
    }

    private static void put(String fields, String values) {
        for (String field : fields.split(" ", -1)) {
            VALUES.put(field, split(values));
        }
    }

    private static List<String> split(String values) {
        return Arrays.stream(values.split(";", -1))
                .map(String::strip)
                .map(value -> value.equals("LONGEST") ? LONGEST : value)
                .map(value -> value.equals("LONGEST_WIDE") ? LONGEST_WIDE : value)
                .map(value -> value.equals("TOO_LONG") ? TOO_LONG : value)
                .toList();
    }
}
