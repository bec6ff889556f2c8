package org.tongcheng.local.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** ASCII text in a reused buffer. */
final class ByteText {

    private static final byte[] HEX = ascii("0123456789abcdef");

    private byte[] buffer = new byte[1024];
    private int length;

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void clear() {
        length = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(buffer, length);
    }

    /** The last {@code count} characters. */
    String tail(int count) {
        return new String(buffer, length - count, count, StandardCharsets.ISO_8859_1);
    }

    ByteText put(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, buffer, length, text.length);
        length += text.length;
        return this;
    }

    ByteText twoDigits(int value) {
        reserve(2);
        buffer[length++] = (byte) ('0' + value / 10);
        buffer[length++] = (byte) ('0' + value % 10);
        return this;
    }

    /** CNY cents as yuan with two decimals. */
    ByteText yuan(int fen) {
        digits(fen / 100);
        reserve(1);
        buffer[length++] = '.';
        return twoDigits(fen % 100);
    }

    ByteText clock(int secondOfDay) {
        twoDigits(secondOfDay / 3600);
        reserve(1);
        buffer[length++] = ':';
        twoDigits(secondOfDay / 60 % 60);
        reserve(1);
        buffer[length++] = ':';
        return twoDigits(secondOfDay % 60);
    }

    /** Sixteen digits. */
    ByteText hex(long value) {
        reserve(16);
        for (int shift = 60; shift >= 0; shift -= 4) {
            buffer[length++] = HEX[(int) (value >>> shift) & 15];
        }
        return this;
    }

    private void digits(int value) {
        if (value >= 10) {
            digits(value / 10);
        }
        reserve(1);
        buffer[length++] = (byte) ('0' + value % 10);
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length + more);
        }
    }
}
