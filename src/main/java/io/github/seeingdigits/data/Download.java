package io.github.seeingdigits.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One address downloaded into one file, going on where the file ends if the server can (RFC 9110, section 14).
 *
 * <p>Redirects are refused: our mirrors need none, and none can then lead from https to http. Bounded in size by the
 * caller's limit and in time by the longest silence allowed.
 */
final class Download {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final URI address;
    private final Path part;
    private final long limit;
    private final Duration stall;

    Download(URI address, Path part, long limit, Duration stall) {
        this.address = address;
        this.part = part;
        this.limit = limit;
        this.stall = stall;
    }

    /**
     * Completes the file.
     *
     * @throws IOException if the server refuses, falls silent, or sends too much or too little; what arrived stays in the
     *     file unless it is of no use
     */
    void run() throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        // The JDK reads a body on the calling thread without a limit in time; another thread lets us stop waiting.
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "download");
            thread.setDaemon(true);
            return thread;
        });
        try {
            HttpClient client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(stall)
                    .build();
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address).timeout(stall).header("Accept-Encoding", "identity");
            if (have > 0) {
                request.header("Range", "bytes=" + have + "-");
            }
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != RANGE_NOT_SATISFIABLE || have == 0) {
                    receive(response, body, have, reader);
                    return;
                }
            }
            // The server's file is not longer than what we have, so what we have is not its beginning.
            Files.delete(part);
            run();
        } catch (ConnectException e) {
            // The JDK leaves the message empty.
            throw new IOException("cannot be reached", e);
        } catch (HttpTimeoutException e) {
            throw new IOException("did not answer within " + stall.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            reader.shutdownNow();
        }
    }

    private void receive(HttpResponse<?> response, InputStream body, long have, ExecutorService reader)
            throws IOException, InterruptedException {
        int status = response.statusCode();
        if (status != OK && status != PARTIAL) {
            String where = response.headers()
                    .firstValue("Location")
                    .map(to -> " (a redirect to " + to + ", not followed)")
                    .orElse("");
            throw new IOException("answered " + status + where + ", expected 200");
        }
        // A server that ignores Range answers 200 with the whole file.
        long start = status == PARTIAL ? rangeStart(response, have) : 0;
        long declared = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        if (declared > limit - start) {
            throw new IOException("announces " + (start + declared) + " bytes, expected at most " + limit);
        }
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(start);
            file.position(start);
            copy(body, file, reader);
            file.force(true);
        }
    }

    private long rangeStart(HttpResponse<?> response, long have) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("nothing");
        if (!range.startsWith("bytes " + have + "-")) {
            throw new IOException("answered 206 with Content-Range " + range + ", expected bytes " + have + "-");
        }
        return have;
    }

    private void copy(InputStream body, FileChannel file, ExecutorService reader)
            throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        while (true) {
            int count = read(body, buffer, reader);
            if (count < 0) {
                return;
            }
            if (file.position() + count > limit) {
                file.truncate(0);
                throw new IOException("sends more than " + limit + " bytes, expected at most that");
            }
            ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, count);
            while (chunk.hasRemaining()) {
                file.write(chunk);
            }
        }
    }

    private int read(InputStream body, byte[] buffer, ExecutorService reader) throws IOException, InterruptedException {
        try {
            return reader.submit(() -> body.read(buffer)).get(stall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("sent nothing for " + stall.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException("broke off (" + e.getCause().getMessage() + ")", e.getCause());
        }
    }
}
