package org.tongcheng.plumbing.job;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name: from the command line ({@code --name value}, {@code --name=value}, {@code --flag}), else from the
 * environment, else the default that the reader gives. {@code --checkpoint-interval} is
 * {@code TONGCHENG_CHECKPOINT_INTERVAL} in the environment; InfluxDB, Alertmanager and Kafka keep their usual names there
 * ({@code INFLUX_URL}, {@code ALERTMANAGER_URL}, {@code KAFKA_BOOTSTRAP_SERVERS}). Every getter throws {@link SettingsException} for a value
 * that does not fit.
 */
public final class Settings {

    private static final String DASHES = "--";
    private static final String VERBOSE = "verbose";

    private final Map<String, String> arguments = new LinkedHashMap<>();
    private final Map<String, String> environment;
    private final TreeSet<String> known = new TreeSet<>();

    /**
     * A setting as found.
     *
     * @param origin argument or variable that it came from, for messages
     */
    private record Found(String origin, String text) {}

    private Settings(String[] arguments, Map<String, String> environment) {
        this.environment = environment;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith(DASHES) || argument.length() == DASHES.length()) {
                throw new SettingsException("'" + argument + "' is no setting: settings are written --name value");
            }
            int equals = argument.indexOf('=');
            boolean followed = i + 1 < arguments.length && !arguments[i + 1].startsWith(DASHES);
            if (equals >= 0) {
                this.arguments.put(argument.substring(DASHES.length(), equals), argument.substring(equals + 1));
            } else {
                this.arguments.put(argument.substring(DASHES.length()), followed ? arguments[++i] : "");
            }
        }
    }

    /**
     * Makes a config record out of arguments and environment.
     *
     * @throws SettingsException for a value that does not fit, or an argument that the config has not asked for
     */
    public static <C> C read(String[] arguments, Map<String, String> environment, Function<Settings, C> config) {
        Settings settings = new Settings(arguments, environment);
        settings.flag(VERBOSE);
        C made = config.apply(settings);
        for (String name : settings.arguments.keySet()) {
            if (!settings.known.contains(name)) {
                throw new SettingsException(
                        "--" + name + " is no setting here; these are: --" + String.join(", --", settings.known));
            }
        }
        return made;
    }

    /** {@code --verbose}, which every job has; false where the arguments are no settings at all. */
    static boolean verbose(String[] arguments, Map<String, String> environment) {
        try {
            return new Settings(arguments, environment).flag(VERBOSE);
        } catch (SettingsException e) {
            return false;
        }
    }

    public String text(String name, String fallback) {
        String text = optional(name);
        return text == null ? fallback : text;
    }

    /** Null where the setting is not given. */
    public @Nullable String optional(String name) {
        Found found = find(name);
        return found == null ? null : found.text();
    }

    /**
     * Where a server listens, http or https. Null where the setting is not given.
     *
     * @param example of such an address, for the message
     */
    public @Nullable String address(String name, String example) {
        Found found = find(name);
        if (found == null) {
            return null;
        }
        try {
            URI uri = URI.create(found.text());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return found.text();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw unfit(found, "an address such as " + example);
    }

    public int integer(String name, int fallback, int least) {
        Found found = find(name);
        if (found == null) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(found.text());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw unfit(found, "a whole number of at least " + least);
    }

    /** Longer than zero: {@code 500ms}, {@code 10s}, {@code 5min}, {@code 2h}, {@code 1d}. */
    public Duration duration(String name, Duration fallback) {
        Found found = find(name);
        if (found == null) {
            return fallback;
        }
        Duration duration = DurationText.parse(found.text());
        if (duration == null || duration.isZero()) {
            throw unfit(found, "a duration such as 10s");
        }
        return duration;
    }

    /** One of an enum's constants, in lower case. */
    public <E extends Enum<E>> E choice(String name, E fallback) {
        Found found = find(name);
        if (found == null) {
            return fallback;
        }
        E[] choices = fallback.getDeclaringClass().getEnumConstants();
        StringBuilder spellings = new StringBuilder();
        for (E choice : choices) {
            String spelling = choice.name().toLowerCase(Locale.ROOT);
            if (spelling.equals(found.text())) {
                return choice;
            }
            spellings.append(spellings.isEmpty() ? "" : " or ").append(spelling);
        }
        throw unfit(found, spellings.toString());
    }

    /** {@code --name} alone, or with {@code true} or {@code false}; false where not given. */
    public boolean flag(String name) {
        known.add(name);
        if ("".equals(arguments.get(name))) {
            return true;
        }
        Found found = find(name);
        if (found == null || found.text().equals("false")) {
            return false;
        }
        if (found.text().equals("true")) {
            return true;
        }
        throw unfit(found, "true or false");
    }

    /** From the environment only, since other users of the machine can read a command line. Null where not set. */
    public @Nullable String secret(String name) {
        if (arguments.containsKey(name)) {
            throw new SettingsException("--" + name + " must not be on the command line: set " + variable(name)
                    + " in the environment instead");
        }
        String text = environment.get(variable(name));
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * Settings of someone else's library, {@code --prefix.some.name}, or {@code PREFIX_SOME_NAME} in the environment.
     *
     * @param variables the names that are looked for in the environment, {@code some.name}
     */
    public Map<String, String> passedThrough(String prefix, Iterable<String> variables) {
        Map<String, String> passed = new TreeMap<>();
        for (String name : variables) {
            String text = environment.get(upper(prefix + "." + name));
            if (text != null) {
                passed.put(name, text);
            }
        }
        known.add(prefix + ".*");
        for (String name : arguments.keySet()) {
            if (name.startsWith(prefix + ".")) {
                passed.put(name.substring(prefix.length() + 1), text(name, ""));
            }
        }
        return passed;
    }

    private @Nullable Found find(String name) {
        known.add(name);
        String argument = arguments.get(name);
        if (argument != null) {
            if (argument.isEmpty()) {
                throw new SettingsException("--" + name + " needs a value");
            }
            return new Found("--" + name, argument);
        }
        String variable = variable(name);
        String text = environment.get(variable);
        return text == null || text.isEmpty() ? null : new Found(variable, text);
    }

    private static String variable(String name) {
        if (name.startsWith("influx-") || name.startsWith("alertmanager-")) {
            return upper(name);
        }
        return name.equals("bootstrap-servers") ? "KAFKA_BOOTSTRAP_SERVERS" : "TONGCHENG_" + upper(name);
    }

    private static String upper(String name) {
        return name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static SettingsException unfit(Found found, String due) {
        return new SettingsException(found.origin() + " must be " + due + ", not '" + found.text() + "'");
    }
}
