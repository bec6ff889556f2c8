package org.tongcheng.domain.transit;

/** Hears what a tap changes in the pairing of its card. */
public interface JourneyChanges {

    /** @param sign 1 when the journey comes to be, -1 when it comes undone */
    void journey(int sign, GatedTap entrance, GatedTap exit);

    /** @param sign 1 when the tap comes to stand alone, -1 when it no longer does */
    void unmatched(int sign, GatedTap tap);
}
