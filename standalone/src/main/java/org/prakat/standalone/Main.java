package org.prakat.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.prakat.embedded.OfficesListener;

/** {@code ./prakat run}: starts the whole system and says how to use it. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        Options options = Options.parse(arguments);
        Standalone system = Standalone.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(system)));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                "%nPrakat is ready after %.1f s: %s%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0, system.address());
        OfficesListener offices = system.kafkaForOffices();
        out.println("Kafka for other offices" + (offices.certificate() == null ? ", from this machine only" : "") + ": "
                + offices.address() + " (./prakat kafka give OFFICE lets one in)");
        if (options.demo()) {
            printAccounts(out, new KeptSecrets(options.data()).demoPasswords());
        }
    }

    private static void printAccounts(PrintStream out, Map<String, String> passwords) {
        out.println("Accounts of the demo office (user name, password):");
        passwords.forEach((user, password) -> out.printf("  %-10s %s%n", user, password));
        out.println("In another terminal, ./prakat demo plays the whole procedure.");
    }

    private static void close(Standalone system) {
        try {
            system.close();
        } catch (IOException e) {
            throw new IllegalStateException("the system did not stop cleanly", e);
        }
    }
}
