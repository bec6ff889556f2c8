package org.tongcheng.domain.transit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * The gated taps of one card, packed into bytes (see {@link PackedTaps}), and their pairing: an entrance and the exit
 * right after it, at most six hours apart, are a journey. A tap may arrive at any place of the order; the neighbours
 * it comes between are paired anew, and nothing else can change.
 */
public final class CardTaps {

    /** An entrance and an exit farther apart are no journey. */
    public static final long LONGEST_JOURNEY = 6 * BusinessTime.HOUR;

    /** Longer histories are pruned on the way, not only when their timer is due. */
    private static final int PRUNE_ABOVE_BYTES = 512;

    private CardTaps() {}

    /**
     * Adds a tap; one that the card already has changes nothing.
     *
     * @param packed the card's taps, null when it has none
     * @param oldestKept taps before this time may be forgotten, but never the new one
     * @return the card's taps with the new one
     */
    public static byte[] add(byte @Nullable [] packed, GatedTap tap, long oldestKept, JourneyChanges changes) {
        if (packed == null) {
            changes.unmatched(1, tap);
            return PackedTaps.pack(List.of(tap));
        }
        byte[] head = append(packed, 0, packed.length, tap, changes);
        if (head != null) {
            int newest = PackedTaps.newestLength(packed, 0);
            byte[] all = Arrays.copyOf(head, head.length + packed.length - newest);
            System.arraycopy(packed, newest, all, head.length, packed.length - newest);
            return all;
        }
        List<GatedTap> taps = PackedTaps.unpack(packed);
        int place = -Collections.binarySearch(taps, tap, GatedTap.ORDER) - 1;
        if (place < 0) {
            return packed;
        }
        insertBetween(at(taps, place - 1), tap, at(taps, place), changes);
        taps.add(place, tap);
        return PackedTaps.pack(since(taps, Math.min(oldestKept, tap.time())));
    }

    /**
     * Adds a tap that comes after all of its card, as most do, without touching the others.
     *
     * @param packed holds the card's taps, {@code length} bytes from {@code from} on
     * @return what takes the place of the first {@link PackedTaps#newestLength} bytes; null when nothing was done,
     *     because the tap belongs elsewhere or the card has to be pruned
     */
    static byte @Nullable [] append(byte[] packed, int from, int length, GatedTap tap, JourneyChanges changes) {
        GatedTap newest = PackedTaps.newest(packed, from);
        if (length > PRUNE_ABOVE_BYTES || GatedTap.ORDER.compare(newest, tap) >= 0) {
            return null;
        }
        insertBetween(newest, tap, null, changes);
        return PackedTaps.head(newest, tap);
    }

    /** The taps from {@code oldestKept} on, null when none is left. */
    public static byte @Nullable [] prune(byte[] packed, long oldestKept) {
        if (PackedTaps.oldestTime(packed) >= oldestKept) {
            return packed;
        }
        List<GatedTap> kept = since(PackedTaps.unpack(packed), oldestKept);
        return kept.isEmpty() ? null : PackedTaps.pack(kept);
    }

    /** An entrance depends on what follows it, an exit on what precedes it: two neighbours are all that can change. */
    private static void insertBetween(
            @Nullable GatedTap left, GatedTap tap, @Nullable GatedTap right, JourneyChanges changes) {
        if (left != null && right != null && paired(left, right)) {
            changes.journey(-1, left, right);
            changes.unmatched(1, left);
            changes.unmatched(1, right);
        }
        if (left != null && paired(left, tap)) {
            changes.journey(1, left, tap);
            changes.unmatched(-1, left);
        } else if (right != null && paired(tap, right)) {
            changes.journey(1, tap, right);
            changes.unmatched(-1, right);
        } else {
            changes.unmatched(1, tap);
        }
    }

    private static boolean paired(GatedTap first, GatedTap second) {
        return !first.exit() && second.exit() && second.time() - first.time() <= LONGEST_JOURNEY;
    }

    private static @Nullable GatedTap at(List<GatedTap> taps, int place) {
        return place >= 0 && place < taps.size() ? taps.get(place) : null;
    }

    private static List<GatedTap> since(List<GatedTap> taps, long oldestKept) {
        List<GatedTap> kept = new ArrayList<>(taps.size());
        for (GatedTap tap : taps) {
            if (tap.time() >= oldestKept) {
                kept.add(tap);
            }
        }
        return kept;
    }
}
