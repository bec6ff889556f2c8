package org.tongcheng.local.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Region;

/** The cards in the riders' pockets: mostly their own city's, a few from its neighbours. */
final class Cards {

    /** T-Union issuers of the area; that of Ziyang is not public, so its cards come without. */
    private static final Map<String, String> ISSUERS =
            Map.of("510100", "31047800", "510600", "31047807", "511400", "31047817");

    /** The joint card of Chengdu and Deyang, which the Deyang issuer gives out. */
    private static final String JOINT_CITY = "510600";

    private static final String JOINT_ISSUER = "3104780702";

    private static final double FROM_ELSEWHERE = 0.03;
    private static final double JOINT = 0.25;

    private final List<String> cityCodes;
    private final Map<String, Integer> indexOfCity = new HashMap<>();
    private final List<List<Card>> cardsOfCity = new ArrayList<>();
    private final List<Card> joint;

    Cards(Region region) {
        cityCodes = region.cities().stream().map(City::cityCode).toList();
        for (String cityCode : cityCodes) {
            indexOfCity.put(cityCode, cardsOfCity.size());
            String issuer = ISSUERS.get(cityCode);
            cardsOfCity.add(kinds(cityCode, issuer));
        }
        joint = kinds(JOINT_CITY, JOINT_ISSUER);
    }

    /** A card of someone who lives in that city. */
    Card pick(String homeCity, Dice dice) {
        int home = indexOfCity.getOrDefault(homeCity, 0);
        int issuer = home;
        if (cityCodes.size() > 1 && dice.chance(FROM_ELSEWHERE)) {
            issuer = (home + 1 + dice.below(cityCodes.size() - 1)) % cityCodes.size();
        }
        int kind = 2 * category(dice) + (dice.chance(0.45) ? 1 : 0);
        boolean ofJointCity = cityCodes.get(issuer).equals(JOINT_CITY);
        return (ofJointCity && dice.chance(JOINT) ? joint : cardsOfCity.get(issuer)).get(kind);
    }

    /** Place among the categories: adults, some students, some seniors. */
    private static int category(Dice dice) {
        double unit = dice.unit();
        return unit < 0.82 ? 0 : unit < 0.9 ? 1 : 2;
    }

    /** Per category a card and a code. */
    private static List<Card> kinds(String cityCode, @Nullable String issuerId) {
        List<Card> kinds = new ArrayList<>();
        for (Card.Category category : Card.Category.values()) {
            kinds.add(new Card(category, false, cityCode, issuerId));
            kinds.add(new Card(category, true, cityCode, issuerId));
        }
        return kinds;
    }
}
