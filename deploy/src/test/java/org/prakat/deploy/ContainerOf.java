package org.prakat.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.prakat.embedded.FreePort;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** A service with the environment and the secrets that the compose file gives it, but in this JVM. */
final class ContainerOf implements AutoCloseable {

    private static final String SECRETS = "/run/secrets";
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+):[-?]([^}]*)}");

    private final ServletWebServerApplicationContext context;
    private final int measuresPort;

    private ContainerOf(ServletWebServerApplicationContext context, int measuresPort) {
        this.context = context;
        this.measuresPort = measuresPort;
    }

    /**
     * Starts it.
     *
     * @param folder for its secrets
     * @param secrets the folder of all secrets
     * @param elsewhere what is elsewhere here than in the containers: text of the environment, and what stands for it
     * @param more settings
     */
    static ContainerOf start(
            SpringApplication application,
            String service,
            Path folder,
            Path secrets,
            Map<String, String> elsewhere,
            Map<String, Object> more)
            throws IOException {
        Yaml definition = Project.compose().at("services", service);
        Files.createDirectories(folder);
        for (Yaml secret : definition.at("secrets").items()) {
            Files.copy(
                    secrets.resolve(secret.at("source").text()),
                    folder.resolve(secret.at("target").text()));
        }
        int measuresPort = FreePort.find();
        Map<String, Object> variables = environment(definition, folder, elsewhere);
        variables.put("SERVER_PORT", "0");
        variables.put("MANAGEMENT_SERVER_PORT", String.valueOf(measuresPort));
        StandardServletEnvironment environment = new StandardServletEnvironment();
        // Spring Cloud Stream hands on to its binder what has another name than the binder's own sources.
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("container-systemEnvironment", variables));
        application.setEnvironment(environment);
        String[] arguments = more.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new ContainerOf((ServletWebServerApplicationContext) application.run(arguments), measuresPort);
    }

    private static Map<String, Object> environment(Yaml definition, Path folder, Map<String, String> elsewhere) {
        Map<String, Object> variables = new HashMap<>();
        Yaml given = definition.at("environment");
        given.keys().stream().filter(key -> given.at(key).isThere()).forEach(key -> {
            String text =
                    VARIABLE.matcher(given.at(key).text()).replaceAll("$2").replace("$$", "$");
            text = text.replace(SECRETS, folder.toString());
            for (Map.Entry<String, String> moved : elsewhere.entrySet()) {
                text = text.replace(moved.getKey(), moved.getValue());
            }
            variables.put(key, text);
        });
        return variables;
    }

    String address() {
        return "http://localhost:" + port();
    }

    int port() {
        return context.getWebServer().getPort();
    }

    int measuresPort() {
        return measuresPort;
    }

    /** What the service makes of a text with placeholders. */
    String resolve(String text) {
        return context.getEnvironment().resolveRequiredPlaceholders(text);
    }

    @Override
    public void close() {
        context.close();
    }
}
