package org.tongcheng.local.server;

/** A failure that the user can do something about: the message is all that is shown, so it names what to change. */
public final class LocalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalFailure(String message) {
        super(message);
    }

    public LocalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
