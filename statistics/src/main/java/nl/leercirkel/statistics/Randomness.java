package nl.leercirkel.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.rng.SplittableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random numbers from a seed that stands in the result.
 *
 * <p>Work is cut into chunks of a fixed size, each with a stream of its own, split off before the work begins (L64X128Mix,
 * Steele and Vigna 2021, "LXM: better splittable pseudorandom number generators"). So a result depends on the seed and the
 * chunk size only, not on the number of threads or on who finishes first.
 *
 * @param seed any number; the same seed gives the same result
 * @param threads how many threads may work at once, at least 1
 */
public record Randomness(long seed, int threads) {

    private static final int MOST_STREAMS = 1_000_000;

    public Randomness {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /** What a chunk of the work does. */
    @FunctionalInterface
    public interface Chunk<T> {
        /**
         * @param stream the chunk's own random numbers
         * @param from the first draw, counted from 0
         * @param to one past the last draw
         */
        T work(UniformRandomProvider stream, int from, int to);
    }

    /** One thread: what a caller wants who runs many analyses beside each other. */
    public static Randomness of(long seed) {
        return new Randomness(seed, 1);
    }

    /** As many threads as the machine has processors. */
    public static Randomness parallel(long seed) {
        return new Randomness(seed, Runtime.getRuntime().availableProcessors());
    }

    /** One stream, for work that is not cut. */
    public UniformRandomProvider stream() {
        return source();
    }

    /** Streams that do not overlap in practice (2^128 states per split of L64X128). */
    public List<UniformRandomProvider> streams(int count) {
        if (count < 0 || count > MOST_STREAMS) {
            throw new IllegalArgumentException(count + " streams");
        }
        SplittableUniformRandomProvider source = source();
        List<UniformRandomProvider> streams = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            streams.add(source.split());
        }
        return List.copyOf(streams);
    }

    /**
     * Does {@code draws} draws in chunks.
     *
     * @param chunkSize draws per chunk; part of what determines the result, so keep it fixed in a method
     * @return what the chunks gave, in the order of the draws
     */
    public <T> List<T> inChunks(int draws, int chunkSize, Chunk<T> chunk) {
        if (draws < 0 || chunkSize < 1) {
            throw new IllegalArgumentException(draws + " draws in chunks of " + chunkSize);
        }
        int chunks = (int) ((draws + (long) chunkSize - 1) / chunkSize);
        List<UniformRandomProvider> streams = streams(chunks);
        List<Callable<T>> tasks = new ArrayList<>(chunks);
        for (int i = 0; i < chunks; i++) {
            UniformRandomProvider stream = streams.get(i);
            int from = i * chunkSize;
            int to = (int) Math.min((long) from + chunkSize, draws);
            tasks.add(() -> chunk.work(stream, from, to));
        }
        return threads == 1 || chunks < 2 ? oneByOne(tasks) : together(tasks);
    }

    private static <T> List<T> oneByOne(List<Callable<T>> tasks) {
        List<T> results = new ArrayList<>(tasks.size());
        for (Callable<T> task : tasks) {
            try {
                results.add(task.call());
            } catch (RuntimeException fault) {
                throw fault;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return results;
    }

    private <T> List<T> together(List<Callable<T>> tasks) {
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.min(threads, tasks.size()))) {
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> future : workers.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private SplittableUniformRandomProvider source() {
        return (SplittableUniformRandomProvider) RandomSource.L64_X128_MIX.create(seed);
    }
}
