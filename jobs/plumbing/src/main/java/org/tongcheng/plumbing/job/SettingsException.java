package org.tongcheng.plumbing.job;

/** A setting that cannot work. The message is one sentence for the operator and names the setting to change. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
