package org.prakat.gateway.config;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The office to try the system with.
 *
 * @param enabled whether to lay it down; never in a real office
 * @param passwords of its accounts, by user name
 */
@ConfigurationProperties("prakat.demo")
public record DemoProperties(@DefaultValue("false") boolean enabled, @DefaultValue Map<String, String> passwords) {

    @Override
    public String toString() {
        return "DemoProperties[enabled=" + enabled + "]";
    }
}
