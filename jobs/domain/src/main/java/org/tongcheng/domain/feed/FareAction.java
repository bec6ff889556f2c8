package org.tongcheng.domain.feed;

/**
 * What a tap does, reduced from the TIDES {@code fare_action} enumeration to what results depend on.
 *
 * @see <a href="https://tides-transit.org">TIDES 1.0, fare_transactions</a>
 */
public enum FareAction {
    ENTER,
    EXIT,
    TRANSFER_ENTRANCE,
    TRANSFER_EXIT,
    /** Any other action of the enumeration: counted as a transaction, neither entry nor exit. */
    OTHER;

    public boolean isEntry() {
        return this == ENTER || this == TRANSFER_ENTRANCE;
    }

    public boolean isExit() {
        return this == EXIT || this == TRANSFER_EXIT;
    }

    public boolean isTransfer() {
        return this == TRANSFER_ENTRANCE || this == TRANSFER_EXIT;
    }
}
