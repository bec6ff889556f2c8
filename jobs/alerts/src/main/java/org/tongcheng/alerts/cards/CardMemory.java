package org.tongcheng.alerts.cards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.CardPlace;

/**
 * What is kept of a card.
 *
 * @param last where it was last seen, as far as it has been judged; null before that
 * @param waiting later places, not judged yet, in their order
 */
record CardMemory(@Nullable CardPlace last, List<CardPlace> waiting) {

    static final CardMemory NOTHING = new CardMemory(null, List.of());

    /** Of two places at one time the order says which comes first, whatever came first. */
    private static final Comparator<CardPlace> ORDER =
            Comparator.comparingLong(CardPlace::time).thenComparing(CardPlace::stopId);

    /** With one more place; one that is there already changes nothing. */
    CardMemory with(CardPlace place) {
        List<CardPlace> more = new ArrayList<>(waiting);
        int index = -1;
        for (int i = 0; i < more.size(); i++) {
            int order = ORDER.compare(place, more.get(i));
            if (order == 0) {
                return this;
            }
            if (order < 0) {
                index = i;
                break;
            }
        }
        more.add(index < 0 ? more.size() : index, place);
        return new CardMemory(last, more);
    }
}
