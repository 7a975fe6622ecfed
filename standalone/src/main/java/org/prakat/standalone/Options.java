package org.prakat.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;

/**
 * How to run the whole system.
 *
 * @param data the folder that everything is kept in
 * @param port of the gateway; 0 for a free one
 * @param demo whether to lay down the office to try it with
 * @param clock the time of all services
 */
public record Options(Path data, int port, boolean demo, InstantSource clock) {

    private static final int USUAL_PORT = 8080;

    /**
     * Reads {@code --data=FOLDER --port=NUMBER --demo}.
     *
     * @throws IllegalArgumentException when an argument is not one of these
     */
    static Options parse(String... arguments) {
        Options options = new Options(Path.of("data"), USUAL_PORT, false, Clock.systemUTC());
        for (String argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    private Options with(String argument) {
        if (argument.equals("--demo")) {
            return new Options(data, port, true, clock);
        }
        if (argument.startsWith("--data=")) {
            return new Options(Path.of(argument.substring("--data=".length())), port, demo, clock);
        }
        if (argument.startsWith("--port=")) {
            return new Options(data, Integer.parseInt(argument.substring("--port=".length())), demo, clock);
        }
        throw new IllegalArgumentException("unknown argument: " + argument);
    }
}
