package org.prakat.common.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps from a service the auto-configurations of libraries that only another service uses. In the standalone system all
 * services share one class path, and each must have the same beans there as alone.
 *
 * <p>{@code prakat.auto-configurations.not-for-all} lists the packages in question, for all services;
 * {@code prakat.auto-configurations.own} those of them that this service uses. Those in
 * {@code prakat.auto-configurations.for-tracing} nobody has who does not trace.
 */
public final class ForeignAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String PREFIX = "prakat.auto-configurations.";

    private List<String> notForAll = List.of();
    private List<String> own = List.of();
    private List<String> forTracing = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        Binder binder = Binder.get(environment);
        notForAll = binder.bind(PREFIX + "not-for-all", Bindable.listOf(String.class))
                .orElse(List.of());
        if (!TracingConfiguration.isWanted(environment)) {
            forTracing = binder.bind(PREFIX + "for-tracing", Bindable.listOf(String.class))
                    .orElse(List.of());
        }
        own = binder.bind(PREFIX + "own", Bindable.listOf(String.class)).orElse(List.of());
    }

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            wanted[i] = isWanted(names[i]);
        }
        return wanted;
    }

    private boolean isWanted(@Nullable String name) {
        if (name == null) {
            return true;
        }
        boolean belongsToAll = notForAll.stream().noneMatch(name::startsWith);
        boolean ofUse = forTracing.stream().noneMatch(name::startsWith);
        return ofUse && (belongsToAll || own.stream().anyMatch(name::startsWith));
    }
}
