package org.tongcheng.domain.water;

/** The classes of GB 3838-2002, best first. */
public enum WaterClass {
    I(1, "Ⅰ"),
    II(2, "Ⅱ"),
    III(3, "Ⅲ"),
    IV(4, "Ⅳ"),
    V(5, "Ⅴ"),
    WORSE_THAN_V(6, "劣Ⅴ");

    private final int number;
    private final String displayName;

    WaterClass(int number, String displayName) {
        this.number = number;
        this.displayName = displayName;
    }

    /** 1..6, 6 being worse than V. */
    public int number() {
        return number;
    }

    public String displayName() {
        return displayName;
    }

    /** Whether the class counts for the good share: I to III. */
    public boolean good() {
        return this.compareTo(III) <= 0;
    }

    /**
     * @throws IllegalArgumentException when {@code number} is not within 1..6
     */
    public static WaterClass ofNumber(int number) {
        for (WaterClass waterClass : values()) {
            if (waterClass.number == number) {
                return waterClass;
            }
        }
        throw new IllegalArgumentException("a water class is 1..6, not " + number);
    }
}
