package org.tongcheng.local.feeds;

/** Broken lines: what a day looks like when only its corners are known. */
final class Curve {

    private Curve() {}

    /**
     * The height of the line at {@code x}; before the first and after the last corner it stays level.
     *
     * @param xs positions of the corners, ascending
     * @param ys their heights
     */
    static double at(double x, double[] xs, double[] ys) {
        if (x <= xs[0]) {
            return ys[0];
        }
        for (int corner = 1; corner < xs.length; corner++) {
            if (x <= xs[corner]) {
                double within = (x - xs[corner - 1]) / (xs[corner] - xs[corner - 1]);
                return ys[corner - 1] + (ys[corner] - ys[corner - 1]) * within;
            }
        }
        return ys[ys.length - 1];
    }
}
