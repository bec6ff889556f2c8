package org.tongcheng.domain.feed;

/**
 * What became of the records of one feed that arrived in one minute. Counts add up; {@code revised} and
 * {@code flagged} are parts of {@code accepted}.
 *
 * @param minute epoch milliseconds of the minute of arrival; where nobody recorded it, of the event; else 0
 */
public record LedgerCount(
        Feed feed,
        long minute,
        long received,
        long accepted,
        long revised,
        long flagged,
        long duplicate,
        long late,
        long rejected) {

    public LedgerCount plus(LedgerCount other) {
        return new LedgerCount(
                feed,
                minute,
                received + other.received,
                accepted + other.accepted,
                revised + other.revised,
                flagged + other.flagged,
                duplicate + other.duplicate,
                late + other.late,
                rejected + other.rejected);
    }

    /** Records received and not yet (or never) accounted for; 0 once every record has met its fate. */
    public long balance() {
        return received - accepted - duplicate - late - rejected;
    }
}
