package org.tongcheng.local.imports;

/** Why a row is not sent. */
enum LeftOut {
    OTHER_SITE("of sites that are not in the region"),
    NO_TIME("without a time"),
    FAULTY("faulty");

    private final String text;

    LeftOut(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
