package org.tongcheng.local.feeds;

import java.util.Arrays;

/** Picks an index with a probability that follows its weight. */
final class WeightedChoice {

    private final double[] upTo;

    WeightedChoice(double[] weights) {
        upTo = new double[weights.length];
        double sum = 0;
        for (int index = 0; index < weights.length; index++) {
            sum += weights[index];
            upTo[index] = sum;
        }
    }

    int pick(Dice dice) {
        int found = Arrays.binarySearch(upTo, dice.unit() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }

    double share(int index) {
        double before = index == 0 ? 0 : upTo[index - 1];
        return (upTo[index] - before) / upTo[upTo.length - 1];
    }
}
