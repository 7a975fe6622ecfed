package org.prakat.request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes what no office should send. */
final class Malformed {

    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "1e999999999",
        "0.0000000000000000000000000000001",
        "99999999999999999999999999999999999999",
        "1E-2147483648",
        "NaN",
        "[]",
        "{}",
        "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}",
        "\"\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\u202e\"",
        "\"9999-99-99\"",
        "\"0000-00-00\"",
        "\"+999999999-12-31T23:59:59Z\"",
        "\"2026-11-25\"",
        "\"2569-11-25\"",
        "\"/offices/../offices/pha-khao\"",
        "\"::not a uri::\"",
        "\"$where\"",
        "{\"$ne\":null}",
        "{\"$date\":0}",
        "{\"\\ud800\":1,\"\\u0000\":2}",
        "[1,\"a\",null,{},[]]",
        "\"1.0\"",
        "\"0.3\"",
        "\"office.request.withdrawn.v1\"",
    };

    private final Random random;

    Malformed(Random random) {
        this.random = random;
    }

    /** Something made of an event that is right, which may still be right by chance; or something else. */
    byte[] body(String good) {
        List<Supplier<byte[]>> ways = List.of(
                () -> mutated(good),
                () -> replaced(good).getBytes(StandardCharsets.UTF_8),
                () -> replaced(replaced(good)).getBytes(StandardCharsets.UTF_8),
                () -> ("[" + replaced(good) + "," + one(VALUES) + "]").getBytes(StandardCharsets.UTF_8),
                () -> repeatedKey(good).getBytes(StandardCharsets.UTF_8),
                () -> good.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE),
                () -> good.substring(random.nextInt(good.length())).getBytes(StandardCharsets.UTF_8),
                () -> good.substring(0, random.nextInt(good.length())).getBytes(StandardCharsets.UTF_8),
                () -> ("[".repeat(random.nextInt(100_000))).getBytes(StandardCharsets.UTF_8),
                () -> ("{\"data\":".repeat(random.nextInt(20_000))).getBytes(StandardCharsets.UTF_8),
                () -> one(VALUES).getBytes(StandardCharsets.UTF_8),
                this::noise,
                () -> " ".repeat(250_000 + random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8));
        return ways.get(random.nextInt(ways.size())).get();
    }

    /** Some bytes changed, put in or taken out. */
    private byte[] mutated(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Some value of the JSON replaced by another. */
    private String replaced(String json) {
        int colon = json.indexOf(':', random.nextInt(json.length()));
        if (colon < 0) {
            return json;
        }
        int end = json.indexOf(json.startsWith("\"", colon + 1) ? "\"" : ",", colon + 2);
        return end < 0
                ? json
                : json.substring(0, colon + 1)
                        + one(VALUES)
                        + json.substring(end).replaceFirst("^\"", "");
    }

    private String repeatedKey(String json) {
        return "{\"" + one("id", "source", "data", "type") + "\":" + one(VALUES) + "," + json.substring(1);
    }

    byte[] noise() {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    String text() {
        return new String(noise(), StandardCharsets.UTF_8).replace("\0", "");
    }

    /** Something that an HTTP client lets into a header. */
    String header() {
        StringBuilder value = new StringBuilder();
        int length = random.nextInt(200);
        for (int i = 0; i < length; i++) {
            value.append((char) (' ' + random.nextInt(95)));
        }
        return value.toString().strip();
    }

    String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
