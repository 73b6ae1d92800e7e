// Serves the built site to this machine as GitHub Pages does: compressed where that helps, to be kept for ten minutes, and under the path
// that content/site.yaml says.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** The folder that is served. */
export const site = join(root, 'site');

const TEXT = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.xml': 'application/xml',
  '.txt': 'text/plain', '.svg': 'image/svg+xml' };
const BINARY = { '.wasm': 'application/wasm', '.png': 'image/png', '.woff2': 'font/woff2' };
/** What is compressed already, and would only grow. */
const PACKED = new Set(['.png', '.woff2']);

function base() {
  const line = readFileSync(join(root, 'content/site.yaml'), 'utf8').match(/^base:\s*(\S+)/m);
  if (!line) throw new Error('content/site.yaml says no base; write it like base: https://example.org/');
  return new URL(line[1]).pathname;
}

/** Starts serving; address ends in a slash. */
export async function serveSite() {
  const path = base();
  const answers = new Map();
  const answer = name => {
    if (!answers.has(name)) {
      const extension = extname(name);
      const bytes = readFileSync(join(site, name));
      answers.set(name, {
        headers: {
          'Content-Type': TEXT[extension] ? `${TEXT[extension]}; charset=utf-8` : BINARY[extension] ?? 'application/octet-stream',
          'Cache-Control': 'max-age=600',
          ETag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`,
          ...(PACKED.has(extension) ? {} : { Vary: 'Accept-Encoding' }),
        },
        bytes,
        gzip: PACKED.has(extension) ? undefined : gzipSync(bytes),
      });
    }
    return answers.get(name);
  };
  const server = createServer((request, response) => {
    try {
      const asked = normalize(decodeURIComponent(new URL(request.url, 'http://here').pathname));
      if (!asked.startsWith(path)) throw new Error('not below the base path');
      const { headers, bytes, gzip } = answer(asked.slice(path.length) || 'index.html');
      if (request.headers['if-none-match'] === headers.ETag) {
        response.writeHead(304, headers).end();
        return;
      }
      const packed = gzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      const body = packed ? gzip : bytes;
      response.writeHead(200, { ...headers, 'Content-Length': body.length, ...(packed ? { 'Content-Encoding': 'gzip' } : {}) });
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}${path}`, close: () => server.close() };
}
