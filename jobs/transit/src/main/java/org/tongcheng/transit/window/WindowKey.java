package org.tongcheng.transit.window;

/**
 * Key of a state entry: the windows of one series that start in one block of time. Strings and numbers only, because
 * the hash of a key must be the same in every process.
 *
 * @param window {@link TransitWindow#code()}
 * @param first tags' values in the order of the measurement, empty where it has fewer
 * @param block start of the block, epoch milliseconds
 */
public record WindowKey(int window, String first, String second, String third, long block) {

    public TransitWindow kind() {
        return TransitWindow.ofCode(window);
    }

    String tag(int index) {
        return switch (index) {
            case 0 -> first;
            case 1 -> second;
            default -> third;
        };
    }
}
