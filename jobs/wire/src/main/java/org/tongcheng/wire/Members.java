package org.tongcheng.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.RejectionReason;

/**
 * Members of one JSON object, asked for one by one in the order in which faults are judged. What is null in JSON is
 * not among them.
 */
final class Members {

    /** Ids of taps. */
    static final int ID = 128;

    static final int UNLIMITED = Integer.MAX_VALUE;

    private final String path;
    private final Map<?, ?> members;

    /** @param path what stands before a member's name in a rejection: empty, or {@code values.} */
    Members(String path, Map<?, ?> members) {
        this.path = path;
        this.members = members;
    }

    void version(String due) throws RejectedException {
        String version = text("schema_version", 0, UNLIMITED);
        if (!version.equals(due)) {
            throw reject(
                    RejectionReason.UNSUPPORTED_SCHEMA_VERSION,
                    "schema_version",
                    RejectedException.quote(version) + " is not " + due);
        }
    }

    /** A required text of {@code shortest} to {@code longest} characters. */
    String text(String name, int shortest, int longest) throws RejectedException {
        return require(name, optionalText(name, shortest, longest));
    }

    @Nullable
    String optionalText(String name, int shortest, int longest) throws RejectedException {
        String text = optional(name, String.class, "a text");
        if (text == null) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest) {
            throw reject(RejectionReason.BAD_FORMAT, name, length + " characters, not " + shortest + " to " + longest);
        }
        if (!isWellFormed(text)) {
            throw reject(RejectionReason.BAD_FORMAT, name, "half of a surrogate pair is no character");
        }
        return text;
    }

    /** A text that may be absent, as null or as the empty text. */
    @Nullable
    String optionalId(String name) throws RejectedException {
        String text = optionalText(name, 0, ID);
        return text == null || text.isEmpty() ? null : text;
    }

    String cityCode(String name) throws RejectedException {
        return require(name, optionalCityCode(name));
    }

    @Nullable
    String optionalCityCode(String name) throws RejectedException {
        String code = optional(name, String.class, "a text");
        if (code == null) {
            return null;
        }
        boolean sixDigits = code.length() == TapJudge.CITY_CODE_LENGTH
                && code.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (!sixDigits) {
            throw reject(RejectionReason.BAD_FORMAT, name, RejectedException.quote(code) + " is not six digits");
        }
        return code;
    }

    int date(String name) throws RejectedException {
        return require(name, optionalDate(name));
    }

    @Nullable
    Integer optionalDate(String name) throws RejectedException {
        String date = optional(name, String.class, "a text");
        if (date == null) {
            return null;
        }
        byte[] bytes = date.getBytes(StandardCharsets.UTF_8);
        int day = Moments.day(bytes, 0, bytes.length);
        if (day == Moments.NO_DAY) {
            throw reject(RejectionReason.BAD_FORMAT, name, RejectedException.quote(date) + " is not a date YYYY-MM-DD");
        }
        return day;
    }

    long moment(String name) throws RejectedException {
        return require(name, optionalMoment(name));
    }

    @Nullable
    Long optionalMoment(String name) throws RejectedException {
        String text = optional(name, String.class, "a text");
        if (text == null) {
            return null;
        }
        long moment = momentOf(text);
        if (moment == Moments.NONE) {
            throw reject(
                    RejectionReason.BAD_FORMAT,
                    name,
                    RejectedException.quote(text) + " is not a time such as 2026-03-05T10:00:00+08:00");
        }
        if (!Moments.inRange(moment)) {
            throw reject(RejectionReason.OUT_OF_RANGE, name, RejectedException.quote(text) + " is not in 1970 to 2199");
        }
        return moment;
    }

    /** A moment as far as it can be read: {@link Moments#NONE} where it is absent or at fault. */
    long readableMoment(String name) {
        if (members.get(name) instanceof String text) {
            long moment = momentOf(text);
            return Moments.inRange(moment) ? moment : Moments.NONE;
        }
        return Moments.NONE;
    }

    boolean flag(String name) throws RejectedException {
        return require(name, optionalFlag(name));
    }

    @Nullable
    Boolean optionalFlag(String name) throws RejectedException {
        return optional(name, Boolean.class, "true or false");
    }

    @Nullable
    NumberText optionalNumber(String name) throws RejectedException {
        return optional(name, NumberText.class, "a number");
    }

    @Nullable
    NumberText optionalInteger(String name) throws RejectedException {
        NumberText number = optionalNumber(name);
        if (number != null && !number.isInteger()) {
            throw reject(RejectionReason.WRONG_TYPE, name, "not an integer");
        }
        return number;
    }

    @Nullable
    BigDecimal optionalDecimal(String name, BigDecimal smallest, BigDecimal largest) throws RejectedException {
        NumberText number = optionalNumber(name);
        if (number == null) {
            return null;
        }
        if (number.isTooFine()) {
            throw reject(RejectionReason.BAD_FORMAT, name, "more than 40 decimals");
        }
        BigDecimal value = number.value();
        if (value == null || value.compareTo(smallest) < 0 || value.compareTo(largest) > 0) {
            throw reject(
                    RejectionReason.OUT_OF_RANGE,
                    name,
                    "not in " + smallest.toPlainString() + " to " + largest.toPlainString());
        }
        return value;
    }

    Members object(String name) throws RejectedException {
        return require(name, optionalObject(name));
    }

    @Nullable
    Members optionalObject(String name) throws RejectedException {
        Map<?, ?> object = optional(name, Map.class, "an object");
        return object == null ? null : new Members(path + name + ".", object);
    }

    /** The objects of an array, in order; none when it is absent. */
    List<Members> objects(String name) throws RejectedException {
        List<?> array = optional(name, List.class, "an array");
        List<Members> objects = new ArrayList<>();
        for (Object element : array == null ? List.of() : array) {
            String place = name + "." + objects.size();
            if (!(element instanceof Map<?, ?> object)) {
                throw reject(RejectionReason.WRONG_TYPE, place, "not an object");
            }
            objects.add(new Members(path + place + ".", object));
        }
        return objects;
    }

    /** The value of a required member, once its optional reading gave one. */
    <V> V require(String name, @Nullable V value) throws RejectedException {
        if (value == null) {
            throw reject(RejectionReason.MISSING_FIELD, name, "required, but absent or null");
        }
        return value;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        members.keySet().forEach(name -> names.add((String) name));
        return names;
    }

    /** Whatever stands there, null when nothing does. */
    @Nullable
    Object any(String name) {
        return members.get(name);
    }

    RejectedException reject(RejectionReason reason, String name, String detail) {
        return new RejectedException(reason, path + name, detail);
    }

    private <V> @Nullable V optional(String name, Class<V> type, String expected) throws RejectedException {
        Object value = members.get(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        throw reject(RejectionReason.WRONG_TYPE, name, "not " + expected);
    }

    private static long momentOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Moments.moment(bytes, 0, bytes.length);
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
