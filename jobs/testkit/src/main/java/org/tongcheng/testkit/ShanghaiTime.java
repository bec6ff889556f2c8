package org.tongcheng.testkit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Times of tests as one reads them: local, such as {@code 2026-03-05T08:00}. */
public final class ShanghaiTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ShanghaiTime() {}

    /** Epoch milliseconds of a local time. */
    public static long at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant().toEpochMilli();
    }

    public static String local(long time) {
        return Instant.ofEpochMilli(time).atZone(ZONE).toLocalDateTime().toString();
    }
}
