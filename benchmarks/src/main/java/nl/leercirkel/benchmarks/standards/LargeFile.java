package nl.leercirkel.benchmarks.standards;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.MessageJudge;

/**
 * Judges declarations of 10 MB, 100 MB, 1 GB and 2 GB (or of the megabytes given) and tells time and the largest heap in use after
 * a collection. Run with -Xmx256m.
 */
public final class LargeFile {
    private static final long MEGABYTE = 1_000_000;

    private LargeFile() {}

    public static void main(String[] arguments) throws IOException {
        long[] sizes = arguments.length == 0 ? new long[] {10, 100, 1000, 2000} : new long[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            sizes[i] = Long.parseLong(arguments[i]);
        }
        for (long size : sizes) {
            measure(size);
        }
    }

    private static void measure(long megabytes) throws IOException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long[] parts = new long[1];
        long begin = System.nanoTime();
        Judgement judgement;
        try (InputStream file = DeclarationFile.ofSize(megabytes * MEGABYTE)) {
            judgement = MessageJudge.ofContent().judge(file, null, (part, place) -> parts[0]++);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long afterCollection = ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%5d MB: faultless %s, %d parts, %.1f s, %.0f MB/s with making the file, %d MB in use after collection%n",
                megabytes,
                judgement.faultless(),
                parts[0],
                seconds,
                megabytes / seconds,
                afterCollection / MEGABYTE);
    }
}
