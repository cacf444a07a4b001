package io.athanor.tests.kit;

import io.athanor.engine.dialect.Capabilities;
import io.athanor.engine.dialect.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what came of the tests, in all and by the capability that they need. */
final class KitResults {
    private static final String DIRECTORY = "athanor.kit.results";

    private final String dialect;
    private final Capabilities capabilities;
    private final Map<Capability, int[]> byCapability = new EnumMap<>(Capability.class);
    private final int[] all = new int[3];

    KitResults(String dialect, Capabilities capabilities) {
        this.dialect = dialect;
        this.capabilities = capabilities;
    }

    void skipped(Set<Capability> required) {
        count(required, 1);
    }

    void ran(Set<Capability> required, boolean isPassed) {
        count(required, isPassed ? 0 : 2);
    }

    private synchronized void count(Set<Capability> required, int place) {
        all[place]++;
        required.forEach(capability -> byCapability.computeIfAbsent(capability, any -> new int[3])[place]++);
    }

    /** Write the counts where {@link CompatibilityTable} finds them, and print them. */
    synchronized void tell() {
        Map<String, String> lines = new TreeMap<>();
        lines.put("dialect", dialect);
        lines.put("all", text(all));
        for (Capability capability : Capability.values()) {
            String counts = text(byCapability.getOrDefault(capability, new int[3]));
            lines.put(capability.name(), (capabilities.has(capability) ? "yes " : "no ") + counts);
        }
        List<String> file = lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .toList();
        try {
            Path directory = Path.of(System.getProperty(DIRECTORY, "target/athanor-kit"));
            Files.createDirectories(directory);
            Files.write(directory.resolve(dialect + ".properties"), file);
            System.out.print(CompatibilityTable.read(directory).text(dialect));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(int[] counts) {
        return counts[0] + " " + counts[1] + " " + counts[2];
    }
}
