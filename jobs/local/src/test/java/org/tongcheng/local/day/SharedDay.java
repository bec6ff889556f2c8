package org.tongcheng.local.day;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link LiveDemoDay} to every test that takes it as a parameter: whoever comes first waits for it to pass, and
 * it is closed after the last test. All tests of a module run in one process, as Failsafe does by default.
 */
public final class SharedDay implements ParameterResolver {

    private static final ExtensionContext.Namespace DAY = ExtensionContext.Namespace.create(SharedDay.class);
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LiveDemoDay.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(DAY)
                .getOrComputeIfAbsent(
                        LiveDemoDay.class,
                        key -> assertTimeoutPreemptively(AT_MOST, LiveDemoDay::live),
                        LiveDemoDay.class);
    }
}
