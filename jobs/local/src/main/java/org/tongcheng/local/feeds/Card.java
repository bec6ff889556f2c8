package org.tongcheng.local.feeds;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What kind of card or code is tapped; millions of riders share one of these. */
final class Card {

    /** Who rides, as the agencies class them. */
    enum Category {
        ADULT("Adult", 100),
        STUDENT("Student", 50),
        SENIOR("Senior", 0);

        private final String text;
        private final int percentPaid;

        Category(String text, int percentPaid) {
            this.text = text;
            this.percentPaid = percentPaid;
        }

        int percentPaid() {
            return percentPaid;
        }
    }

    private final Category category;
    private final boolean optical;
    private final byte[] json;

    /**
     * @param optical a code on a phone, which tells its city and no issuer, instead of a card
     */
    Card(Category category, boolean optical, String issuerCity, @Nullable String issuerId) {
        this.category = category;
        this.optical = optical;
        String issuer = optical || issuerId == null ? "" : "\"issuer_id\":\"" + issuerId + "\",";
        String medium = optical ? "Optical scan" : "Smart card or ticket";
        String text = "\"fare_media_id\":\"" + medium + "\",\"rider_category\":\"" + category.text
                + "\",\"issuer_city_code\":\"" + issuerCity + "\"," + issuer;
        json = text.getBytes(StandardCharsets.US_ASCII);
    }

    Category category() {
        return category;
    }

    /** A tenth off with a card, a twentieth with a code on a phone. */
    int percentPaid() {
        return optical ? 95 : 90;
    }

    /** The members of a tap that tell of card and issuer, with a comma behind each. */
    byte[] json() {
        return json;
    }
}
