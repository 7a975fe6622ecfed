package org.prakat.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import org.prakat.embedded.OfficesListener;

/**
 * How to run the whole system.
 *
 * @param data the folder that everything is kept in
 * @param port of the gateway; 0 for a free one
 * @param demo whether to lay down the office to try it with
 * @param clock the time of all services
 * @param offices where other offices get into Kafka
 */
public record Options(Path data, int port, boolean demo, InstantSource clock, OfficesListener offices) {

    private static final int USUAL_PORT = 8080;

    /** With a free port for other offices, from this machine only. */
    public Options(Path data, int port, boolean demo, InstantSource clock) {
        this(data, port, demo, clock, OfficesListener.onThisMachine(0));
    }

    /**
     * Reads {@code --data=FOLDER --port=NUMBER --kafka-port=NUMBER --kafka-host=NAME --kafka-certificate=FILE --demo}.
     *
     * @throws IllegalArgumentException when an argument is not one of these, or a certificate comes without the name it is for
     */
    static Options parse(String... arguments) {
        Options options = new Options(Path.of("data"), USUAL_PORT, false, Clock.systemUTC());
        OfficesListener here = options.offices;
        for (String argument : arguments) {
            options = options.with(argument);
        }
        if (options.offices.certificate() != null && options.offices.host().equals(here.host())) {
            throw new IllegalArgumentException("--kafka-certificate needs --kafka-host");
        }
        return options;
    }

    private Options with(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        return switch (argument.substring(0, argument.length() - value.length())) {
            case "--data=" -> new Options(Path.of(value), port, demo, clock, offices);
            case "--port=" -> new Options(data, Integer.parseInt(value), demo, clock, offices);
            case "--kafka-port=" ->
                with(new OfficesListener(Integer.parseInt(value), offices.host(), offices.certificate()));
            case "--kafka-host=" -> with(new OfficesListener(offices.port(), value, offices.certificate()));
            case "--kafka-certificate=" ->
                with(new OfficesListener(
                        offices.port(), offices.host(), Path.of(value).toAbsolutePath()));
            default -> {
                if (argument.equals("--demo")) {
                    yield new Options(data, port, true, clock, offices);
                }
                throw new IllegalArgumentException("unknown argument: " + argument);
            }
        };
    }

    private Options with(OfficesListener listener) {
        return new Options(data, port, demo, clock, listener);
    }
}
