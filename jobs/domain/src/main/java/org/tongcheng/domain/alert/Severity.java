package org.tongcheng.domain.alert;

import org.tongcheng.domain.feed.WireNamed;

/** The four severities of Chinese warnings, the mildest first. */
public enum Severity implements WireNamed {
    BLUE("蓝色", "blue"),
    YELLOW("黄色", "yellow"),
    ORANGE("橙色", "orange"),
    RED("红色", "red");

    private final String nameZh;
    private final String nameEn;

    Severity(String nameZh, String nameEn) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** The next one up; there is none above red. */
    public Severity oneHigher() {
        return this == RED ? RED : values()[ordinal() + 1];
    }
}
