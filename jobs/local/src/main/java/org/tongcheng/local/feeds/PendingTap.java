package org.tongcheng.local.feeds;

import org.jspecify.annotations.Nullable;

/** A tap that was made and has not arrived yet. Pooled: twenty million a day would keep the collector busy. */
final class PendingTap {

    /** Leg numbers tell the taps of one rider and day apart. */
    static final int LEGS = 16;

    /** Stands for an undiscounted amount that the device leaves out. */
    static final int NOT_TOLD = -1;

    private static final int DAYS = 1024;

    @Nullable
    PendingTap next;

    /** Second of the tap by the device's clock. */
    int event;

    /** Second that {@code received_timestamp} names. */
    int received;

    long identity;
    Place place;
    Card card;

    /** What is done: a constant of {@link TapJson}. */
    byte[] action;

    /** Number of the gate or of the vehicle. */
    int unit;

    boolean namesStop;
    boolean transfer;

    /** In fen. */
    int amount;

    /** In fen, or {@link #NOT_TOLD}. */
    int undiscounted;

    FaultKind fault;

    PendingTap(Place place, Card card) {
        this.place = place;
        this.card = card;
        this.action = TapJson.ENTER;
        this.fault = FaultKind.NONE;
    }

    static long identity(int rider, int day, int leg) {
        return ((long) rider * DAYS + day) * LEGS + leg;
    }

    int rider() {
        return (int) (identity / (DAYS * LEGS));
    }

    void copy(PendingTap other) {
        event = other.event;
        received = other.received;
        identity = other.identity;
        place = other.place;
        card = other.card;
        action = other.action;
        unit = other.unit;
        namesStop = other.namesStop;
        transfer = other.transfer;
        amount = other.amount;
        undiscounted = other.undiscounted;
        fault = other.fault;
    }
}
