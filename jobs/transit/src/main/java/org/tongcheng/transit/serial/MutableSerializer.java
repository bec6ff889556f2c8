package org.tongcheng.transit.serial;

import org.tongcheng.plumbing.serial.CompactSerializer;

/** A compact serializer of a mutable value: state that a snapshot reads while the operator writes on. */
abstract class MutableSerializer<T> extends CompactSerializer<T> {

    private static final long serialVersionUID = 1L;

    /** A copy that shares nothing that changes. */
    @Override
    public abstract T copy(T from);

    @Override
    public final boolean isImmutableType() {
        return false;
    }

    @Override
    public final T copy(T from, T reuse) {
        return copy(from);
    }
}
