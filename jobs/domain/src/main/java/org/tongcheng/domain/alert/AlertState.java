package org.tongcheng.domain.alert;

import org.tongcheng.domain.feed.WireNamed;

/** Where a rule stands with an entity, or an alert in its life. */
public enum AlertState implements WireNamed {
    /** Nothing is wrong. */
    OK("正常", "ok"),
    /** Something is, but not yet for as long as the rule asks for. Nothing is issued. */
    PENDING("待确认", "pending"),
    FIRING("报警中", "firing"),
    /** No longer beyond a threshold, but not yet for as long as the rule asks for. */
    RECOVERING("恢复中", "recovering"),
    /** Ended, because the values did, or because the rule changed. */
    RESOLVED("已解除", "resolved"),
    /** Ended, because corrected data say that it never should have been. */
    RETRACTED("已撤回", "retracted"),
    /** Values are missing; the last severity stands. */
    NO_DATA("无数据", "no data"),
    /** Under maintenance, or outside the rule's schedule; the last severity stands. */
    MUTED("已静默", "muted");

    private final String nameZh;
    private final String nameEn;

    AlertState(String nameZh, String nameEn) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** Whether an alert in this state goes on. */
    public boolean open() {
        return this == FIRING || this == RECOVERING || this == NO_DATA || this == MUTED;
    }
}
