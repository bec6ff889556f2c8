package org.tongcheng.local.feeds;

/** What a ride costs, in fen (CNY cents), before and after the card's discount. */
final class Fares {

    static final int CITY_BUS = 200;

    private static final int METRO_LEAST = 200;
    private static final int METRO_MOST = 1500;

    /** Kilometres at which the metro gets one yuan dearer, after the tariff of Chengdu: ever longer steps. */
    private static final double[] METRO_STEPS = {4, 8, 12, 18, 24, 32, 40, 50, 60, 70, 80, 100, 120};

    private Fares() {}

    static int metro(double kilometres) {
        int fare = METRO_LEAST;
        for (double step : METRO_STEPS) {
            if (kilometres > step) {
                fare += 100;
            }
        }
        return Math.min(fare, METRO_MOST);
    }

    /** A flat fare by the length of the line from end to end: 8 yuan for K9, which joins two cities 33 km apart. */
    static int crossingBus(double kilometres) {
        return 100 * Math.max(3, Math.min(10, (int) (kilometres * 0.2 + 1.5)));
    }

    static int paid(int undiscounted, Card card) {
        return undiscounted * card.category().percentPaid() / 100 * card.percentPaid() / 100;
    }

    /** One yuan off for changing between metro and bus. */
    static int paidOnTransfer(int undiscounted, Card card) {
        return Math.max(0, paid(undiscounted, card) - 100);
    }
}
