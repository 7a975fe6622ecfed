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
 * @param kafkaPort where other offices get into Kafka; 0 for a free one
 */
public record Options(Path data, int port, boolean demo, InstantSource clock, int kafkaPort) {

    private static final int USUAL_PORT = 8080;

    /** With a free port for other offices. */
    public Options(Path data, int port, boolean demo, InstantSource clock) {
        this(data, port, demo, clock, 0);
    }

    /**
     * Reads {@code --data=FOLDER --port=NUMBER --kafka-port=NUMBER --demo}.
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
            return new Options(data, port, true, clock, kafkaPort);
        }
        if (argument.startsWith("--data=")) {
            return new Options(Path.of(argument.substring("--data=".length())), port, demo, clock, kafkaPort);
        }
        if (argument.startsWith("--port=")) {
            return new Options(data, number(argument), demo, clock, kafkaPort);
        }
        if (argument.startsWith("--kafka-port=")) {
            return new Options(data, port, demo, clock, number(argument));
        }
        throw new IllegalArgumentException("unknown argument: " + argument);
    }

    private static int number(String argument) {
        return Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
    }
}
