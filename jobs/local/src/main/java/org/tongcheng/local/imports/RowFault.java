package org.tongcheng.local.imports;

/** A row that is no observation; the message says where and why. */
final class RowFault extends Exception {

    private static final long serialVersionUID = 1L;

    RowFault(String message) {
        super(message);
    }
}
