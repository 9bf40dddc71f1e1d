package siyu.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import siyu.core.Beside;
import siyu.core.Failure;
import siyu.core.Problem;

/**
 * One reading thread cuts the inputs into chunks, workers parse them, the calling thread takes the results in file order. The
 * queue of results to come is bounded: that is what keeps memory bounded and the reader waiting.
 */
final class Pipeline {
    /** Problems shown when too many rows are wrong. */
    private static final int SHOWN = 20;

    private final Fields fields;
    private final RecordReader.Options options;
    private final RecordReader.Setting setting;
    private final RecordReader.Consumer consumer;
    private final ByteSource.Tally tally = new ByteSource.Tally();
    private final int threads;
    private final Chunker.Buffers buffers;
    private final BlockingQueue<Future<@Nullable RecordChunk>> results;
    private final ConcurrentLinkedQueue<ChunkParser> parsers = new ConcurrentLinkedQueue<>();
    private final List<Problem> problems = new ArrayList<>();
    private volatile boolean cancelled;
    private long rows;
    private long rejected;
    private final LongAdder blank = new LongAdder();

    Pipeline(
            Fields fields, RecordReader.Options options, RecordReader.Setting setting, RecordReader.Consumer consumer) {
        this.fields = fields;
        this.options = options;
        this.setting = setting;
        this.consumer = consumer;
        this.threads =
                setting.threads() > 0 ? setting.threads() : Runtime.getRuntime().availableProcessors();
        this.results = new ArrayBlockingQueue<>(threads + 2);
        this.buffers = new Chunker.Buffers(setting.chunkBytes(), threads + 4);
    }

    RecordReader.Result run() {
        long total = total();
        ThreadFactory daemons = work -> Beside.make("siyu-import", work);
        ExecutorService workers = Executors.newFixedThreadPool(threads, daemons);
        Thread reader = daemons.newThread(() -> readAll(workers));
        reader.start();
        try {
            RecordChunk chunk = take();
            while (chunk != null) {
                ordered(chunk);
                consumer.progress(tally.bytes, total);
                chunk = take();
            }
            return new RecordReader.Result(rows, rejected, blank.sum(), tally.bytes, tally.hash());
        } finally {
            cancelled = true;
            reader.interrupt();
            workers.shutdownNow();
        }
    }

    /** The next chunk in order, or null at the end. */
    private @Nullable RecordChunk take() {
        try {
            return results.take().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private void ordered(RecordChunk chunk) {
        consumer.ordered(chunk);
        rows += chunk.rows();
        rejected += chunk.rejects().size();
        for (int i = 0; i < chunk.rejects().size() && problems.size() < SHOWN; i++) {
            problems.add(chunk.rejects().get(i).problem());
        }
        if (rejected > setting.maxErrors()) {
            List<Problem> all = new ArrayList<>();
            all.add(Cell.problem(
                    ImportCode.ROWS_WRONG,
                    rejected + (rejected == 1 ? " row is" : " rows are") + " wrong up to " + chunk.file() + " line "
                            + lastLine(chunk) + ", and --max-errors allows " + setting.maxErrors(),
                    "--rejects FILE collects them, --max-errors N goes on past N of them"));
            all.addAll(problems);
            throw new Failure(all);
        }
    }

    private static int lastLine(RecordChunk chunk) {
        Problem last = chunk.rejects().get(chunk.rejects().size() - 1).problem();
        return last.place() == null ? 0 : last.place().line();
    }

    /** The reading thread. */
    private void readAll(ExecutorService workers) {
        try {
            int index = 0;
            for (String file : options.inputs()) {
                ByteSource.check(file, setting.directory());
                Format format = Format.of(file, options.format(), options.delimiter());
                try (ByteSource source = ByteSource.open(file, setting, tally);
                        Chunker chunker = new Chunker(file, source, format, fields, options, buffers)) {
                    for (RawChunk raw = chunker.next(index); raw != null && !cancelled; raw = chunker.next(index)) {
                        RawChunk chunk = raw;
                        results.put(workers.submit(() -> parse(chunk, format)));
                        index++;
                    }
                }
            }
            results.put(CompletableFuture.completedFuture(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable e) {
        if (!cancelled) {
            try {
                results.put(CompletableFuture.failedFuture(e));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** On a worker. */
    private RecordChunk parse(RawChunk raw, Format format) {
        ChunkParser parser = parsers.poll();
        if (parser == null || !parser.fits(raw.layout())) {
            parser = format.csv() ? new CsvChunks(raw.layout(), format.delimiter()) : new JsonChunks(raw.layout());
        }
        RecordChunk chunk = parser.parse(raw);
        blank.add(parser.blank);
        buffers.give(raw.bytes());
        parsers.add(parser);
        consumer.parsed(chunk);
        return chunk;
    }

    /** Bytes of all inputs, or -1 when one of them is no plain file. */
    private long total() {
        long total = 0;
        for (String file : options.inputs()) {
            Path path = setting.directory().resolve(file);
            if (file.equals("-") || !Files.isRegularFile(path)) {
                return -1;
            }
            total += path.toFile().length();
        }
        return total;
    }
}
