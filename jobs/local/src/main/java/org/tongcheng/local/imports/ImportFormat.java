package org.tongcheng.local.imports;

import java.util.Arrays;

/** What a recorded file may hold. */
public enum ImportFormat {
    /** The contract's records, one in a line. */
    JSONL("jsonl"),
    /** Hourly rows of stations, as the national platform of urban air quality publishes them. */
    CNEMC_AIR("cnemc-air"),
    /** Rows of sections, as the national platform of automatic surface-water monitoring publishes them. */
    CNEMC_WATER("cnemc-water");

    private final String text;

    ImportFormat(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException when no format is called that
     */
    public static ImportFormat of(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no format is called '" + text + "': there are " + Arrays.toString(values())));
    }

    @Override
    public String toString() {
        return text;
    }
}
