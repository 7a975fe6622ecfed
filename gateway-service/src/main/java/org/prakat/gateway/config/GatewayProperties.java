package org.prakat.gateway.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The gateway's settings.
 *
 * @param services where each service is, by its name
 * @param signingKeys a private JSON Web Key Set: the first key signs the tokens
 * @param tokenLifetime of the tokens that go to the services with each call
 * @param officeTokenLifetime of the access tokens that programs of other offices get
 * @param officeRate how often each office may call one replica
 * @param live how pages learn that something changed
 * @param keptPages how pages of the public site are given again
 * @param firstAdministrator made at the start when there is no account yet
 */
@ConfigurationProperties("prakat.gateway")
public record GatewayProperties(
        Map<String, URI> services,
        String signingKeys,
        @DefaultValue("2m") Duration tokenLifetime,
        @DefaultValue("15m") Duration officeTokenLifetime,
        @DefaultValue OfficeRate officeRate,
        @DefaultValue Live live,
        @DefaultValue KeptPages keptPages,
        @Nullable FirstAdministrator firstAdministrator) {

    /**
     * How often something may be called.
     *
     * @param perMinute calls in the long run
     * @param burst the most at once
     */
    public record OfficeRate(@DefaultValue("600") int perMinute, @DefaultValue("120") int burst) {}

    /**
     * How pages learn that something changed.
     *
     * @param topics that are followed
     * @param gather how long to wait for more before telling
     * @param again how much later to tell once more, for services that needed longer
     * @param heartbeat how often to see whether the browser and the session are still there
     * @param mostOfAPerson streams at one replica
     */
    public record Live(
            List<String> topics,
            @DefaultValue("1s") Duration gather,
            @DefaultValue("4s") Duration again,
            @DefaultValue("20s") Duration heartbeat,
            @DefaultValue("6") int mostOfAPerson) {}

    /**
     * How pages of the public site are given again.
     *
     * @param lag how much later than publishing-service a page may say what changed
     * @param memory how much they take at the most
     */
    public record KeptPages(@DefaultValue("1s") Duration lag, @DefaultValue("16MB") DataSize memory) {}

    /** Who may sign in to an empty system. */
    public record FirstAdministrator(String userName, String password, String office) {

        @Override
        public String toString() {
            return "FirstAdministrator[userName=" + userName + "]";
        }
    }

    /** @throws IllegalStateException when the service has no address */
    public URI service(String name) {
        URI address = services.get(name);
        if (address == null) {
            throw new IllegalStateException("prakat.gateway.services has no " + name);
        }
        return address;
    }

    @Override
    public String toString() {
        return "GatewayProperties[services=" + services + "]";
    }
}
