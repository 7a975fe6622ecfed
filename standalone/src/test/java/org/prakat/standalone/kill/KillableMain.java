package org.prakat.standalone.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.prakat.standalone.Options;
import org.prakat.standalone.Standalone;

/** The whole system as a process to be killed. Its clock is ahead by what a file says. */
final class KillableMain {

    static final String CLOCK_FILE = "clock-ahead";

    private KillableMain() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        InstantSource real = Clock.systemUTC();
        InstantSource ahead = () -> real.instant().plus(ahead(data));
        Standalone.start(new Options(data, Integer.parseInt(arguments[1]), true, ahead));
    }

    private static Duration ahead(Path data) {
        try {
            return Duration.parse(Files.readString(data.resolve(CLOCK_FILE)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
