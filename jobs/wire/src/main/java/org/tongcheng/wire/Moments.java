package org.tongcheng.wire;

import org.tongcheng.domain.feed.FeedRecord;

/**
 * Dates and moments of RFC 3339, read digit by digit from their bytes. Seconds and an offset (or {@code Z}) are
 * required, {@code T} and {@code Z} are upper case, a fraction has one to nine digits, second 60 does not exist.
 */
final class Moments {

    /** No moment, for what cannot be read. */
    static final long NONE = FeedRecord.UNKNOWN_TIME;

    /** No date, for what cannot be read. */
    static final int NO_DAY = Integer.MIN_VALUE;

    /** First moment that no record may carry: 2200-01-01T00:00:00Z. Nothing before 1970 may be carried either. */
    static final long END = 7_258_118_400_000L;

    static final int DATE_LENGTH = 10;
    static final int SHORTEST = "2026-03-05T10:00:00Z".length();

    /** 0000-03-01, the day from which the calendar's cycles of 400 years are counted, to 1970-01-01. */
    private static final int DAYS_TO_EPOCH = 719_468;

    private static final int DAYS_PER_CYCLE = 146_097;
    private static final long SECOND = 1000;
    private static final long DAY = 86_400 * SECOND;

    private Moments() {}

    /** Days since 1970-01-01 of a date {@code YYYY-MM-DD}, or {@link #NO_DAY}. */
    static int day(byte[] bytes, int from, int to) {
        return to - from == DATE_LENGTH ? dayAt(bytes, from) : NO_DAY;
    }

    /** Epoch milliseconds of a moment, any further digits cut off, or {@link #NONE}. */
    static long moment(byte[] bytes, int from, int to) {
        if (to - from < SHORTEST) {
            return NONE;
        }
        int day = dayAt(bytes, from);
        return day == NO_DAY ? NONE : moment(bytes, from, to, day);
    }

    /** Epoch milliseconds of a moment whose date is known already. */
    static long moment(byte[] bytes, int from, int to, int day) {
        int hour = twoDigits(bytes, from + 11);
        int minute = twoDigits(bytes, from + 14);
        int second = twoDigits(bytes, from + 17);
        boolean punctuated = bytes[from + 10] == 'T' && bytes[from + 13] == ':' && bytes[from + 16] == ':';
        // A negative number stands for letters that are no digits.
        if (!punctuated || (hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        int at = from + 19;
        int milliseconds = 0;
        if (bytes[at] == '.') {
            int end = endOfDigits(bytes, at + 1, to);
            int digits = end - at - 1;
            if (digits < 1 || digits > 9) {
                return NONE;
            }
            milliseconds = milliseconds(bytes, at + 1, end);
            at = end;
        }
        int offset = offsetMinutes(bytes, at, to);
        if (offset == Integer.MIN_VALUE) {
            return NONE;
        }
        return day * DAY + ((hour * 60L + minute - offset) * 60 + second) * SECOND + milliseconds;
    }

    /** Whether a moment is one that records may carry. */
    static boolean inRange(long moment) {
        return moment >= 0 && moment < END;
    }

    private static int dayAt(byte[] bytes, int from) {
        int century = twoDigits(bytes, from);
        int yearOfCentury = twoDigits(bytes, from + 2);
        int month = twoDigits(bytes, from + 5);
        int day = twoDigits(bytes, from + 8);
        if (bytes[from + 4] != '-' || bytes[from + 7] != '-' || (century | yearOfCentury | month | day) < 0) {
            return NO_DAY;
        }
        int year = century * 100 + yearOfCentury;
        if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return NO_DAY;
        }
        return epochDay(year, month, day);
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** The year is taken to begin in March, so that the leap day is its last. */
    private static int epochDay(int year, int month, int day) {
        int marchYear = month <= 2 ? year - 1 : year;
        int cycle = Math.floorDiv(marchYear, 400);
        int yearOfCycle = marchYear - cycle * 400;
        int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        int dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
        return cycle * DAYS_PER_CYCLE + dayOfCycle - DAYS_TO_EPOCH;
    }

    private static int endOfDigits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static int milliseconds(byte[] bytes, int from, int end) {
        int milliseconds = 0;
        for (int i = from; i < from + 3; i++) {
            milliseconds = milliseconds * 10 + (i < end ? bytes[i] - '0' : 0);
        }
        return milliseconds;
    }

    /** Minutes east of UTC of {@code Z} or {@code +08:00}, at most 18 hours; the smallest integer for anything else. */
    private static int offsetMinutes(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 1 && bytes[from] == 'Z') {
            return 0;
        }
        if (length != "+08:00".length() || bytes[from + 3] != ':' || (bytes[from] != '+' && bytes[from] != '-')) {
            return Integer.MIN_VALUE;
        }
        int hours = twoDigits(bytes, from + 1);
        int minutes = twoDigits(bytes, from + 4);
        int offset = hours * 60 + minutes;
        if ((hours | minutes) < 0 || minutes > 59 || offset > 18 * 60) {
            return Integer.MIN_VALUE;
        }
        return bytes[from] == '-' ? -offset : offset;
    }

    /** The number that two digits spell; negative when they are none. */
    private static int twoDigits(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
