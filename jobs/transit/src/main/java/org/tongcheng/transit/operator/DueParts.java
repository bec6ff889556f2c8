package org.tongcheng.transit.operator;

import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Takes out of a map what is due. */
final class DueParts {

    private DueParts() {}

    static <K, V> void take(Map<K, V> parts, Predicate<K> due, BiConsumer<K, V> sink) {
        Iterator<Map.Entry<K, V>> all = parts.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<K, V> part = all.next();
            if (due.test(part.getKey())) {
                all.remove();
                sink.accept(part.getKey(), part.getValue());
            }
        }
    }
}
